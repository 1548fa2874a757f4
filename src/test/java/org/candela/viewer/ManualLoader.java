package org.candela.viewer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.candela.study.FrameKey;
import org.candela.study.FrameLoader;
import org.candela.study.FramePriority;
import org.candela.study.LoadedFrame;

/** A loader whose frames arrive when a test says so, or at once. */
public final class ManualLoader implements FrameLoader {
    private final Map<FrameKey, CompletableFuture<LoadedFrame>> requests = new LinkedHashMap<>();
    final List<List<FrameKey>> wishes = new ArrayList<>();
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

    @Override
    public void prefetch(List<FrameKey> mostWantedFirst) {
        wishes.add(mostWantedFirst);
    }

    /** The last request for {@code key}. */
    CompletableFuture<LoadedFrame> requested(FrameKey key) {
        return Objects.requireNonNull(requests.get(key), "never requested");
    }

    void arrive(FrameKey key, LoadedFrame loaded) {
        requested(key).complete(loaded);
    }

    /** Lets the request for {@code key} fail. */
    public void fail(FrameKey key, Throwable failure) {
        requested(key).completeExceptionally(failure);
    }
}
