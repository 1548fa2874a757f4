package org.candela.study;

import org.candela.base.CandelaException;

/** Where a loader gets frames from. */
@FunctionalInterface
public interface FrameSource {
    /** Reads, on the calling thread, what {@link CodedFrame#decode()} needs; must be safe from several at once. */
    CodedFrame fetch(FrameKey key) throws CandelaException;

    /** Reads and decodes on the calling thread. */
    default LoadedFrame load(FrameKey key) throws CandelaException {
        return fetch(key).decode();
    }
}
