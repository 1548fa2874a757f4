package org.candela.viewer.stack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import org.candela.base.MemoryBudget;
import org.candela.base.Uid;
import org.candela.image.DisplayLut;
import org.candela.image.RasterArgb;
import org.candela.study.FrameLoader;
import org.candela.study.FramePriority;
import org.candela.study.LoadedFrame;
import org.candela.viewer.picture.CanvasSize;
import org.candela.viewer.picture.DataPresentation;
import org.candela.viewer.picture.Picture;
import org.candela.viewer.picture.Renderer;
import org.candela.viewer.picture.ResolvedView;
import org.candela.viewer.picture.ViewState;
import org.jspecify.annotations.Nullable;

/**
 * Small pictures of the stacks of a case: the middle frame of each, drawn by the one renderer, after all that hangs and
 * before all that is read ahead. Values only; used by one thread, that of the {@code ui} executor.
 */
// [impl->req~viewer.thumbnails~1]
public final class Thumbnails {
    private final FrameLoader loader;
    private final Threads threads;
    private final MemoryBudget.Account account;
    private final CanvasSize size;
    private final Map<ImageStack, Thumbnail> all = new LinkedHashMap<>();
    private final Map<ImageStack, CompletableFuture<LoadedFrame>> pending = new LinkedHashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /**
     * Where work is done.
     *
     * @param render where pictures are drawn
     * @param ui the thread of the caller
     */
    public record Threads(Executor render, Executor ui) {}

    /** @param size of each, device pixels */
    public Thumbnails(FrameLoader loader, Threads threads, MemoryBudget.Account account, CanvasSize size) {
        this.loader = loader;
        this.threads = threads;
        this.account = account;
        this.size = size;
    }

    /** Calls {@code listener} after every change. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** One for each stack, in the order they were given. */
    public List<Thumbnail> all() {
        return List.copyOf(all.values());
    }

    /** Begins with these stacks; those of before are forgotten. */
    public void show(List<ImageStack> stacks) {
        clear();
        stacks.forEach(stack -> all.put(stack, Thumbnail.of(stack)));
        changed();
        stacks.forEach(this::request);
    }

    /** {@code here} of {@code total} objects of a series have arrived. */
    public void arriving(Uid seriesUid, int here, int total) {
        all.replaceAll((stack, now) -> stack.seriesUid().equals(seriesUid) ? now.arriving(here, total) : now);
        changed();
    }

    /** Gives up those of a series that are not complete. */
    public void cancel(Uid seriesUid) {
        List.copyOf(all.keySet()).stream()
                .filter(stack -> stack.seriesUid().equals(seriesUid))
                .forEach(stack -> {
                    withdraw(stack);
                    all.computeIfPresent(
                            stack,
                            (same, now) ->
                                    now.state() == Thumbnail.State.LOADING ? now.as(Thumbnail.State.CANCELLED) : now);
                });
        changed();
    }

    /** Forgets all. */
    public void clear() {
        List.copyOf(pending.keySet()).forEach(this::withdraw);
        all.values().forEach(former -> account.remove(bytes(former)));
        all.clear();
        changed();
    }

    private void withdraw(ImageStack stack) {
        CompletableFuture<LoadedFrame> request = pending.remove(stack);
        if (request != null) {
            request.cancel(false);
        }
    }

    private void request(ImageStack stack) {
        int middle = stack.frames().size() / 2;
        CompletableFuture<LoadedFrame> request = loader.request(stack.frames().get(middle), FramePriority.THUMBNAIL);
        pending.put(stack, request);
        var unused = request.thenApplyAsync(this::drawn, threads.render())
                .whenCompleteAsync((raster, failure) -> arrived(stack, request, raster), threads.ui());
    }

    private RasterArgb drawn(LoadedFrame loaded) {
        RasterArgb raster = RasterArgb.ofSize(size.width(), size.height());
        ResolvedView view = ResolvedView.of(loaded, ViewState.FIT, size);
        Renderer.ON_CALLER.render(
                new Picture(loaded, DataPresentation.initial(loaded), view), DisplayLut.IDENTITY, raster);
        return raster;
    }

    private void arrived(ImageStack stack, CompletableFuture<LoadedFrame> request, @Nullable RasterArgb raster) {
        if (!pending.remove(stack, request)) {
            return; // cancelled, or of a case that is gone
        }
        UnaryOperator<Thumbnail> next =
                raster == null ? now -> now.as(Thumbnail.State.FAILED) : now -> now.drawn(raster);
        all.computeIfPresent(stack, (same, now) -> next.apply(now));
        Optional.ofNullable(all.get(stack)).ifPresent(now -> account.add(bytes(now)));
        changed();
    }

    private static long bytes(Thumbnail thumbnail) {
        return thumbnail
                .picture()
                .map(raster -> (long) Integer.BYTES * raster.width() * raster.height())
                .orElse(0L);
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }
}
