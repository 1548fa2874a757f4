package org.candela.report;

import java.time.Instant;
import java.util.List;
import org.candela.base.Uid;
import org.candela.facility.FacilityId;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/** The table {@code report_state}. */
final class ReportStateRepository {
    private ReportStateRepository() {}

    /** All steps, oldest first. */
    static List<ReportStates.Step> steps(Tx tx, ReportId report) throws StoreException {
        return tx.query(
                "SELECT * FROM report_state WHERE report_id = ? ORDER BY number",
                row -> new ReportStates.Step(
                        ReportState.valueOf(row.string("state")),
                        Instant.parse(row.string("at")),
                        row.string("by"),
                        row.string("reason")),
                report.value());
    }

    /** A held report counts where a refusal is among its steps and nothing was signed after that. */
    static List<ReportStates.Refused> refused(Tx tx) throws StoreException {
        return tx.query(
                "SELECT refusal.report_id, refusal.reason, newest.state, signed.facility, signed.study_uid"
                        + " FROM report_state AS refusal"
                        + " JOIN report_state AS newest ON newest.report_id = refusal.report_id AND newest.number ="
                        + " (SELECT MAX(number) FROM report_state AS each WHERE each.report_id = refusal.report_id)"
                        + " JOIN signed_report AS signed ON signed.report_id = refusal.report_id AND signed.version = 1"
                        + " WHERE newest.state IN ('REJECTED', 'HELD') AND refusal.number ="
                        + " (SELECT MAX(number) FROM report_state AS each WHERE each.report_id = refusal.report_id"
                        + " AND each.state = 'REJECTED' AND each.reason <> '') AND NOT EXISTS"
                        + " (SELECT 1 FROM report_state AS later WHERE later.report_id = refusal.report_id"
                        + " AND later.number > refusal.number AND later.state NOT IN ('HELD', 'REJECTED')) ORDER BY refusal.at, refusal.report_id",
                row -> new ReportStates.Refused(
                        new ReportId(row.string("report_id")),
                        new FacilityId(row.string("facility")),
                        new Uid(row.string("study_uid")),
                        ReportState.valueOf(row.string("state")),
                        row.string("reason")));
    }

    static void append(Tx tx, ReportId report, int number, ReportStates.Step step) throws StoreException {
        tx.update(
                "INSERT INTO report_state (report_id, number, state, at, by, reason) VALUES (?, ?, ?, ?, ?, ?)",
                report.value(),
                number,
                step.state(),
                step.at(),
                step.by(),
                step.reason());
    }
}
