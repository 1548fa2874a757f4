package org.candela.study;

import java.util.List;

/**
 * Where somebody stands in a stack of frames, and which way they go.
 *
 * @param index from 0
 * @param direction +1 forwards, −1 backwards
 */
public record StackPlace(List<FrameKey> frames, int index, int direction) {
    public StackPlace {
        frames = List.copyOf(frames);
        if (index < 0 || index >= frames.size()) {
            throw new IllegalArgumentException("frame " + index + " of " + frames.size());
        }
        if (direction != 1 && direction != -1) {
            throw new IllegalArgumentException("direction " + direction);
        }
    }

    /** The frame stood at. */
    public FrameKey key() {
        return frames.get(index);
    }
}
