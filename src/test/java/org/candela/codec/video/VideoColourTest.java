package org.candela.codec.video;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.candela.codec.video.VideoColour.Range;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// [utest->req~codec.video-stored~1]
class VideoColourTest {
    private static final VideoColour BT_709 = new VideoColour(0.2126, 0.0722, Range.LIMITED);
    private static final VideoColour FULL = new VideoColour(0.299, 0.114, Range.FULL);

    @ParameterizedTest
    @CsvSource({"16, 128, 128, 0, 0, 0", "235, 128, 128, 255, 255, 255", "126, 128, 128, 128, 128, 128"})
    void limitedRangeIsStretchedToBlackAndWhite(int y, int cb, int cr, int red, int green, int blue) {
        assertArrayEquals(
                new short[] {(short) red, (short) green, (short) blue}, rgb(VideoColour.PARTIAL_420, 8, y, cb, cr));
        assertArrayEquals(new short[] {(short) red, (short) green, (short) blue}, rgb(BT_709, 8, y, cb, cr));
    }

    /** PS3.3 C.7.6.3.1.2: Y = .2568R + .5041G + .0979B + 16, Cb = -.1482R - .2910G + .4392B + 128, Cr = .4392R − … */
    @ParameterizedTest
    @CsvSource({"255, 0, 0", "0, 255, 0", "0, 0, 255", "255, 255, 0", "40, 90, 200", "200, 120, 33"})
    void theEquationsOfTheStandardAreUndone(int red, int green, int blue) {
        int y = (int) Math.round(.2568 * red + .5041 * green + .0979 * blue + 16);
        int cb = (int) Math.round(-.1482 * red - .2910 * green + .4392 * blue + 128);
        int cr = (int) Math.round(.4392 * red - .3678 * green - .0714 * blue + 128);

        short[] back = rgb(VideoColour.PARTIAL_420, 8, y, cb, cr);

        // Three roundings of half a step, the largest gain is 2.02.
        assertEquals(red, back[0], 2);
        assertEquals(green, back[1], 2);
        assertEquals(blue, back[2], 2);
    }

    /** Red by ITU-R BT.709: Y = 16 + 219·0.2126, Cb = 128 − 224·0.2126/1.8556, Cr = 128 + 112. */
    @ParameterizedTest
    @CsvSource({"63, 102, 240, 255, 0, 0"})
    void theMatrixOfTheStreamIsUsed(int y, int cb, int cr, int red, int green, int blue) {
        short[] back = rgb(BT_709, 8, y, cb, cr);

        assertEquals(red, back[0], 2);
        assertEquals(green, back[1], 2);
        assertEquals(blue, back[2], 2);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0, 0", "255, 255, 255, 255", "77, 77, 77, 77"})
    void fullRangeGreyStaysWhatItIs(int y, int red, int green, int blue) {
        assertArrayEquals(new short[] {(short) red, (short) green, (short) blue}, rgb(FULL, 8, y, 128, 128));
    }

    @ParameterizedTest
    @CsvSource({"64, 0", "940, 1023", "502, 512"})
    void tenBitsStayTenBits(int y, int grey) {
        assertArrayEquals(
                new short[] {(short) grey, (short) grey, (short) grey}, rgb(VideoColour.PARTIAL_420, 10, y, 512, 512));
    }

    private static short[] rgb(VideoColour colour, int bits, int y, int cb, int cr) {
        return colour.toRgb(new short[] {(short) y, (short) cb, (short) cr}, bits);
    }
}
