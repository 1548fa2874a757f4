package org.candela.net.web;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Bytes of a resource (RFC 9110 §14).
 *
 * @param first 0 for the first byte
 * @param count how many, 1 or more
 */
public record ByteRange(long first, int count) {
    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes ([0-9]{1,18})-([0-9]{1,18})/([0-9]{1,18}|\\*)");

    public ByteRange {
        if (first < 0 || count < 1) {
            throw new IllegalArgumentException("no range: " + count + " bytes from " + first);
        }
    }

    String field() {
        return "bytes=" + first + "-" + (first + count - 1);
    }

    /** First and last byte and length of the whole that a Content-Range field names; empty when it names none. */
    static Optional<long[]> parse(String field) {
        Matcher matcher = CONTENT_RANGE.matcher(field.strip());
        return matcher.matches()
                ? Optional.of(new long[] {number(matcher.group(1)), number(matcher.group(2)), number(matcher.group(3))})
                : Optional.empty();
    }

    /** "*" is a length the server does not know; then the range that came is taken for the rest. */
    private static long number(String text) {
        return text.equals("*") ? 0 : Long.parseLong(text);
    }
}
