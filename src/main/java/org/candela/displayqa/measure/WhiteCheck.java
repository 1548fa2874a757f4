package org.candela.displayqa.measure;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.candela.calibration.CalibrationException;
import org.candela.calibration.Luminance;

/**
 * White, read again and again while a curve is measured: a backlight that becomes brighter or darker meanwhile would bend the
 * curve.
 *
 * <p>Between two readings of white its light is taken to go straight; each point is brought to the last white by L · W_last /
 * W(t). Changes of no more than {@value #NOISE} are taken for noise and left alone, more than {@value #MOST} are refused.
 */
// [impl->req~displayqa.drift-in-run~1]
final class WhiteCheck {
    /** Four standard errors of the mean of three readings that scatter by 0.1 % are 0.23 %. */
    private static final double NOISE = 0.004;

    private static final double MOST = 0.05;

    private final TreeMap<Integer, Double> whites = new TreeMap<>();

    /** White at a moment, told by the number of readings until then. */
    void add(int moment, Luminance white) {
        whites.put(moment, white.cdPerM2());
    }

    /** A luminance that was read at a moment, brought to the last white. */
    Luminance corrected(int moment, Luminance luminance) {
        return isSteady() ? luminance : new Luminance(luminance.cdPerM2() * last() / at(moment));
    }

    /** @throws CalibrationException {@code calibration.unsteady} when white changed by more than can be corrected */
    BacklightSeen seen() throws CalibrationException {
        double change = largestChange();
        if (Math.abs(change) > MOST) {
            throw new CalibrationException(
                    "calibration.unsteady",
                    String.format(
                            Locale.ROOT,
                            "white changed by %.1f %% while the panel was measured: let it warm up, and switch off"
                                    + " automatic brightness and energy saving",
                            100 * change));
        }
        return new BacklightSeen(whites.size(), change, !isSteady());
    }

    private boolean isSteady() {
        return Math.abs(largestChange()) <= NOISE;
    }

    private double largestChange() {
        return whites.values().stream()
                .map(white -> last() / white - 1)
                .max((one, other) -> Double.compare(Math.abs(one), Math.abs(other)))
                .orElseThrow();
    }

    private double last() {
        return whites.lastEntry().getValue();
    }

    private double at(int moment) {
        Map.Entry<Integer, Double> before = whites.floorEntry(moment);
        Map.Entry<Integer, Double> after = whites.ceilingEntry(moment);
        if (before == null || after == null) {
            return before == null ? whites.firstEntry().getValue() : last();
        }
        int apart = after.getKey() - before.getKey();
        double share = apart == 0 ? 0 : (moment - before.getKey()) / (double) apart;
        return before.getValue() + share * (after.getValue() - before.getValue());
    }
}
