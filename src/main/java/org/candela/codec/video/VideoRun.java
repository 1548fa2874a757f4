package org.candela.codec.video;

import java.io.IOException;
import org.candela.codec.video.FfmpegCommand.Start;
import org.jspecify.annotations.Nullable;

/** FFmpeg at work on a stream, from one place on, a picture at a time. One thread at a time. */
final class VideoRun implements AutoCloseable {
    private final Child child;
    private final VideoInput input;
    private final int pictureBytes;
    private final Start start;
    private int next;
    private boolean isOpened;

    VideoRun(Child child, VideoInput input, int pictureBytes, Start start) {
        this.child = child;
        this.input = input;
        this.pictureBytes = pictureBytes;
        this.start = start;
        this.next = start.frame();
    }

    Start start() {
        return start;
    }

    /** Number of the picture that comes next, from 0. */
    int next() {
        return next;
    }

    /** Says which picture the first one was. */
    void begunAt(int frame) {
        next = frame + 1;
    }

    /** The planes of the next picture; null when there are no more, for a reason that {@link #end()} tells. */
    byte @Nullable [] read() throws IOException {
        byte[] planes = new byte[pictureBytes];
        if (child.read(planes) < planes.length) {
            return null;
        }
        if (!isOpened) {
            isOpened = true;
            input.close(); // the program has it open, and needs its name no more
        }
        next++;
        return planes;
    }

    /** Why there are no more pictures; blank when the stream is at its end. */
    String end() throws IOException {
        if (child.isLate()) {
            return "decoding takes too long";
        }
        if (child.endedWell()) {
            return "";
        }
        String complaint = child.complaint();
        return complaint.isEmpty() ? "damaged" : complaint;
    }

    @Override
    public void close() throws IOException {
        child.close();
        input.close();
    }
}
