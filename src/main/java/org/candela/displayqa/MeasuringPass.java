package org.candela.displayqa;

import java.util.ArrayList;
import java.util.List;
import org.candela.base.Cancellation;
import org.candela.calibration.Luminance;
import org.candela.calibration.device.DeviceException;

/**
 * Reads a series of patches, repeating a reading that cannot be true. Device thread.
 *
 * <p>Outlier rule: a patch brighter than the one before must not read darker by more than 5 % and 0.10 cd/m²; it is then
 * read again, up to five times. Every reading is kept, rejects too.
 */
final class MeasuringPass {
    private static final int RETRIES = 5;
    private static final double RELATIVE = 0.05;
    private static final double ABSOLUTE = 0.10;

    private final TestBench bench;
    private final Cancellation cancellation;
    private final List<Reading> readings = new ArrayList<>();

    MeasuringPass(TestBench bench, Cancellation cancellation) {
        this.bench = bench;
        this.cancellation = cancellation;
    }

    /** Emitted luminances of the patches, which go from dark to bright. */
    // [impl->req~displayqa.outliers~1]
    List<Luminance> measure(List<Integer> patches) throws DeviceException {
        List<Luminance> measured = new ArrayList<>();
        Luminance before = Luminance.ZERO;
        for (int argb : patches) {
            cancellation.throwIfRequested();
            bench.patches().show(argb);
            before = read(argb, before);
            measured.add(before);
        }
        return measured;
    }

    /** All readings so far, in order. */
    List<Reading> readings() {
        return List.copyOf(readings);
    }

    private Luminance read(int argb, Luminance darker) throws DeviceException {
        double least = darker.cdPerM2() * (1 - RELATIVE) - ABSOLUTE;
        for (int attempt = 0; attempt <= RETRIES; attempt++) {
            Luminance seen = bench.photometer().read();
            boolean isPlausible = seen.cdPerM2() >= least;
            readings.add(new Reading(argb, seen, isPlausible));
            if (isPlausible) {
                return seen;
            }
            cancellation.throwIfRequested();
        }
        throw new DeviceException(
                "device.implausible",
                bench.photometer().identity().text(),
                "a brighter patch reads darker, " + (RETRIES + 1) + " times in a row; has the meter moved?");
    }
}
