package org.candela.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.candela.Fx;
import org.candela.VirtualDesk;
import org.candela.base.AppPaths;
import org.candela.base.Cancellation;
import org.candela.calibration.CalibrationProfile;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.Luminance;
import org.candela.calibration.device.DisplayDevice;
import org.candela.calibration.device.DisplayDevice.Place;
import org.candela.calibration.device.Edid;
import org.candela.calibration.device.GraphicsLut;
import org.candela.calibration.device.ScreenPower;
import org.candela.calibration.device.sim.SimulatedMonitor;
import org.candela.calibration.device.sim.SimulatedPhotometer;
import org.candela.codec.video.FfmpegSearch.Places;
import org.candela.displayqa.DisplayQa;
import org.candela.displayqa.measure.QaProgress;
import org.candela.displayqa.measure.QaSession;
import org.candela.displayqa.measure.TestBench;
import org.candela.displayqa.watch.WatchBook;
import org.candela.displayqa.watch.WatchCause;
import org.candela.displayqa.watch.WatchEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What makes the watch look: each test fails when its one wire is cut. */
class DisplayWatchWiringTest {
    private static final DisplayDevice DISPLAY = new DisplayDevice(
            "DUMMY0",
            Optional.of(new Edid("CDL", 0x0D1A, 1, "VIRT DIAG L", "VIRT-1", 325, 433, 2026)),
            new Place(0, 0, 1536, 2048));
    private static final GammaRamp NEUTRAL = GammaRamp.identity(256);
    private static final GammaRamp FOREIGN = GammaRamp.grey(
            java.util.stream.IntStream.range(0, 256).map(i -> i * i).toArray());
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    private final Shifted clock = new Shifted();
    private final Executors executors = new Executors();
    private final OneRamp lut = new OneRamp();
    private final Sleeping power = new Sleeping();

    @SuppressWarnings("NullAway.Init") // set before each test
    private House house;

    @SuppressWarnings("NullAway.Init") // set before each test
    private DisplayWatch watch;

    @BeforeAll
    static void onTheVirtualDesk() {
        Assumptions.assumeTrue(VirtualDesk.ownDesk().isPresent(), VirtualDesk::absence);
        Fx.start();
    }

    @BeforeEach
    void open() throws Exception {
        house = House.open(
                new Config(AppPaths.under(folder), "", true, Places.NONE, "reader", 30, 0), clock, executors);
        SimulatedMonitor monitor = lut.monitor;
        TestBench bench = new TestBench(
                monitor::show,
                new SimulatedPhotometer(monitor),
                TestBench.Ramp.of(lut, DISPLAY),
                new TestBench.Room(new Luminance(0.2), TestBench.AmbientSource.PROVIDED));
        CalibrationProfile profile = CalibrationProfile.shipped("acr-aapm-siim-primary");
        new DisplayQa(house.displays().ledger(), clock)
                .calibrate(
                        new QaSession(
                                DISPLAY,
                                bench,
                                List.of(profile),
                                clock.instant().minus(Duration.ofHours(1)),
                                "reader"),
                        new Cancellation(),
                        QaProgress.NONE);
        watch = DisplayWatch.over(
                        house,
                        executors,
                        new Screens(
                                () -> List.of(DISPLAY),
                                Optional.of(lut),
                                Optional.of(power),
                                DriftWatch.Reached.NOTHING))
                .orElseThrow();
    }

    @AfterEach
    void close() throws Exception {
        executors.close();
        house.base().database().close();
    }

    // [utest->req~displayqa.watchdog~1]
    @Test
    void aWindowThatComesToTheFrontMakesItLook() throws Exception {
        Fx.run(watch::followFocus);
        lut.ramp = FOREIGN;

        Stage stage = Fx.call(() -> {
            Stage made = new Stage();
            made.setScene(new Scene(new Pane(), 200, 100));
            made.show();
            made.requestFocus();
            return made;
        });

        try {
            Fx.until("the look on focus", PATIENCE, () -> watch.mark(DISPLAY.id())
                    .isPresent());
            Fx.until("the alarm on the disk", PATIENCE, () -> !events().isEmpty());
            assertEquals(WatchCause.FOCUS, events().get(0).cause());
        } finally {
            Fx.run(stage::close);
        }
    }

    // [utest->req~displayqa.watchdog~1]
    @Test
    void monitorsThatWakeGetTheirRampsBackByThemselves() throws Exception {
        power.isAsleep = true;
        watch.begin();
        Fx.until("a look while asleep", PATIENCE, () -> power.asked > 1);
        lut.ramp = FOREIGN;
        Fx.until("the alarm", PATIENCE, () -> watch.mark(DISPLAY.id()).isPresent());
        assertEquals(FOREIGN, lut.ramp, "by the clock alone nothing is loaded");

        power.isAsleep = false;

        Fx.until("the ramp after waking", PATIENCE, () -> lut.ramp.equals(NEUTRAL));
    }

    // [utest->req~displayqa.watchdog~1]
    @Test
    void aComputerThatSleptGetsItsRampsBackByItself() throws Exception {
        watch.begin();
        Fx.until("a look", PATIENCE, () -> power.asked > 0);
        lut.ramp = FOREIGN;
        Fx.until("the alarm", PATIENCE, () -> watch.mark(DISPLAY.id()).isPresent());

        clock.shift = Duration.ofMinutes(10);

        Fx.until("the ramp after the sleep", PATIENCE, () -> lut.ramp.equals(NEUTRAL));
    }

    // [utest->req~displayqa.watchdog~1]
    @Test
    void displaysThatChangedGetTheirRampsBackAndTheCauseIsKept() throws Exception {
        lut.ramp = FOREIGN;

        executors.device().submit(watch::displaysChanged).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);

        assertEquals(NEUTRAL, lut.ramp);
        assertTrue(
                events().stream().allMatch(event -> event.cause() == WatchCause.DISPLAYS_CHANGED), events().toString());
    }

    private List<WatchEvent> events() throws Exception {
        House.Base base = house.base();
        return new WatchBook(base.database(), base.audit(), base.clock()).history(DISPLAY.id());
    }

    /** Light follows it, as the calibration proves. */
    private static final class OneRamp implements GraphicsLut {
        private volatile GammaRamp ramp = NEUTRAL;
        private final SimulatedMonitor monitor = SimulatedMonitor.typical(7);

        @Override
        public int size(DisplayDevice display) {
            return NEUTRAL.size();
        }

        @Override
        public GammaRamp read(DisplayDevice display) {
            return ramp;
        }

        @Override
        public void load(DisplayDevice display, GammaRamp loaded) {
            ramp = loaded;
            monitor.load(loaded);
        }
    }

    private static final class Sleeping implements ScreenPower {
        private volatile boolean isAsleep;
        private volatile int asked;

        @Override
        @SuppressWarnings("NonAtomicVolatileUpdate") // one thread asks
        public boolean isAsleep() {
            asked++;
            return isAsleep;
        }

        @Override
        public Hold keepAwake() {
            return () -> {};
        }
    }

    /** The clock on the wall, which goes on while the computer sleeps. */
    private static final class Shifted extends Clock {
        private volatile Duration shift = Duration.ZERO;

        @Override
        public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(shift);
        }
    }
}
