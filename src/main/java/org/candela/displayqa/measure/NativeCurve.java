package org.candela.displayqa.measure;

import java.util.List;
import java.util.TreeMap;
import org.candela.calibration.CalibrationException;
import org.candela.calibration.Luminance;
import org.candela.calibration.LuminanceResponse;
import org.candela.calibration.SamplingRule;
import org.candela.calibration.device.DeviceException;

/**
 * Measures the response of an uncalibrated panel where it matters, as a {@link SamplingRule} says.
 *
 * <p>Each grey is the mean of three readings: a table is made of this curve, and a reading's noise would be seen in it as a
 * step of its own.
 */
// [impl->req~displayqa.adaptive~1]
final class NativeCurve {
    private static final int GREY_TO_RGB = 0x010101;
    private static final int OPAQUE = 0xFF000000;
    private static final int READINGS = 3;

    private final MeasuringPass pass;
    private final TreeMap<Integer, Luminance> points = new TreeMap<>();

    private NativeCurve(MeasuringPass pass) {
        this.pass = pass;
    }

    /** Measures until the rule asks for no more. */
    static LuminanceResponse measure(MeasuringPass pass, SamplingRule rule)
            throws DeviceException, CalibrationException {
        NativeCurve curve = new NativeCurve(pass);
        curve.measure(rule.first());
        List<Integer> next = rule.next(curve.points);
        while (!next.isEmpty()) {
            curve.measure(next);
            next = rule.next(curve.points);
        }
        return curve.response();
    }

    private void measure(List<Integer> drives) throws DeviceException {
        for (int drive : drives) {
            points.put(
                    drive, pass.mean(new MeasuringPass.Patch(OPAQUE | drive * GREY_TO_RGB, READINGS), bounds(drive)));
            pass.tell(QaProgress.Step.NATIVE_RESPONSE, points.size());
        }
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

    private LuminanceResponse response() throws CalibrationException {
        return LuminanceResponse.of(points.entrySet().stream()
                .map(point -> new LuminanceResponse.Point(point.getKey(), point.getValue()))
                .toList());
    }
}
