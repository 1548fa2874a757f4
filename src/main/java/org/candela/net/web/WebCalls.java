package org.candela.net.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.candela.base.Cancellation;
import org.candela.net.web.WebException.Kind;

/** Sends one request and waits for the begin of its answer, within time, open to cancellation, failures told apart. */
final class WebCalls {
    private static final long LOOK_FOR_CANCELLATION_MILLIS = 50;

    private final WebEndpoint endpoint;
    private final HttpClient http;

    WebCalls(WebEndpoint endpoint, HttpClient http) {
        this.endpoint = endpoint;
        this.http = http;
    }

    HttpRequest get(String pathAndQuery, String accept) {
        return request(pathAndQuery, endpoint.answerTimeout())
                .header("Accept", accept)
                .GET()
                .build();
    }

    HttpRequest post(String path, Upload upload) {
        return request(path, endpoint.answerTimeout().plus(upload.allowance()))
                .header("Accept", MediaType.DICOM_JSON)
                .header("Content-Type", upload.contentType())
                .POST(upload.body())
                .build();
    }

    private HttpRequest.Builder request(String pathAndQuery, Duration timeout) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(endpoint.resolve(pathAndQuery))
                .version(HttpClient.Version.HTTP_1_1)
                .timeout(timeout);
        endpoint.headers().get().forEach(builder::header);
        return builder;
    }

    // [impl->req~net.web.bounded-waiting~1]
    /** The answer, of whatever status; the caller closes its body. */
    HttpResponse<GuardedBody> send(HttpRequest request, Cancellation cancellation) throws WebException {
        cancellation.throwIfRequested();
        CompletableFuture<HttpResponse<GuardedBody>> answer =
                http.sendAsync(request, head -> new GuardedBody(endpoint.stallTimeout(), cancellation));
        try {
            return await(answer, cancellation);
        } catch (ExecutionException e) {
            throw unanswered(request, e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw WebException.of(Kind.UNREACHABLE, name(request), "interrupted while waiting for an answer", e);
        } finally {
            answer.cancel(true);
        }
    }

    private static HttpResponse<GuardedBody> await(
            CompletableFuture<HttpResponse<GuardedBody>> answer, Cancellation cancellation)
            throws ExecutionException, InterruptedException {
        // The request's own timeout ends this loop.
        while (true) {
            try {
                return answer.get(LOOK_FOR_CANCELLATION_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                cancellation.throwIfRequested();
            }
        }
    }

    private static WebException unanswered(HttpRequest request, Throwable cause) {
        if (cause instanceof HttpTimeoutException) {
            return WebException.of(Kind.TIMED_OUT, name(request), "no answer in time", cause);
        }
        return WebException.of(Kind.UNREACHABLE, name(request), "no answer, the server cannot be reached", cause);
    }

    /** How a body that could not be read to its end is told. */
    static WebException broken(HttpRequest request, IOException cause) {
        if (cause instanceof HttpTimeoutException) {
            return WebException.of(Kind.TIMED_OUT, name(request), "the answer stalled: " + cause.getMessage(), cause);
        }
        return WebException.of(Kind.BROKEN_RESPONSE, name(request), "half an answer: " + cause.getMessage(), cause);
    }

    // [impl->req~net.web.no-patient-data~1]
    /** Method, host and path, without the query, which may hold patient data. */
    static String name(HttpRequest request) {
        URI uri = request.uri();
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return request.method() + " " + uri.getHost() + port + uri.getPath();
    }
}
