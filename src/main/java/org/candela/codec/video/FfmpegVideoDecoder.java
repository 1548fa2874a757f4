package org.candela.codec.video;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.candela.codec.stream.CodecException;
import org.jspecify.annotations.Nullable;

/**
 * Decodes by FFmpeg in processes of its own, which a broken stream may end without harm here (ADR 0195).
 *
 * <p>Remembers the streams asked for last: frames in order come from a program that goes on, and programs that nobody
 * asks any more are ended. Safe from any thread; frames of one stream are decoded one at a time.
 */
// [impl->req~codec.video~1]
public final class FfmpegVideoDecoder implements VideoDecoder, AutoCloseable {
    /** What is known of a stream takes 8 bytes a frame. */
    private static final int MOST_STREAMS = 16;

    private final FfmpegSearch search;
    private final Limits limits;
    private final ScheduledExecutorService scheduler;
    private final Map<VideoStream, Opened> opened = new LinkedHashMap<>(16, 0.75f, true);
    private @Nullable FfmpegPrograms programs;

    /** @param scheduler ends what is late or idle; its tasks are short */
    public FfmpegVideoDecoder(FfmpegSearch search, Limits limits, ScheduledExecutorService scheduler) {
        this.search = search;
        this.limits = limits;
        this.scheduler = scheduler;
    }

    /** A session and what will end its programs. */
    private record Opened(VideoSession session, Future<?> idle) {}

    @Override
    public VideoFrame frame(VideoStream stream, int index) throws IOException, CodecException, NoVideoDecoderException {
        VideoSession session = session(stream);
        try {
            return session.frame(index);
        } finally {
            used(stream, session);
        }
    }

    private VideoSession session(VideoStream stream) throws IOException, CodecException, NoVideoDecoderException {
        synchronized (opened) {
            Opened known = opened.get(stream);
            if (known != null) {
                return known.session();
            }
        }
        return new VideoSession(VideoPrograms.of(programs(), stream, limits, scheduler), limits.recentBytes());
    }

    /** Looked for at the first video, and until they are found. */
    private synchronized FfmpegPrograms programs() throws NoVideoDecoderException {
        if (programs == null) {
            programs = search.find();
        }
        return programs;
    }

    /** Keeps the session for a while, and ends the programs of those used long ago. */
    private void used(VideoStream stream, VideoSession session) {
        List<VideoSession> tooMany = new ArrayList<>();
        synchronized (opened) {
            Opened before = opened.put(stream, new Opened(session, pauseLater(session)));
            if (before != null) {
                before.idle().cancel(false);
                if (before.session() != session) {
                    tooMany.add(before.session()); // two threads began at once
                }
            }
            int surplus = opened.size() - limits.programs();
            opened.values().stream().limit(Math.max(0, surplus)).forEach(old -> tooMany.add(old.session()));
            if (opened.size() > MOST_STREAMS) {
                opened.remove(opened.keySet().iterator().next());
            }
        }
        tooMany.forEach(FfmpegVideoDecoder::pause);
    }

    private Future<?> pauseLater(VideoSession session) {
        return scheduler.schedule(() -> pause(session), limits.idle().toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void pause(VideoSession session) {
        try {
            session.pause();
        } catch (IOException e) {
            throw new UncheckedIOException("a copy of a video could not be deleted", e);
        }
    }

    /** Ends all programs. */
    @Override
    public void close() {
        synchronized (opened) {
            opened.values().forEach(each -> {
                each.idle().cancel(false);
                pause(each.session());
            });
            opened.clear();
        }
    }
}
