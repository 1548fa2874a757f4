package org.candela.displayqa;

import java.util.ArrayList;
import java.util.List;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.calibration.CalibrationException;
import org.candela.calibration.ContrastResponse;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.GreyPalette;
import org.candela.calibration.GsdfTarget;
import org.candela.calibration.Luminance;
import org.candela.calibration.LuminanceResponse;
import org.candela.calibration.LutBuilder;
import org.candela.calibration.device.DeviceException;
import org.candela.image.DisplayLut;

/**
 * Calibrates one display for the render path: neutral ramp, native curve, table, second measuring pass.
 *
 * <p>The ramp that was in force comes back whenever the run does not finish. Device thread; asks its cancellation between
 * readings.
 */
// [impl->req~displayqa.calibrate~1]
public final class CalibrationRun {
    private static final int GREY = 0x010101;
    private static final int OPAQUE = 0xFF000000;
    private static final int MAX = 255;
    private static final int SHADOWS_END = 40;
    private static final int SHADOW_STEP = 4;
    private static final int STEP = 12;
    private static final GreyPalette PALETTE = GreyPalette.SUB_GREY_1786;

    private final TestBench bench;
    private final Goal goal;

    /**
     * What to calibrate to.
     *
     * @param maximum L'max, ambient light included
     * @param luminanceRatio L'max / L'min
     */
    public record Goal(Luminance maximum, double luminanceRatio) {}

    public CalibrationRun(TestBench bench, Goal goal) {
        this.bench = bench;
        this.goal = goal;
    }

    /**
     * Runs to the end and leaves the neutral ramp in force, as the table needs it.
     *
     * @throws CalibrationException when the display cannot reach the goal
     * @throws DeviceException when a device fails
     * @throws java.util.concurrent.CancellationException when cancelled
     */
    // [impl->req~displayqa.restore~1]
    public Calibration run(Cancellation cancellation) throws CandelaException {
        GammaRamp before = bench.ramp().read();
        boolean isFinished = false;
        try {
            bench.ramp().load(GammaRamp.identity(before.size()));
            Calibration calibration = calibrate(new MeasuringPass(bench, cancellation));
            isFinished = true;
            return calibration;
        } finally {
            if (!isFinished) {
                bench.ramp().load(before);
            }
        }
    }

    private Calibration calibrate(MeasuringPass pass) throws CandelaException {
        Luminance ambient = bench.room().ambient();
        GsdfTarget target = GsdfTarget.of(goal.maximum(), goal.luminanceRatio(), ambient);
        LuminanceResponse response = nativeResponse(pass);
        LutBuilder.Built<DisplayLut> built = LutBuilder.of(response, target)
                .forRenderer(PALETTE, bench.room().weights());
        ContrastResponse uncalibrated = seen(pass.measure(eighteen(DisplayLut.IDENTITY)), ambient);
        ContrastResponse calibrated = seen(pass.measure(eighteen(built.table())), ambient);
        return new Calibration(
                bench.photometer().identity(),
                target,
                PALETTE,
                built.table(),
                built.prediction(),
                uncalibrated,
                calibrated,
                pass.readings());
    }

    /** Drive levels closer together in the shadows, where a step of drive changes perception most. */
    private static LuminanceResponse nativeResponse(MeasuringPass pass) throws CandelaException {
        List<Integer> drives = new ArrayList<>();
        for (int drive = 0; drive < MAX; drive += drive < SHADOWS_END ? SHADOW_STEP : STEP) {
            drives.add(drive);
        }
        drives.add(MAX);
        List<Luminance> luminances =
                pass.measure(drives.stream().map(drive -> OPAQUE | drive * GREY).toList());
        List<LuminanceResponse.Point> points = new ArrayList<>();
        for (int i = 0; i < drives.size(); i++) {
            points.add(new LuminanceResponse.Point(drives.get(i), luminances.get(i)));
        }
        return LuminanceResponse.of(points);
    }

    private static List<Integer> eighteen(DisplayLut lut) {
        List<Integer> patches = new ArrayList<>();
        for (int i = 0; i < ContrastResponse.ROUTINE_LEVELS; i++) {
            patches.add(lut.argb(DisplayLut.MAX_P_VALUE * i / (ContrastResponse.ROUTINE_LEVELS - 1)));
        }
        return patches;
    }

    private static ContrastResponse seen(List<Luminance> emitted, Luminance ambient) throws CalibrationException {
        double[] seen = emitted.stream()
                .mapToDouble(light -> light.plus(ambient).cdPerM2())
                .toArray();
        try {
            return ContrastResponse.of(seen);
        } catch (IllegalArgumentException e) {
            throw new CalibrationException(
                    "calibration.outside-gsdf", "what was measured cannot be judged: " + e.getMessage(), e);
        }
    }
}
