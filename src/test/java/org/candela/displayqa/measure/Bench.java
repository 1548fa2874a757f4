package org.candela.displayqa.measure;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.candela.calibration.CalibrationException;
import org.candela.calibration.CalibrationGoal;
import org.candela.calibration.CalibrationProfile;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.Luminance;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.DisplayDevice;
import org.candela.calibration.device.DisplayDevice.Place;
import org.candela.calibration.device.Edid;
import org.candela.calibration.device.MeterCertificate;
import org.candela.calibration.device.Photometer;
import org.candela.calibration.device.sim.SimulatedMonitor;
import org.candela.calibration.device.sim.SimulatedPanel;
import org.candela.calibration.device.sim.SimulatedPhotometer;
import org.candela.displayqa.ledger.QaRecord;

/** A simulated display on the bench, with a graphics LUT that starts out as something else than neutral. */
public final class Bench {
    public static final Instant NOW = Instant.parse("2026-11-24T01:30:00Z");
    public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    public static final TestBench.Room ROOM = new TestBench.Room(new Luminance(0.2), TestBench.AmbientSource.PROVIDED);
    public static final GammaRamp FOUND = GammaRamp.grey(squares());
    public static final DisplayDevice DISPLAY = new DisplayDevice(
            "DP-1",
            Optional.of(new Edid("CDL", 0x0D1A, 0, "VIRT DIAG L", "VIRT-1001", 325, 433, 2026)),
            new Place(0, 0, 1536, 2048));

    public final SimulatedMonitor monitor;
    public final SimulatedPhotometer photometer;
    public GammaRamp inForce = FOUND;
    public int patches;
    public Runnable onPatch = () -> {};

    public Bench() {
        this(SimulatedMonitor.typical(7));
    }

    /** With another panel. */
    public Bench(SimulatedPanel panel) {
        this(new SimulatedMonitor(panel, 7));
    }

    private Bench(SimulatedMonitor monitor) {
        this.monitor = monitor;
        this.photometer = new SimulatedPhotometer(monitor);
    }

    public TestBench testBench() {
        return testBench(photometer);
    }

    private TestBench testBench(Photometer meter) {
        return new TestBench(this::show, meter, new BenchRamp(), ROOM);
    }

    public QaSession session() throws CalibrationException {
        return session(testBench(), Duration.ofHours(1));
    }

    public QaSession coldSession(Duration lit) throws CalibrationException {
        return session(testBench(), lit);
    }

    /** A session whose meter claims to be real, with its own calibration due on that day. */
    public QaSession sessionWithMeterDue(Optional<LocalDate> due) throws CalibrationException {
        Photometer real = new Photometer() {
            @Override
            public Identity identity() {
                Identity meter = Identity.of("Make", "Model", "1", Aim.CONTACT);
                return due.map(Bench::certificate).map(meter::with).orElse(meter);
            }

            @Override
            public Luminance read() throws DeviceException {
                return photometer.read();
            }
        };
        return session(testBench(real), Duration.ofHours(1));
    }

    public QaSession sessionOn(DisplayDevice display) throws CalibrationException {
        QaSession usual = session();
        return new QaSession(display, usual.bench(), usual.profiles(), usual.litSince(), usual.operator());
    }

    /** A certificate that holds until {@code due}. */
    public static MeterCertificate certificate(LocalDate due) {
        return new MeterCertificate("C-1", "Laboratory", due.minusYears(1), due, 0.04);
    }

    public static QaRecord record() throws Exception {
        Bench bench = new Bench();
        CalibrationGoal goal = CalibrationGoal.gsdf(new Luminance(360), 350);
        QaOutcome done = new CalibrationRun(bench.testBench(), goal).run(new org.candela.base.Cancellation());
        return QaRecord.judged(bench.session(), done, CLOCK);
    }

    private static QaSession session(TestBench bench, Duration lit) throws CalibrationException {
        CalibrationProfile profile = CalibrationProfile.shipped("acr-aapm-siim-primary");
        return new QaSession(DISPLAY, bench, List.of(profile), NOW.minus(lit), "reader");
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
