package org.candela.report;

import java.time.Instant;
import java.util.List;
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
