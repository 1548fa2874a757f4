package org.candela.net.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
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
    private static final long END_IS_NEAR_MILLIS = 10;
    /** Told apart by identity: an empty delivery is no end. */
    private static final List<ByteBuffer> END = Collections.unmodifiableList(new ArrayList<>());

    private final WebPatience patience;
    private final Cancellation cancellation;
    private final WebProgress progress;
    private final BlockingQueue<List<ByteBuffer>> arrived = new LinkedBlockingQueue<>();
    private List<ByteBuffer> current = List.of();
    private int currentIndex;
    private boolean isAtEnd;
    private volatile Flow.@Nullable Subscription subscription;
    private volatile @Nullable Throwable failure;

    private long receivedBytes;
    private long waitedNanos;

    GuardedBody(WebPatience patience, Cancellation cancellation, WebProgress progress) {
        this.patience = patience;
        this.cancellation = cancellation;
        this.progress = progress;
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
            count();
            request();
        }
    }

    private void count() {
        long bytes = current.stream().mapToLong(ByteBuffer::remaining).sum();
        receivedBytes += bytes;
        progress.moved(WebProgress.Direction.RECEIVED, bytes);
    }

    private List<ByteBuffer> awaitNext() throws IOException {
        long start = System.nanoTime();
        long most = Math.min(patience.stall().toNanos(), allowedNanos() - waitedNanos);
        try {
            while (System.nanoTime() - start < most) {
                cancellation.throwIfRequested();
                List<ByteBuffer> next = arrived.poll(LOOK_FOR_CANCELLATION_MILLIS, TimeUnit.MILLISECONDS);
                if (next != null) {
                    return next;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while reading an answer");
        } finally {
            waitedNanos += System.nanoTime() - start;
        }
        throw new HttpTimeoutException("nothing, or next to nothing, received for " + patience.stall());
    }

    /** Waiting that so many bytes excuse: a server that sends a byte now and then does not hold a caller for ever. */
    private long allowedNanos() {
        long excused = TimeUnit.SECONDS.toNanos(1) * receivedBytes / WebPatience.SLOWEST_BYTES_PER_SECOND;
        return patience.stall().toNanos() + Math.max(excused, 0);
    }

    /** Stops the transfer; the connection is given up when the body was not read to its end. */
    @Override
    public void close() {
        Flow.Subscription given = subscription;
        if (!isAtEnd && given != null && !endsAtOnce()) {
            given.cancel();
        }
    }

    /** Whether only a little was unread, as the line break after the last boundary: then the connection can be kept. */
    private boolean endsAtOnce() {
        try {
            for (int i = 0; i < 4 && !cancellation.isRequested(); i++) {
                List<ByteBuffer> next = arrived.poll(END_IS_NEAR_MILLIS, TimeUnit.MILLISECONDS);
                if (next == null || next == END) {
                    return next == END;
                }
                request();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private void request() {
        Flow.Subscription given = subscription;
        if (given != null) {
            given.request(1);
        }
    }
}
