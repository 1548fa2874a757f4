package org.candela.net.mllp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes messages from any number of senders on one thread: a message is read whole, handled, and its answer sent before
 * more is read from its connection, so that a sender that is faster than the disk waits in its own network stack.
 *
 * <p>Every sender has its turn: one message each. One that is slow, silent or takes no answer is cut off in time and keeps
 * nobody else waiting. {@link #close} from any thread.
 */
// [impl->req~net.mllp.server~1]
public final class MllpServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MllpServer.class);
    private static final long LOOK_MILLIS = 200;

    private final ServerSocketChannel port;
    private final Selector selector;
    private final MllpLimits limits;
    private final MllpHandler handler;
    private volatile boolean isClosed;

    private MllpServer(ServerSocketChannel port, Selector selector, MllpLimits limits, MllpHandler handler) {
        this.port = port;
        this.selector = selector;
        this.limits = limits;
        this.handler = handler;
    }

    /** Opens the port; nothing is read before {@link #run}. */
    public static MllpServer open(InetSocketAddress address, MllpLimits limits, MllpHandler handler)
            throws IOException {
        ServerSocketChannel port = ServerSocketChannel.open();
        try {
            port.bind(address);
            port.configureBlocking(false);
            Selector selector = Selector.open();
            port.register(selector, SelectionKey.OP_ACCEPT);
            return new MllpServer(port, selector, limits, handler);
        } catch (IOException e) {
            port.close();
            throw e;
        }
    }

    /** Where it listens; the port is a real one also when 0 was asked for. */
    public InetSocketAddress address() throws IOException {
        return (InetSocketAddress) port.getLocalAddress();
    }

    /** Serves until it is closed. */
    public void run() {
        try {
            while (!isClosed && !Thread.currentThread().isInterrupted()) {
                selector.select(LOOK_MILLIS);
                List<SelectionKey> ready = List.copyOf(selector.selectedKeys());
                selector.selectedKeys().clear();
                ready.forEach(this::serve);
                endLate();
            }
        } catch (ClosedSelectorException e) {
            LOG.debug("the port is closed");
        } catch (IOException e) {
            LOG.error("messages are no longer taken [net.mllp-port]", e);
        } finally {
            close();
        }
    }

    private void serve(SelectionKey key) {
        try {
            if (!key.isValid()) {
                return;
            }
            if (key.attachment() instanceof MllpConnection connection) {
                connection.serve(key, handler);
            } else {
                accept();
            }
        } catch (CancelledKeyException e) {
            LOG.debug("a connection ended while it was served");
        } catch (IOException e) {
            LOG.warn("a connection ended [net.mllp-connection]: {}", e.getMessage());
            end(key);
        }
    }

    private void accept() throws IOException {
        SocketChannel channel = port.accept();
        if (channel == null) {
            return;
        }
        if (connections() >= limits.connections()) {
            LOG.warn("more than {} connections; the newest is closed [net.mllp-full]", limits.connections());
            channel.close();
            return;
        }
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, new MllpConnection(channel, limits));
    }

    private long connections() {
        return selector.keys().stream()
                .filter(key -> key.isValid() && key.attachment() != null)
                .count();
    }

    private void endLate() {
        for (SelectionKey key : List.copyOf(selector.keys())) {
            if (key.attachment() instanceof MllpConnection connection && connection.isLate(System.nanoTime())) {
                LOG.warn("a sender was too slow or silent and is cut off [net.mllp-slow]");
                end(key);
            }
        }
    }

    private static void end(SelectionKey key) {
        key.cancel();
        try {
            key.channel().close();
        } catch (IOException e) {
            LOG.debug("a connection did not close", e);
        }
    }

    @Override
    public void close() {
        isClosed = true;
        if (!selector.isOpen()) {
            return;
        }
        List.copyOf(selector.keys()).forEach(MllpServer::end);
        try {
            port.close();
            selector.close();
        } catch (IOException e) {
            LOG.warn("the port did not close [net.mllp-port]", e);
        }
    }
}
