package org.candela.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// [utest->req~image.color-outside-display-lut~1]
class ColorPipelineTest {
    @Test
    void rgbIsShownAsWritten() {
        Frame frame = frame(Photometric.RGB, 8, 255, 128, 0, 1, 2, 3);

        assertArrayEquals(
                new int[] {0xFFFF8000, 0xFF010203}, ColorPipeline.toArgb(frame).pixels());
    }

    @ParameterizedTest
    @CsvSource({
        // Full-range BT.601, PS3.3 C.7.6.3.1.2: black, white, red, green, blue.
        "0, 128, 128, 0, 0, 0",
        "255, 128, 128, 255, 255, 255",
        "76, 85, 255, 254, 0, 0",
        "150, 44, 21, 0, 255, 1",
        "29, 255, 107, 0, 0, 254"
    })
    void ybrFullIsTurnedIntoRgb(int y, int cb, int cr, int red, int green, int blue) {
        Frame frame = frame(Photometric.YBR_FULL, 8, y, cb, cr);

        assertEquals(
                0xFF000000 | red << 16 | green << 8 | blue,
                ColorPipeline.toArgb(frame).argb(0, 0));
    }

    @Test
    void sixteenBitColourShowsItsUpperEightBits() {
        Frame frame = frame(Photometric.RGB, 16, 65535, 32768, 255);

        assertEquals(0xFFFF8000, ColorPipeline.toArgb(frame).argb(0, 0));
    }

    @Test
    void paletteClampsAtBothEnds() {
        Palette palette = new Palette(10, new int[] {0x112233, 0x445566});
        Frame frame = frame(Photometric.PALETTE_COLOR, 8, 0, 10, 11, 200);

        assertArrayEquals(
                new int[] {0xFF112233, 0xFF112233, 0xFF445566, 0xFF445566},
                ColorPipeline.toArgb(frame, palette).pixels());
    }

    @Test
    void greyIsNoColour() {
        assertThrows(IllegalArgumentException.class, () -> ColorPipeline.toArgb(frame(Photometric.MONOCHROME2, 8, 1)));
    }

    private static Frame frame(Photometric photometric, int bits, int... values) {
        short[] samples = new short[values.length];
        for (int i = 0; i < values.length; i++) {
            samples[i] = (short) values[i];
        }
        int columns = values.length / photometric.samplesPerPixel();
        return new Frame(new PixelLayout(1, columns, photometric, bits, bits, bits - 1, false, false), samples);
    }
}
