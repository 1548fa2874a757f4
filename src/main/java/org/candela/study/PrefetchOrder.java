package org.candela.study;

import java.util.ArrayList;
import java.util.List;

/** In which order the frames around the one on screen are worth loading. Pure. */
public final class PrefetchOrder {
    /** A hand that stops often goes back by a slice or two. */
    private static final int BOTH_WAYS = 2;

    /** Which way the reader moves through the frames. */
    public enum Travel {
        FORWARD(1),
        BACKWARD(-1);

        private final int step;

        Travel(int step) {
            this.step = step;
        }
    }

    private PrefetchOrder() {}

    /**
     * All frames but {@code frames[current]}: first two on either side, nearest first and the travelled side before the
     * other, then on in the direction of travel to the end, then back from {@code current} to the other end.
     */
    // [impl->req~study.prefetch-direction~1]
    public static List<FrameKey> around(List<FrameKey> frames, int current, Travel travel) {
        List<FrameKey> order = new ArrayList<>(frames.size());
        for (int distance = 1; distance <= BOTH_WAYS; distance++) {
            addIfThere(frames, current + distance * travel.step, order);
            addIfThere(frames, current - distance * travel.step, order);
        }
        for (int side : new int[] {travel.step, -travel.step}) {
            for (int i = current + (BOTH_WAYS + 1) * side; i >= 0 && i < frames.size(); i += side) {
                order.add(frames.get(i));
            }
        }
        return order;
    }

    private static void addIfThere(List<FrameKey> frames, int index, List<FrameKey> order) {
        if (index >= 0 && index < frames.size()) {
            order.add(frames.get(index));
        }
    }
}
