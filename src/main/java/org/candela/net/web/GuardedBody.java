package org.candela.net.web;

import java.io.IOException;
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
 * The body of an answer as a stream that neither waits for ever nor holds more than {@value #WINDOW} deliveries of the
 * network, each of a few of its buffers. Asked for one by one they would cost more in handing over than in bytes.
 *
 * <p>The stream the JDK offers blocks without limit when a peer goes silent. One reading thread.
 */
final class GuardedBody extends BlockStream implements HttpResponse.BodySubscriber<GuardedBody> {
    private static final long LOOK_FOR_CANCELLATION_MILLIS = 50;
    private static final long END_IS_NEAR_MILLIS = 10;
    private static final int WINDOW = 16;
    /** Told apart by identity: an empty delivery is no end. */
    private static final List<ByteBuffer> END = Collections.unmodifiableList(new ArrayList<>());

    private final WebPatience patience;
    private final Cancellation cancellation;
    private final WebProgress progress;
    private final BlockingQueue<List<ByteBuffer>> arrived = new LinkedBlockingQueue<>();
    private List<ByteBuffer> current = List.of();
    private int currentIndex;
    private int taken;
    private boolean isAtEnd;
    private boolean isWanted;
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

    /** Nothing is asked for before the first read: a body that breaks at once must not pass for an answer that never came. */
    @Override
    public void onSubscribe(Flow.Subscription given) {
        boolean isLate;
        synchronized (this) {
            subscription = given;
            isLate = isWanted;
        }
        if (isLate) {
            given.request(WINDOW);
        }
    }

    private void want() {
        Flow.Subscription given;
        synchronized (this) {
            given = isWanted ? null : subscription;
            isWanted = true;
        }
        if (given != null) {
            given.request(WINDOW);
        }
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
    public int read(byte[] target, int offset, int length) throws IOException {
        cancellation.throwIfRequested();
        want();
        int count = 0;
        while (count < length && (hasBytes() || (count == 0 && awaitBytes()))) {
            ByteBuffer buffer = current.get(currentIndex);
            int part = Math.min(length - count, buffer.remaining());
            buffer.get(target, offset + count, part);
            count += part;
        }
        return count == 0 && length > 0 ? -1 : count;
    }

    /** Whether bytes can be had without waiting. */
    private boolean hasBytes() throws IOException {
        while (!isAtEnd) {
            while (currentIndex < current.size()) {
                if (current.get(currentIndex).hasRemaining()) {
                    return true;
                }
                currentIndex++;
            }
            List<ByteBuffer> next = arrived.peek();
            if (next == null || next == END) {
                return false;
            }
            take(arrived.remove());
        }
        return false;
    }

    /** Waits for bytes; false at the end. */
    private boolean awaitBytes() throws IOException {
        while (!isAtEnd && !hasBytes()) {
            take(awaitNext());
        }
        return !isAtEnd;
    }

    private void take(List<ByteBuffer> next) throws IOException {
        current = next;
        currentIndex = 0;
        if (next == END) {
            isAtEnd = true;
            Throwable cause = failure;
            if (cause != null) {
                throw new IOException("the connection ended within the answer", cause);
            }
        } else {
            count();
            requestMore();
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
        want();
        try {
            for (int i = 0; i < 4 && !cancellation.isRequested(); i++) {
                List<ByteBuffer> next = arrived.poll(END_IS_NEAR_MILLIS, TimeUnit.MILLISECONDS);
                if (next == null || next == END) {
                    return next == END;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    /** By half windows, so that something is always on its way. */
    private void requestMore() {
        Flow.Subscription given = subscription;
        if (++taken == WINDOW / 2 && given != null) {
            taken = 0;
            given.request(WINDOW / 2);
        }
    }
}
