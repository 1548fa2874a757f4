package org.candela.delivery;

import java.util.List;
import org.candela.delivery.DeliveryChannel.Need;
import org.candela.report.Ledger;
import org.candela.report.ReportId;
import org.candela.report.ReportState;
import org.candela.report.ReportStates;
import org.candela.report.Reports;
import org.candela.report.SignedReport;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/**
 * What a facility's answer makes of the report itself: refused by a required channel, its newest version is rejected; taken
 * by all of them after that, it stands again where its signature put it. Within the transaction that records the answer.
 */
// [impl->req~delivery.refused-state~1]
final class FacilityWord {
    private final ReportStates states;

    FacilityWord(Ledger ledger) {
        this.states = new ReportStates(ledger);
    }

    /** @param words the facility's own */
    void refused(Tx tx, OutboxMessage message, String words) throws StoreException {
        if (message.content().version().isEmpty() || message.content().lane().need() != Need.REQUIRED) {
            return;
        }
        OutboxMessage.Version version = message.content().version().orElseThrow();
        boolean isNewest = newest(tx, version.report()).version() == version.number();
        if (isNewest && states.in(tx, version.report()).canBecome(ReportState.REJECTED)) {
            states.move(tx, version.report(), ReportState.REJECTED, by(message), words);
        }
    }

    /** The acceptance of {@code message} is recorded already. */
    void accepted(Tx tx, OutboxMessage message) throws StoreException {
        if (message.content().version().isEmpty()) {
            return;
        }
        ReportId report = message.content().version().orElseThrow().report();
        ReportState now = states.in(tx, report);
        if (now != ReportState.REJECTED && now != ReportState.HELD) {
            return;
        }
        SignedReport newest = newest(tx, report);
        ReportState signed = ReportState.after(newest.meaning());
        if (isDelivered(tx, newest) && now.canBecome(signed)) {
            states.move(tx, report, signed, by(message), "accepted");
        }
    }

    private static boolean isDelivered(Tx tx, SignedReport report) throws StoreException {
        return OutboxRepository.ofReport(tx, report.id()).stream()
                .filter(one -> one.content().lane().need() == Need.REQUIRED)
                .filter(one -> one.content().version().orElseThrow().number() == report.version())
                .allMatch(one -> one.progress().state() == OutboxState.ACKED);
    }

    private static SignedReport newest(Tx tx, ReportId report) throws StoreException {
        List<SignedReport> versions = Reports.versions(tx, report);
        return versions.get(versions.size() - 1);
    }

    private static String by(OutboxMessage message) {
        return ReportStates.facility(message.content().facility());
    }
}
