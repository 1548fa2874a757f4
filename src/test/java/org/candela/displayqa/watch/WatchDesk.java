package org.candela.displayqa.watch;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candela.MovableClock;
import org.candela.audit.AuditLog;
import org.candela.base.Cancellation;
import org.candela.calibration.CalibrationProfile;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.Luminance;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.DisplayDevice;
import org.candela.calibration.device.DisplayDevice.Place;
import org.candela.calibration.device.Edid;
import org.candela.calibration.device.GraphicsLut;
import org.candela.calibration.device.sim.SimulatedMonitor;
import org.candela.calibration.device.sim.SimulatedPhotometer;
import org.candela.displayqa.DisplayQa;
import org.candela.displayqa.ledger.QaLedger;
import org.candela.displayqa.measure.PatchPresenter;
import org.candela.displayqa.measure.QaProgress;
import org.candela.displayqa.measure.QaSession;
import org.candela.displayqa.measure.TestBench;
import org.candela.store.Database;

/** Displays whose graphics LUTs live in memory, a ledger and a book of alarms, and a clock that is moved by hand. */
final class WatchDesk implements AutoCloseable {
    static final DisplayDevice LEFT = display("DP-1", "VIRT DIAG L", "VIRT-1001", 0);
    static final DisplayDevice RIGHT = display("DP-2", "VIRT DIAG R", "VIRT-1002", 1536);
    static final GammaRamp WARM = warm(256);

    final Map<DisplayDevice, GammaRamp> ramps = new LinkedHashMap<>();
    final List<String> loads = new ArrayList<>();
    final Memory lut = new Memory();
    final Database database;
    final QaLedger ledger;
    final WatchBook book;
    final LutWatchdog watchdog;
    final LutRestorer restorer;
    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-24T01:30:00Z"));
    boolean isBroken;

    WatchDesk(Path folder) throws Exception {
        ramps.put(LEFT, GammaRamp.identity(256));
        ramps.put(RIGHT, GammaRamp.identity(256));
        database = Database.open(folder.resolve("watch.db"), clock());
        ledger = new QaLedger(database, new AuditLog());
        book = new WatchBook(database, new AuditLog(), clock());
        watchdog = newWatchdog();
        restorer = new LutRestorer(watchdog, clock());
    }

    /** As after a restart of the program. */
    LutWatchdog newWatchdog() {
        return new LutWatchdog(new LutWatchdog.Watched(ledger, lut, () -> List.copyOf(ramps.keySet())), book);
    }

    Clock clock() {
        return clock;
    }

    void pass(Duration time) {
        clock.advance(time);
    }

    void calibrate(DisplayDevice display) throws Exception {
        new DisplayQa(ledger, clock()).calibrate(session(display, lut, clock()), new Cancellation(), QaProgress.NONE);
    }

    /** A session whose meter sees a simulated panel behind the ramps of {@code lut}. */
    static QaSession session(DisplayDevice display, GraphicsLut lut, Clock clock) throws Exception {
        return session(display, lut, clock, argb -> {});
    }

    static QaSession session(DisplayDevice display, GraphicsLut lut, Clock clock, PatchPresenter seen)
            throws Exception {
        SimulatedMonitor monitor = SimulatedMonitor.typical(7);
        TestBench.Ramp driver = TestBench.Ramp.of(lut, display);
        TestBench.Ramp both = new TestBench.Ramp() {
            @Override
            public GammaRamp read() throws DeviceException {
                return driver.read();
            }

            @Override
            public void load(GammaRamp ramp) throws DeviceException {
                driver.load(ramp);
                monitor.load(ramp);
            }
        };
        PatchPresenter patches = argb -> {
            seen.show(argb);
            monitor.show(argb);
        };
        return new QaSession(
                display,
                new TestBench(
                        patches,
                        new SimulatedPhotometer(monitor),
                        both,
                        new TestBench.Room(new Luminance(0.2), TestBench.AmbientSource.PROVIDED)),
                List.of(CalibrationProfile.shipped("acr-aapm-siim-primary")),
                clock.instant().minus(Duration.ofHours(1)),
                "reader");
    }

    static GammaRamp warm(int size) {
        int[] full = new int[size];
        int[] less = new int[size];
        for (int i = 0; i < size; i++) {
            full[i] = i * 65535 / (size - 1);
            less[i] = full[i] / 2;
        }
        return GammaRamp.of(full, full, less);
    }

    private static DisplayDevice display(String connector, String name, String serial, int x) {
        Edid edid = new Edid("CDL", 0x0D1A, 0, name, serial, 325, 433, 2026);
        return new DisplayDevice(connector, Optional.of(edid), new Place(x, 0, 1536, 2048));
    }

    @Override
    public void close() throws Exception {
        database.close();
    }

    final class Memory implements GraphicsLut {
        @Override
        public int size(DisplayDevice display) throws DeviceException {
            return read(display).size();
        }

        @Override
        public GammaRamp read(DisplayDevice display) throws DeviceException {
            GammaRamp ramp = ramps.get(display);
            if (isBroken || ramp == null) {
                throw new DeviceException("device.gone", display.connector(), "unplugged");
            }
            return ramp;
        }

        @Override
        public void load(DisplayDevice display, GammaRamp ramp) throws DeviceException {
            if (ramp.size() != size(display)) {
                throw new DeviceException("device.x-error", display.connector(), "BadMatch");
            }
            loads.add(display.connector());
            ramps.put(display, ramp);
        }
    }
}
