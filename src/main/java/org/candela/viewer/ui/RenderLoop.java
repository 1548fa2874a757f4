package org.candela.viewer.ui;

import java.util.Objects;
import java.util.function.Consumer;
import org.candela.image.DisplayLut;
import org.candela.viewer.picture.CanvasSize;
import org.candela.viewer.picture.KeptValues;
import org.candela.viewer.picture.Picture;
import org.candela.viewer.picture.Renderer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Draws the newest picture, one at a time, off the FX thread. Pictures that were overtaken while one was being drawn are
 * left out, so a fast hand never builds up a queue. A picture that was drawn aside because it would come next is shown in
 * the very turn in which it is asked for. Used on the FX thread.
 */
// [impl->req~viewer.fx-free~1]
final class RenderLoop {
    private static final Logger LOG = LoggerFactory.getLogger(RenderLoop.class);

    private final ViewServices services;
    private final Consumer<Surface> show;
    private final Consumer<Throwable> failed;
    private final SurfacePool surfaces;

    private @Nullable Job waiting;
    /** What is on the screen or on its way there. */
    private @Nullable Job latest;

    private KeptValues values = new KeptValues();
    private @Nullable Aside aside;
    /** Of the last picture that was drawn aside and not taken. */
    private KeptValues spare = new KeptValues();

    private long valueBytes;
    private boolean isDrawing;
    private long epoch;

    private record Job(Picture picture, DisplayLut lut) {}

    /** A picture that may be asked for next. */
    private record Aside(Job job, Drawing drawing, LateHands hands) {}

    /** @param failed told why the newest picture could not be drawn; an older one must not stand in its place */
    RenderLoop(ViewServices services, Consumer<Surface> show, Consumer<Throwable> failed) {
        this.services = services;
        this.show = show;
        this.failed = failed;
        this.surfaces = new SurfacePool(services.surfaces());
    }

    /** Draws {@code picture} as soon as the one being drawn is done; not again what is there already. */
    void draw(Picture picture, DisplayLut lut) {
        Job job = new Job(picture, lut);
        if (!job.equals(latest)) {
            latest = job;
            waiting = job;
            next();
        }
    }

    /**
     * Draws {@code picture} aside, behind all else that needs the processor, for the case that it is asked for next; unless
     * the memory for pictures is used up.
     */
    // [impl->req~viewer.next-picture-ready~1]
    void drawAside(Picture picture, DisplayLut lut) {
        Job job = new Job(picture, lut);
        Aside known = aside;
        if (known != null && known.job().equals(job)) {
            return;
        }
        dropAside();
        CanvasSize size = picture.view().canvas();
        if (surfaces.hasRoomFor(size)) {
            LateHands hands = new LateHands();
            Drawing drawing = drawing(job, spare, Renderer.joinedBy(hands));
            aside = new Aside(job, drawing, hands);
            services.aside().execute(drawing::begin);
        }
    }

    /** Shows nothing that was asked for before. */
    void forget() {
        waiting = null;
        latest = null;
        epoch++;
        dropAside();
        values = new KeptValues();
        spare = new KeptValues();
        count();
    }

    /** Whether nothing is being drawn and nothing waits. */
    boolean isIdle() {
        return !isDrawing && waiting == null;
    }

    private void next() {
        Job job = waiting;
        if (isDrawing || job == null) {
            return;
        }
        waiting = null;
        isDrawing = true;
        Drawing drawing = begun(job);
        long drawn = epoch;
        drawing.whenDone(failure -> drawn(drawing, drawn, failure), services.ui());
    }

    /** Its drawing aside, if that has been begun; otherwise it is drawn now, with all hands. */
    private Drawing begun(Job job) {
        Aside known = aside;
        if (known != null && known.job().equals(job) && known.drawing().isBegun()) {
            aside = null;
            spare = values;
            values = known.drawing().kept();
            if (!known.drawing().isDone()) {
                known.hands().join(services.render()); // whoever draws aside may get little of the processor
            }
            return known.drawing();
        }
        dropAside();
        Drawing drawing = drawing(job, values, services.renderer());
        services.render().execute(drawing::begin);
        return drawing;
    }

    private Drawing drawing(Job job, KeptValues kept, Renderer renderer) {
        SurfacePool.Slot slot = surfaces.take(job.picture().view().canvas());
        return new Drawing(
                kept,
                slot,
                () -> renderer.render(job.picture(), job.lut(), slot.surface().raster(), kept));
    }

    private void dropAside() {
        Aside known = aside;
        aside = null;
        if (known == null) {
            return;
        }
        Drawing drawing = known.drawing();
        if (drawing.takeBack()) {
            surfaces.giveBack(drawing.slot());
            return;
        }
        if (!drawing.isDone()) {
            spare = new KeptValues(); // the others are still being written
        }
        drawing.whenDone(failure -> surfaces.giveBack(drawing.slot()), services.ui());
    }

    private void drawn(Drawing drawing, long drawn, @Nullable Throwable failure) {
        isDrawing = false;
        count();
        if (failure != null) {
            LOG.error("a picture could not be drawn [viewer.not-drawn]", failure);
            latest = waiting;
        }
        if (drawn == epoch && failure == null) {
            show.accept(surfaces.shown(drawing.slot()));
        } else {
            surfaces.giveBack(drawing.slot());
            if (drawn == epoch && waiting == null) {
                failed.accept(Objects.requireNonNull(failure));
            }
        }
        next();
    }

    private void count() {
        long bytes = values.bytes() + spare.bytes();
        services.surfaces().add(bytes - valueBytes);
        valueBytes = bytes;
    }
}
