package org.candela.image;

/**
 * Stored sample values of one frame, decoded, masked and sign-extended to Bits Stored; no colour conversion.
 *
 * <p>Row-major, rows × columns × samples per pixel, samples of a pixel together. At most 16 bits a sample: unsigned
 * values above 32767 wrap in the {@code short}; read them with {@link #value(int)}. The array is shared, never copied:
 * whoever makes a frame gives the array away and nobody writes to it afterwards. Safe from any thread.
 */
public final class Frame {
    private static final int UNSIGNED = 0xFFFF;
    private final PixelLayout layout;
    private final short[] samples;

    /** Takes ownership of {@code samples}, whose length must be {@code layout.sampleCount()}. */
    public Frame(PixelLayout layout, short[] samples) {
        if (samples.length != layout.sampleCount()) {
            throw new IllegalArgumentException(
                    samples.length + " samples for a frame of " + layout.sampleCount() + " samples");
        }
        this.layout = layout;
        this.samples = samples;
    }

    /** Arrangement of the samples. */
    public PixelLayout layout() {
        return layout;
    }

    /** Stored value of the first sample at ({@code row}, {@code column}), both from 0. */
    public int value(int row, int column) {
        return value((row * layout.columns() + column) * layout.samplesPerPixel());
    }

    /** Stored value at {@code index} of the row-major, interleaved samples. */
    public int value(int index) {
        return layout.isSigned() ? samples[index] : samples[index] & UNSIGNED;
    }

    /** The samples themselves, for loops over all pixels. Read only by agreement. */
    public short[] samples() {
        return samples;
    }

    /** Bytes held, for a cache that counts them. */
    public long byteSize() {
        return 2L * samples.length;
    }
}
