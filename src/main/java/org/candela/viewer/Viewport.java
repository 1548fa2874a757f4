package org.candela.viewer;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.candela.image.ImagePoint;
import org.candela.image.OrientationMarks;
import org.candela.image.VoiTransform;
import org.candela.study.FrameKey;
import org.candela.study.FrameLoader;
import org.candela.study.FramePriority;
import org.candela.study.LoadedFrame;
import org.candela.study.Prefetch;
import org.candela.viewer.layout.Grid;
import org.candela.viewer.layout.Hung;
import org.candela.viewer.mark.MarkBoard;
import org.candela.viewer.picture.Appearance;
import org.candela.viewer.picture.CanvasPoint;
import org.candela.viewer.picture.CanvasSize;
import org.candela.viewer.picture.DataPresentation;
import org.candela.viewer.picture.ImageFacts;
import org.candela.viewer.picture.InitialWindow;
import org.candela.viewer.picture.Picture;
import org.candela.viewer.picture.ResolvedView;
import org.candela.viewer.picture.ScreenPitch;
import org.candela.viewer.picture.StateUse;
import org.candela.viewer.picture.ViewState;
import org.candela.viewer.stack.ImageStack;
import org.candela.viewer.stack.StackPosition;
import org.candela.viewer.state.StatePresentation;
import org.jspecify.annotations.Nullable;

/**
 * One place where images are seen: a stack, a frame of it, how it is presented and looked at.
 *
 * <p>While a frame is being decoded the last good one of the same stack stays, marked by {@link #isDecoding()}. A frame
 * that cannot be read leaves no picture but a {@link #problem()}: an older image is never shown in its place. Used by one
 * thread, that of the {@code ui} executor; nothing here waits.
 */
public final class Viewport implements Looks {
    private final FrameLoader loader;
    private final Prefetch prefetch;
    private final Executor ui;
    private final MeasuringLayer measuring;
    private final Tiles tiles;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private Runnable moved = () -> {};
    private Consumer<ImagePoint> pointed = point -> {};
    private BooleanSupplier seen = () -> true;

    private @Nullable ImageStack stack;
    private @Nullable StackPosition position;
    private @Nullable Shown shown;
    private @Nullable ViewportProblem problem;
    private @Nullable VoiTransform openingWindow;
    private final StateLens lens = new StateLens();
    private Supplier<Optional<ScreenPitch>> pitch = Optional::empty;
    private Appearance appearance = Appearance.INITIAL;
    private @Nullable CanvasSize canvas;
    private boolean isDecoding;
    private long generation;
    private CompletableFuture<LoadedFrame> pending = new CompletableFuture<>();
    private final NextFrame next;

    Viewport(FrameLoader loader, MarkBoard marks, Executor ui) {
        this.loader = loader;
        this.prefetch = loader.prefetch();
        this.ui = ui;
        this.next = new NextFrame(loader, ui);
        this.measuring = new MeasuringLayer(
                marks,
                new MeasuringLayer.Sight(this::measurable, this::stack, this::resolvedView, this::picture),
                this::changed);
        this.tiles = new Tiles(this, () -> new Viewport(loader, marks, ui));
    }

    /** A frame on the screen and its key. */
    public record Shown(FrameKey key, LoadedFrame loaded) {}

    /** Calls {@code listener} after every change. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** Calls {@code listener} whenever another frame of the stack has been asked for. */
    void onMove(Runnable listener) {
        moved = listener;
    }

    /** Hangs a stack, from its first frame and as its files ask; what hung before is gone at once. */
    public void hang(ImageStack hung) {
        hang(Hung.fresh(hung));
    }

    /** Hangs a stack as it hung before; what hung in between is gone at once. */
    void hang(Hung hung) {
        clear();
        stack = hung.stack();
        appearance = hung.appearance();
        tiles.arrange(hung.tiles());
        position = StackPosition.first(hung.stack().frames()).at(hung.frameIndex());
        request();
    }

    /** Asks {@code known} for the pitch of the monitor that images stand on. */
    void standOn(Supplier<Optional<ScreenPitch>> known) {
        pitch = known;
    }

    /** Looks so from now on; an image that the presentation state in use was not made for, so without the state. */
    @Override
    public void become(Appearance other) {
        boolean isAside = appearance.use() instanceof StateUse.Whole && !(other.use() instanceof StateUse.Whole);
        set(isAside ? appearance.withOwn(other) : other);
    }

    private void set(Appearance other) {
        appearance = other;
        changed();
    }

    /** Looks as {@code hung} does; only another stack is hung anew. */
    void become(Hung hung) {
        if (hung.stack().equals(stack)) {
            tiles.arrange(hung.tiles());
            set(hung.appearance());
        } else {
            hang(hung);
        }
    }

    /** Consecutive images of the stack side by side, this one their focus. */
    public Tiles tiles() {
        return tiles;
    }

    /** How the image on the screen looks: without a presentation state where the one in use was not made for it. */
    @Override
    public Appearance appearance() {
        return sight().map(Seen::look).orElse(appearance);
    }

    /** What hangs here and how it looks; empty when nothing does. */
    public Optional<Hung> hung() {
        return stack().map(hanging -> new Hung(hanging, frameIndex(), appearance, tiles.grid()));
    }

    /** Takes everything down. */
    void clear() {
        generation++;
        pending.cancel(false);
        next.forget();
        prefetch.forget();
        stack = null;
        position = null;
        shown = null;
        problem = null;
        openingWindow = null;
        isDecoding = false;
        measuring.show();
        tiles.arrange(Grid.SINGLE);
        set(Appearance.INITIAL);
    }

    /** Shows the nearest frame to {@code index} (from 0). */
    public void scrollTo(int index) {
        StackPosition here = position;
        if (here != null && !here.at(index).equals(here)) {
            position = here.at(index);
            next.moved();
            request();
            moved.run();
        }
    }

    /** Shows the frame {@code steps} further, held at both ends. */
    public void scrollBy(int steps) {
        scrollTo(frameIndex() + steps);
    }

    /** Presents the values as the file's next window or VOI LUT asks, after the last one as the first (C.11.2). */
    // [impl->req~viewer.voi-alternatives~1]
    public void nextVoi() {
        int count = sight().map(now -> now.loaded().description().voi().size()).orElse(0);
        if (count > 0) {
            become(appearance().with(appearance().voi().nextOfFile(count)));
        }
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

    /** The frame on the screen at its full resolution: what stands in for it is not to be measured. */
    private Optional<Shown> measurable() {
        return shown().filter(now -> !now.loaded().isReduced());
    }

    /** Whether the frame on the screen is not yet the one asked for. */
    public boolean isDecoding() {
        return isDecoding;
    }

    /** Whether the frame on the screen is a coarse form that stands in: not to be measured in its values. */
    public boolean isReduced() {
        return shown().filter(now -> now.loaded().isReduced()).isPresent();
    }

    /** Tells how to ask whether the newest state is on the screen; without a screen it always is. */
    public void seenBy(BooleanSupplier screen) {
        seen = screen;
    }

    /** Whether the newest state is on the screen. */
    boolean isOnScreen() {
        return seen.getAsBoolean();
    }

    /** Why there is no picture, if there is a reason. */
    public Optional<ViewportProblem> problem() {
        return Optional.ofNullable(problem);
    }

    /** The way the image is looked at. */
    public ViewState viewState() {
        return sight().map(Seen::view).orElse(appearance.view());
    }

    /** How the values are presented. */
    public Optional<DataPresentation> presentation() {
        return sight().map(this::presented);
    }

    /** The view on the canvas as it is now; empty without an image or a canvas. */
    public Optional<ResolvedView> resolvedView() {
        return picture().map(Picture::view);
    }

    /** What the renderer needs; empty without an image or a canvas. */
    public Optional<Picture> picture() {
        return sight().flatMap(this::picture);
    }

    private Optional<Picture> picture(Seen now) {
        return Optional.ofNullable(canvas)
                .map(size -> ResolvedView.of(now.framing(), now.view(), size))
                .map(view -> new Picture(
                        now.loaded(), presented(now), view, now.look().ink()));
    }

    /** Gives {@code taker} the picture that one step further the same way would show: after each step once, if it can. */
    // [impl->req~viewer.next-picture-ready~1]
    public void next(Consumer<Picture> taker) {
        if (position != null && !isDecoding && !(appearance.use() instanceof StateUse.Whole)) {
            next.after(position, frame -> picture(Seen.plain(frame, appearance)).ifPresent(taker));
        }
    }

    /** What is to be said of the frame on the screen. */
    public Optional<ImageFacts> facts() {
        return sight().map(now -> ImageFacts.of(now.loaded()));
    }

    /** Letters at the edges as the image stands on the screen now. */
    public OrientationMarks orientation() {
        return sight().map(Seen::marks).orElse(OrientationMarks.NONE);
    }

    /** Marks drawn here. */
    public MeasuringLayer measuring() {
        return measuring;
    }

    /** Calls {@code listener} with the image point whenever a place in the patient was pointed at. */
    void onPoint(Consumer<ImagePoint> listener) {
        pointed = listener;
    }

    /** Points at the place in the patient under a device pixel. */
    void pointAt(CanvasPoint point) {
        resolvedView().ifPresent(view -> pointed.accept(view.imagePoint(point)));
    }

    /** As large as {@code other}, and through its window where the file asks for none: images side by side compare. */
    void beLike(Viewport other) {
        openingWindow = other.openingWindow;
        Optional.ofNullable(other.canvas).ifPresent(this::resize);
    }

    /** Files may carry a window a frame; a window made up here stays, so that a stack does not flicker. */
    private DataPresentation presented(Seen now) {
        return now.presentation(() -> openingWindow == null ? InitialWindow.of(now.loaded()) : openingWindow);
    }

    private Optional<Seen> sight() {
        return shown().map(now -> lens.seen(now, appearance, pitch.get()));
    }

    /** The presentation state in use, whether or not it was made for the image on the screen. */
    public StateUse use() {
        return appearance.use();
    }

    /** What came of the presentation state that is used whole on the image on the screen; empty where none is. */
    public Optional<StatePresentation> stated() {
        return sight().flatMap(Seen::state);
    }

    // [impl->req~viewer.last-good-frame~1]
    private void request() {
        StackPosition wanted = position;
        if (wanted == null) {
            return;
        }
        long requested = ++generation;
        isDecoding = true;
        pending.cancel(false);
        pending = loader.request(
                wanted.key(),
                FramePriority.VISIBLE,
                coarse -> ui.execute(() -> arrivedCoarse(requested, wanted.key(), coarse)));
        // What is at hand is shown in this very step; only what is not is announced, and comes by way of the queue.
        boolean isAtHand = pending.isDone();
        if (!isAtHand) {
            changed();
        }
        var unused = pending.whenCompleteAsync(
                (loaded, failure) -> arrived(requested, wanted.key(), loaded, failure), isAtHand ? Runnable::run : ui);
        prefetch.standAt(wanted.place());
    }

    /** Stands in, marked, until the whole is decoded. */
    // [impl->req~viewer.reduced-marked~1]
    private void arrivedCoarse(long requested, FrameKey key, LoadedFrame coarse) {
        if (requested == generation && isDecoding) {
            show(new Shown(key, coarse));
        }
    }

    // [impl->req~viewer.broken-file~1]
    private void arrived(long requested, FrameKey key, @Nullable LoadedFrame loaded, @Nullable Throwable failure) {
        if (requested != generation) {
            return;
        }
        isDecoding = false;
        problem = failure == null ? null : ViewportProblem.of(failure);
        if (loaded != null && openingWindow == null) {
            openingWindow = InitialWindow.of(loaded);
        }
        show(loaded == null ? null : new Shown(key, loaded));
    }

    private void show(@Nullable Shown now) {
        shown = now;
        measuring.show();
        changed();
    }

    /** The frame on the screen could not be drawn: it goes, and why stands in its place. */
    // [impl->req~viewer.last-good-frame~1]
    public void notDrawn(Throwable failure) {
        problem = ViewportProblem.of(failure);
        show(null);
    }

    void changed() {
        tiles.follow();
        listeners.forEach(Runnable::run);
    }
}
