package org.candela.displayqa.ui;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.candela.base.CandelaException;
import org.candela.base.ScreenId;
import org.candela.calibration.CalibrationProfile;
import org.candela.calibration.device.DisplayDevice;
import org.candela.displayqa.QaStanding;
import org.candela.displayqa.ledger.RunFindings;
import org.candela.facility.Facility;

/** What the page shows of the ledger. Blocks on the disk. */
record PageShelf(PageServices services, Clock clock) {
    /** Displays that have a table, in their order. */
    static List<DisplayDevice> withTables(List<DisplayRow> rows) {
        return rows.stream()
                .filter(row -> row.standing().state() != QaStanding.State.NEVER_CALIBRATED)
                .map(DisplayRow::device)
                .toList();
    }

    /** Displays with their standings by each standard. */
    // [impl->req~displayqa.page-standings~1]
    List<DisplayRow> rows(List<DisplayDevice> devices) throws CandelaException {
        List<DisplayRow> rows = new ArrayList<>();
        for (DisplayDevice device : devices) {
            List<QaStanding> standings =
                    QaStanding.all(services.ledger(), device.id(), services.profiles(), clock.instant());
            rows.add(new DisplayRow(
                    device,
                    standings.stream()
                            .map(standing -> new DisplayRow.Held(standing, whoAsksFor(standing.standard())))
                            .toList()));
        }
        return rows;
    }

    private String whoAsksFor(CalibrationProfile standard) {
        return services.book().map(QaBook::facilities).orElse(List.of()).stream()
                .filter(facility -> facility.qaProfile().equals(standard.id()))
                .map(Facility::name)
                .collect(Collectors.joining(", "));
    }

    /** Runs on a display, newest first; those that broke off too. */
    List<RunFindings> findings(Optional<ScreenId> display) throws CandelaException {
        if (display.isEmpty()) {
            return List.of();
        }
        List<RunFindings> found = new ArrayList<>();
        services.ledger().history(display.orElseThrow()).forEach(run -> found.add(RunFindings.of(run)));
        services.ledger().aborted(display.orElseThrow()).forEach(run -> found.add(RunFindings.of(run)));
        found.sort(Comparator.comparingLong((RunFindings one) -> one.run().sequence())
                .reversed());
        return found;
    }
}
