package org.candela.net.web;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** One request before it is sent, so that it can be sent again with other credentials. */
record Call(String method, URI uri, Map<String, String> headers, Payload payload) {

    /** Whether a request may be sent again after a failure that leaves open what the server did. */
    enum Repeat {
        SAFE,
        UNSAFE
    }

    /**
     * What is sent.
     *
     * @param body made anew for each attempt
     * @param allowance time granted for sending, on top of the time to answer
     */
    record Payload(Supplier<BodyPublisher> body, Duration allowance, Repeat repeat) {
        static final Payload NONE = new Payload(BodyPublishers::noBody, Duration.ZERO, Repeat.SAFE);

        static Payload text(String text, Repeat repeat) {
            return new Payload(() -> BodyPublishers.ofString(text, StandardCharsets.UTF_8), Duration.ZERO, repeat);
        }
    }

    Call {
        headers = Map.copyOf(headers);
    }

    static Call get(URI uri, String accept) {
        return new Call("GET", uri, Map.of("Accept", accept), Payload.NONE);
    }

    /** A GET of JSON, which is worth compressing. */
    static Call getJson(URI uri) {
        return get(uri, MediaType.DICOM_JSON).with("Accept-Encoding", "gzip");
    }

    Call with(String name, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(name, value);
        return new Call(method, uri, more, payload);
    }

    // [impl->req~net.web.no-patient-data~1]
    /** Method, host and path, without the query, which may hold patient data. */
    String name() {
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return method + " " + uri.getHost() + port + uri.getPath();
    }
}
