package org.candela.displayqa.measure;

import java.util.ArrayList;
import java.util.List;
import org.candela.base.Cancellation;
import org.candela.calibration.Luminance;
import org.candela.calibration.OutlierRule;
import org.candela.calibration.ReadingRule;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.Photometer;

/**
 * Reads patches one by one, repeating a reading that cannot be true. Device thread.
 *
 * <p>Outlier rule: a patch must not read darker than a darker one, nor brighter than a brighter one, by more than 5 % and
 * 0.10 cd/m²; else it is read again, up to five times. Through a table that was just made it must also be near to what the
 * table was made to give ({@link OutlierRule}). Every reading is kept, rejects too.
 */
final class MeasuringPass {
    private static final double RELATIVE = 0.05;
    private static final double ABSOLUTE = 0.10;
    /** Of two that differ nobody knows which is wrong. */
    private static final int LEAST_FELLOWS = 3;

    private final TestBench bench;
    private final Cancellation cancellation;
    private final QaProgress progress;
    private final List<Reading> readings = new ArrayList<>();

    MeasuringPass(TestBench bench, Cancellation cancellation, QaProgress progress) {
        this.bench = bench;
        this.cancellation = cancellation;
        this.progress = progress;
    }

    /** Emitted luminances of the patches, which go from dark to bright: each the mean of so many readings. */
    List<Luminance> measure(QaProgress.Step step, List<Level> levels, int readings) throws DeviceException {
        List<Luminance> measured = new ArrayList<>();
        Luminance darker = Luminance.ZERO;
        progress.begins(step, levels.size());
        for (Level level : levels) {
            Bounds bounds = new Bounds(darker, Double.POSITIVE_INFINITY, level.expectedCdPerM2());
            darker = mean(new Patch(level.argb(), readings), bounds);
            measured.add(darker);
            progress.reached(step, measured.size());
        }
        return measured;
    }

    /**
     * A patch of a row.
     *
     * @param expectedCdPerM2 what it shall give, emitted; NaN where nobody knows
     */
    record Level(int argb, double expectedCdPerM2) {}

    /** Emitted luminance of one patch between a darker and a brighter one. */
    // [impl->req~displayqa.outliers~1]
    Luminance measure(int argb, Bounds bounds) throws DeviceException {
        cancellation.throwIfRequested();
        bench.patches().show(argb);
        return accepted(argb, bounds);
    }

    private Luminance accepted(int argb, Bounds bounds) throws DeviceException {
        for (int attempt = 0; attempt <= OutlierRule.MOST_RETRIES; attempt++) {
            Reading reading = read(argb, bounds, attempt);
            readings.add(reading);
            progress.read(reading);
            if (reading.isAccepted()) {
                return reading.luminance();
            }
            cancellation.throwIfRequested();
        }
        throw new DeviceException(
                "device.implausible",
                bench.photometer().identity().text(),
                "a patch reads darker than a darker one or brighter than a brighter one, "
                        + (OutlierRule.MOST_RETRIES + 1) + " times in a row; has the meter moved?");
    }

    /**
     * A patch and how often it is read.
     *
     * @param readings at least 1
     */
    record Patch(int argb, int readings) {}

    /** Mean emitted luminance of several readings of one patch; of a typed meter one reading. */
    Luminance mean(Patch patch, Bounds bounds) throws DeviceException {
        double sum = measure(patch.argb(), bounds).cdPerM2();
        int readings = isTyped() ? 1 : patch.readings();
        for (int again = 1; again < readings; again++) {
            sum += accepted(patch.argb(), bounds).cdPerM2();
        }
        return new Luminance(sum / readings);
    }

    /** Mean emitted luminance of as many readings of one patch as a rule asks for; of a typed meter one reading. */
    // [impl->req~displayqa.noise~1]
    Luminance steady(int argb, Bounds bounds, ReadingRule rule) throws DeviceException {
        List<Double> read = new ArrayList<>(List.of(measure(argb, bounds).cdPerM2()));
        while (!isTyped() && !rule.isEnough(read)) {
            cancellation.throwIfRequested();
            read.add(accepted(argb, bounds).cdPerM2());
        }
        return new Luminance(ReadingRule.mean(read));
    }

    /**
     * What a patch gives of which nothing is known before, read until a rule is content; of a typed meter one reading. A reading
     * that its fellows do not bear out ({@link OutlierRule} about their median) is rejected, and another is taken.
     *
     * @return the readings that count
     */
    // [impl->req~displayqa.noise~1]
    // [impl->req~displayqa.outliers~1]
    List<Reading> repeated(int argb, Bounds bounds, ReadingRule rule) throws DeviceException {
        int first = readings.size();
        measure(argb, bounds);
        int rejected = 0;
        while (!isTyped() && !rule.isEnough(values(acceptedSince(first)))) {
            cancellation.throwIfRequested();
            accepted(argb, bounds);
            rejected += rejectOutliers(first, rejected);
        }
        return acceptedSince(first);
    }

    /** The mean of what {@link #repeated} read. */
    static Luminance mean(List<Reading> readings) {
        return new Luminance(ReadingRule.mean(values(readings)));
    }

    private int rejectOutliers(int first, int before) throws DeviceException {
        List<Reading> fellows = acceptedSince(first);
        if (fellows.size() < LEAST_FELLOWS) {
            return 0;
        }
        List<Double> sorted = values(fellows).stream().sorted().toList();
        Luminance median = new Luminance(sorted.get(sorted.size() / 2));
        int rejected = 0;
        for (int i = first; i < readings.size(); i++) {
            Reading reading = readings.get(i);
            if (reading.isAccepted() && OutlierRule.isSuspect(median, reading.luminance(), before)) {
                readings.set(i, reading.rejected());
                progress.rejects(reading);
                rejected++;
            }
        }
        if (before + rejected > OutlierRule.MOST_RETRIES) {
            throw new DeviceException(
                    "device.implausible",
                    bench.photometer().identity().text(),
                    "readings of one patch do not agree; has the meter moved?");
        }
        return rejected;
    }

    private List<Reading> acceptedSince(int first) {
        return readings.subList(first, readings.size()).stream()
                .filter(Reading::isAccepted)
                .toList();
    }

    private static List<Double> values(List<Reading> readings) {
        return readings.stream().map(reading -> reading.luminance().cdPerM2()).toList();
    }

    /** Nobody types the same number again and again, and a meter in the hand shows a mean already. */
    private boolean isTyped() {
        return bench.photometer().identity().aim().isTyped();
    }

    /** Says how many patches of a step have been read. */
    void tell(QaProgress.Step step, int done) {
        progress.reached(step, done);
    }

    private Reading read(int argb, Bounds bounds, int retries) throws DeviceException {
        Photometer.Seen seen = bench.photometer().measure();
        return new Reading(argb, seen.luminance(), seen.colour(), bounds.allow(seen.luminance(), retries));
    }

    /** All readings so far, in order. */
    List<Reading> readings() {
        return List.copyOf(readings);
    }

    /**
     * What is known of a patch before it is read.
     *
     * @param darker luminance of a darker patch
     * @param brighterCdPerM2 luminance of a brighter patch; infinite where none was read
     * @param expectedCdPerM2 what a table was made to give; NaN where nothing is expected
     */
    record Bounds(Luminance darker, double brighterCdPerM2, double expectedCdPerM2) {
        static final Bounds ANYTHING = new Bounds(Luminance.ZERO, Double.POSITIVE_INFINITY);

        Bounds(Luminance darker, double brighterCdPerM2) {
            this(darker, brighterCdPerM2, Double.NaN);
        }

        boolean allow(Luminance seen, int retries) {
            boolean isAsExpected = Double.isNaN(expectedCdPerM2)
                    || !OutlierRule.isSuspect(new Luminance(expectedCdPerM2), seen, retries);
            return isAsExpected
                    && seen.cdPerM2() >= darker.cdPerM2() * (1 - RELATIVE) - ABSOLUTE
                    && seen.cdPerM2() <= brighterCdPerM2 * (1 + RELATIVE) + ABSOLUTE;
        }
    }
}
