package org.candela.viewer.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.candela.image.DisplayLut;
import org.candela.image.Interpolation;
import org.candela.image.PixelPadding;
import org.candela.image.Polarity;
import org.candela.image.RasterArgb;
import org.candela.image.VoiWindow;
import org.candela.study.LoadedFrame;
import org.candela.viewer.TestImages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

// [utest->req~viewer.values-kept~1]
class KeptValuesTest {
    private static final CanvasSize CANVAS = new CanvasSize(23, 19);
    private static final Renderer RENDERER = new Renderer(Runnable::run, 3);

    private final KeptValues kept = new KeptValues();

    @ParameterizedTest
    @EnumSource(Interpolation.class)
    void whateverWasDrawnBeforeThePictureIsTheSame(Interpolation interpolation) {
        LoadedFrame[] frames = {
            noise(1),
            noise(2),
            TestImages.withPadding(noise(3), PixelPadding.between(-3, 40)),
            TestImages.rgb(1, 9, 8, 7)
        };
        Random random = new Random(7);
        for (int step = 0; step < 200; step++) {
            LoadedFrame loaded = frames[random.nextInt(frames.length)];
            ViewState view = ViewState.FIT.withZoom(random.nextInt(3) == 0 ? 2.3 : 0.7);
            Picture picture = new Picture(
                    loaded,
                    new DataPresentation(
                                    new VoiWindow(random.nextInt(50), 60, VoiWindow.Function.LINEAR),
                                    random.nextBoolean() ? Polarity.NORMAL : Polarity.INVERTED)
                            .with(interpolation)
                            .with(random.nextInt(4) == 0 ? Occlusion.LIFTED : Occlusion.KEPT),
                    ResolvedView.of(loaded, view, CANVAS));

            assertEquals(afresh(picture), drawn(picture), () -> String.valueOf(picture));
        }
    }

    @Test
    void aMovedWindowResamplesNothing() {
        LoadedFrame loaded = noise(1);
        RasterArgb before = afresh(picture(loaded, 25));
        drawn(picture(loaded, 0));
        Arrays.fill(loaded.frame().samples(), (short) 0); // by agreement nobody does; here it tells what is read

        assertEquals(before, drawn(picture(loaded, 25)), "of the values that were kept");
        Picture turned = new Picture(
                loaded, picture(loaded, 25).presentation(), ResolvedView.of(loaded, ViewState.FIT.withZoom(2), CANVAS));
        assertEquals(afresh(turned), drawn(turned), "of the values of the frame");
        assertNotEquals(before, afresh(turned));
    }

    @Test
    void nothingIsKeptOfAPictureThatCouldNotBeDrawn() {
        LoadedFrame loaded = noise(1);
        Picture picture = picture(loaded, 25);
        int[] calls = {0};
        Renderer breaking = new Renderer(
                task -> {
                    throw new IllegalStateException("no helper " + calls[0]++);
                },
                2);

        assertThrows(
                IllegalStateException.class,
                () -> breaking.render(picture, DisplayLut.IDENTITY, RasterArgb.ofSize(23, 19), kept));
        Picture colours = new Picture(
                TestImages.rgb(1, 9, 8, 7),
                picture.presentation(),
                ResolvedView.of(TestImages.rgb(1, 9, 8, 7), ViewState.FIT, CANVAS));
        drawn(colours);

        assertEquals(afresh(picture), drawn(picture));
    }

    @Test
    void holdsTwoBytesAPixelOfTheCanvas() {
        assertEquals(0, kept.bytes());

        drawn(picture(noise(1), 0));

        assertEquals(2 * 23 * 19, kept.bytes());
    }

    private RasterArgb drawn(Picture picture) {
        RasterArgb raster = RasterArgb.ofSize(CANVAS.width(), CANVAS.height());
        RENDERER.render(picture, DisplayLut.IDENTITY, raster, kept);
        return raster;
    }

    private static RasterArgb afresh(Picture picture) {
        RasterArgb raster = RasterArgb.ofSize(CANVAS.width(), CANVAS.height());
        Renderer.ON_CALLER.render(picture, DisplayLut.IDENTITY, raster);
        return raster;
    }

    private static Picture picture(LoadedFrame loaded, double center) {
        return new Picture(
                loaded,
                new DataPresentation(new VoiWindow(center, 60, VoiWindow.Function.LINEAR), Polarity.NORMAL),
                ResolvedView.of(loaded, ViewState.FIT, CANVAS));
    }

    private static LoadedFrame noise(int seed) {
        return TestImages.slice(
                14,
                17,
                IntStream.range(0, 14 * 17).map(i -> (i * 37 * seed) % 61).toArray());
    }
}
