package org.candela.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.stream.IntStream;

/**
 * Stored samples of more than 16 bits, or in floating point (PS3.3 C.7.6.24, C.7.6.25).
 *
 * <p>Row-major, samples of a pixel together. Shared by agreement like a {@link Frame}; safe from any thread.
 */
public final class WideFrame implements StoredFrame {
    private final PixelLayout layout;
    private final Samples samples;

    /** Takes ownership of {@code samples}, whose number must be {@code layout.sampleCount()}. */
    public WideFrame(PixelLayout layout, Samples samples) {
        if (samples.count() != layout.sampleCount()) {
            throw new IllegalArgumentException(
                    samples.count() + " samples for a frame of " + layout.sampleCount() + " samples");
        }
        this.layout = layout;
        this.samples = samples;
    }

    /** The numbers of a frame, in one of three widths. */
    public sealed interface Samples {
        /** How many there are. */
        int count();

        /** The number at {@code index}; unsigned 32-bit numbers are positive when {@code isSigned} is false. */
        double value(int index, SampleType type);
    }

    /** Whole numbers of 32 bits; unsigned ones wrap. */
    @SuppressWarnings("ArrayRecordComponent") // a frame's samples: shared by agreement, compared by nobody
    public record Ints(int[] numbers) implements Samples {
        @Override
        public int count() {
            return numbers.length;
        }

        @Override
        public double value(int index, SampleType type) {
            return type == SampleType.U32 ? Integer.toUnsignedLong(numbers[index]) : numbers[index];
        }
    }

    /** Float Pixel Data (7FE0,0008). */
    @SuppressWarnings("ArrayRecordComponent") // a frame's samples: shared by agreement, compared by nobody
    public record Floats(float[] numbers) implements Samples {
        @Override
        public int count() {
            return numbers.length;
        }

        @Override
        public double value(int index, SampleType type) {
            return numbers[index];
        }
    }

    /** Double Float Pixel Data (7FE0,0009). */
    @SuppressWarnings("ArrayRecordComponent") // a frame's samples: shared by agreement, compared by nobody
    public record Doubles(double[] numbers) implements Samples {
        @Override
        public int count() {
            return numbers.length;
        }

        @Override
        public double value(int index, SampleType type) {
            return numbers[index];
        }
    }

    @Override
    public PixelLayout layout() {
        return layout;
    }

    @Override
    public SampleType sampleType() {
        if (samples instanceof Floats) {
            return SampleType.F32;
        }
        return samples instanceof Doubles ? SampleType.F64 : SampleType.of(layout);
    }

    /** Stored value at {@code index} of the row-major, interleaved samples. */
    public double value(int index) {
        return samples.value(index, sampleType());
    }

    @Override
    public byte[] littleEndian() {
        ByteBuffer bytes =
                ByteBuffer.allocate(samples.count() * sampleType().bytes()).order(ByteOrder.LITTLE_ENDIAN);
        if (samples instanceof Ints ints) {
            bytes.asIntBuffer().put(ints.numbers());
        } else if (samples instanceof Floats floats) {
            bytes.asFloatBuffer().put(floats.numbers());
        } else if (samples instanceof Doubles doubles) {
            bytes.asDoubleBuffer().put(doubles.numbers());
        }
        return bytes.array();
    }

    @Override
    public long byteSize() {
        return (long) samples.count() * sampleType().bytes();
    }

    /**
     * The frame in 16 bits, to be shown: {@code value = slope · stored + intercept}.
     *
     * <p>Exact where the whole numbers that the frame holds lie within 65536 of one another; otherwise their range is
     * divided into 65534 steps. Stored value 0 is kept for what is no number and stands for padding.
     */
    public Reduced reduced() {
        double least = IntStream.range(0, samples.count())
                .mapToDouble(this::value)
                .filter(Double::isFinite)
                .min()
                .orElse(0);
        double most = IntStream.range(0, samples.count())
                .mapToDouble(this::value)
                .filter(Double::isFinite)
                .max()
                .orElse(0);
        boolean isExact = samples instanceof Ints && most - least < Reduced.STEPS;
        double step = isExact || most == least ? 1 : (most - least) / Reduced.STEPS;
        short[] stored = new short[samples.count()];
        for (int i = 0; i < stored.length; i++) {
            double value = value(i);
            stored[i] = (short) (Double.isFinite(value) ? Math.round((value - least) / step) + 1 : 0);
        }
        return new Reduced(new Frame(layout.asSixteenBits(), stored), step, least - step, isExact || most == least);
    }

    /**
     * A wide frame brought to 16 bits.
     *
     * @param frame unsigned 16-bit samples
     * @param step wide value between two neighbouring stored values
     * @param offset wide value of stored value 0, which is no value of the frame
     * @param isExact whether every wide value is kept as it was
     */
    public record Reduced(Frame frame, double step, double offset, boolean isExact) {
        private static final int STEPS = 65534;
        /** Stored value of what is no number. */
        public static final PixelPadding NO_NUMBER = new PixelPadding(0, 0);
    }
}
