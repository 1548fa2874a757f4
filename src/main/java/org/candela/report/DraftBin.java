package org.candela.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.candela.audit.AuditAction;
import org.candela.audit.AuditEvent;
import org.candela.base.CandelaException;
import org.candela.facility.FacilityId;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/**
 * Drafts that were thrown away: out of the way at once, back on request, and after {@link #KEPT} gone with what was said for
 * them. What was signed in any version cannot be thrown away. Any thread; blocks on the disk.
 */
// [impl->req~report.discard~1]
public final class DraftBin {
    /** As long as sound that belongs to no report is kept. */
    public static final Duration KEPT = Duration.ofDays(30);

    private final Ledger ledger;

    public DraftBin(Ledger ledger) {
        this.ledger = ledger;
    }

    /** A draft in the bin. */
    public record Discarded(ReportId report, FacilityId facility, Instant at, String by, String reason) {}

    /**
     * Throws a draft away; audited without its words.
     *
     * @throws CandelaException {@code report.no-draft}, {@code report.signed-already} or {@code report.is-open}, saying what to
     *     do
     */
    public void discard(ReportId report, String by, String reason) throws CandelaException {
        if (!ledger.database().read(tx -> DraftBinRepository.hasDraft(tx, report))) {
            throw new CandelaException(
                    "report.no-draft", "there is no draft " + report + "; see candela report drafts");
        }
        if (ledger.database().read(tx -> !ReportRepository.versions(tx, report).isEmpty())) {
            throw new CandelaException(
                    "report.signed-already", "report " + report + " is signed; it can be corrected or withdrawn");
        }
        if (ledger.database().read(tx -> DraftBinRepository.isStudyOpen(tx, report))) {
            throw new CandelaException(
                    "report.is-open", "the study of report " + report + " is open; put it back first (Ctrl+Shift+B)");
        }
        ledger.database().change(tx -> {
            DraftBinRepository.discard(
                    tx, report, new DraftBinRepository.Why(ledger.clock().instant(), by, reason));
            audit(tx, report, by, "discarded");
        });
    }

    /**
     * Brings a draft back.
     *
     * @throws CandelaException {@code report.no-draft} when it is not here any more, {@code report.other-draft} when another
     *     one was begun for its study
     */
    public void bringBack(ReportId report, String by) throws CandelaException {
        boolean isFree = ledger.database().read(tx -> DraftBinRepository.isStudyFree(tx, report));
        if (all().stream().noneMatch(one -> one.report().equals(report))) {
            throw new CandelaException("report.no-draft", "no draft " + report + " was thrown away, or it is gone");
        }
        if (!isFree) {
            throw new CandelaException(
                    "report.other-draft",
                    "another report was begun for the study of " + report + "; throw that away first");
        }
        ledger.database().change(tx -> {
            DraftBinRepository.bringBack(tx, report, ledger.clock().instant());
            audit(tx, report, by, "brought back");
        });
    }

    /** What is in the bin, the oldest first. */
    public List<Discarded> all() throws StoreException {
        return ledger.database().read(DraftBinRepository::all);
    }

    /** What has been there long enough. */
    public List<Discarded> due() throws StoreException {
        Instant before = ledger.clock().instant().minus(KEPT);
        return all().stream().filter(one -> one.at().isBefore(before)).toList();
    }

    /** Deletes one for good, in the caller's transaction. */
    public static void remove(Tx tx, ReportId report) throws StoreException {
        DraftBinRepository.remove(tx, report);
    }

    private void audit(Tx tx, ReportId report, String by, String what) throws StoreException {
        ledger.audit()
                .append(
                        tx,
                        new AuditEvent(
                                ledger.clock().instant(),
                                by,
                                AuditAction.DRAFT_DISCARDED,
                                "report:" + report,
                                Map.of("what", what)));
    }
}
