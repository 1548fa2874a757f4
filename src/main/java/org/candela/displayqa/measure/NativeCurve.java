package org.candela.displayqa.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.candela.calibration.CalibrationException;
import org.candela.calibration.Luminance;
import org.candela.calibration.LuminanceResponse;
import org.candela.calibration.ReadingRule;
import org.candela.calibration.SamplingRule;
import org.candela.calibration.device.DeviceException;

/**
 * Measures the response of an uncalibrated panel where it matters, as a {@link SamplingRule} says, and each grey as often as a
 * {@link ReadingRule} says: a table is made of this curve, and a reading's noise would be seen in it as a step of its own.
 *
 * <p>White is read first, after every {@value #GREYS_BETWEEN} greys and last, so that a drifting backlight is seen.
 */
// [impl->req~displayqa.adaptive~1]
final class NativeCurve {
    private static final int GREY_TO_RGB = 0x010101;
    private static final int OPAQUE = 0xFF000000;
    private static final int WHITE = 0xFFFFFFFF;
    private static final int WHITE_READINGS = 3;
    private static final int GREYS_BETWEEN = 12;

    private final MeasuringPass pass;
    private final Rules rules;
    private final TreeMap<Integer, Luminance> points = new TreeMap<>();
    private final List<Read> read = new ArrayList<>();
    private final WhiteCheck whites = new WhiteCheck();
    private int sinceWhite;

    private NativeCurve(MeasuringPass pass, Rules rules) {
        this.pass = pass;
        this.rules = rules;
    }

    /** Where and how often. */
    record Rules(SamplingRule where, ReadingRule howOften) {
        static Rules routine(Luminance ambient) {
            return new Rules(SamplingRule.routine(ambient), ReadingRule.routine(ambient));
        }
    }

    /** A grey as it was read, in the middle of its readings. */
    private record Read(int drive, Luminance light, int moment) {}

    /** The curve, and how steady the panel was. */
    record Measured(LuminanceResponse response, BacklightSeen backlight) {}

    /** Measures until the rules ask for no more. */
    static Measured measure(MeasuringPass pass, Rules rules) throws DeviceException, CalibrationException {
        NativeCurve curve = new NativeCurve(pass, rules);
        curve.white();
        curve.measure(rules.where().first());
        List<Integer> next = rules.where().next(curve.points);
        while (!next.isEmpty()) {
            curve.measure(next);
            next = rules.where().next(curve.points);
        }
        curve.white();
        return curve.measured();
    }

    private void measure(List<Integer> drives) throws DeviceException {
        for (int drive : drives) {
            int begun = pass.readings().size();
            Luminance light = pass.steady(OPAQUE | drive * GREY_TO_RGB, bounds(drive), rules.howOften());
            points.put(drive, light);
            read.add(new Read(drive, light, (begun + pass.readings().size()) / 2));
            pass.tell(QaProgress.Step.NATIVE_RESPONSE, points.size());
            if (++sinceWhite == GREYS_BETWEEN) {
                white();
            }
        }
    }

    private void white() throws DeviceException {
        sinceWhite = 0;
        whites.add(
                pass.readings().size(),
                pass.mean(new MeasuringPass.Patch(WHITE, WHITE_READINGS), MeasuringPass.Bounds.ANYTHING));
    }

    private MeasuringPass.Bounds bounds(int drive) {
        Luminance darker = points.floorKey(drive) == null
                ? Luminance.ZERO
                : points.floorEntry(drive).getValue();
        double brighter = points.ceilingKey(drive) == null
                ? Double.POSITIVE_INFINITY
                : points.ceilingEntry(drive).getValue().cdPerM2();
        return new MeasuringPass.Bounds(darker, brighter);
    }

    private Measured measured() throws CalibrationException {
        BacklightSeen backlight = whites.seen();
        LuminanceResponse response = LuminanceResponse.of(read.stream()
                .map(point ->
                        new LuminanceResponse.Point(point.drive(), whites.corrected(point.moment(), point.light())))
                .toList());
        return new Measured(response, backlight);
    }
}
