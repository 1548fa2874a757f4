package org.candela.displayqa.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.Luminance;
import org.candela.calibration.device.DeviceException;

/**
 * Proves by light that a graphics LUT acts: systems accept a ramp, give it back when asked, and never show it.
 *
 * <p>The test ramp drives the greys 64 to 68 as 128, 128¼, 128½, 128¾ and 129 would be. Light that does not follow means that
 * the LUT is without effect; light that follows by quarters of a step, that 10 bits reach the panel. The neutral ramp is in
 * force again at the end, and is measured once more: a ramp that stays although another was loaded is a fault.
 */
// [impl->req~displayqa.ramp-acts~1]
final class RampProof {
    private static final int GREY_TO_RGB = 0x010101;
    private static final int OPAQUE = 0xFF000000;
    private static final int WHITE = 255;
    private static final int CODE = 257;
    private static final int FIRST = 64;
    private static final int QUARTERS = 4;
    private static final int READINGS = 3;
    /** The grey drives the panel twice as high: even an almost straight curve gives 1.6 times the light. */
    private static final double LEAST_GAIN = 1.25;
    /** How much the light of one grey may differ before and after. */
    private static final double STEADY = 0.1;
    /** Of the step from 128 to 129: how far a quarter may lie from its place. Half of what 9 bits would show. */
    private static final double QUARTER_TOLERANCE = 0.15;

    private final MeasuringPass pass;
    private final TestBench.Ramp ramp;

    private RampProof(MeasuringPass pass, TestBench.Ramp ramp) {
        this.pass = pass;
        this.ramp = ramp;
    }

    /**
     * Measures with {@code neutral} in force, which it is again afterwards.
     *
     * @throws DeviceException {@code device.ramp-stays} when the light of the neutral ramp does not come back
     */
    static RampSeen measure(MeasuringPass pass, TestBench.Ramp ramp, GammaRamp neutral) throws DeviceException {
        return new RampProof(pass, ramp).measure(neutral);
    }

    private RampSeen measure(GammaRamp neutral) throws DeviceException {
        Luminance before = read(FIRST, 1);
        ramp.load(testRamp(neutral.size()));
        Luminance tested = read(FIRST, READINGS);
        boolean acts = tested.cdPerM2() > LEAST_GAIN * before.cdPerM2();
        int bits = acts ? bits(tested) : 0;
        ramp.load(neutral);
        Luminance after = read(FIRST, 1);
        if (acts && Math.abs(after.cdPerM2() - before.cdPerM2()) > STEADY * before.cdPerM2()) {
            throw new DeviceException(
                    "device.ramp-stays",
                    "graphics LUT",
                    "a grey of " + before.cdPerM2() + " cd/m² gives " + after.cdPerM2()
                            + " after the neutral ramp was loaded again: another ramp is in force than the one read back");
        }
        return new RampSeen(acts ? RampEffect.ACTS : RampEffect.WITHOUT_EFFECT, bits, before, tested);
    }

    /** 10 where each quarter of the step lies in its place, else 8. */
    private int bits(Luminance first) throws DeviceException {
        List<Double> light = new ArrayList<>(List.of(first.cdPerM2()));
        for (int quarter = 1; quarter <= QUARTERS; quarter++) {
            light.add(read(FIRST + quarter, READINGS).cdPerM2());
        }
        double step = light.get(QUARTERS) - light.get(0);
        double farthest = IntStream.range(1, QUARTERS)
                .mapToDouble(i -> Math.abs(light.get(i) - light.get(0) - step * i / QUARTERS))
                .max()
                .orElseThrow();
        return step > 0 && farthest < QUARTER_TOLERANCE * step ? 10 : 8;
    }

    private Luminance read(int grey, int readings) throws DeviceException {
        return pass.mean(new MeasuringPass.Patch(OPAQUE | grey * GREY_TO_RGB, readings), MeasuringPass.Bounds.ANYTHING);
    }

    /** Straight from black to 128 at grey 64, by quarters to 129 at grey 68, straight to white. */
    static GammaRamp testRamp(int size) {
        return GammaRamp.grey(IntStream.range(0, size)
                .mapToDouble(input -> input * (double) WHITE / (size - 1))
                .mapToInt(grey -> (int) Math.round(output(grey) * CODE))
                .toArray());
    }

    private static double output(double grey) {
        double half = 2.0 * FIRST;
        if (grey <= FIRST) {
            return 2 * grey;
        }
        if (grey <= FIRST + QUARTERS) {
            return half + (grey - FIRST) / QUARTERS;
        }
        double above = (grey - FIRST - QUARTERS) / (WHITE - FIRST - QUARTERS);
        return half + 1 + above * (WHITE - half - 1);
    }
}
