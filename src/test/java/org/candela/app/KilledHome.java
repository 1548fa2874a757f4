package org.candela.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.candela.audit.AuditLog;
import org.candela.base.AppPaths;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.calibration.CalibrationProfile;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.DisplayDevice;
import org.candela.calibration.device.randr.RandrDriver;
import org.candela.displayqa.DisplayQa;
import org.candela.displayqa.ledger.QaLedger;
import org.candela.displayqa.measure.QaProgress;
import org.candela.displayqa.measure.TestBench.Ramp;
import org.candela.facility.Facilities;
import org.candela.facility.Facility;
import org.candela.report.Ledger;
import org.candela.report.Pins;
import org.candela.report.Signer;
import org.candela.store.Database;

/** A home whose displays are calibrated and whose reader has a PIN, to be copied for each workstation that is killed. */
final class KilledHome implements AutoCloseable {
    private static final Clock CLOCK = Clock.systemUTC();

    private final Path home;
    private final RandrDriver driver;
    private final Map<DisplayDevice, GammaRamp> rampsBefore = new LinkedHashMap<>();

    private KilledHome(Path home, RandrDriver driver) {
        this.home = home;
        this.driver = driver;
    }

    static KilledHome prepare(Path home, String display) throws CandelaException {
        KilledHome prepared = new KilledHome(home, RandrDriver.open(display).orElseThrow());
        AuditLog audit = new AuditLog();
        try (Database database = Database.open(AppPaths.under(home).database(), CLOCK)) {
            new Pins(new Ledger(database, audit, CLOCK))
                    .enrol(new Signer(TestRoom.READER, "READER", "TEST"), TestRoom.PIN.toCharArray());
            prepared.calibrate(new QaLedger(database, audit));
        }
        return prepared;
    }

    /** Each display by what it says of itself, so that whichever becomes a diagnostic one is fit. */
    private void calibrate(QaLedger ledger) throws CandelaException {
        SimulatedPanels panels = new SimulatedPanels(CLOCK);
        CalibrationProfile profile = CalibrationProfile.shipped("acr-aapm-siim-primary");
        for (DisplayDevice display : driver.displays()) {
            rampsBefore.put(display, driver.read(display));
            SimulatedPanels.Seen seen = new SimulatedPanels.Seen(argb -> {}, Ramp.of(driver, display));
            new DisplayQa(ledger, CLOCK)
                    .calibrate(panels.session(display, profile, seen), new Cancellation(), QaProgress.NONE);
        }
    }

    /** A copy in which {@code facility} is known. */
    Path copyTo(Path target, Facility facility) throws IOException, CandelaException {
        AppPaths copy = AppPaths.under(Files.createDirectories(target));
        Files.copy(AppPaths.under(home).database(), copy.database());
        know(target, facility);
        return target;
    }

    /** From now on the facility has this address. */
    static void know(Path home, Facility facility) throws CandelaException {
        try (Database database = Database.open(AppPaths.under(home).database(), CLOCK)) {
            new Facilities(database, new AuditLog(), CLOCK).add(facility);
        }
    }

    /** Leaves the desk as it was: a killed process restores no graphics LUT. */
    @Override
    public void close() throws DeviceException {
        for (Map.Entry<DisplayDevice, GammaRamp> each : rampsBefore.entrySet()) {
            driver.load(each.getKey(), each.getValue());
        }
        driver.close();
    }
}
