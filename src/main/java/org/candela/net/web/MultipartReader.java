package org.candela.net.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads a multipart body part by part (RFC 2046 §5.1.1), in constant memory.
 *
 * <p>A part's body ends where the delimiter stands. If the stream ends first, reading throws: a part without its
 * delimiter is never taken for a whole one. One thread; does not close the stream it was given.
 */
// [impl->req~net.web.multipart~1]
public final class MultipartReader {
    private static final int BUFFER_SIZE = 64 << 10;

    private final InputStream source;
    private final MultipartLimits limits;
    private final Delimiter delimiter;
    private final byte[] buffer = new byte[BUFFER_SIZE];
    private int start;
    private int end;
    private boolean isSourceAtEnd;
    private Body body;

    /** Reads {@code source}, whose parts are separated by {@code boundary} as the content type names it. */
    public MultipartReader(InputStream source, String boundary, MultipartLimits limits) {
        this.source = source;
        this.limits = limits;
        this.delimiter = new Delimiter(boundary);
        // The first delimiter may open the stream without a line break; giving it one leaves a single case to match.
        buffer[0] = '\r';
        buffer[1] = '\n';
        this.end = 2;
        this.body = new Body(Long.MAX_VALUE);
    }

    /** One part: header fields by lower-case name, and the body, valid until the next part is asked for. */
    public record Part(Map<String, String> headers, InputStream body) {
        /** Value of a header field; {@code name} in any case. */
        public Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
        }
    }

    /**
     * The next part, skipping what is unread of the one before; empty after the closing delimiter.
     *
     * @throws MultipartException if the stream ends before its closing delimiter or breaks a limit
     */
    public Optional<Part> next() throws IOException {
        body.skipToEnd();
        start += delimiter.length();
        require(2);
        if (buffer[start] == '-' && buffer[start + 1] == '-') {
            start -= delimiter.length();
            return Optional.empty();
        }
        Map<String, String> headers = readHeaders();
        body = new Body(limits.partBytes());
        return Optional.of(new Part(headers, body));
    }

    private Map<String, String> readHeaders() throws IOException {
        Map<String, String> headers = new TreeMap<>();
        int budget = limits.headerBytes();
        String line = readLine(budget);
        if (!line.isBlank()) {
            throw new MultipartException("text after a multipart boundary");
        }
        for (line = readLine(budget); !line.isEmpty(); line = readLine(budget)) {
            budget -= line.length() + 2;
            int colon = line.indexOf(':');
            if (colon > 0) {
                String name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
                headers.put(name, line.substring(colon + 1).strip());
            }
        }
        // The line break that ends the headers may also open the delimiter of an empty body.
        start -= 2;
        if (!startsWithDelimiter()) {
            start += 2;
        }
        return headers;
    }

    private String readLine(int budget) throws IOException {
        StringBuilder line = new StringBuilder();
        while (true) {
            require(2);
            if (buffer[start] == '\r' && buffer[start + 1] == '\n') {
                start += 2;
                return line.toString();
            }
            if (line.length() >= budget) {
                throw new MultipartException("more than " + limits.headerBytes() + " bytes of part headers");
            }
            line.append((char) (buffer[start++] & 0xFF));
        }
    }

    private boolean startsWithDelimiter() throws IOException {
        fill(delimiter.length());
        return end - start >= delimiter.length() && delimiter.standsAt(buffer, start);
    }

    private void require(int count) throws IOException {
        if (!fill(count)) {
            throw cutShort();
        }
    }

    private static MultipartException cutShort() {
        return new MultipartException("the multipart stream ends before its closing boundary");
    }

    /** Tries to have {@code count} bytes buffered from {@code start}; false when the source ends before. */
    private boolean fill(int count) throws IOException {
        if (end - start >= count) {
            return true;
        }
        if (buffer.length - start < BUFFER_SIZE / 2) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            end -= start;
            start = 0;
        }
        while (end - start < count && !isSourceAtEnd) {
            int read = source.read(buffer, end, buffer.length - end);
            isSourceAtEnd = read < 0;
            end += Math.max(read, 0);
        }
        return end - start >= count;
    }

    /** The bytes up to the next delimiter. */
    private final class Body extends BlockStream {
        private final long limit;
        private long delivered;
        private boolean isAtEnd;

        Body(long limit) {
            this.limit = limit;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = length == 0 ? 0 : certainBytes(length);
            if (isAtEnd) {
                return -1;
            }
            System.arraycopy(buffer, start, target, offset, count);
            advance(count);
            return count;
        }

        /**
         * How many of the next {@code wanted} bytes are buffered and certainly of this part: those before the first place
         * where a delimiter stands or could still begin. At least 1 unless the part has ended.
         */
        private int certainBytes(int wanted) throws IOException {
            if (isAtEnd || body != this) {
                isAtEnd = true;
                return 0;
            }
            require(delimiter.length());
            int last = (int) Math.min(end, start + (long) wanted + delimiter.length() - 1);
            int found = delimiter.find(buffer, start, last);
            int certain = found < 0 ? last - delimiter.length() + 1 : found;
            isAtEnd = certain == start;
            return certain - start;
        }

        private void advance(int count) throws MultipartException {
            start += count;
            delivered += count;
            if (delivered > limit) {
                throw new MultipartException("a part is larger than " + limit + " bytes");
            }
        }

        private void skipToEnd() throws IOException {
            for (int ready = certainBytes(BUFFER_SIZE); ready > 0; ready = certainBytes(BUFFER_SIZE)) {
                advance(ready);
            }
        }
    }
}
