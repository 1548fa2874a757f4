package org.candela.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.candela.demo.HomeLink.Moment;
import org.candela.demo.HomeLink.Trouble;
import org.candela.demo.HomeLink.Way;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection over a {@link HomeLink}: two threads, one for each direction, each until its side has no more to say. */
final class LinkWire {
    private static final Logger LOG = LoggerFactory.getLogger(LinkWire.class);
    private static final int CHUNK = 16 << 10;
    private static final int SLOW_PIECES = 3;
    private static final byte[] UNAVAILABLE =
            "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII);

    private final HomeLink link;
    private final Way way;
    private final Socket client;
    private @Nullable Socket server;
    private boolean isOver;
    private volatile boolean isClientsTurn = true;
    private volatile int exchange;
    private volatile boolean hasLost;

    LinkWire(HomeLink link, Way way, Socket client) {
        this.link = link;
        this.way = way;
        this.client = client;
    }

    /** Whether bytes vanished, so that no side can go on with it. */
    boolean hasLost() {
        return hasLost;
    }

    /** From the home to the service, until either ends it. */
    void passRequests() {
        try {
            InputStream in = client.getInputStream();
            byte[] buffer = new byte[CHUNK];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                Trouble now = link.trouble();
                if (isClientsTurn) {
                    isClientsTurn = false;
                    exchange = link.countExchange(way);
                    now = link.at(Moment.BEFORE_REQUEST, way, exchange);
                }
                if (!request(now, buffer, count)) {
                    return;
                }
            }
            Socket other = open();
            if (other == null) {
                end("nothing was asked");
            } else if (!other.isOutputShutdown()) {
                other.shutdownOutput();
            }
        } catch (IOException e) {
            end(String.valueOf(e.getMessage()));
        }
    }

    /** Whether more may follow. */
    private boolean request(Trouble now, byte[] bytes, int count) throws IOException {
        switch (now) {
            case NONE, SLOW, DELAYED -> pass(now, server().getOutputStream(), bytes, count);
            case SILENT -> hasLost = true;
            case HALF_CLOSED -> sayNoMore();
            case SERVER_ERROR -> {
                refuse(bytes);
                return false;
            }
            case REFUSED, RESET -> {
                reset();
                return false;
            }
        }
        return true;
    }

    private void passAnswers(Socket from) {
        try (from) {
            InputStream in = from.getInputStream();
            byte[] buffer = new byte[CHUNK];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                if (!answer(buffer, count)) {
                    return;
                }
            }
            hasLost |= link.trouble() == Trouble.SILENT;
            if (!hasLost) {
                end("all was said");
            }
        } catch (IOException e) {
            end(String.valueOf(e.getMessage()));
        }
    }

    private boolean answer(byte[] bytes, int count) throws IOException {
        Trouble now = link.trouble();
        boolean isFirst = !isClientsTurn;
        isClientsTurn = true;
        if (isFirst) {
            now = link.at(Moment.BEFORE_ANSWER, way, exchange);
        }
        if (isFirst && link.isAwaited(Moment.WITHIN_ANSWER, way, exchange)) {
            client.getOutputStream().write(bytes, 0, count / 2);
            client.getOutputStream().flush();
            hasLost = true;
            now = link.at(Moment.WITHIN_ANSWER, way, exchange);
        }
        switch (now) {
            case NONE, SLOW, DELAYED -> pass(hasLost ? Trouble.SILENT : now, client.getOutputStream(), bytes, count);
            case SILENT -> hasLost = true;
            case HALF_CLOSED -> sayNoMore();
            case SERVER_ERROR -> {
                refuse(isFirst ? UNAVAILABLE : new byte[0]);
                return false;
            }
            case REFUSED, RESET -> {
                reset();
                return false;
            }
        }
        return true;
    }

    private void pass(Trouble how, OutputStream out, byte[] bytes, int count) throws IOException {
        if (how == Trouble.SILENT) {
            return;
        }
        int piece = how == Trouble.SLOW ? Math.max(1, count / SLOW_PIECES) : count;
        for (int from = 0; from < count; from += piece) {
            if (how != Trouble.NONE && link.isEndedWithin(HomeLink.LAG)) {
                return;
            }
            out.write(bytes, from, Math.min(piece, count - from));
            out.flush();
        }
    }

    private void sayNoMore() throws IOException {
        hasLost = true;
        if (!client.isOutputShutdown()) {
            client.shutdownOutput();
        }
    }

    /** Only who speaks HTTP is told; begun answers just end. */
    private void refuse(byte[] began) throws IOException {
        boolean isWeb = began.length > 0 && Character.isLetter(began[0]);
        if (isWeb) {
            client.getOutputStream().write(UNAVAILABLE);
            client.getOutputStream().flush();
            client.shutdownOutput();
        }
        end("answered with 503 on purpose");
    }

    private Socket server() throws IOException {
        Socket there = open();
        if (there != null) {
            return there;
        }
        Socket made = new Socket(InetAddress.getLoopbackAddress(), way.target());
        synchronized (this) {
            server = made;
            if (isOver) {
                made.close();
                throw new IOException("the line was cut");
            }
        }
        link.carry(() -> passAnswers(made));
        return made;
    }

    private synchronized @Nullable Socket open() {
        return server;
    }

    /** As a line that breaks: what is under way does not arrive. */
    void reset() {
        abort(client);
        end("cut on purpose");
    }

    private static void abort(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            LOG.debug("it is closed already", e);
        }
    }

    private void end(String reason) {
        LOG.debug("a connection ended: {}", reason);
        Socket other;
        synchronized (this) {
            isOver = true;
            other = server;
        }
        closeQuietly(client);
        if (other != null) {
            closeQuietly(other);
        }
        link.gone(this);
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("it stays open", e);
        }
    }
}
