package org.candela.viewer;

import java.util.ArrayList;
import java.util.List;
import org.candela.study.FrameKey;

/**
 * A place in a stack and the way it was reached. Immutable.
 *
 * @param index from 0
 * @param direction +1 after going forwards, −1 after going backwards
 */
record StackPosition(List<FrameKey> frames, int index, int direction) {
    private static final int AHEAD = 24;
    private static final int BEHIND = 4;

    static StackPosition first(List<FrameKey> frames) {
        return new StackPosition(frames, 0, 1);
    }

    FrameKey key() {
        return frames.get(index);
    }

    /** The nearest frame to {@code wanted} that exists. */
    StackPosition at(int wanted) {
        int held = Math.max(0, Math.min(frames.size() - 1, wanted));
        return held == index ? this : new StackPosition(frames, held, held > index ? 1 : -1);
    }

    /** The frame after the last is the first, as a cine goes round. */
    StackPosition wrapped(int wanted) {
        return new StackPosition(frames, Math.floorMod(wanted, frames.size()), 1);
    }

    /** What will probably be wanted, first things first: far in the direction of travel, a little behind. */
    // [impl->req~viewer.prefetch-direction~1]
    List<FrameKey> ahead() {
        List<FrameKey> wanted = new ArrayList<>();
        for (int step = 1; step <= AHEAD; step++) {
            addIfPresent(wanted, index + step * direction);
            if (step <= BEHIND) {
                addIfPresent(wanted, index - step * direction);
            }
        }
        return wanted;
    }

    private void addIfPresent(List<FrameKey> wanted, int position) {
        if (position >= 0 && position < frames.size()) {
            wanted.add(frames.get(position));
        }
    }
}
