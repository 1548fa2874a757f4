package org.candela.net.web;

import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.candela.base.Cancellation;
import org.candela.net.web.Call.Repeat;
import org.candela.net.web.WebException.Kind;

/** Sends calls and waits for the begin of their answers, within time, open to cancellation, failures told apart. */
final class WebCalls {
    private static final long LOOK_FOR_CANCELLATION_MILLIS = 50;
    private static final int UNAUTHORIZED = 401;
    private static final int TOO_MANY_REQUESTS = 429;
    /** Too many requests, bad gateway, service unavailable, gateway timeout: another attempt may find another answer. */
    private static final Set<Integer> PASSING = Set.of(TOO_MANY_REQUESTS, 502, 503, 504);

    private final WebEndpoint endpoint;
    private final HttpClient http;
    private final WebProgress progress;
    private final Backoff backoff;

    WebCalls(WebEndpoint endpoint, HttpClient http) {
        this(endpoint, http, WebProgress.NONE, Backoff.REAL);
    }

    WebCalls(WebEndpoint endpoint, HttpClient http, WebProgress progress, Backoff backoff) {
        this.endpoint = endpoint;
        this.http = http;
        this.progress = progress;
        this.backoff = backoff;
    }

    WebCalls reporting(WebProgress other) {
        return new WebCalls(endpoint, http, other, backoff);
    }

    WebEndpoint endpoint() {
        return endpoint;
    }

    WebProgress progress() {
        return progress;
    }

    /** Turns an answer into a value; called again with another answer when it broke and the call is safe to repeat. */
    @FunctionalInterface
    interface Reader<T> {
        T read(Answer answer) throws WebException;
    }

    /** What {@code reader} makes of the answer. */
    <T> T read(Call call, Reader<T> reader, Cancellation cancellation) throws WebException {
        return repeat(
                call,
                () -> {
                    try (Answer answer = begin(call, cancellation)) {
                        return reader.read(answer);
                    }
                },
                cancellation);
    }

    /** The same, for what is welcome in several forms. */
    <T> T read(Call call, Accept accept, Reader<T> reader, Cancellation cancellation) throws WebException {
        return repeat(
                call,
                () -> {
                    try (Answer answer = accept.open(call, this::begin, cancellation)) {
                        return reader.read(answer);
                    }
                },
                cancellation);
    }

    /** The answer, of whatever lasting status; the caller closes it. Not repeated once it has begun. */
    Answer open(Call call, Cancellation cancellation) throws WebException {
        return repeat(call, () -> begin(call, cancellation), cancellation);
    }

    /** The same, without another attempt. */
    Answer openOnce(Call call, Cancellation cancellation) throws WebException {
        return begin(call, cancellation);
    }

    /** One try of something. */
    @FunctionalInterface
    interface Attempt<T> {
        T run() throws WebException;
    }

    /** Tries until it succeeds or {@code call} is not to be repeated, with pauses between. */
    // [impl->req~net.web.retry~1]
    <T> T repeat(Call call, Attempt<T> attempt, Cancellation cancellation) throws WebException {
        RetryPolicy policy = endpoint.patience().retry();
        for (int failures = 1; ; failures++) {
            try {
                return attempt.run();
            } catch (WebException e) {
                boolean isLast = failures >= policy.attempts() || e.retryAfter().compareTo(policy.longest()) > 0;
                if (isLast || !mayRepeat(call, e)) {
                    throw e;
                }
                pause(
                        call,
                        longer(policy.pauseAfter(failures, backoff.chance().getAsDouble()), e.retryAfter()),
                        cancellation);
            }
        }
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    static boolean mayRepeat(Call call, WebException failure) {
        int status = failure.status().orElse(0);
        if (call.payload().repeat() == Repeat.UNSAFE) {
            return status == TOO_MANY_REQUESTS || wasNeverSent(failure);
        }
        return switch (failure.kind()) {
            case UNREACHABLE, TIMED_OUT, BROKEN_RESPONSE -> true;
            case REFUSED -> PASSING.contains(status);
            default -> false;
        };
    }

    private static boolean wasNeverSent(WebException failure) {
        Throwable cause = failure.getCause();
        return cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException;
    }

    private void pause(Call call, Duration time, Cancellation cancellation) throws WebException {
        try {
            backoff.pause().await(time, cancellation);
        } catch (InterruptedException e) {
            throw interrupted(call, e);
        }
    }

    private Answer begin(Call call, Cancellation cancellation) throws WebException {
        Answer answer = new Answer(call, send(call, cancellation));
        boolean isOld = answer.status() == UNAUTHORIZED && endpoint.isOwn(call.uri());
        if (isOld && endpoint.credentials().renew()) {
            answer.close();
            answer = new Answer(call, send(call, cancellation));
        }
        if (PASSING.contains(answer.status())) {
            answer.close();
            throw answer.refused();
        }
        return answer;
    }

    private HttpRequest request(Call call, Cancellation cancellation) throws WebException {
        // A clear text connection is not asked to change to HTTP/2: servers and proxies stumble over the Upgrade field.
        boolean isTls = "https".equals(call.uri().getScheme());
        HttpRequest.Builder builder = HttpRequest.newBuilder(call.uri())
                .version(isTls ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1)
                .timeout(endpoint.patience().answer().plus(call.payload().allowance()))
                .method(call.method(), call.payload().body().get());
        call.headers().forEach(builder::header);
        if (endpoint.isOwn(call.uri())) {
            identify(call, builder, endpoint.credentials().headers(cancellation));
        }
        return builder.build();
    }

    // [impl->req~net.web.secrets~1]
    private static void identify(Call call, HttpRequest.Builder builder, Map<String, String> fields)
            throws WebException {
        try {
            fields.forEach(builder::header);
        } catch (IllegalArgumentException e) {
            // Its message quotes the value, which is the secret.
            throw WebException.of(Kind.SIGN_IN, call.name(), "credentials that fit no header field");
        }
    }

    // [impl->req~net.web.bounded-waiting~1]
    private HttpResponse<GuardedBody> send(Call call, Cancellation cancellation) throws WebException {
        cancellation.throwIfRequested();
        HttpRequest request = request(call, cancellation);
        CompletableFuture<HttpResponse<GuardedBody>> answer =
                http.sendAsync(request, head -> new GuardedBody(endpoint.patience(), cancellation, progress));
        try {
            return await(answer, cancellation);
        } catch (ExecutionException e) {
            throw unanswered(call, e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            throw interrupted(call, e);
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

    private static WebException interrupted(Call call, InterruptedException cause) {
        Thread.currentThread().interrupt();
        return WebException.of(Kind.UNREACHABLE, call.name(), "interrupted while waiting for an answer", cause);
    }

    private static WebException unanswered(Call call, Throwable cause) {
        if (cause instanceof HttpTimeoutException) {
            return WebException.of(Kind.TIMED_OUT, call.name(), "no answer in time", cause);
        }
        if (isDistrust(cause)) {
            return WebException.of(Kind.NOT_TRUSTED, call.name(), "no secure connection: " + cause.getMessage(), cause);
        }
        return WebException.of(Kind.UNREACHABLE, call.name(), "no answer, the server cannot be reached", cause);
    }

    private static boolean isDistrust(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof java.security.cert.CertificateException
                    || cause instanceof java.security.cert.CertPathValidatorException
                    || (cause instanceof SSLException
                            && String.valueOf(cause.getMessage()).contains("alert"))) {
                return true;
            }
        }
        return false;
    }
}
