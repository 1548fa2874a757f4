package org.candela.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Stored sample values of one frame, decoded, masked and sign-extended to Bits Stored; no colour conversion.
 *
 * <p>Row-major, rows × columns × samples per pixel, samples of a pixel together. At most 16 bits a sample: unsigned
 * values above 32767 wrap in the {@code short}; read them with {@link #value(int)}. The array is shared, never copied:
 * whoever makes a frame gives the array away and nobody writes to it afterwards. Safe from any thread.
 */
public final class Frame implements StoredFrame {
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

    @Override
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

    @Override
    public SampleType sampleType() {
        return SampleType.of(layout);
    }

    @Override
    public byte[] littleEndian() {
        ByteBuffer bytes =
                ByteBuffer.allocate(samples.length * sampleType().bytes()).order(ByteOrder.LITTLE_ENDIAN);
        if (sampleType().bytes() == 2) {
            bytes.asShortBuffer().put(samples);
            return bytes.array();
        }
        for (short sample : samples) {
            bytes.put((byte) sample);
        }
        return bytes.array();
    }

    @Override
    public long byteSize() {
        return 2L * samples.length;
    }
}
