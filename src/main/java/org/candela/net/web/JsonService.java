package org.candela.net.web;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.candela.base.Cancellation;

/**
 * A service that takes JSON documents at its root, entered as a DICOMweb service is: FHIR. Blocks for as long as the
 * endpoint allows; safe from any thread.
 */
public final class JsonService {
    private static final int LARGEST_ANSWER = 1 << 20;
    private static final int LARGEST_DOCUMENT = 1 << 24;
    private static final Duration SENDING = Duration.ofSeconds(60);

    private final WebCalls calls;

    /** @param http shared by all clients; the endpoint's limits apply, not those of {@code http} */
    public JsonService(WebEndpoint endpoint, HttpClient http) {
        this.calls = new WebCalls(endpoint, http);
    }

    /**
     * What came back.
     *
     * @param body at most 1 MiB of it
     */
    public record Reply(int status, String body) {}

    // [impl->req~net.web.json-get~1]
    /**
     * Gets a document below the root, once.
     *
     * @param path as {@code "/metadata"}
     * @param mediaType of what is wanted
     * @return at most {@value #LARGEST_DOCUMENT} bytes of it
     * @throws WebException when there is no answer, one that says to come again later, or any status but 200
     */
    public String get(String path, String mediaType, Cancellation cancellation) throws WebException {
        Call call = Call.get(calls.endpoint().resolve(path), mediaType);
        try (Answer answer = calls.openOnce(call, cancellation)) {
            return new String(answer.requireContent().body().readNBytes(LARGEST_DOCUMENT), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw WebException.of(WebException.Kind.BROKEN_RESPONSE, call.name(), "half an answer", e);
        }
    }

    // [impl->req~net.web.json-post~1]
    /**
     * Posts once: whether a failure left something behind, the service itself must know.
     *
     * @param mediaType as {@code "application/fhir+json"}, also of what is wanted back
     * @throws WebException when there is no answer, or one that says to come again later (429, 502, 503, 504)
     */
    public Reply post(String mediaType, byte[] json, Cancellation cancellation) throws WebException {
        Call call = new Call(
                "POST",
                calls.endpoint().root(),
                Map.of("Accept", mediaType, "Content-Type", mediaType),
                new Call.Payload(() -> BodyPublishers.ofByteArray(json), SENDING, Call.Repeat.UNSAFE));
        try (Answer answer = calls.openOnce(call, cancellation)) {
            return new Reply(
                    answer.status(), new String(answer.body().readNBytes(LARGEST_ANSWER), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw WebException.of(WebException.Kind.BROKEN_RESPONSE, call.name(), "half an answer", e);
        }
    }
}
