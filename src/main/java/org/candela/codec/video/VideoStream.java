package org.candela.codec.video;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a video is: one part of a file, or several that follow one another.
 *
 * @param coding how its pictures are coded
 * @param extent size of its pictures as stated beside it
 * @param frameCount number of its frames as stated beside it, at least 1
 * @param parts at least one
 */
public record VideoStream(VideoCoding coding, Extent extent, int frameCount, List<Part> parts) {
    /** Twice the pixels of HEVC level 5.1, the highest that PS3.5 8.2.11 allows; what claims more is no video of ours. */
    private static final long MAX_PIXELS = 1L << 24;

    public VideoStream {
        parts = List.copyOf(parts);
        if (parts.isEmpty() || frameCount < 1) {
            throw new IllegalArgumentException(parts.size() + " parts of a video of " + frameCount + " frames");
        }
    }

    /** Bytes {@code offset} to {@code offset + length} of {@code file}. */
    public record Part(Path file, long offset, long length) {}

    /** Size of a picture, in pixels. */
    public record Extent(int rows, int columns) {
        boolean isTooLarge() {
            return (long) rows * columns > MAX_PIXELS;
        }
    }

    /** What is left of {@code parts} from byte {@code offset} of the whole on; at least an empty part. */
    static List<Part> from(List<Part> parts, long offset) {
        List<Part> rest = new ArrayList<>();
        long skipped = offset;
        for (Part part : parts) {
            if (skipped < part.length()) {
                rest.add(new Part(part.file(), part.offset() + skipped, part.length() - skipped));
            }
            skipped = Math.max(0, skipped - part.length());
        }
        return rest.isEmpty()
                ? List.of(new Part(parts.get(0).file(), parts.get(0).offset(), 0))
                : rest;
    }

    /** The first bytes of the first part, at most {@code count}. */
    byte[] head(int count) throws IOException {
        Part first = parts.get(0);
        ByteBuffer head = ByteBuffer.allocate((int) Math.min(count, first.length()));
        try (FileChannel channel = FileChannel.open(first.file(), StandardOpenOption.READ)) {
            while (head.hasRemaining() && channel.read(head, first.offset() + head.position()) >= 0) {
                // until it is full or the file ends
            }
        }
        byte[] bytes = new byte[head.position()];
        head.flip().get(bytes);
        return bytes;
    }
}
