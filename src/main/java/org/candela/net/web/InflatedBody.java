package org.candela.net.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Undoes gzip (RFC 1952), refusing what grows like a bomb and not like data. One reading thread. */
// [impl->req~net.web.gzip~1]
final class InflatedBody extends BlockStream {
    /** Below this any growth is harmless. */
    private static final long HARMLESS_BYTES = 32 << 20;
    /** JSON of repetitive metadata shrinks to about a fortieth. */
    private static final long MOST_GROWTH = 200;

    private final CountedStream compressed;
    private @Nullable GZIPInputStream inflater;
    private long inflated;

    InflatedBody(InputStream source) {
        this.compressed = new CountedStream(source);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        GZIPInputStream open = inflater;
        if (open == null) {
            // Its constructor reads the head, so it waits for the first read.
            open = new GZIPInputStream(compressed, 16 << 10);
            inflater = open;
        }
        int count = open.read(target, offset, length);
        inflated += Math.max(count, 0);
        if (inflated > HARMLESS_BYTES && inflated / MOST_GROWTH > compressed.count) {
            throw new IOException("compressed content grows more than " + MOST_GROWTH + "-fold");
        }
        return count;
    }

    private static final class CountedStream extends BlockStream {
        private final InputStream source;
        private long count;

        CountedStream(InputStream source) {
            this.source = source;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = source.read(target, offset, length);
            count += Math.max(read, 0);
            return read;
        }
    }
}
