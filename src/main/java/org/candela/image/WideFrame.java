package org.candela.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;

/**
 * Stored samples of more than 16 bits, or in floating point (PS3.3 C.7.6.24, C.7.6.25).
 *
 * <p>Row-major, samples of a pixel together. Shared by agreement like a {@link Frame}; safe from any thread.
 */
public final class WideFrame implements StoredFrame {
    /** Holds no value. */
    public static final ValueRange NO_PADDING = new ValueRange(1, 0);

    private final PixelLayout layout;
    private final SampleType type;
    private final ByteBuffer samples;

    /**
     * Takes ownership of {@code littleEndian}: {@code layout.sampleCount()} samples of {@code type}, of four bytes or more.
     */
    public WideFrame(PixelLayout layout, SampleType type, byte[] littleEndian) {
        long expected = layout.sampleCount() * type.bytes();
        if (littleEndian.length != expected || type.bytes() < Integer.BYTES) {
            throw new IllegalArgumentException(littleEndian.length + " bytes for " + expected + " of " + type);
        }
        this.layout = layout;
        this.type = type;
        this.samples = ByteBuffer.wrap(littleEndian).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Whole numbers, signed as the layout says. */
    public static WideFrame ofWholeNumbers(PixelLayout layout, byte[] littleEndian) {
        return new WideFrame(layout, SampleType.of(layout), littleEndian);
    }

    @Override
    public PixelLayout layout() {
        return layout;
    }

    @Override
    public SampleType sampleType() {
        return type;
    }

    /** Stored value at {@code index} of the row-major, interleaved samples. */
    public double value(int index) {
        int at = index * type.bytes();
        return switch (type) {
            case U32 -> Integer.toUnsignedLong(samples.getInt(at));
            case F32 -> samples.getFloat(at);
            case F64 -> samples.getDouble(at);
            default -> samples.getInt(at);
        };
    }

    @Override
    public byte[] littleEndian() {
        return samples.array().clone();
    }

    private boolean isWhole() {
        return type != SampleType.F32 && type != SampleType.F64;
    }

    private int count() {
        return samples.capacity() / type.bytes();
    }

    @Override
    public long byteSize() {
        return samples.capacity();
    }

    /**
     * The frame in 16 bits, to be shown: {@code value = slope · stored + intercept}.
     *
     * <p>Exact where the whole numbers that the frame holds lie within 65536 of one another; otherwise their range is
     * divided into 65534 steps. Stored value 0 is kept for what is no number and stands for padding.
     */
    public Reduced reduced() {
        return reduced(NO_PADDING);
    }

    /** The same; values from the minimum to the maximum of {@code padding} are no numbers either (PS3.3 C.7.5.1.1.2). */
    public Reduced reduced(ValueRange padding) {
        DoublePredicate isImage =
                value -> Double.isFinite(value) && !(value >= padding.minimum() && value <= padding.maximum());
        double least = IntStream.range(0, count())
                .mapToDouble(this::value)
                .filter(isImage)
                .min()
                .orElse(0);
        double most = IntStream.range(0, count())
                .mapToDouble(this::value)
                .filter(isImage)
                .max()
                .orElse(0);
        boolean isExact = isWhole() && most - least < Reduced.STEPS;
        double step = isExact || most == least ? 1 : (most - least) / Reduced.STEPS;
        short[] stored = new short[count()];
        for (int i = 0; i < stored.length; i++) {
            double value = value(i);
            stored[i] = (short) (isImage.test(value) ? Math.round((value - least) / step) + 1 : 0);
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
