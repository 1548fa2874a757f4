package org.candela.study;

import org.candela.base.Uid;

/**
 * Names one frame of one stored instance.
 *
 * @param frameIndex from 0
 */
public record FrameKey(Uid sopInstance, int frameIndex) {
    public FrameKey {
        if (frameIndex < 0) {
            throw new IllegalArgumentException("frames are counted from 0, not " + frameIndex);
        }
    }
}
