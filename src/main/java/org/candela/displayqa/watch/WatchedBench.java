package org.candela.displayqa.watch;

import java.util.Optional;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.Luminance;
import org.candela.calibration.Tristimulus;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.Photometer;
import org.candela.displayqa.measure.TestBench;
import org.jspecify.annotations.Nullable;

/**
 * A bench on which a run breaks off when another program (night light, a colour manager) replaces the graphics LUT under it:
 * what was read then belongs to nobody's ramp. Device thread.
 */
// [impl->req~displayqa.run-undisturbed~1]
public final class WatchedBench {
    private final TestBench.Ramp ramp;
    private final Photometer photometer;
    private final Runnable between;
    private @Nullable GammaRamp expected;

    private WatchedBench(TestBench bench, Runnable between) {
        this.ramp = bench.ramp();
        this.photometer = bench.photometer();
        this.between = between;
    }

    /**
     * The same bench, watched.
     *
     * @param between done after each reading, as a look at the other displays; must be quick
     */
    public static TestBench of(TestBench bench, Runnable between) {
        WatchedBench watched = new WatchedBench(bench, between);
        return new TestBench(
                bench.patches(),
                watched.new WatchedPhotometer(),
                watched.new WatchedRamp(),
                bench.room(),
                bench.monitor());
    }

    private void check() throws DeviceException {
        between.run();
        if (expected != null && !ramp.read().equals(expected)) {
            throw new DeviceException(
                    "device.ramp-replaced",
                    "graphics LUT",
                    "another program replaced it during the run; switch off what changes colours (night light, colour"
                            + " profiles) and measure again");
        }
    }

    private final class WatchedRamp implements TestBench.Ramp {
        @Override
        public GammaRamp read() throws DeviceException {
            GammaRamp read = ramp.read();
            if (expected == null) {
                expected = read;
            }
            return read;
        }

        @Override
        public void load(GammaRamp next) throws DeviceException {
            expected = next;
            ramp.load(next);
        }
    }

    private final class WatchedPhotometer implements Photometer {
        @Override
        public Identity identity() {
            return photometer.identity();
        }

        @Override
        public Luminance read() throws DeviceException {
            Luminance read = photometer.read();
            check();
            return read;
        }

        @Override
        public Optional<Tristimulus> readColour() throws DeviceException {
            Optional<Tristimulus> read = photometer.readColour();
            check();
            return read;
        }

        @Override
        public Seen measure() throws DeviceException {
            Seen read = photometer.measure();
            check();
            return read;
        }
    }
}
