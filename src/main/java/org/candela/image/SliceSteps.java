package org.candela.image;

import java.util.ArrayList;
import java.util.List;

/**
 * How parallel slices follow one another along their normal (PS3.3 C.7.6.2.1.1).
 *
 * @param stepMm usual distance of neighbours, mm: the median; 0 where fewer than two slices lie apart
 * @param gaps places where slices seem to be missing, in order
 * @param repeated index of each slice that lies where the one before it lies
 */
public record SliceSteps(double stepMm, List<Gap> gaps, List<Integer> repeated) {
    /** Nothing is known of the slices, or there is only one. */
    public static final SliceSteps NONE = new SliceSteps(0, List.of(), List.of());

    /** Closer than this, mm, slices are at one place: positions are written with few digits. */
    static final double SAME_PLACE = 0.01;

    /** From this multiple of the usual step on, a distance is a gap; one missing slice doubles it. */
    private static final double GAP_FROM = 1.5;

    /** A step between slice {@code after} (from 0) and the next one that is too wide, mm. */
    public record Gap(int after, double widthMm) {}

    public SliceSteps {
        gaps = List.copyOf(gaps);
        repeated = List.copyOf(repeated);
    }

    /**
     * The steps of slices, pass after pass; from the last of a pass to the first of the next is no step.
     *
     * @param passes positions along the normal, mm
     */
    public static SliceSteps ofPasses(List<List<Double>> passes) {
        List<Gap> gaps = new ArrayList<>();
        List<Integer> repeated = new ArrayList<>();
        double step = 0;
        int before = 0;
        for (List<Double> pass : passes) {
            int offset = before;
            SliceSteps steps = of(pass);
            step = step == 0 ? steps.stepMm() : step;
            steps.gaps().forEach(gap -> gaps.add(new Gap(gap.after() + offset, gap.widthMm())));
            steps.repeated().forEach(index -> repeated.add(index + offset));
            before += pass.size();
        }
        return new SliceSteps(step, gaps, repeated);
    }

    /** The steps of slices at these positions along the normal, mm, ascending or descending. */
    // [impl->req~image.slice-steps~1]
    public static SliceSteps of(List<Double> positions) {
        List<Double> apart = new ArrayList<>();
        List<Integer> repeated = new ArrayList<>();
        for (int i = 1; i < positions.size(); i++) {
            double distance = distance(positions, i);
            if (distance < SAME_PLACE) {
                repeated.add(i);
            } else {
                apart.add(distance);
            }
        }
        if (apart.isEmpty()) {
            return new SliceSteps(0, List.of(), repeated);
        }
        // With two distances the smaller one is the step: the other may be the gap.
        double step = apart.stream().sorted().toList().get((apart.size() - 1) / 2);
        return new SliceSteps(step, gaps(positions, step), repeated);
    }

    /** Whether no slice is missing or repeated. */
    public boolean isEven() {
        return gaps.isEmpty() && repeated.isEmpty();
    }

    private static List<Gap> gaps(List<Double> positions, double step) {
        List<Gap> gaps = new ArrayList<>();
        for (int i = 1; i < positions.size(); i++) {
            double distance = distance(positions, i);
            if (distance > GAP_FROM * step) {
                gaps.add(new Gap(i - 1, distance));
            }
        }
        return gaps;
    }

    private static double distance(List<Double> positions, int index) {
        return Math.abs(positions.get(index) - positions.get(index - 1));
    }
}
