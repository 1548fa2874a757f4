package org.candela.delivery.hl7;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Instant;
import java.util.Optional;

/** A connection on which everything, whatever is waited for, ends at the same moment. One thread. */
final class TimedChannel implements Line {
    private final SocketChannel channel;
    private final Selector selector;
    private final long endNanos;

    /** @param endNanos by {@link System#nanoTime()} */
    TimedChannel(SocketChannel channel, Selector selector, long endNanos) {
        this.channel = channel;
        this.selector = selector;
        this.endNanos = endNanos;
    }

    /** The moment has passed. */
    static final class TooLateException extends IOException {
        private static final long serialVersionUID = 1L;

        TooLateException() {
            super("deadline");
        }
    }

    void connect(SocketAddress address) throws IOException {
        boolean isConnected = channel.connect(address);
        while (!isConnected) {
            await(SelectionKey.OP_CONNECT);
            isConnected = channel.finishConnect();
        }
    }

    @Override
    public void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            if (channel.write(bytes) == 0) {
                await(SelectionKey.OP_WRITE);
            }
        }
    }

    @Override
    public Optional<Instant> certificateEnds() {
        return Optional.empty();
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        int read = channel.read(into);
        while (read == 0) {
            await(SelectionKey.OP_READ);
            read = channel.read(into);
        }
        return read;
    }

    private void await(int operation) throws IOException {
        channel.register(selector, operation);
        long remainingMillis = (endNanos - System.nanoTime()) / 1_000_000;
        if (remainingMillis <= 0) {
            throw new TooLateException();
        }
        selector.select(remainingMillis);
        selector.selectedKeys().clear();
        if (Thread.currentThread().isInterrupted()) {
            throw new IOException("interrupted");
        }
    }
}
