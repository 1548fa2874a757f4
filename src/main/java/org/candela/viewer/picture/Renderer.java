package org.candela.viewer.picture;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.candela.dicom.image.ImageDescription;
import org.candela.image.ColorPipeline;
import org.candela.image.DisplayLut;
import org.candela.image.Frame;
import org.candela.image.GrayscalePipeline;
import org.candela.image.GrayscaleTable;
import org.candela.image.RasterArgb;
import org.candela.image.Resampler;
import org.candela.image.RowBand;
import org.candela.image.Shutter;

/**
 * Draws a {@link Picture} at device pixels: one function for screens, thumbnails, exports and golden pictures.
 *
 * <p>The same picture, table and size always make the same pixels, whatever the number of threads. Safe from any thread.
 */
// [impl->req~viewer.one-renderer~1]
public final class Renderer {
    /** Draws on the calling thread alone. */
    public static final Renderer ON_CALLER = new Renderer(Runnable::run, 1);

    /** So many that whoever joins late waits for little that another has begun. */
    private static final int JOINABLE_PARTS = 16;

    private final Executor helpers;
    private final int hands;
    private final int parts;

    /**
     * Draws in {@code parts} bands of rows. The caller draws too and takes over what no helper has begun, so a busy or
     * single-threaded {@code helpers} delays nothing and cannot block.
     */
    public Renderer(Executor helpers, int parts) {
        this(helpers, parts, parts);
    }

    private Renderer(Executor helpers, int hands, int parts) {
        if (parts < 1) {
            throw new IllegalArgumentException("a picture is drawn in at least one part, not " + parts);
        }
        this.helpers = helpers;
        this.hands = hands;
        this.parts = parts;
    }

    /**
     * Draws on the calling thread and on one more that comes to help at any time, or never: {@code helper} is given what
     * that one should do.
     */
    public static Renderer joinedBy(Executor helper) {
        return new Renderer(helper, 2, JOINABLE_PARTS);
    }

    /**
     * Fills {@code target}, whose size must be that of the picture's canvas; returns when all rows are drawn.
     *
     * @param display table of the monitor the raster goes to; {@link DisplayLut#IDENTITY} gives P-values as greys
     */
    public void render(Picture picture, DisplayLut display, RasterArgb target) {
        requireSize(picture.view().canvas(), target);
        draw(picture, target, painter(picture, display, target, Renderer::resampled));
    }

    /** The same, from what was kept of the last picture where that is still right; keeps the values of this one. */
    public void render(Picture picture, DisplayLut display, RasterArgb target, KeptValues values) {
        requireSize(picture.view().canvas(), target);
        values.begin();
        draw(picture, target, painter(picture, display, target, values::painter));
        values.drawn();
    }

    /** How greys are drawn. */
    private interface Greys {
        Consumer<RowBand> painter(Picture picture, GrayscaleTable table, RasterArgb target);
    }

    private static Consumer<RowBand> resampled(Picture picture, GrayscaleTable table, RasterArgb target) {
        Resampler resampler = new Resampler(
                picture.view().canvasToImage(), picture.presentation().interpolation());
        return resampler.drawing(picture.loaded().frame(), table, target);
    }

    private void draw(Picture picture, RasterArgb target, Consumer<RowBand> painter) {
        List<RowBand> bands = RowBand.split(target.height(), parts);
        AtomicInteger next = new AtomicInteger();
        List<CompletableFuture<Void>> drawn =
                Stream.generate(CompletableFuture<Void>::new).limit(parts).toList();
        Runnable work = () -> {
            for (int band = next.getAndIncrement(); band < parts; band = next.getAndIncrement()) {
                paint(painter, bands.get(band), drawn.get(band));
            }
        };
        for (int helper = 1; helper < hands; helper++) {
            helpers.execute(work);
        }
        work.run();
        CompletableFuture.allOf(drawn.toArray(CompletableFuture[]::new)).join();
        // [impl->req~viewer.overlays~1]
        if (picture.ink() != OverlayInk.NONE) {
            picture.loaded()
                    .overlays()
                    .forEach(plane -> plane.draw(
                            picture.view().canvasToImage(), picture.ink().argb(), target));
        }
    }

    private static void paint(Consumer<RowBand> painter, RowBand band, CompletableFuture<Void> drawn) {
        drawn.completeAsync(
                () -> {
                    painter.accept(band);
                    return null;
                },
                Runnable::run);
    }

    private static Consumer<RowBand> painter(Picture picture, DisplayLut display, RasterArgb target, Greys greys) {
        Resampler resampler = new Resampler(
                picture.view().canvasToImage(), picture.presentation().interpolation());
        Frame frame = picture.loaded().frame();
        ImageDescription description = picture.loaded().description();
        int background = display.argb(0);
        Consumer<RowBand> image =
                switch (frame.layout().photometric()) {
                    case MONOCHROME1, MONOCHROME2 -> {
                        GrayscaleTable table = table(picture, display);
                        yield description
                                .palette()
                                .<Consumer<RowBand>>map(palette -> {
                                    // A mixture of values would be the colour of something else: colours are mixed
                                    // instead.
                                    RasterArgb colours = ColorPipeline.toArgb(frame, table.argb(), palette);
                                    return band -> resampler.draw(colours, background, target, band);
                                })
                                .orElseGet(() -> greys.painter(picture, table, target));
                    }
                    case RGB, YBR_FULL, YBR_FULL_422 -> {
                        RasterArgb colours = ColorPipeline.toArgb(frame);
                        yield band -> resampler.draw(colours, background, target, band);
                    }
                    case PALETTE_COLOR -> {
                        RasterArgb colours = ColorPipeline.toArgb(
                                frame,
                                description.palette().orElseThrow(() -> new IllegalArgumentException("no palette")));
                        yield band -> resampler.draw(colours, background, target, band);
                    }
                    case YBR_PARTIAL_420, YBR_RCT, YBR_ICT ->
                        throw new IllegalArgumentException("a frame that is still coded");
                };
        return covered(image, picture, display, target);
    }

    /** The shutter lies over the image and under all marks; its P-value passes no table but that of the display. */
    private static Consumer<RowBand> covered(
            Consumer<RowBand> image, Picture picture, DisplayLut display, RasterArgb target) {
        Shutter shutter = picture.loaded().description().shutter();
        if (shutter.equals(Shutter.NONE) || picture.presentation().occlusion() == Occlusion.LIFTED) {
            return image;
        }
        Shutter.Cover cover = shutter.cover(
                picture.loaded().frame().layout(),
                picture.view().canvasToImage(),
                display.argb(shutter.presentationValue()));
        return image.andThen(band -> cover.draw(target, band));
    }

    /** Colours of a reader's choice take the place of the display's table, not its black around the image. */
    private static GrayscaleTable table(Picture picture, DisplayLut display) {
        GrayscalePipeline pipeline = picture.greys();
        DisplayLut colours = picture.presentation().colours().over(display);
        return new GrayscaleTable(pipeline.fuse(colours), pipeline.padding(), display.argb(0));
    }

    private static void requireSize(CanvasSize canvas, RasterArgb target) {
        if (canvas.width() != target.width() || canvas.height() != target.height()) {
            throw new IllegalArgumentException(canvas + " does not fit " + target);
        }
    }
}
