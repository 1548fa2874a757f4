package org.candela.viewer.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.candela.image.DisplayLut;
import org.candela.image.LookupTable;
import org.candela.image.PixelPadding;
import org.candela.image.Polarity;
import org.candela.image.RasterArgb;
import org.candela.image.VoiLut;
import org.candela.image.VoiWindow;
import org.candela.study.LoadedFrame;
import org.candela.viewer.TestImages;
import org.junit.jupiter.api.Test;

// [utest->req~viewer.one-renderer~1]
class RendererTest {
    private static final int BLACK = 0xFF000000;
    private static final int WHITE = 0xFFFFFFFF;

    @Test
    void drawsTheGoldenPictureOfTwoValuesFittedIntoASquare() {
        LoadedFrame loaded = TestImages.slice(1, 2, -100, 100);

        RasterArgb raster = render(loaded, ViewState.FIT, new CanvasSize(2, 3), DisplayLut.IDENTITY);

        assertArrayEquals(new int[] {BLACK, BLACK, BLACK, WHITE, BLACK, BLACK}, raster.pixels());
    }

    // [utest->req~dicom-image.luts~1]
    @Test
    void aVoiLutOfTheFileIsDrawnWhereThereIsNoWindow() {
        VoiLut threshold = new VoiLut(new LookupTable(-100, new int[] {255, 0}, 8), "");
        LoadedFrame loaded = TestImages.withWindows(TestImages.slice(1, 2, -100, 100), threshold);

        RasterArgb raster = render(loaded, ViewState.FIT, new CanvasSize(2, 1), DisplayLut.IDENTITY);

        assertArrayEquals(new int[] {WHITE, BLACK}, raster.pixels());
    }

    // [utest->req~viewer.overlays~1]
    @Test
    void overlaysLieOverThePictureAndAreLeftOutWithoutInk() {
        LoadedFrame loaded = TestImages.withMark(TestImages.slice(1, 2, -100, 100), 0);
        CanvasSize canvas = new CanvasSize(2, 1);
        Picture bare = picture(loaded, ViewState.FIT, canvas);
        Picture marked = new Picture(loaded, bare.presentation(), bare.view(), OverlayInk.AMBER);
        RasterArgb raster = RasterArgb.ofSize(2, 1);

        new Renderer(Runnable::run, 3).render(marked, DisplayLut.IDENTITY, raster);
        assertArrayEquals(new int[] {0xFFFFC040, WHITE}, raster.pixels());
        Renderer.ON_CALLER.render(bare, DisplayLut.IDENTITY, raster);
        assertArrayEquals(new int[] {BLACK, WHITE}, raster.pixels());
    }

    @Test
    void everyGreyGoesThroughTheTableOfTheDisplay() {
        DisplayLut red = DisplayLut.of(new int[] {0x100000, 0xF00000});
        LoadedFrame loaded = TestImages.slice(1, 2, -100, 100);

        RasterArgb raster = render(loaded, ViewState.FIT, new CanvasSize(2, 3), red);

        assertArrayEquals(
                new int[] {0xFF100000, 0xFF100000, 0xFF100000, 0xFFF00000, 0xFF100000, 0xFF100000}, raster.pixels());
    }

    @Test
    void colourIsKeptOutOfTheTableOfTheDisplay() {
        DisplayLut red = DisplayLut.of(new int[] {0x100000, 0xF00000});
        LoadedFrame loaded = TestImages.rgb(2, 1, 2, 3, 200, 100, 50);

        RasterArgb raster = render(loaded, ViewState.FIT, new CanvasSize(2, 1), red);

        assertArrayEquals(new int[] {0xFF010203, 0xFFC86432}, raster.pixels());
    }

    @Test
    void paddingStaysBlackWhenTheImageIsInverted() {
        LoadedFrame loaded =
                TestImages.withPadding(TestImages.slice(1, 3, -2000, -100, 100), PixelPadding.between(-2000, -2000));
        CanvasSize canvas = new CanvasSize(3, 1);
        Picture inverted = new Picture(
                loaded,
                new DataPresentation(VoiWindow.linear(0, 100), Polarity.INVERTED),
                ResolvedView.of(loaded, ViewState.FIT, canvas));
        RasterArgb raster = RasterArgb.ofSize(3, 1);

        Renderer.ON_CALLER.render(inverted, DisplayLut.IDENTITY, raster);

        assertArrayEquals(new int[] {BLACK, WHITE, BLACK}, raster.pixels());
    }

    @Test
    void anyNumberOfThreadsDrawsTheSamePicture() {
        LoadedFrame loaded = TestImages.slice(
                31, 17, IntStream.range(0, 31 * 17).map(i -> i % 120 - 60).toArray());
        Picture picture = picture(loaded, ViewState.FIT.withZoom(1.3), new CanvasSize(50, 41));
        RasterArgb alone = RasterArgb.ofSize(50, 41);
        RasterArgb helped = RasterArgb.ofSize(50, 41);

        Renderer.ON_CALLER.render(picture, DisplayLut.IDENTITY, alone);
        new Renderer(Runnable::run, 7).render(picture, DisplayLut.IDENTITY, helped);

        assertEquals(alone, helped);
    }

    @Test
    void helpersThatNeverComeDelayNothing() {
        LoadedFrame loaded = TestImages.slice(1, 2, -100, 100);
        Picture picture = picture(loaded, ViewState.FIT, new CanvasSize(2, 3));
        RasterArgb raster = RasterArgb.ofSize(2, 3);

        new Renderer(never -> {}, 3).render(picture, DisplayLut.IDENTITY, raster);

        assertEquals(WHITE, raster.argb(1, 1));
    }

    @Test
    void whoeverJoinsLateOrNeverDrawsTheSamePicture() {
        LoadedFrame loaded = TestImages.slice(
                40, 30, IntStream.range(0, 1200).map(i -> i % 331).toArray());
        Picture picture = picture(loaded, ViewState.FIT, new CanvasSize(33, 47));
        RasterArgb alone = RasterArgb.ofSize(33, 47);
        RasterArgb joined = RasterArgb.ofSize(33, 47);
        List<Runnable> late = new ArrayList<>();

        Renderer.joinedBy(late::add).render(picture, DisplayLut.IDENTITY, alone);
        Renderer.joinedBy(Runnable::run).render(picture, DisplayLut.IDENTITY, joined);
        late.forEach(Runnable::run);

        RasterArgb expected = RasterArgb.ofSize(33, 47);
        Renderer.ON_CALLER.render(picture, DisplayLut.IDENTITY, expected);
        assertEquals(expected, alone);
        assertEquals(expected, joined);
    }

    @Test
    void aRasterOfAnotherSizeIsRefused() {
        Picture picture = picture(TestImages.slice(1, 1, 0), ViewState.FIT, new CanvasSize(4, 4));
        RasterArgb small = RasterArgb.ofSize(4, 3);

        assertThrows(
                IllegalArgumentException.class, () -> Renderer.ON_CALLER.render(picture, DisplayLut.IDENTITY, small));
    }

    private static RasterArgb render(LoadedFrame loaded, ViewState state, CanvasSize canvas, DisplayLut lut) {
        RasterArgb raster = RasterArgb.ofSize(canvas.width(), canvas.height());
        Renderer.ON_CALLER.render(picture(loaded, state, canvas), lut, raster);
        return raster;
    }

    private static Picture picture(LoadedFrame loaded, ViewState state, CanvasSize canvas) {
        return new Picture(loaded, DataPresentation.initial(loaded), ResolvedView.of(loaded, state, canvas));
    }
}
