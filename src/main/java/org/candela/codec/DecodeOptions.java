package org.candela.codec;

import org.candela.codec.stream.Workers;

/**
 * How a frame is wanted.
 *
 * @param reduction how often width and height may be halved, for a preview; 0 is the frame itself
 * @param workers who may decode parts of it
 */
public record DecodeOptions(int reduction, Workers workers) {
    /** The whole frame, on the calling thread. */
    public static final DecodeOptions FULL = new DecodeOptions(0, Workers.ALONE);

    public DecodeOptions {
        if (reduction < 0) {
            throw new IllegalArgumentException("a negative reduction: " + reduction);
        }
    }
}
