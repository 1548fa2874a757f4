package org.candela.codec.video;

import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;
import org.candela.codec.stream.CodecException;
import org.candela.codec.video.FfmpegCommand.Start;
import org.jspecify.annotations.Nullable;

/**
 * One stream while its frames are asked for. Safe from any thread; one at a time decodes.
 *
 * <p>The <em>front</em> has decoded the stream from its start on and alone finds frames that nobody has seen; the
 * <em>seeker</em> brings back frames that went by, from a key frame before them. Each picture it brings must be the one
 * the front saw under that number, so a wrong guess about where a key frame stands costs time and never shows another
 * frame.
 */
final class VideoSession {
    /** A picture that follows a key frame in the stream may be shown before it, at most as many as may be reordered. */
    private static final int REORDERED = 17;

    /** Going on by so few frames is quicker than beginning elsewhere. */
    private static final int NEAR = 32;

    private final VideoPrograms programs;
    private final ReentrantLock lock = new ReentrantLock();
    private final Fingerprints seen = new Fingerprints();
    private final RecentPictures recent;
    private @Nullable VideoFormat format;
    private @Nullable KeyFrames keyFrames;
    private @Nullable VideoRun front;
    private @Nullable VideoRun seeker;
    private @Nullable String ending;

    VideoSession(VideoPrograms programs, long recentBytes) {
        this.programs = programs;
        this.recent = new RecentPictures(recentBytes);
    }

    VideoFrame frame(int index) throws IOException, CodecException {
        lock.lock();
        try {
            VideoFormat known = format();
            byte[] planes = planes(index);
            return new VideoFrame(
                    known.pixels().image(planes, programs.stream().extent()), known.colour(), endAfter(index));
        } finally {
            lock.unlock();
        }
    }

    /** Ends its programs, if nobody is waiting for them, and forgets the pictures; not what it knows of the stream. */
    void pause() throws IOException {
        if (lock.tryLock()) {
            try {
                close(front);
                front = null;
                close(seeker);
                seeker = null;
                recent.clear();
                ending = null;
            } finally {
                lock.unlock();
            }
        }
    }

    private VideoFormat format() throws IOException, CodecException {
        if (format == null) {
            format = programs.describe();
        }
        return format;
    }

    private byte[] planes(int index) throws IOException, CodecException {
        byte[] kept = recent.get(index);
        if (kept != null) {
            return kept;
        }
        boolean isAhead = front != null && front.next() <= index && index - front.next() < NEAR;
        return index < seen.count() && !isAhead ? again(index) : onward(index);
    }

    /** Decodes on, from the start if need be. */
    private byte[] onward(int index) throws IOException, CodecException {
        if (ending != null) {
            throw ended(ending);
        }
        if (front == null) {
            front = programs.decode(format(), Start.BEGIN);
        }
        byte[] planes;
        do {
            int frame = front.next();
            planes = front.read();
            if (planes == null) {
                ending = front.end();
                close(front);
                front = null;
                throw ended(ending);
            }
            if (frame == seen.count()) {
                seen.add(planes);
            } else if (!seen.matches(frame, planes)) {
                throw new CodecException("the video does not decode twice to the same");
            }
            recent.keep(frame, planes);
        } while (front.next() <= index);
        return planes;
    }

    /** A frame that went by. */
    private byte[] again(int index) throws IOException, CodecException {
        while (true) {
            Start start = keyFrames().before(index);
            if (seeker == null || seeker.next() > index || seeker.next() < start.frame()) {
                close(seeker);
                seeker = programs.decode(format(), start);
            }
            byte[] found = sought(seeker, index);
            if (found != null) {
                return found;
            }
            Start failed = seeker.start();
            String reason = seeker.end();
            close(seeker);
            seeker = null;
            if (failed.equals(Start.BEGIN)) {
                throw new CodecException("the video does not decode twice to the same " + reason);
            }
            keyFrames().strike(failed);
        }
    }

    /** The frame, if the pictures on the way to it are those that the front saw; else null. */
    private byte @Nullable [] sought(VideoRun run, int index) throws IOException {
        while (true) {
            boolean isFirst = run.next() == run.start().frame();
            byte[] planes = run.read();
            if (planes == null) {
                return null;
            }
            if (isFirst) {
                run.begunAt(seen.find(run.start().frame(), REORDERED, planes));
            }
            int frame = run.next() - 1;
            if (frame < 0 || frame > index || !seen.matches(frame, planes)) {
                return null;
            }
            recent.keep(frame, planes);
            if (frame == index) {
                return planes;
            }
        }
    }

    private KeyFrames keyFrames() throws IOException {
        if (keyFrames == null) {
            keyFrames = programs.keyFrames();
        }
        return keyFrames;
    }

    /** After the last frame stated, looks whether another one comes. */
    private VideoFrame.End endAfter(int index) throws IOException {
        int stated = programs.stream().frameCount();
        if (index == stated - 1 && seen.count() == stated && front != null) {
            try {
                onward(stated);
            } catch (CodecException e) {
                return VideoFrame.End.AS_STATED; // the end, or nothing that can be shown
            }
        }
        return seen.count() > stated ? VideoFrame.End.MORE_FOLLOW : VideoFrame.End.AS_STATED;
    }

    // [impl->req~codec.video-damaged~1]
    private CodecException ended(String reason) {
        int count = seen.count();
        return new CodecException(
                reason.isEmpty()
                        ? "the video ends after " + count + " of "
                                + programs.stream().frameCount() + " frames"
                        : "the video cannot be decoded beyond frame " + count + ": " + reason);
    }

    private static void close(@Nullable VideoRun run) throws IOException {
        if (run != null) {
            run.close();
        }
    }
}
