package org.candela.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// [utest->req~image.grayscale-chain~1] [utest->req~image.padding-is-background~1]
class GrayscalePipelineTest {
    private static final int WHITE = 65535;

    /** The worked example of PS3.3 C.11.2.1.2.1: 12 bits, c = 2048, w = 4096 and its neighbours, in 16-bit P-values. */
    @ParameterizedTest
    @CsvSource({
        // center, width, input, fraction: x ≤ c−0.5−(w−1)/2 → 0, x > c−0.5+(w−1)/2 → 1, else ((x−(c−0.5))/(w−1)+0.5)
        "2048, 4096, 0, 0",
        "2048, 4096, 1, 0.000244200244200244",
        "2048, 4096, 4095, 1",
        "2048, 1, 2047, 0",
        "2048, 1, 2048, 1",
        "0, 100, -50, 0",
        "0, 100, -49, 0.0101010101010101",
        "0, 100, 48, 0.98989898989899",
        "0, 100, 49, 1",
        "0, 1, -1, 0",
        "0, 1, 0, 1"
    })
    void linearWindowFollowsTheWorkedExample(double center, double width, int input, double fraction) {
        GrayscalePipeline chain = chain(signed16(), VoiWindow.linear(center, width), PixelPadding.NONE);

        assertEquals(Math.round(fraction * WHITE), chain.pValue(input));
    }

    @Test
    void windowOfWidthOneIsAThreshold() {
        GrayscalePipeline chain = chain(signed16(), VoiWindow.linear(10, 1), PixelPadding.NONE);

        assertEquals(0, chain.pValue(9));
        assertEquals(WHITE, chain.pValue(10));
    }

    @Test
    void linearExactUsesCentreAndWidthAsWritten() {
        VoiWindow exact = new VoiWindow(0, 100, VoiWindow.Function.LINEAR_EXACT);
        GrayscalePipeline chain = chain(signed16(), exact, PixelPadding.NONE);

        assertEquals(0, chain.pValue(-50));
        assertEquals(Math.round(0.5 * WHITE), chain.pValue(0));
        assertEquals(WHITE, chain.pValue(50));
    }

    @Test
    void sigmoidIsHalfAtItsCentreAndNeverClipped() {
        VoiWindow sigmoid = new VoiWindow(0, 100, VoiWindow.Function.SIGMOID);
        GrayscalePipeline chain = chain(signed16(), sigmoid, PixelPadding.NONE);

        assertEquals(32768, chain.pValue(0));
        assertEquals(Math.round(WHITE / (1 + Math.exp(2))), chain.pValue(-50));
        assertTrue(chain.pValue(60) > chain.pValue(55));
    }

    @Test
    void rescaleComesBeforeTheWindow() {
        GrayscalePipeline chain = new GrayscalePipeline(
                layout(Photometric.MONOCHROME2, false),
                new Rescale(2, -1000, "HU"),
                VoiWindow.linear(0, 2001),
                Polarity.NORMAL,
                PixelPadding.NONE);

        // 500 stored is 0 HU; fraction (0 + 0.5) / 2000 + 0.5.
        assertEquals(Math.round((0.5 / 2000 + 0.5) * WHITE), chain.pValue(500));
    }

    @Test
    void unsignedPixelsWithNegativeInterceptStayBelowZeroHounsfield() {
        GrayscalePipeline chain = new GrayscalePipeline(
                layout(Photometric.MONOCHROME2, false),
                new Rescale(1, -1024, "HU"),
                VoiWindow.linear(-1000, 1),
                Polarity.NORMAL,
                PixelPadding.NONE);

        assertEquals(0, chain.pValue(23));
        assertEquals(WHITE, chain.pValue(24));
    }

    @Test
    void fusedTableIsReadBySignedBitPattern() {
        int[] table =
                chain(signed16(), VoiWindow.linear(0, 1), PixelPadding.NONE).fuse(DisplayLut.IDENTITY);

        assertEquals(0xFF000000, table[-1 & 0xFFFF]);
        assertEquals(0xFFFFFFFF, table[0]);
        assertEquals(0xFFFFFFFF, table[32767]);
        assertEquals(0xFF000000, table[-32768 & 0xFFFF]);
    }

    @Test
    void fusedTableOfUnsignedPixelsReachesPast32767() {
        GrayscalePipeline chain = new GrayscalePipeline(
                layout(Photometric.MONOCHROME2, false),
                Rescale.IDENTITY,
                VoiWindow.linear(32768, 65536),
                Polarity.NORMAL,
                PixelPadding.NONE);

        int[] table = chain.fuse(DisplayLut.IDENTITY);

        assertEquals(0xFF000000, table[0]);
        assertEquals(0xFFFFFFFF, table[65535]);
        assertTrue(IntStream.range(1, 65536).allMatch(i -> (table[i] & 0xFF) >= (table[i - 1] & 0xFF)));
    }

    @Test
    void monochrome1InvertsAfterTheWindow() {
        VoiWindow window = VoiWindow.linear(300, 101);
        GrayscalePipeline two = chain(layout(Photometric.MONOCHROME2, true), window, PixelPadding.NONE);
        GrayscalePipeline one = chain(layout(Photometric.MONOCHROME1, true), window, PixelPadding.NONE);

        assertEquals(WHITE, one.pValue(-5000));
        assertEquals(0, one.pValue(5000));
        assertEquals(WHITE - two.pValue(310), one.pValue(310));
    }

    @Test
    void invertingMonochrome1TwiceIsExactlyOneInversionEach() {
        VoiWindow window = VoiWindow.linear(300, 101);
        GrayscalePipeline two = chain(layout(Photometric.MONOCHROME2, true), window, PixelPadding.NONE);
        GrayscalePipeline inverted = new GrayscalePipeline(
                layout(Photometric.MONOCHROME1, true), Rescale.IDENTITY, window, Polarity.INVERTED, PixelPadding.NONE);

        assertEquals(two.pValue(310), inverted.pValue(310));
    }

    @ParameterizedTest
    @CsvSource({"MONOCHROME1, NORMAL", "MONOCHROME1, INVERTED", "MONOCHROME2, NORMAL", "MONOCHROME2, INVERTED"})
    void paddingIsBlackBackgroundWhateverTheSense(Photometric photometric, Polarity polarity) {
        GrayscalePipeline chain = new GrayscalePipeline(
                layout(photometric, true),
                Rescale.IDENTITY,
                VoiWindow.linear(0, 1000),
                polarity,
                PixelPadding.between(-2000, -1990));

        int[] table = chain.fuse(DisplayLut.IDENTITY);

        assertEquals(0, chain.pValue(-2000));
        assertEquals(0xFF000000, table[-1990 & 0xFFFF]);
    }

    @Test
    void colourHasNoGrayscaleChain() {
        PixelLayout rgb = new PixelLayout(1, 1, Photometric.RGB, 8, 8, 7, false, false);

        assertThrows(IllegalArgumentException.class, () -> chain(rgb, VoiWindow.linear(128, 256), PixelPadding.NONE));
    }

    /** C.11.2.1.1: inputs before and after the table get its ends; the whole output range is black to white. */
    // [utest->req~dicom-image.luts~1]
    @Test
    void aVoiLutStandsInThePlaceOfTheWindowOverModalityValues() {
        VoiLut lut = new VoiLut(new LookupTable(-10, new int[] {0, 64, 255}, 8), "BONE");
        GrayscalePipeline chain = new GrayscalePipeline(
                signed16(), new Rescale(2, -10, "HU"), lut, Polarity.NORMAL, PixelPadding.between(9, 9));

        assertEquals(0, chain.pValue(-700));
        assertEquals(0, chain.pValue(0));
        assertEquals(WHITE, chain.pValue(1));
        assertEquals(WHITE, chain.pValue(700));
        assertEquals(0, chain.pValue(9));
        assertEquals(VoiWindow.linear(-8.5, 3), lut.window());
    }

    /** C.11.6.1.1: the inputs of the table span the output of the step before it; the reader's inversion comes last. */
    // [utest->req~dicom-image.presentation~1]
    @Test
    void aPresentationTableIsTheLastStepBeforeTheReadersInversion() {
        PresentationLut table = new PresentationLut.Table(new LookupTable(0, new int[] {4095, 1000, 0}, 12));
        VoiWindow window = VoiWindow.linear(100.5, 201);
        GrayscalePipeline chain =
                new GrayscalePipeline(signed16(), Rescale.IDENTITY, window, table, Polarity.NORMAL, PixelPadding.NONE);
        GrayscalePipeline inverted = new GrayscalePipeline(
                signed16(), Rescale.IDENTITY, window, table, Polarity.INVERTED, PixelPadding.NONE);

        assertEquals(WHITE, chain.pValue(0));
        assertEquals(Math.round(1000 / 4095.0 * WHITE), chain.pValue(100));
        assertEquals(0, chain.pValue(200));
        assertEquals(0, inverted.pValue(0));
        assertEquals(WHITE, inverted.pValue(200));
    }

    @Test
    void monochrome1IsTheInversePresentation() {
        assertEquals(PresentationLut.Shape.INVERSE, PresentationLut.of(Photometric.MONOCHROME1));
        assertEquals(WHITE - 13107, PresentationLut.Shape.INVERSE.pValue(0.2));
    }

    private static GrayscalePipeline chain(PixelLayout layout, VoiWindow window, PixelPadding padding) {
        return new GrayscalePipeline(layout, Rescale.IDENTITY, window, Polarity.NORMAL, padding);
    }

    private static PixelLayout signed16() {
        return layout(Photometric.MONOCHROME2, true);
    }

    private static PixelLayout layout(Photometric photometric, boolean isSigned) {
        return new PixelLayout(1, 1, photometric, 16, 16, 15, isSigned, false);
    }
}
