package org.candela.net.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.candela.base.Cancellation;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer as a stream that neither waits for ever nor holds more than two network buffers.
 *
 * <p>The stream the JDK offers blocks without limit when a peer goes silent. One reading thread.
 */
final class GuardedBody extends InputStream implements HttpResponse.BodySubscriber<GuardedBody> {
    private static final long LOOK_FOR_CANCELLATION_MILLIS = 50;
    /** Told apart by identity: an empty delivery is no end. */
    private static final List<ByteBuffer> END = Collections.unmodifiableList(new ArrayList<>());

    private final Duration stallTimeout;
    private final Cancellation cancellation;
    private final BlockingQueue<List<ByteBuffer>> arrived = new LinkedBlockingQueue<>();
    private List<ByteBuffer> current = List.of();
    private int currentIndex;
    private boolean isAtEnd;
    private volatile Flow.@Nullable Subscription subscription;
    private volatile @Nullable Throwable failure;

    GuardedBody(Duration stallTimeout, Cancellation cancellation) {
        this.stallTimeout = stallTimeout;
        this.cancellation = cancellation;
    }

    @Override
    public CompletionStage<GuardedBody> getBody() {
        return CompletableFuture.completedFuture(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        given.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        arrived.add(List.copyOf(buffers));
    }

    @Override
    public void onError(Throwable cause) {
        failure = cause;
        arrived.add(END);
    }

    @Override
    public void onComplete() {
        arrived.add(END);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        cancellation.throwIfRequested();
        while (!isAtEnd && length > 0) {
            if (currentIndex == current.size()) {
                takeNext();
                continue;
            }
            ByteBuffer buffer = current.get(currentIndex);
            if (buffer.hasRemaining()) {
                int count = Math.min(length, buffer.remaining());
                buffer.get(target, offset, count);
                return count;
            }
            currentIndex++;
        }
        return length == 0 ? 0 : -1;
    }

    private void takeNext() throws IOException {
        current = awaitNext();
        currentIndex = 0;
        if (current == END) {
            isAtEnd = true;
            Throwable cause = failure;
            if (cause != null) {
                throw new IOException("the connection ended within the answer", cause);
            }
        } else {
            request();
        }
    }

    private List<ByteBuffer> awaitNext() throws IOException {
        long deadline = System.nanoTime() + stallTimeout.toNanos();
        while (deadline - System.nanoTime() > 0) {
            cancellation.throwIfRequested();
            try {
                List<ByteBuffer> next = arrived.poll(LOOK_FOR_CANCELLATION_MILLIS, TimeUnit.MILLISECONDS);
                if (next != null) {
                    return next;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new java.io.InterruptedIOException("interrupted while reading an answer");
            }
        }
        throw new HttpTimeoutException("nothing received for " + stallTimeout);
    }

    /** Stops the transfer; the connection is given up when the body was not read to its end. */
    @Override
    public void close() {
        Flow.Subscription given = subscription;
        if (!isAtEnd && given != null) {
            given.cancel();
        }
    }

    private void request() {
        Flow.Subscription given = subscription;
        if (given != null) {
            given.request(1);
        }
    }
}
