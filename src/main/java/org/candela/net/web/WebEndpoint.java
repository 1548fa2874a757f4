package org.candela.net.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Where a DICOMweb service is and how long it may take.
 *
 * @param root URI of the service, for example {@code https://pacs.example/dicom-web}; http or https
 * @param answerTimeout until the status line of an answer has come
 * @param stallTimeout longest pause within the body of an answer
 * @param headers asked for at each request, so that a token may change; not logged
 */
public record WebEndpoint(
        URI root, Duration answerTimeout, Duration stallTimeout, Supplier<Map<String, String>> headers) {
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration STALL_TIMEOUT = Duration.ofSeconds(20);

    public WebEndpoint {
        if (root.getHost() == null || !("http".equals(root.getScheme()) || "https".equals(root.getScheme()))) {
            throw new IllegalArgumentException("a DICOMweb root is an http or https URI with a host: " + root);
        }
        if (answerTimeout.isNegative()
                || answerTimeout.isZero()
                || stallTimeout.isNegative()
                || stallTimeout.isZero()) {
            throw new IllegalArgumentException("timeouts must be positive: " + answerTimeout + ", " + stallTimeout);
        }
    }

    /** The service at {@code root} without credentials, with 30 s to answer and 20 s of silence at most. */
    public static WebEndpoint of(URI root) {
        return new WebEndpoint(root, ANSWER_TIMEOUT, STALL_TIMEOUT, Map::of);
    }

    /** The same service with other patience. */
    public WebEndpoint within(Duration answer, Duration stall) {
        return new WebEndpoint(root, answer, stall, headers);
    }

    /** The same service asked with these header fields. */
    public WebEndpoint withHeaders(Supplier<Map<String, String>> fields) {
        return new WebEndpoint(root, answerTimeout, stallTimeout, fields);
    }

    /** Header fields of HTTP Basic authentication (RFC 7617). */
    public static Map<String, String> basic(String user, String password) {
        byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return Map.of("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
    }

    /** Root and path segments, joined by one slash each. */
    URI resolve(String path) {
        String base = root.toString();
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
    }

    @Override
    public String toString() {
        return "WebEndpoint[" + root.getHost() + root.getPath() + "]";
    }
}
