package org.candela.study;

import org.candela.base.CandelaException;

/** Where a loader gets frames from. */
@FunctionalInterface
public interface FrameSource {
    /** Reads and decodes on the calling thread; must be safe from several at once. */
    LoadedFrame load(FrameKey key) throws CandelaException;
}
