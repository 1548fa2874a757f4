package org.candela.net.web;

import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Flow;
import org.candela.base.Cancellation;
import org.candela.net.web.WebProgress.Direction;

/** A body that tells how much of it has gone, and stops when asked to. */
final class CountedBody implements BodyPublisher {
    private final BodyPublisher body;
    private final WebProgress progress;
    private final Cancellation cancellation;

    CountedBody(BodyPublisher body, WebProgress progress, Cancellation cancellation) {
        this.body = body;
        this.progress = progress;
        this.cancellation = cancellation;
    }

    @Override
    public long contentLength() {
        return body.contentLength();
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
        body.subscribe(new Counter(subscriber));
    }

    private final class Counter implements Flow.Subscriber<ByteBuffer> {
        private final Flow.Subscriber<? super ByteBuffer> target;
        private Flow.Subscription source = NOBODY;
        private boolean isStopped;

        Counter(Flow.Subscriber<? super ByteBuffer> target) {
            this.target = target;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            source = subscription;
            target.onSubscribe(subscription);
        }

        @Override
        public void onNext(ByteBuffer buffer) {
            if (isStopped) {
                return;
            }
            if (cancellation.isRequested()) {
                isStopped = true;
                source.cancel();
                target.onError(new CancellationException("cancelled on request"));
                return;
            }
            progress.moved(Direction.SENT, buffer.remaining());
            target.onNext(buffer);
        }

        @Override
        public void onError(Throwable failure) {
            if (!isStopped) {
                target.onError(failure);
            }
        }

        @Override
        public void onComplete() {
            if (!isStopped) {
                target.onComplete();
            }
        }
    }

    private static final Flow.Subscription NOBODY = new Flow.Subscription() {
        @Override
        public void request(long count) {}

        @Override
        public void cancel() {}
    };
}
