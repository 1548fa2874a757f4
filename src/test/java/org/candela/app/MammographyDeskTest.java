package org.candela.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candela.audit.AuditLog;
import org.candela.base.Cancellation;
import org.candela.base.ScreenId;
import org.candela.calibration.CalibrationProfile;
import org.candela.calibration.device.sim.SimulatedPanel;
import org.candela.displayqa.DisplayQa;
import org.candela.displayqa.ledger.QaLedger;
import org.candela.displayqa.measure.Bench;
import org.candela.displayqa.measure.QaProgress;
import org.candela.displayqa.measure.QaSession;
import org.candela.shell.Area;
import org.candela.shell.DeskPlan;
import org.candela.shell.DeskScreen;
import org.candela.shell.ScreenRole;
import org.candela.store.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~app.mammography~1]
class MammographyDeskTest {
    private static final ScreenId LEFT = Bench.DISPLAY.id();
    private static final Area FIVE_MEGAPIXELS = new Area(0, 0, 2048, 2560);

    @TempDir
    private Path folder;

    private Database database;
    private QaLedger ledger;

    @BeforeEach
    void open() throws Exception {
        database = Database.open(folder.resolve("qa.db"), Bench.CLOCK);
        ledger = new QaLedger(database, new AuditLog());
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    private MammographyDesk desk(Clock clock, DeskScreen... screens) throws Exception {
        MammographyDesk desk = new MammographyDesk(ledger, clock);
        List<ScreenRole> roles = ScreenRole.diagnostic();
        List<DeskPlan.Placement> placements = new ArrayList<>();
        for (int i = 0; i < screens.length; i++) {
            placements.add(new DeskPlan.Placement(screens[i], roles.get(i)));
        }
        placements.add(new DeskPlan.Placement(
                new DeskScreen(new ScreenId("work"), "Work", new Area(9000, 0, 1920, 1080), 1, false),
                ScreenRole.WORK));
        desk.seat(new DeskPlan(placements));
        return desk;
    }

    private static DeskScreen screen(ScreenId id, Area area, double scale) {
        return new DeskScreen(id, "Panel", area, scale, false);
    }

    /** By a meter that is not simulated, to 430 cd/m². */
    private void calibrateForMammography() throws Exception {
        Bench bench = new Bench(SimulatedPanel.gamma(2.2).between(0.4, 600));
        QaSession usual = bench.sessionWithMeterDue(Optional.of(LocalDate.of(2027, 11, 24)));
        QaSession session = new QaSession(
                usual.display(),
                usual.bench(),
                List.of(CalibrationProfile.shipped("acr-aapm-siim-mammography")),
                usual.litSince(),
                usual.operator());
        new DisplayQa(ledger, Bench.CLOCK).calibrate(session, new Cancellation(), QaProgress.NONE);
    }

    @Test
    void withoutADeskNobodyReadsBreastImages() throws Exception {
        MammographyDesk desk = new MammographyDesk(ledger, Bench.CLOCK);

        assertFalse(desk.get().mammography());
        assertEquals("no diagnostic display is known here", desk.get().evidence());
    }

    @Test
    void aPanelThatPassedAndHasItsPixelsIsFitUntilItIsDue() throws Exception {
        calibrateForMammography();

        MammographyDesk desk = desk(Bench.CLOCK, screen(LEFT, FIVE_MEGAPIXELS, 1));

        assertTrue(desk.get().mammography(), () -> desk.get().evidence());
        assertTrue(
                desk.get()
                        .evidence()
                        .startsWith(
                                "Panel: 5.2 MP, Calibration and conformance of 2026-11-24: passed by ACR-AAPM-SIIM, mammography"),
                () -> desk.get().evidence());
        Clock late = Clock.offset(Bench.CLOCK, Duration.ofDays(400));
        assertFalse(desk(late, screen(LEFT, FIVE_MEGAPIXELS, 1)).get().mammography());
    }

    @Test
    void pixelsAreThoseOfTheDeviceAndNotOfTheLayout() throws Exception {
        calibrateForMammography();

        assertTrue(desk(Bench.CLOCK, screen(LEFT, new Area(0, 0, 1024, 1280), 2))
                .get()
                .mammography());
        MammographyDesk small = desk(Bench.CLOCK, screen(LEFT, new Area(0, 0, 1536, 2048), 1));
        assertEquals("Panel: 3.1 MP, 5 MP are needed", small.get().evidence());
        assertFalse(small.get().mammography());
    }

    @Test
    void oneDiagnosticDisplayThatIsNotFitIsEnough() throws Exception {
        calibrateForMammography();

        MammographyDesk desk = desk(
                Bench.CLOCK,
                screen(LEFT, FIVE_MEGAPIXELS, 1),
                screen(new ScreenId("other"), new Area(2048, 0, 2048, 2560), 1));

        assertFalse(desk.get().mammography());
        assertTrue(desk.get().evidence().endsWith("Panel: 5.2 MP, passed no standard for mammography"), () -> desk.get()
                .evidence());
    }

    @Test
    void aSimulatedMeterProvesNothing() throws Exception {
        Bench bench = new Bench(SimulatedPanel.gamma(2.2).between(0.4, 600));
        QaSession usual = bench.session();
        new DisplayQa(ledger, Bench.CLOCK)
                .calibrate(
                        new QaSession(
                                usual.display(),
                                usual.bench(),
                                List.of(CalibrationProfile.shipped("acr-aapm-siim-mammography")),
                                usual.litSince(),
                                usual.operator()),
                        new Cancellation(),
                        QaProgress.NONE);

        assertFalse(desk(Bench.CLOCK, screen(LEFT, FIVE_MEGAPIXELS, 1)).get().mammography());
    }
}
