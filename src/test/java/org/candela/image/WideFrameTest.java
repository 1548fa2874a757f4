package org.candela.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class WideFrameTest {
    // [utest->req~dicom-image.wide~1]
    @Test
    void wholeNumbersNearOneAnotherAreKeptExactly() {
        WideFrame.Reduced reduced = ints(795_000, 795_001, 800_000).reduced();

        assertTrue(reduced.isExact());
        assertEquals(795_000, value(reduced, 0));
        assertEquals(795_001, value(reduced, 1));
        assertEquals(800_000, value(reduced, 2));
    }

    @Test
    void unsignedNumbersStayPositive() {
        WideFrame.Reduced reduced = ints(0, -1, 1).reduced();

        assertFalse(reduced.isExact());
        assertEquals(0, value(reduced, 0));
        assertEquals(4_294_967_295.0, value(reduced, 1), 1e-3);
    }

    @Test
    void fractionsAreWithinHalfAStepAndWhatIsNoNumberIsPadding() {
        WideFrame frame = floats(0.25f, Float.NaN, 0.75f);

        WideFrame.Reduced reduced = frame.reduced();

        assertEquals(0.25, value(reduced, 0), reduced.step() / 2);
        assertTrue(WideFrame.Reduced.NO_NUMBER.contains(reduced.frame().value(1)));
        assertEquals(0.75, value(reduced, 2), reduced.step() / 2);
    }

    @Test
    void samplesAreWrittenLittleEndian() {
        assertArrayEquals(
                new byte[] {1, 0, 0, 0, -1, -1, -1, -1, 0, 1, 0, 0},
                ints(1, -1, 256).littleEndian());
        assertEquals("<u4", ints(1, 2, 3).sampleType().code());
    }

    private static double value(WideFrame.Reduced reduced, int index) {
        return reduced.frame().value(index) * reduced.step() + reduced.offset();
    }

    private static WideFrame ints(int... numbers) {
        byte[] bytes = new byte[Integer.BYTES * numbers.length];
        little(bytes).asIntBuffer().put(numbers);
        return WideFrame.ofWholeNumbers(layout(false), bytes);
    }

    private static WideFrame floats(float... numbers) {
        byte[] bytes = new byte[Float.BYTES * numbers.length];
        little(bytes).asFloatBuffer().put(numbers);
        return new WideFrame(layout(true), SampleType.F32, bytes);
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static PixelLayout layout(boolean isSigned) {
        return new PixelLayout(1, 3, Photometric.MONOCHROME2, 32, 32, 31, isSigned, false);
    }
}
