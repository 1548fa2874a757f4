package org.candela.image;

import java.util.ArrayList;
import java.util.List;

/**
 * Passes through the patient: slices of which several lie at one place, as phases, echoes or b-values do, taken apart so
 * that each pass holds one slice a place.
 *
 * @param passes indices of the slices, pass by pass, each in order of position
 */
public record SlicePasses(List<List<Integer>> passes) {
    public SlicePasses {
        passes = passes.stream().map(List::copyOf).toList();
    }

    /**
     * The passes of slices at these positions along the normal, mm, ascending; of those at one place the first given are
     * the first pass.
     */
    // [impl->req~image.slice-passes~1]
    public static SlicePasses of(List<Double> ascending) {
        List<List<Integer>> passes = new ArrayList<>();
        int rank = 0;
        for (int i = 0; i < ascending.size(); i++) {
            boolean isSamePlace = i > 0 && ascending.get(i) - ascending.get(i - 1) < SliceSteps.SAME_PLACE;
            rank = isSamePlace ? rank + 1 : 0;
            if (rank == passes.size()) {
                passes.add(new ArrayList<>());
            }
            passes.get(rank).add(i);
        }
        return new SlicePasses(passes);
    }

    /** Whether every place was passed equally often, so that none of the slices is a mere repetition. */
    public boolean isRegular() {
        return passes.stream().map(List::size).distinct().count() <= 1;
    }

    /** The indices in the order of the passes. */
    public List<Integer> inOrder() {
        return passes.stream().flatMap(List::stream).toList();
    }
}
