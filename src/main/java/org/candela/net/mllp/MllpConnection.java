package org.candela.net.mllp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One sender. Used by the thread of the server alone. */
final class MllpConnection {
    private static final Logger LOG = LoggerFactory.getLogger(MllpConnection.class);
    private static final int BUFFER_BYTES = 16 * 1024;
    private static final int BEGIN_BYTES = 1024;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final SocketChannel channel;
    private final MllpLimits limits;
    private final FrameReader frames;
    /** Received and not looked at; ready to be read from. */
    private final ByteBuffer received = ByteBuffer.allocate(BUFFER_BYTES).flip();

    private ByteBuffer answer = NOTHING;
    private boolean isLastAnswer;
    private boolean isLeaving;
    private boolean hasEnded;
    private boolean isBusy;
    private long sinceNanos = System.nanoTime();

    MllpConnection(SocketChannel channel, MllpLimits limits) {
        this.channel = channel;
        this.limits = limits;
        this.frames = new FrameReader(limits.messageBytes());
    }

    /** One turn: sends what is to be sent, else reads and handles at most one message. */
    void serve(SelectionKey key, MllpHandler handler) throws IOException {
        if (answer.hasRemaining()) {
            write(key);
            return;
        }
        if (!received.hasRemaining() && !hasEnded) {
            receive();
        }
        if (isLeaving) {
            received.position(received.limit());
            if (hasEnded) {
                close(key);
            }
            return;
        }
        takeMessage(handler);
        if (answer.hasRemaining()) {
            write(key);
        } else if (hasEnded && !received.hasRemaining()) {
            close(key);
        } else {
            rest(key);
        }
    }

    private void receive() throws IOException {
        received.clear();
        int count = channel.read(received);
        received.flip();
        hasEnded = count < 0;
    }

    private void takeMessage(MllpHandler handler) {
        Optional<byte[]> message = frames.take(received);
        if (message.isPresent()) {
            answer = FrameReader.wrap(handler.answer(message.orElseThrow()));
        } else if (frames.isTooLong()) {
            LOG.warn("a message is longer than {} bytes [net.mllp-long]", limits.messageBytes());
            answer = FrameReader.wrap(handler.answerTooLong(frames.begin(BEGIN_BYTES), limits.messageBytes()));
            isLastAnswer = true;
        }
        busy(answer.hasRemaining() || frames.isInsideMessage());
    }

    private void busy(boolean isNow) {
        if (isNow != isBusy || answer.hasRemaining() || !isNow) {
            sinceNanos = System.nanoTime();
        }
        isBusy = isNow;
    }

    private void write(SelectionKey key) throws IOException {
        channel.write(answer);
        if (answer.hasRemaining()) {
            key.interestOps(SelectionKey.OP_WRITE); // nothing more is read from who takes no answer
            return;
        }
        answer = NOTHING;
        busy(frames.isInsideMessage());
        if (isLastAnswer) {
            leave(key);
        } else {
            rest(key);
        }
    }

    /** What is still on its way is read and dropped: closed at once, the line could take the answer with it. */
    private void leave(SelectionKey key) throws IOException {
        isLeaving = true;
        channel.shutdownOutput();
        received.position(received.limit());
        busy(true);
        key.interestOps(SelectionKey.OP_READ);
    }

    /** What was received already has its turn when all others had theirs: a channel that can be written to is ready at once. */
    private void rest(SelectionKey key) {
        key.interestOps(received.hasRemaining() || hasEnded ? SelectionKey.OP_WRITE : SelectionKey.OP_READ);
    }

    private void close(SelectionKey key) throws IOException {
        if (frames.isInsideMessage()) {
            LOG.warn("a sender ended within a message, which is not kept [net.mllp-cut]");
        }
        key.cancel();
        channel.close();
    }

    /** The whole of a message has one time limit, however its bytes come; so has its answer. */
    boolean isLate(long nowNanos) {
        long limit = (isBusy ? limits.message() : limits.idle()).toNanos();
        return nowNanos - sinceNanos > limit;
    }
}
