package org.candela.app;

import java.util.List;
import java.util.Optional;
import org.candela.base.CandelaException;
import org.candela.report.Deliveries;
import org.candela.report.Reports;
import org.candela.report.SignatureMeaning;
import org.candela.report.SignedReport;
import org.candela.ui.UiExecutor;
import org.candela.worklist.ReadingClocks;
import org.candela.worklist.ReadingItem;
import org.candela.worklist.ui.ClocksLine;

/** The clocks of a row, from its claim, its signed reports and what the facility answered to them. Blocks on the disk. */
// [impl->req~worklist.clocks~1]
record ListClocks(Reports reports, Deliveries deliveries) implements ReadingClocks.Source {

    /** The line below the list. */
    static ClocksLine line(House house, Reporting reporting, Executors executors) {
        ListClocks clocks = new ListClocks(
                reporting.services().reports(), reporting.services().deliveries());
        return new ClocksLine(
                clocks,
                new ClocksLine.Threads(executors.io(), new UiExecutor()),
                house.base().clock());
    }

    @Override
    public ReadingClocks of(ReadingItem item) throws CandelaException {
        List<SignedReport> versions =
                reports.versionsOf(item.id().facility(), item.id().study());
        return new ReadingClocks(
                item.urgency().receivedAt(),
                item.claim().map(ReadingItem.Claim::since),
                signed(versions, SignatureMeaning.PRELIMINARY),
                signed(versions, SignatureMeaning.FINAL));
    }

    /** The first of its kind: that one ended the waiting. */
    private Optional<ReadingClocks.Signed> signed(List<SignedReport> versions, SignatureMeaning meaning)
            throws CandelaException {
        Optional<SignedReport> first = versions.stream()
                .filter(version -> version.meaning() == meaning)
                .findFirst();
        return first.isEmpty()
                ? Optional.empty()
                : Optional.of(new ReadingClocks.Signed(
                        first.orElseThrow().signature().signedAt(), deliveries.acknowledgedAt(first.orElseThrow())));
    }
}
