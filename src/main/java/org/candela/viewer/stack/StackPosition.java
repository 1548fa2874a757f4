package org.candela.viewer.stack;

import java.util.List;
import org.candela.study.FrameKey;
import org.candela.study.StackPlace;

/**
 * A place in a stack and the way it was reached. Immutable.
 *
 * @param index from 0
 * @param direction +1 after going forwards, −1 after going backwards
 */
public record StackPosition(List<FrameKey> frames, int index, int direction) {
    public static StackPosition first(List<FrameKey> frames) {
        return new StackPosition(frames, 0, 1);
    }

    public FrameKey key() {
        return frames.get(index);
    }

    /** The nearest frame to {@code wanted} that exists. */
    public StackPosition at(int wanted) {
        int held = Math.max(0, Math.min(frames.size() - 1, wanted));
        return held == index ? this : new StackPosition(frames, held, held > index ? 1 : -1);
    }

    /** The same for those who load: what lies ahead will be wanted next. */
    // [impl->req~viewer.prefetch-direction~1]
    public StackPlace place() {
        return new StackPlace(frames, index, direction);
    }
}
