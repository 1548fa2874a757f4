package org.candela.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.candela.audit.AuditLog;
import org.candela.base.CandelaException;
import org.candela.calibration.CalibrationProfile;
import org.candela.calibration.device.DisplayDevice;
import org.candela.displayqa.QaStation;
import org.candela.displayqa.Standards;
import org.candela.displayqa.ledger.QaLedger;
import org.candela.displayqa.report.ReportExport;
import org.candela.facility.Facilities;
import org.candela.facility.Facility;
import org.candela.store.Database;

/** What the commands of {@code candela qa} share: the ledger, the key, and how to find a display. */
record QaDesk(StationOpener stations, QaHome paths, Clock clock, QaTerminal terminal) {
    /** Work on the database while it is open. */
    interface StoreWork<T> {
        T with(Database database) throws Exception;
    }

    <T> T onStore(StoreWork<T> work) throws Exception {
        try (Database database = Database.open(paths.store(), clock)) {
            return work.with(database);
        }
    }

    /** Work on the ledger while the database is open. */
    interface LedgerWork<T> {
        T with(QaLedger ledger) throws Exception;
    }

    <T> T onLedger(LedgerWork<T> work) throws Exception {
        try (Database database = Database.open(paths.store(), clock)) {
            return work.with(new QaLedger(database, new AuditLog()));
        }
    }

    List<Facility> facilities() throws Exception {
        try (Database database = Database.open(paths.store(), clock)) {
            return new Facilities(database, new AuditLog(), clock).list();
        }
    }

    /** Standards named, else those that the facilities ask for; the first is the one to calibrate to. */
    List<CalibrationProfile> standards(List<String> named) throws Exception {
        List<CalibrationProfile> profiles = new ArrayList<>();
        for (String id : named) {
            profiles.add(CalibrationProfile.shipped(id));
        }
        return profiles.isEmpty() ? Standards.of(facilities()).profiles() : profiles;
    }

    QaStation open(Choice choice) throws CandelaException {
        return choice == Choice.SIMULATED ? stations.openSimulated() : stations.open();
    }

    /** The station to measure with. */
    QaStation open(Choice choice, StationOpener.Measuring how) throws CandelaException {
        return choice == Choice.SIMULATED ? stations.openSimulated() : stations.openToMeasure(how);
    }

    /** Which devices are meant. */
    enum Choice {
        REAL,
        SIMULATED;

        static Choice of(boolean simulate) {
            return simulate ? SIMULATED : REAL;
        }
    }

    ReportExport export(QaLedger ledger) {
        return new ReportExport(ledger, paths.get().signingKey(), clock);
    }

    Path exports() {
        return paths.get().exports();
    }

    static DisplayDevice find(QaStation station, String name) throws CandelaException {
        List<DisplayDevice> displays = station.displays();
        return displays.stream()
                .filter(display ->
                        display.id().value().equals(name) || display.connector().equals(name))
                .findFirst()
                .orElseThrow(() -> new CandelaException(
                        "cli.no-such-display",
                        "no display \"" + name + "\"; there are "
                                + displays.stream()
                                        .map(display -> display.id().value())
                                        .toList()));
    }
}
