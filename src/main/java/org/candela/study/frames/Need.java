package org.candela.study.frames;

import org.candela.study.FrameKey;

/** How far a frame is from being wanted: 0 is on a screen, less goes later. Safe from any thread; never waits. */
@FunctionalInterface
interface Need {
    /** Of what nobody wishes; among such the least recently used goes first. */
    long NONE = Long.MAX_VALUE;

    long of(FrameKey key);
}
