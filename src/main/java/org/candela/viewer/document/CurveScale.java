package org.candela.viewer.document;

/**
 * How fast the paper runs and how high a millivolt is; the first is what ECG are read at everywhere.
 *
 * @param mmPerSecond along
 * @param mmPerMillivolt up
 */
public record CurveScale(double mmPerSecond, double mmPerMillivolt) {
    static final java.util.List<CurveScale> ALL = java.util.List.of(
            new CurveScale(25, 10),
            new CurveScale(50, 10),
            new CurveScale(25, 20),
            new CurveScale(50, 20),
            new CurveScale(25, 5));

    public CurveScale {
        if (!(mmPerSecond > 0 && mmPerMillivolt > 0)) {
            throw new IllegalArgumentException("no scale: " + mmPerSecond + " mm/s, " + mmPerMillivolt + " mm/mV");
        }
    }

    CurveScale next() {
        return ALL.get((ALL.indexOf(this) + 1) % ALL.size());
    }
}
