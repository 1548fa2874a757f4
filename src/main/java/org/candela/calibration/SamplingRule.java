package org.candela.calibration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * At which drive levels the response of a panel is measured next: first a coarse, even set, then the middles of those gaps
 * that span too many JNDs.
 *
 * <p>Ambient light is part of what the eye sees, so gaps are counted with it: a panel with an OLED's black, or one in a
 * bright room, is not measured finely where nothing can be seen. Immutable.
 *
 * @param widestGapJnds JNDs that a gap may span
 * @param mostPoints points to stop at
 * @param ambient added to every reading before it is taken as JNDs
 */
// [impl->req~calibration.sampling~1]
public record SamplingRule(double widestGapJnds, int mostPoints, Luminance ambient) {
    private static final List<Integer> SHADOWS = List.of(0, 2, 4, 8);
    private static final int FIRST_STEP = 17;
    private static final int WHITE = 255;

    public SamplingRule {
        if (!(widestGapJnds > 0) || mostPoints < 2) {
            throw new IllegalArgumentException("no sampling: " + widestGapJnds + ", " + mostPoints);
        }
    }

    /** Half a step of the 18-level test a gap, and no more than 72 points: about two minutes with a slow meter. */
    public static SamplingRule routine(Luminance ambient) {
        return new SamplingRule(16, 72, ambient);
    }

    /** Where to begin: 0, 2, 4, 8, then 17, 34, …, 255; near black a curve bends most and is too dark for gaps to show it. */
    public List<Integer> first() {
        List<Integer> drives = new ArrayList<>(SHADOWS);
        for (int drive = FIRST_STEP; drive <= WHITE; drive += FIRST_STEP) {
            drives.add(drive);
        }
        return List.copyOf(drives);
    }

    /**
     * What to measure next, widest gap first; empty when the curve is known well enough or {@code mostPoints} are reached.
     *
     * @param emitted what was measured so far, by drive level; not empty
     */
    public List<Integer> next(SortedMap<Integer, Luminance> emitted) {
        List<Gap> gaps = new ArrayList<>();
        Map.Entry<Integer, Luminance> from = null;
        for (Map.Entry<Integer, Luminance> to : emitted.entrySet()) {
            if (from != null && to.getKey() - from.getKey() > 1) {
                gaps.add(new Gap((from.getKey() + to.getKey()) / 2, index(to.getValue()) - index(from.getValue())));
            }
            from = to;
        }
        return gaps.stream()
                .filter(gap -> gap.width() > widestGapJnds)
                .sorted(Comparator.comparingDouble(Gap::width).reversed().thenComparing(Gap::middle))
                .map(Gap::middle)
                .limit(Math.max(0, mostPoints - emitted.size()))
                .toList();
    }

    private record Gap(int middle, double width) {}

    /** JND index; what is darker or brighter than the GSDF is taken as its end, since only the size of gaps is asked. */
    private double index(Luminance emitted) {
        double seen = emitted.plus(ambient).cdPerM2();
        return JndScale.polynomialIndex(Math.max(JndScale.MIN_LUMINANCE, Math.min(JndScale.MAX_LUMINANCE, seen)));
    }
}
