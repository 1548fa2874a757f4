package org.candela.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.candela.audit.AuditAction;
import org.candela.audit.AuditEvent;
import org.candela.base.Uid;
import org.candela.facility.FacilityId;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/**
 * The steps of each report from draft to the last amendment, kept and audited. Any thread; blocks on the disk.
 *
 * <p>Reports signed before steps were kept stand where their newest version says.
 */
// [impl->req~report.states~1]
public final class ReportStates {
    private static final String FACILITY = "facility:";

    private final Ledger ledger;

    public ReportStates(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * One step.
     *
     * @param by who took it: a signer's id, or what {@link #facility} makes of a facility's
     * @param reason may be empty for a signature
     */
    public record Step(ReportState state, Instant at, String by, String reason) {}

    /** Where a report stands. */
    public ReportState of(ReportId report) throws StoreException {
        return ledger.database().read(tx -> of(tx, report));
    }

    /** The same within a caller's transaction. */
    public ReportState in(Tx tx, ReportId report) throws StoreException {
        return of(tx, report);
    }

    /** Reports whose facility refused them, or that are held after that, with the newest refusal of each; the oldest first. */
    // [impl->req~delivery.refused-shown~1]
    public List<Refused> refused() throws StoreException {
        return ledger.database().read(ReportStateRepository::refused);
    }

    /**
     * A report that somebody must do something about.
     *
     * @param words the facility's own; never logged
     */
    public record Refused(ReportId report, FacilityId facility, Uid study, ReportState state, String words) {}

    /** How a facility is named that takes a step. */
    public static String facility(FacilityId facility) {
        return FACILITY + facility.value();
    }

    /** Takes a held report up again: it is a draft, or what its facility refused. */
    public ReportState resume(ReportId report, String by) throws StoreException {
        return resume(report, by, "");
    }

    /** The same with the reason. */
    public ReportState resume(ReportId report, String by, String reason) throws StoreException {
        return ledger.database().write(tx -> {
            boolean isSigned = !ReportRepository.versions(tx, report).isEmpty();
            ReportState next = isSigned ? ReportState.REJECTED : ReportState.DRAFT;
            move(tx, report, next, by, reason);
            return next;
        });
    }

    /** All steps that were kept, oldest first. */
    public List<Step> steps(ReportId report) throws StoreException {
        return ledger.database().read(tx -> ReportStateRepository.steps(tx, report));
    }

    /**
     * Moves a report on by hand: holds it, takes it up again, throws it back.
     *
     * @throws StoreException {@code report.no-such-step} when there is no such edge
     */
    public void move(ReportId report, ReportState to, String by, String reason) throws StoreException {
        ledger.database().change(tx -> move(tx, report, to, by, reason));
    }

    /** The same within a caller's transaction: what a facility's refusal does, or its acceptance after that. */
    public void move(Tx tx, ReportId report, ReportState to, String by, String reason) throws StoreException {
        ReportState from = of(tx, report);
        if (!from.canBecome(to)) {
            throw new StoreException(
                    "report.no-such-step", "report " + report + " cannot go from " + from + " to " + to);
        }
        append(tx, report, new Step(to, ledger.clock().instant(), by, reason));
        ledger.audit()
                .append(
                        tx,
                        new AuditEvent(
                                ledger.clock().instant(),
                                by.startsWith(FACILITY) ? by : "signer:" + by,
                                AuditAction.READING_STATE_CHANGED,
                                "report:" + report,
                                Map.of("from", from.name(), "to", to.name())));
    }

    /** A signature is a step; it has an audit event of its own. */
    static void signed(Tx tx, SignedReport report) throws StoreException {
        append(
                tx,
                report.id(),
                new Step(
                        ReportState.after(report.meaning()),
                        report.signature().signedAt(),
                        report.signature().signer().id(),
                        report.amendment().text()));
    }

    static ReportState of(Tx tx, ReportId report) throws StoreException {
        List<Step> steps = ReportStateRepository.steps(tx, report);
        if (!steps.isEmpty()) {
            return steps.get(steps.size() - 1).state();
        }
        return ReportRepository.versions(tx, report).stream()
                .reduce((before, after) -> after)
                .map(newest -> ReportState.after(newest.meaning()))
                .orElse(ReportState.DRAFT);
    }

    private static void append(Tx tx, ReportId report, Step step) throws StoreException {
        int number = ReportStateRepository.steps(tx, report).size() + 1;
        ReportStateRepository.append(tx, report, number, step);
    }
}
