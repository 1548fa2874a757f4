package org.candela.viewer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.candela.image.ImagePoint;
import org.candela.image.OrientationMarks;
import org.candela.image.Polarity;
import org.candela.image.SlicePlane;
import org.candela.image.VoiTransform;
import org.candela.image.VoiWindow;
import org.candela.study.FrameKey;
import org.candela.study.FrameLoader;
import org.candela.study.FramePriority;
import org.candela.study.LoadedFrame;
import org.jspecify.annotations.Nullable;

/**
 * One place where images are seen: a stack, a frame of it, how it is presented and looked at.
 *
 * <p>While a frame is being decoded the last good one of the same stack stays, marked by {@link #isDecoding()}. A frame
 * that cannot be read leaves no picture but a {@link #problem()}: an older image is never shown in its place. Used by one
 * thread, that of the {@code ui} executor; nothing here waits.
 */
public final class Viewport {
    private final FrameLoader loader;
    private final Executor ui;
    private final MeasuringLayer measuring;
    private final List<Runnable> listeners = new ArrayList<>();

    private @Nullable ImageStack stack;
    private @Nullable StackPosition position;
    private @Nullable Shown shown;
    private @Nullable ViewportProblem problem;
    private @Nullable VoiWindow chosenWindow;
    private @Nullable VoiTransform openingWindow;
    private int alternative;
    private Polarity polarity = Polarity.NORMAL;
    private OverlayInk ink = OverlayInk.AMBER;
    private ViewState viewState = ViewState.FIT;
    private @Nullable CanvasSize canvas;
    private boolean isDecoding;
    private long generation;
    private CompletableFuture<LoadedFrame> pending = new CompletableFuture<>();

    Viewport(FrameLoader loader, Annotations annotations, Executor ui) {
        this.loader = loader;
        this.ui = ui;
        this.measuring = new MeasuringLayer(annotations, ui, this::changed);
    }

    /** A frame on the screen and its key. */
    public record Shown(FrameKey key, LoadedFrame loaded) {}

    /** Calls {@code listener} after every change. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** Hangs a stack, from its first frame and as its files ask; what hung before is gone at once. */
    void hang(ImageStack hung) {
        clear();
        stack = hung;
        measuring.open(hung.seriesUid());
        position = StackPosition.first(hung.frames());
        request();
    }

    /** Takes everything down. */
    void clear() {
        generation++;
        pending.cancel(false);
        stack = null;
        position = null;
        shown = null;
        problem = null;
        openingWindow = null;
        isDecoding = false;
        measuring.close();
        restore();
    }

    /** Shows the nearest frame to {@code index} (from 0). */
    public void scrollTo(int index) {
        StackPosition here = position;
        if (here != null) {
            moveTo(here.at(index));
        }
    }

    /** Shows the frame {@code steps} further, held at both ends. */
    public void scrollBy(int steps) {
        scrollTo(frameIndex() + steps);
    }

    /** Shows the next frame, after the last one the first. */
    void advance() {
        StackPosition here = position;
        if (here != null && !isDecoding) {
            moveTo(here.wrapped(here.index() + 1));
        }
    }

    /** Presents the values through another window from now on. */
    public void chooseWindow(VoiWindow window) {
        chosenWindow = window;
        changed();
    }

    /** Presents the values as the file's next window or VOI LUT asks, after the last one as the first (C.11.2). */
    // [impl->req~viewer.voi-alternatives~1]
    public void nextVoi() {
        int count = shown().map(now -> now.loaded().description().voi().size()).orElse(0);
        if (count > 0) {
            alternative = chosenWindow == null ? (alternative + 1) % count : alternative;
            chosenWindow = null;
            changed();
        }
    }

    /** Turns black to white and back. */
    public void invert() {
        polarity = polarity.toggled();
        changed();
    }

    /** Takes the file's overlays off the picture, or puts them on again. */
    public void toggleOverlays() {
        ink = areOverlaysShown() ? OverlayInk.NONE : OverlayInk.AMBER;
        changed();
    }

    /** Whether overlays are drawn where the file has any. */
    public boolean areOverlaysShown() {
        return ink != OverlayInk.NONE;
    }

    /** Looks at the image in another way. */
    public void look(ViewState state) {
        viewState = state;
        changed();
    }

    /** Shows one image column on one device pixel. */
    public void lookOneToOne() {
        CanvasSize size = canvas;
        Shown now = shown;
        if (size != null && now != null) {
            look(viewState.withZoom(ResolvedView.oneToOneZoom(now.loaded(), viewState, size)));
        }
    }

    /** Window, polarity and view as they were when the stack was hung. */
    public void reset() {
        restore();
    }

    /** Tells how many device pixels there are to draw on. */
    public void resize(CanvasSize size) {
        if (!size.equals(canvas)) {
            canvas = size;
            changed();
        }
    }

    /** What hangs here. */
    public Optional<ImageStack> stack() {
        return Optional.ofNullable(stack);
    }

    /** Position in the stack, from 0; 0 when nothing hangs. */
    public int frameIndex() {
        return position == null ? 0 : position.index();
    }

    /** Frames of the stack; 0 when nothing hangs. */
    public int frameCount() {
        return position == null ? 0 : position.frames().size();
    }

    /** The frame on the screen. */
    public Optional<Shown> shown() {
        return Optional.ofNullable(shown);
    }

    /** Whether the frame on the screen is not yet the one asked for. */
    public boolean isDecoding() {
        return isDecoding;
    }

    /** Why there is no picture, if there is a reason. */
    public Optional<ViewportProblem> problem() {
        return Optional.ofNullable(problem);
    }

    /** The way the image is looked at. */
    public ViewState viewState() {
        return viewState;
    }

    /** How the values are presented. */
    public Optional<DataPresentation> presentation() {
        return shown().map(now -> new DataPresentation(voi(now.loaded()), polarity));
    }

    /** The view on the canvas as it is now; empty without an image or a canvas. */
    public Optional<ResolvedView> resolvedView() {
        CanvasSize size = canvas;
        return size == null ? Optional.empty() : shown().map(now -> ResolvedView.of(now.loaded(), viewState, size));
    }

    /** What the renderer needs; empty without an image or a canvas. */
    public Optional<Picture> picture() {
        return resolvedView().flatMap(view -> shown().map(now ->
                new Picture(now.loaded(), new DataPresentation(voi(now.loaded()), polarity), view, ink)));
    }

    /** What is to be said of the frame on the screen. */
    public Optional<ImageFacts> facts() {
        return shown().map(now -> ImageFacts.of(now.loaded()));
    }

    /** Letters at the edges as the image stands on the screen now. */
    public OrientationMarks orientation() {
        return shown().map(now -> viewState.marks(marksAsStored(now.loaded()))).orElse(OrientationMarks.NONE);
    }

    /** Lengths drawn here. */
    public MeasuringLayer measuring() {
        return measuring;
    }

    /** Moves the image under a drag. */
    void pan(CanvasPoint from, CanvasPoint to) {
        resolvedView().ifPresent(view -> {
            ImagePoint delta = view.imageDelta(from, to);
            look(viewState.withShift(viewState.shift().minus(delta)));
        });
    }

    private static OrientationMarks marksAsStored(LoadedFrame loaded) {
        Optional<SlicePlane> plane = loaded.description().place().plane();
        return plane.map(OrientationMarks::of)
                .orElseGet(
                        () -> OrientationMarks.of(loaded.description().place().patientOrientation()));
    }

    private VoiTransform voi(LoadedFrame loaded) {
        if (chosenWindow != null) {
            return chosenWindow;
        }
        List<VoiTransform> voi = loaded.description().voi();
        if (!voi.isEmpty()) {
            return voi.get(alternative % voi.size());
        }
        // Files may carry a window a frame; a window made up here stays, so that a stack does not flicker.
        return openingWindow == null ? InitialWindow.of(loaded) : openingWindow;
    }

    private void moveTo(StackPosition next) {
        if (!next.equals(position)) {
            position = next;
            request();
        }
    }

    // [impl->req~viewer.last-good-frame~1]
    private void request() {
        StackPosition wanted = position;
        if (wanted == null) {
            return;
        }
        long requested = ++generation;
        isDecoding = true;
        changed();
        pending.cancel(false);
        pending = loader.request(wanted.key(), FramePriority.VISIBLE);
        var unused =
                pending.whenCompleteAsync((loaded, failure) -> arrived(requested, wanted.key(), loaded, failure), ui);
        loader.prefetch(wanted.ahead());
    }

    // [impl->req~viewer.broken-file~1]
    private void arrived(long requested, FrameKey key, @Nullable LoadedFrame loaded, @Nullable Throwable failure) {
        if (requested != generation) {
            return;
        }
        isDecoding = false;
        problem = failure == null ? null : ViewportProblem.of(failure);
        shown = loaded == null ? null : new Shown(key, loaded);
        if (loaded != null && openingWindow == null) {
            openingWindow = InitialWindow.of(loaded);
        }
        measuring.show(shown);
        changed();
    }

    /** The frame on the screen could not be drawn: it goes, and why stands in its place. */
    // [impl->req~viewer.last-good-frame~1]
    public void notDrawn(Throwable failure) {
        problem = ViewportProblem.of(failure);
        shown = null;
        measuring.show(null);
        changed();
    }

    private void restore() {
        chosenWindow = null;
        alternative = 0;
        ink = OverlayInk.AMBER;
        polarity = Polarity.NORMAL;
        viewState = ViewState.FIT;
        changed();
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }
}
