package org.candela.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.candela.MovableClock;
import org.candela.audit.AuditLog;
import org.candela.base.Cancellation;
import org.candela.base.ScreenId;
import org.candela.calibration.CalibrationException;
import org.candela.calibration.CalibrationProfile;
import org.candela.calibration.Luminance;
import org.candela.calibration.device.DisplayDevice;
import org.candela.calibration.device.DisplayDevice.Place;
import org.candela.calibration.device.Edid;
import org.candela.calibration.device.sim.SimulatedGraphicsLut;
import org.candela.calibration.device.sim.SimulatedMonitor;
import org.candela.calibration.device.sim.SimulatedPhotometer;
import org.candela.displayqa.DisplayQa;
import org.candela.displayqa.ledger.QaLedger;
import org.candela.displayqa.measure.QaProgress;
import org.candela.displayqa.measure.QaSession;
import org.candela.displayqa.measure.TestBench;
import org.candela.image.DisplayLut;
import org.candela.store.Database;
import org.candela.viewer.picture.DisplayStanding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerDisplayLutsTest {
    private static final Instant NOW = Instant.parse("2026-11-24T01:30:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final DisplayDevice DISPLAY = new DisplayDevice(
            "DUMMY0",
            Optional.of(new Edid("CDL", 0x0D1A, 1001, "VIRT DIAG L", "VIRT-1001", 325, 433, 2026)),
            new Place(0, 0, 1536, 2048));

    private static final List<CalibrationProfile> STANDARDS = List.of(profile("acr-aapm-siim-primary"));

    @TempDir
    private Path folder;

    // [utest->req~shell.display-luts~1]
    @Test
    void aCalibrationReachesTheViewerWithItsStanding() throws Exception {
        try (Database database = Database.open(folder.resolve("qa.db"), CLOCK)) {
            QaLedger ledger = new QaLedger(database, new AuditLog());
            LedgerDisplayLuts luts = new LedgerDisplayLuts(ledger, CLOCK, STANDARDS);
            List<ScreenId> told = new ArrayList<>();
            luts.onChange(told::add);
            assertEquals(DisplayLut.IDENTITY, luts.lutFor(DISPLAY.id()));
            assertEquals(DisplayStanding.UNCALIBRATED, luts.standing(DISPLAY.id()));

            new DisplayQa(ledger, CLOCK).calibrate(session(), new Cancellation(), QaProgress.NONE);
            luts.refresh(DISPLAY.id());

            assertEquals(List.of(DISPLAY.id()), told);
            assertNotEquals(DisplayLut.IDENTITY, luts.lutFor(DISPLAY.id()));
            assertEquals("SIMULATED calibration", luts.standing(DISPLAY.id()).text());
        }
    }

    // [utest->req~displayqa.watchdog~1]
    @Test
    void anAlarmIsOnTheImagesWhateverTheLedgerSaysAndGoesWithItsAllClear() throws Exception {
        AtomicReference<Optional<String>> alarm = new AtomicReference<>(Optional.empty());
        try (Database database = Database.open(folder.resolve("qa.db"), CLOCK)) {
            QaLedger ledger = new QaLedger(database, new AuditLog());
            new DisplayQa(ledger, CLOCK).calibrate(session(), new Cancellation(), QaProgress.NONE);
            LedgerDisplayLuts luts = new LedgerDisplayLuts(ledger, CLOCK, STANDARDS, screen -> alarm.get());
            DisplayStanding before = luts.standing(DISPLAY.id());

            alarm.set(Optional.of("graphics LUT replaced"));
            luts.refresh(DISPLAY.id());
            assertEquals(
                    new DisplayStanding(DisplayStanding.Grade.UNCALIBRATED, "graphics LUT replaced"),
                    luts.standing(DISPLAY.id()));

            alarm.set(Optional.empty());
            luts.refresh(DISPLAY.id());
            assertEquals(before, luts.standing(DISPLAY.id()));
        }
    }

    // [utest->req~shell.panel-watch~1]
    @Test
    void whatChangedSinceIsToldWhenAllAreJudgedAnewAndWhatDidNotIsNot() throws Exception {
        MovableClock clock = new MovableClock(NOW);
        try (Database database = Database.open(folder.resolve("qa.db"), CLOCK)) {
            QaLedger ledger = new QaLedger(database, new AuditLog());
            new DisplayQa(ledger, CLOCK).calibrate(session(), new Cancellation(), QaProgress.NONE);
            LedgerDisplayLuts luts = new LedgerDisplayLuts(ledger, clock, STANDARDS);
            List<ScreenId> told = new ArrayList<>();
            luts.onChange(told::add);
            DisplayStanding before = luts.standing(DISPLAY.id());

            luts.rejudge();
            assertEquals(List.of(), told);
            clock.advance(Duration.ofDays(366));
            luts.rejudge();

            assertEquals(List.of(DISPLAY.id()), told);
            assertNotEquals(before, luts.standing(DISPLAY.id()));
        }
    }

    private static CalibrationProfile profile(String id) {
        try {
            return CalibrationProfile.shipped(id);
        } catch (CalibrationException e) {
            throw new AssertionError(e);
        }
    }

    private static QaSession session() throws Exception {
        SimulatedMonitor monitor = SimulatedMonitor.typical(1);
        TestBench bench = new TestBench(
                monitor::show,
                new SimulatedPhotometer(monitor),
                TestBench.Ramp.of(new SimulatedGraphicsLut(monitor), DISPLAY),
                new TestBench.Room(new Luminance(0.2), TestBench.AmbientSource.PROVIDED));
        CalibrationProfile profile = CalibrationProfile.shipped("acr-aapm-siim-primary");
        return new QaSession(DISPLAY, bench, java.util.List.of(profile), NOW.minus(Duration.ofHours(1)), "reader");
    }
}
