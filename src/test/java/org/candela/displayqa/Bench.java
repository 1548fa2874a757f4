package org.candela.displayqa;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.candela.calibration.CalibrationException;
import org.candela.calibration.CalibrationProfile;
import org.candela.calibration.ChannelWeights;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.Luminance;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.DisplayDevice;
import org.candela.calibration.device.DisplayDevice.Place;
import org.candela.calibration.device.Edid;
import org.candela.calibration.device.Photometer;
import org.candela.calibration.device.sim.SimulatedMonitor;
import org.candela.calibration.device.sim.SimulatedPhotometer;

/** A simulated display on the bench, with a graphics LUT that starts out as something else than neutral. */
final class Bench {
    static final Instant NOW = Instant.parse("2026-11-24T01:30:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final TestBench.Room ROOM =
            new TestBench.Room(new Luminance(0.2), TestBench.AmbientSource.PROVIDED, ChannelWeights.SRGB);
    static final GammaRamp FOUND = GammaRamp.grey(squares());
    static final DisplayDevice DISPLAY = new DisplayDevice(
            "DP-1",
            Optional.of(new Edid("CDL", 0x0D1A, 0, "VIRT DIAG L", "VIRT-1001", 325, 433, 2026)),
            new Place(0, 0, 1536, 2048));

    final SimulatedMonitor monitor = SimulatedMonitor.typical(7);
    final SimulatedPhotometer photometer = new SimulatedPhotometer(monitor);
    GammaRamp inForce = FOUND;
    int patches;
    Runnable onPatch = () -> {};

    TestBench testBench() {
        return testBench(photometer);
    }

    private TestBench testBench(Photometer meter) {
        return new TestBench(this::show, meter, new BenchRamp(), ROOM);
    }

    QaSession session() throws CalibrationException {
        return session(testBench(), Duration.ofHours(1));
    }

    QaSession coldSession(Duration lit) throws CalibrationException {
        return session(testBench(), lit);
    }

    /** A session whose meter claims to be real, with its own calibration due on that day. */
    QaSession sessionWithMeterDue(Optional<LocalDate> due) throws CalibrationException {
        Photometer real = new Photometer() {
            @Override
            public Identity identity() {
                return new Identity("Make", "Model", "1", "", Aim.CONTACT, due, false);
            }

            @Override
            public Luminance read() throws DeviceException {
                return photometer.read();
            }
        };
        return session(testBench(real), Duration.ofHours(1));
    }

    QaSession sessionOn(DisplayDevice display) throws CalibrationException {
        QaSession usual = session();
        return new QaSession(display, usual.bench(), usual.profile(), usual.litSince(), usual.operator());
    }

    static QaRecord record() throws Exception {
        Bench bench = new Bench();
        CalibrationRun.Goal goal = new CalibrationRun.Goal(new Luminance(360), 350);
        Calibration done = new CalibrationRun(bench.testBench(), goal).run(new org.candela.base.Cancellation());
        return QaRecord.judged(bench.session(), done, CLOCK);
    }

    private static QaSession session(TestBench bench, Duration lit) throws CalibrationException {
        CalibrationProfile profile = CalibrationProfile.shipped("acr-aapm-siim-primary");
        return new QaSession(DISPLAY, bench, profile, NOW.minus(lit), "reader");
    }

    private void show(int argb) {
        patches++;
        onPatch.run();
        monitor.show(argb);
    }

    private static int[] squares() {
        int[] outputs = new int[256];
        java.util.Arrays.setAll(outputs, i -> i * i);
        return outputs;
    }

    private final class BenchRamp implements TestBench.Ramp {
        @Override
        public GammaRamp read() {
            return inForce;
        }

        @Override
        public void load(GammaRamp ramp) {
            inForce = ramp;
            monitor.load(ramp);
        }
    }
}
