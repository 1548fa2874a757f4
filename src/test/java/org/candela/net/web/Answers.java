package org.candela.net.web;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Flow;
import javax.net.ssl.SSLSession;
import org.candela.base.Cancellation;

/** Answers that no network carried. */
final class Answers {
    private Answers() {}

    /** {@code body} as it would have come, in pieces of {@code piece} bytes, and ended as announced. */
    static Answer of(String contentType, byte[] body, int piece) throws WebException {
        GuardedBody guarded = new GuardedBody(WebPatience.STANDARD, new Cancellation(), WebProgress.NONE);
        guarded.onSubscribe(new Flow.Subscription() {
            @Override
            public void request(long count) {}

            @Override
            public void cancel() {}
        });
        for (int from = 0; from < body.length; from += piece) {
            guarded.onNext(List.of(ByteBuffer.wrap(body, from, Math.min(piece, body.length - from))));
        }
        guarded.onComplete();
        Call call = Call.get(URI.create("http://pacs.example/dicom-web/studies/1"), MediaType.ANY);
        return new Answer(call, new Response(call.uri(), Map.of("Content-Type", List.of(contentType)), guarded));
    }

    private record Response(URI uri, Map<String, List<String>> fields, GuardedBody body)
            implements HttpResponse<GuardedBody> {
        @Override
        public int statusCode() {
            return 200;
        }

        @Override
        public HttpRequest request() {
            return HttpRequest.newBuilder(uri).build();
        }

        @Override
        public Optional<HttpResponse<GuardedBody>> previousResponse() {
            return Optional.empty();
        }

        @Override
        public HttpHeaders headers() {
            return HttpHeaders.of(fields, (name, value) -> true);
        }

        @Override
        public Optional<SSLSession> sslSession() {
            return Optional.empty();
        }

        @Override
        public HttpClient.Version version() {
            return HttpClient.Version.HTTP_1_1;
        }
    }
}
