package org.candela.net.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.candela.net.web.WebException.Kind;

/** The answer to a call: status, fields, and the body without its content encoding. Closing stops the transfer. */
final class Answer implements AutoCloseable {
    static final int OK = 200;
    static final int NO_CONTENT = 204;
    static final int PARTIAL = 206;

    private final Call call;
    private final HttpResponse<GuardedBody> response;
    private final InputStream body;

    Answer(Call call, HttpResponse<GuardedBody> response) throws WebException {
        this.call = call;
        this.response = response;
        this.body = decoded();
    }

    private InputStream decoded() throws WebException {
        String encoding = header("Content-Encoding").orElse("identity").toLowerCase(Locale.ROOT);
        return switch (encoding) {
            case "identity", "" -> response.body();
            case "gzip", "x-gzip" -> new InflatedBody(response.body());
            default -> throw unexpected("an answer in content encoding \"" + printable(encoding) + "\"");
        };
    }

    Call call() {
        return call;
    }

    int status() {
        return response.statusCode();
    }

    HttpClient.Version version() {
        return response.version();
    }

    InputStream body() {
        return body;
    }

    Optional<String> header(String name) {
        return response.headers().firstValue(name);
    }

    List<String> headers(String name) {
        return response.headers().allValues(name);
    }

    MediaType contentType() {
        return MediaType.parse(header("Content-Type").orElse(""));
    }

    /** Passes 200 and 206, refuses all else. */
    Answer requireContent() throws WebException {
        if (status() != OK && status() != PARTIAL) {
            throw refused();
        }
        return this;
    }

    WebException refused() {
        return WebException.refused(call.name(), status(), retryAfter());
    }

    private Duration retryAfter() {
        return RetryAfter.of(header("Retry-After").orElse(""), header("Date").orElse(""));
    }

    WebException unexpected(String what) {
        return WebException.of(Kind.UNEXPECTED_CONTENT, call.name(), what);
    }

    /** How a body that could not be read to its end is told. */
    WebException broken(IOException cause) {
        if (cause instanceof HttpTimeoutException) {
            return WebException.of(Kind.TIMED_OUT, call.name(), "the answer stalled: " + cause.getMessage(), cause);
        }
        return WebException.of(Kind.BROKEN_RESPONSE, call.name(), "half an answer: " + cause.getMessage(), cause);
    }

    /** Text of a peer made harmless for a message: short, and nothing but letters, digits and some marks. */
    static String printable(String text) {
        String plain = text.replaceAll("[^A-Za-z0-9+./;=*_ -]", "?");
        return plain.substring(0, Math.min(plain.length(), 60));
    }

    @Override
    public void close() {
        response.body().close();
    }
}
