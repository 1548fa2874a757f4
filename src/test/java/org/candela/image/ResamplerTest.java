package org.candela.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Golden arrays: the table maps a stored value to itself, so the raster shows what was resampled. */
// [utest->req~image.resample-stored-values~1] [utest->req~image.padding-is-background~1]
class ResamplerTest {
    private static final int BACKGROUND = -1;

    @Test
    void oneToOneOnWholePixelsIsExact() {
        Frame frame = frame(2, 3, 10, 20, 30, 40, 50, 60);

        assertArrayEquals(new int[] {10, 20, 30, 40, 50, 60}, draw(frame, AffineMap.IDENTITY, 3, 2));
    }

    @Test
    void outsideOfTheImageIsBackground() {
        Frame frame = frame(1, 2, 10, 20);
        AffineMap shifted = new AffineMap(1, 0, -1, 0, 1, 0);

        assertArrayEquals(
                new int[] {BACKGROUND, 10, 20, BACKGROUND, BACKGROUND, BACKGROUND, BACKGROUND, BACKGROUND},
                draw(frame, shifted, 4, 2));
    }

    @Test
    void magnifiedValuesAreInterpolatedBetweenNeighbours() {
        Frame frame = frame(1, 2, 0, 100);
        AffineMap twice = new AffineMap(0.5, 0, -0.25, 0, 1, 0);

        assertArrayEquals(new int[] {0, 25, 75, 100}, draw(frame, twice, 4, 1));
    }

    @Test
    void reducedPixelsAreTheAverageOfTheirFootprint() {
        Frame frame = frame(2, 4, 0, 100, 10, 10, 100, 0, 10, 10);
        AffineMap half = new AffineMap(2, 0, 0.5, 0, 2, 0.5);

        assertArrayEquals(new int[] {50, 10}, draw(frame, half, 2, 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void aSingleBrightPixelNeverVanishesWhenReduced(int position) {
        short[] samples = new short[8];
        samples[position] = 800;
        Frame frame = new Frame(layout(1, 8, false), samples);
        AffineMap reduced = new AffineMap(8.0 / 3, 0, 8.0 / 6 - 0.5, 0, 1, 0);

        int sum = Arrays.stream(draw(frame, reduced, 3, 1)).sum();

        assertEquals(300, sum, 2, "the mean is kept within rounding");
    }

    @Test
    void mirroredAndTurnedPicturesMoveWholePixels() {
        Frame frame = frame(2, 3, 1, 2, 3, 4, 5, 6);

        assertArrayEquals(
                new int[] {3, 2, 1, 6, 5, 4}, draw(frame, new AffineMap(-1, 0, 2, 0, 1, 0), 3, 2), "mirrored");
        assertArrayEquals(
                new int[] {4, 1, 5, 2, 6, 3}, draw(frame, new AffineMap(0, 1, 0, -1, 0, 1), 2, 3), "turned clockwise");
    }

    @Test
    void signedValuesAreMixedAsNumbersNotAsBitPatterns() {
        Frame frame = new Frame(layout(1, 2, true), new short[] {-100, 100});
        AffineMap twice = new AffineMap(0.5, 0, -0.25, 0, 1, 0);

        assertArrayEquals(new int[] {-100 & 0xFFFF, -50 & 0xFFFF, 50, 100}, draw(frame, twice, 4, 1));
    }

    @Test
    void unsignedValuesPast32767AreMixedAsNumbers() {
        Frame frame = new Frame(layout(1, 2, false), new short[] {(short) 65535, (short) 1});
        AffineMap half = new AffineMap(2, 0, 0.5, 0, 1, 0);

        assertArrayEquals(new int[] {32768}, draw(frame, half, 1, 1));
    }

    @Test
    void paddingDoesNotBleedIntoTheTissueBesideIt() {
        Frame frame = frame(1, 4, 2000, 2000, 100, 100);
        AffineMap twice = new AffineMap(0.5, 0, -0.25, 0, 1, 0);
        RasterArgb raster = RasterArgb.ofSize(8, 1);
        GrayscaleTable table = new GrayscaleTable(identity(), PixelPadding.between(2000, 2000), BACKGROUND);

        new Resampler(twice).draw(frame, table, raster, RowBand.all(raster));

        assertArrayEquals(
                new int[] {BACKGROUND, BACKGROUND, BACKGROUND, BACKGROUND, 100, 100, 100, 100}, raster.pixels());
    }

    @Test
    void nearestShowsPixelsAsSquares() {
        AffineMap thrice = new AffineMap(1 / 3.0, 0, -1 / 3.0, 0, 1, 0);

        assertArrayEquals(
                new int[] {0, 0, 0, 100, 100, 100},
                draw(frame(1, 2, 0, 100), thrice, Interpolation.NEAREST, PixelPadding.NONE, 6, 1));
    }

    /** Catmull-Rom at a quarter: −9/128, 111/128, 29/128, −3/128; so 100 · (29 − 3)/128 = 20.3 between 0 and 100. */
    @Test
    void cubicFollowsFourNeighboursAndMakesNoRim() {
        int[] expected = {0, 0, 0, 20, 80, 100, 100, 100};
        AffineMap twiceAcross = new AffineMap(0.5, 0, -0.25, 0, 1, 0);
        AffineMap twiceDown = new AffineMap(1, 0, 0, 0, 0.5, -0.25);

        assertArrayEquals(
                expected, draw(frame(1, 4, 0, 0, 100, 100), twiceAcross, Interpolation.CUBIC, PixelPadding.NONE, 8, 1));
        assertArrayEquals(
                expected, draw(frame(4, 1, 0, 0, 100, 100), twiceDown, Interpolation.CUBIC, PixelPadding.NONE, 1, 8));
    }

    /** In the middle: −1/16, 9/16, 9/16, −1/16; (9 · (100 + 160) − 0 − 180)/16 = 135, where linear has 130. */
    @Test
    void cubicIsSmootherThanLinear() {
        AffineMap between = new AffineMap(1, 0, 1.5, 0, 1, 0);
        Frame frame = frame(1, 4, 0, 100, 160, 180);

        assertArrayEquals(new int[] {135}, draw(frame, between, Interpolation.CUBIC, PixelPadding.NONE, 1, 1));
        assertArrayEquals(new int[] {130}, draw(frame, between, Interpolation.LINEAR, PixelPadding.NONE, 1, 1));
    }

    @Test
    void besidePaddingCubicIsLinear() {
        Frame frame = frame(1, 6, 2000, 2000, 100, 100, 200, 200);
        AffineMap twice = new AffineMap(0.5, 0, -0.25, 0, 1, 0);

        assertArrayEquals(
                new int[] {BACKGROUND, BACKGROUND, BACKGROUND, BACKGROUND, 100, 100, 100, 120, 180, 200, 200, 200},
                draw(frame, twice, Interpolation.CUBIC, PixelPadding.between(2000, 2000), 12, 1));
    }

    @Test
    void aMixtureThatWouldBePaddingIsTheNextValue() {
        AffineMap between = new AffineMap(1, 0, 0.5, 0, 1, 0);

        assertArrayEquals(
                new int[] {51},
                draw(frame(1, 2, 0, 100), between, Interpolation.LINEAR, PixelPadding.between(50, 50), 1, 1));
    }

    @Test
    void cubicColourIsHeldBetweenItsNeighbours() {
        RasterArgb source = new RasterArgb(4, 1, new int[] {0xFF000000, 0xFF000000, 0xFF0000FF, 0xFF0000FF});
        RasterArgb target = RasterArgb.ofSize(8, 1);

        new Resampler(new AffineMap(0.5, 0, -0.25, 0, 1, 0), Interpolation.CUBIC)
                .draw(source, BACKGROUND, target, RowBand.all(target));

        int[] blues = Arrays.stream(target.pixels()).map(argb -> argb & 0xFF).toArray();
        assertArrayEquals(new int[] {0, 0, 0, 52, 203, 255, 255, 255}, blues);
    }

    @Test
    void bandsDrawnApartMakeTheSamePicture() {
        Frame frame = new Frame(layout(37, 29, false), ramp(37 * 29));
        AffineMap odd = new AffineMap(0.7, 0, -1.3, 0, 1.9, 0.4);
        RasterArgb whole = RasterArgb.ofSize(40, 20);
        RasterArgb banded = RasterArgb.ofSize(40, 20);
        GrayscaleTable table = new GrayscaleTable(identity(), PixelPadding.NONE, BACKGROUND);

        new Resampler(odd).draw(frame, table, whole, RowBand.all(whole));
        RowBand.split(20, 3).forEach(band -> new Resampler(odd).draw(frame, table, banded, band));

        assertEquals(whole, banded);
    }

    @ParameterizedTest
    @EnumSource(Interpolation.class)
    void anImageThatWasMovedOffTheCanvasLeavesItsBackground(Interpolation interpolation) {
        Frame frame = new Frame(layout(5, 4, false), ramp(20));
        int[] background = new int[12];
        Arrays.fill(background, BACKGROUND);

        for (double aside : new double[] {-100, 100}) {
            AffineMap beside = new AffineMap(0.6, 0, aside, 0, 0.6, 0);
            AffineMap below = new AffineMap(0.6, 0, 0, 0, 0.6, aside);
            assertArrayEquals(background, draw(frame, beside, interpolation, PixelPadding.NONE, 4, 3));
            assertArrayEquals(background, draw(frame, beside, interpolation, PixelPadding.between(31, 31), 4, 3));
            assertArrayEquals(background, draw(frame, below, interpolation, PixelPadding.NONE, 4, 3));
        }
    }

    /** As in the field of view of a CT scanner: a circle, with padding in the corners. */
    @ParameterizedTest
    @EnumSource(Interpolation.class)
    void awayFromPaddingPixelsAreMixedAsIfThereWereNone(Interpolation interpolation) {
        int size = 40;
        short[] samples = ramp(size * size);
        for (int i = 0; i < samples.length; i++) {
            int line = i / size;
            boolean isOutside = Math.hypot(i % size - 19.5, line - 19.5) > 20;
            samples[i] = isOutside ? 3 : (short) (100 + (samples[i] & 0xFFF));
        }
        Frame frame = new Frame(layout(size, size, false), samples);

        for (double step : new double[] {0.4, 1, 1.3, 5.2}) {
            AffineMap map = new AffineMap(step, 0, 0.25, 0, step, 0.25);
            int edge = (int) (size / step) - 1;
            int[] none = draw(frame, map, interpolation, PixelPadding.NONE, edge, edge);
            int[] padded = draw(frame, map, interpolation, PixelPadding.between(3, 3), edge, edge);
            for (int pixel = 0; pixel < none.length; pixel++) {
                int line = pixel / edge;
                double column = map.x(pixel % edge, line);
                double row = map.y(pixel % edge, line);
                if (Math.hypot(column - 19.5, row - 19.5) < 17 - 2 * step) {
                    assertEquals(none[pixel], padded[pixel], 1, "at " + column + ", " + row + " by " + step);
                }
            }
            assertEquals(BACKGROUND, padded[0], "padding in the corner");
        }
    }

    @Test
    void colourIsMixedChannelByChannel() {
        RasterArgb source = new RasterArgb(2, 1, new int[] {0xFFFF0000, 0xFF0000FF});
        RasterArgb target = RasterArgb.ofSize(1, 1);

        new Resampler(new AffineMap(2, 0, 0.5, 0, 1, 0)).draw(source, BACKGROUND, target, RowBand.all(target));

        assertEquals(0xFF800080, target.argb(0, 0));
    }

    @Test
    void obliqueMapsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Resampler(new AffineMap(1, 0.1, 0, -0.1, 1, 0)));
    }

    private static int[] draw(Frame frame, AffineMap canvasToImage, int width, int height) {
        return draw(frame, canvasToImage, Interpolation.LINEAR, PixelPadding.NONE, width, height);
    }

    private static int[] draw(
            Frame frame, AffineMap map, Interpolation interpolation, PixelPadding padding, int width, int height) {
        RasterArgb raster = RasterArgb.ofSize(width, height);
        GrayscaleTable table = new GrayscaleTable(identity(), padding, BACKGROUND);
        new Resampler(map, interpolation).draw(frame, table, raster, RowBand.all(raster));
        return raster.pixels();
    }

    private static int[] identity() {
        return IntStream.range(0, GrayscalePipeline.TABLE_SIZE).toArray();
    }

    private static Frame frame(int rows, int columns, int... values) {
        short[] samples = new short[values.length];
        for (int i = 0; i < values.length; i++) {
            samples[i] = (short) values[i];
        }
        return new Frame(layout(rows, columns, false), samples);
    }

    private static short[] ramp(int length) {
        short[] samples = new short[length];
        for (int i = 0; i < length; i++) {
            samples[i] = (short) (i * 31);
        }
        return samples;
    }

    private static PixelLayout layout(int rows, int columns, boolean isSigned) {
        return new PixelLayout(rows, columns, Photometric.MONOCHROME2, 16, 16, 15, isSigned, false);
    }
}
