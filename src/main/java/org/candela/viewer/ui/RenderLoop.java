package org.candela.viewer.ui;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.candela.image.DisplayLut;
import org.candela.viewer.picture.CanvasSize;
import org.candela.viewer.picture.KeptValues;
import org.candela.viewer.picture.Picture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Draws the newest picture, one at a time, off the FX thread. Pictures that were overtaken while one was being drawn are
 * left out, so a fast hand never builds up a queue. Used on the FX thread.
 */
// [impl->req~viewer.fx-free~1]
final class RenderLoop {
    private static final Logger LOG = LoggerFactory.getLogger(RenderLoop.class);
    /** One on the screen, one on its way to it, one being drawn. */
    private static final int SURFACES = 3;

    private final ViewServices services;
    private final Consumer<Surface> show;
    private final Consumer<Throwable> failed;
    /** Used by the one drawing that is under way. */
    private final Deque<Surface> surfaces = new ArrayDeque<>();

    private @Nullable Job waiting;
    /** What is on the screen or on its way there. */
    private @Nullable Job latest;

    private KeptValues values = new KeptValues();
    private long valueBytes;
    private boolean isDrawing;
    private long epoch;

    private record Job(Picture picture, DisplayLut lut) {}

    /** @param failed told why the newest picture could not be drawn; an older one must not stand in its place */
    RenderLoop(ViewServices services, Consumer<Surface> show, Consumer<Throwable> failed) {
        this.services = services;
        this.show = show;
        this.failed = failed;
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

    /** Shows nothing that was asked for before. */
    void forget() {
        waiting = null;
        latest = null;
        epoch++;
        values = new KeptValues();
        count(0);
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
        long drawn = epoch;
        KeptValues kept = values;
        var unused = CompletableFuture.supplyAsync(() -> draw(job, kept), services.render())
                .whenCompleteAsync((surface, failure) -> drawn(surface, drawn, failure), services.ui());
    }

    /** On the render thread also what is new: to clear the pixels of a large monitor takes longer than a frame of it. */
    private Surface draw(Job job, KeptValues kept) {
        CanvasSize size = job.picture().view().canvas();
        Surface surface = surface(size.width(), size.height());
        services.renderer().render(job.picture(), job.lut(), surface.raster(), kept);
        return surface;
    }

    private void drawn(@Nullable Surface surface, long drawn, @Nullable Throwable failure) {
        isDrawing = false;
        count(values.bytes());
        if (failure != null) {
            LOG.error("a picture could not be drawn [viewer.not-drawn]", failure);
            latest = waiting;
        }
        if (drawn == epoch && surface != null) {
            show.accept(surface);
        } else if (drawn == epoch && waiting == null) {
            failed.accept(Objects.requireNonNull(failure));
        }
        next();
    }

    private void count(long bytes) {
        services.surfaces().add(bytes - valueBytes);
        valueBytes = bytes;
    }

    private Surface surface(int width, int height) {
        Surface oldest = surfaces.size() < SURFACES ? null : surfaces.pollFirst();
        Surface next = oldest != null && oldest.fits(width, height) ? oldest : replaced(oldest, width, height);
        surfaces.addLast(next);
        return next;
    }

    private Surface replaced(@Nullable Surface former, int width, int height) {
        Surface made = new Surface(width, height);
        services.surfaces().add(made.bytes() - (former == null ? 0 : former.bytes()));
        return made;
    }
}
