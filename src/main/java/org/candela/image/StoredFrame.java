package org.candela.image;

/**
 * Decoded samples of one frame: a {@link Frame} of at most 16 bits a sample, which is what can be shown, or a
 * {@link WideFrame} of more.
 */
public sealed interface StoredFrame permits Frame, WideFrame {
    /** Arrangement of the samples. */
    PixelLayout layout();

    /** How a sample is written out. */
    SampleType sampleType();

    /** All samples, little endian, row-major, samples of a pixel together; a 1-bit sample takes a byte. */
    byte[] littleEndian();

    /** Bytes held, for a cache that counts them. */
    long byteSize();
}
