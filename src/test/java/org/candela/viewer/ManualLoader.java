package org.candela.viewer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.candela.study.FrameKey;
import org.candela.study.FrameLoader;
import org.candela.study.FramePriority;
import org.candela.study.LoadedFrame;
import org.candela.study.Prefetch;
import org.candela.study.StackPlace;

/** A loader whose frames arrive when a test says so, or at once. */
public final class ManualLoader implements FrameLoader {
    private final Map<FrameKey, CompletableFuture<LoadedFrame>> requests = new LinkedHashMap<>();
    private final Map<FrameKey, Consumer<LoadedFrame>> coarseListeners = new HashMap<>();
    int forgotten;
    final List<StackPlace> places = new ArrayList<>();
    private final List<Function<FrameKey, LoadedFrame>> always = new ArrayList<>();

    /** A loader that answers every request at once with {@code loaded}. */
    public static ManualLoader answering(LoadedFrame loaded) {
        return answering(key -> loaded);
    }

    /** A loader that answers every request at once. */
    static ManualLoader answering(Function<FrameKey, LoadedFrame> frames) {
        ManualLoader loader = new ManualLoader();
        loader.always.add(frames);
        return loader;
    }

    @Override
    public CompletableFuture<LoadedFrame> request(FrameKey key, FramePriority priority) {
        CompletableFuture<LoadedFrame> future = new CompletableFuture<>();
        requests.put(key, future);
        always.forEach(frames -> future.complete(frames.apply(key)));
        return future;
    }

    /** What is answered at once is at hand. */
    @Override
    public boolean isDecoded(FrameKey key) {
        return !always.isEmpty();
    }

    @Override
    public Prefetch prefetch() {
        return new Prefetch() {
            @Override
            public void standAt(StackPlace place) {
                places.add(place);
            }

            @Override
            public void wish(List<FrameKey> mostWantedFirst) {}

            @Override
            public void forget() {
                forgotten++;
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public CompletableFuture<LoadedFrame> request(FrameKey key, FramePriority priority, Consumer<LoadedFrame> coarse) {
        coarseListeners.put(key, coarse);
        return request(key, priority);
    }

    /** Delivers a form that stands in for the frame asked for last under {@code key}. */
    void arriveCoarse(FrameKey key, LoadedFrame loaded) {
        Objects.requireNonNull(coarseListeners.get(key), "never requested").accept(loaded);
    }

    /** The last request for {@code key}. */
    public CompletableFuture<LoadedFrame> requested(FrameKey key) {
        return Objects.requireNonNull(requests.get(key), "never requested");
    }

    public void arrive(FrameKey key, LoadedFrame loaded) {
        requested(key).complete(loaded);
    }

    /** Lets the request for {@code key} fail. */
    public void fail(FrameKey key, Throwable failure) {
        requested(key).completeExceptionally(failure);
    }
}
