package org.candela.displayqa.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.candela.calibration.CalibrationException;
import org.candela.calibration.JndScale;
import org.candela.calibration.Luminance;
import org.candela.calibration.LuminanceResponse;
import org.candela.calibration.device.DeviceException;

/**
 * Measures the response of an uncalibrated panel where it matters: gaps that span the most perceived steps are halved
 * first, which puts the samples where the panel's own curve is steep to the eye.
 */
// [impl->req~displayqa.adaptive~1]
final class NativeCurve {
    static final int GREY_TO_RGB = 0x010101;
    private static final int OPAQUE = 0xFF000000;
    private static final int FIRST_STEP = 17;
    private static final int WHITE = 255;
    /** Perceived steps that one gap may span: about half a step of the 18-level test. */
    private static final double WIDEST_GAP_JND = 16;

    private static final int MOST_POINTS = 72;

    private final MeasuringPass pass;
    private final TreeMap<Integer, Luminance> points = new TreeMap<>();

    private NativeCurve(MeasuringPass pass) {
        this.pass = pass;
    }

    /** Measures until no gap is wide, or enough points are known. */
    static LuminanceResponse measure(MeasuringPass pass) throws DeviceException, CalibrationException {
        NativeCurve curve = new NativeCurve(pass);
        curve.measureCoarsely();
        List<Integer> middles = curve.middlesOfWideGaps();
        while (!middles.isEmpty() && curve.points.size() < MOST_POINTS) {
            curve.measureBetween(middles);
            middles = curve.middlesOfWideGaps();
        }
        return curve.response();
    }

    private void measureCoarsely() throws DeviceException {
        List<Integer> drives = new ArrayList<>();
        for (int drive = 0; drive <= WHITE; drive += FIRST_STEP) {
            drives.add(drive);
        }
        List<Luminance> measured = pass.measure(
                QaProgress.Step.NATIVE_RESPONSE,
                drives.stream().map(NativeCurve::grey).toList());
        for (int i = 0; i < drives.size(); i++) {
            points.put(drives.get(i), measured.get(i));
        }
    }

    private void measureBetween(List<Integer> drives) throws DeviceException {
        for (int drive : drives) {
            MeasuringPass.Bounds bounds = new MeasuringPass.Bounds(
                    points.floorEntry(drive).getValue(),
                    points.ceilingEntry(drive).getValue().cdPerM2());
            points.put(drive, pass.measure(grey(drive), bounds));
        }
    }

    private List<Integer> middlesOfWideGaps() {
        List<Integer> middles = new ArrayList<>();
        Map.Entry<Integer, Luminance> from = points.firstEntry();
        for (Map.Entry<Integer, Luminance> to :
                points.tailMap(from.getKey(), false).entrySet()) {
            boolean canBeHalved = to.getKey() - from.getKey() > 1;
            if (canBeHalved && index(to.getValue()) - index(from.getValue()) > WIDEST_GAP_JND) {
                middles.add((from.getKey() + to.getKey()) / 2);
            }
            from = to;
        }
        return middles;
    }

    private LuminanceResponse response() throws CalibrationException {
        return LuminanceResponse.of(points.entrySet().stream()
                .map(point -> new LuminanceResponse.Point(point.getKey(), point.getValue()))
                .toList());
    }

    /** JND index, with what is darker or brighter than the GSDF taken as its end: only the size of gaps is asked. */
    private static double index(Luminance luminance) {
        double limited = Math.max(JndScale.MIN_LUMINANCE, Math.min(JndScale.MAX_LUMINANCE, luminance.cdPerM2()));
        return JndScale.polynomialIndex(limited);
    }

    private static int grey(int drive) {
        return OPAQUE | drive * GREY_TO_RGB;
    }
}
