package org.candela.net.dimse;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * PDUs over a socket, each wait bounded. Reading wakes ten times a second to look whether it is still wanted; a write
 * that blocks too long, or is no longer wanted, is ended by closing the socket. One reading and one writing thread.
 */
final class Wire implements Closeable {
    private static final int WAKE_MILLIS = 100;
    private static final int BUFFER = 1 << 16;
    /** A sender that is slower than so many bytes within the timeout is given up. */
    private static final int LEAST_PROGRESS = 1 << 14;

    private final Socket plain;
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final Duration timeout;
    private final ScheduledFuture<?> watch;

    private final byte[] header = new byte[PduCodec.HEADER];
    private int headerBytes;
    /** What follows the header, once that is there. */
    private byte @Nullable [] body;

    private int bodyBytes;

    private final byte[] outgoing = new byte[BUFFER];
    private int outgoingBytes;
    private volatile long writeBegan;
    private volatile long writeNanos;
    private volatile BooleanSupplier writeStop = () -> false;

    /** A PDU as it came; not yet decoded. */
    record RawPdu(int type, byte[] body) {}

    /** A connection, and what is spoken over it: itself, or TLS. */
    record Line(Socket plain, Socket spoken) {}

    private Wire(Line line, Duration timeout, ScheduledExecutorService scheduler) throws IOException {
        this.plain = line.plain();
        this.socket = line.spoken();
        this.timeout = timeout;
        this.writeNanos = timeout.toNanos();
        this.in = new BufferedInputStream(PromptInput.of(line), BUFFER);
        this.out = socket.getOutputStream();
        this.watch =
                scheduler.scheduleWithFixedDelay(this::endStuckWrite, WAKE_MILLIS, WAKE_MILLIS, TimeUnit.MILLISECONDS);
    }

    static Wire over(Line line, Duration timeout, ScheduledExecutorService scheduler) throws IOException {
        line.spoken().setSoTimeout(WAKE_MILLIS);
        line.spoken().setTcpNoDelay(true);
        return new Wire(line, timeout, scheduler);
    }

    /** Closes below TLS, whose own end would wait for the write that is stuck. */
    private void endStuckWrite() {
        long began = writeBegan;
        if (began == 0) {
            return;
        }
        if (System.nanoTime() - began > writeNanos || writeStop.getAsBoolean()) {
            closeQuietly(plain);
        }
    }

    /**
     * Adds to what {@link #flush()} sends. Commands and data go out together: a packet for each would let the peer wait
     * for our acknowledgements, and us for its.
     *
     * @param stop whether a write that blocks is no longer wanted; the connection is lost then
     */
    void write(byte[] bytes, int count, BooleanSupplier stop) throws IOException {
        writeStop = stop;
        for (int done = 0; done < count; ) {
            int some = Math.min(count - done, BUFFER - outgoingBytes);
            System.arraycopy(bytes, done, outgoing, outgoingBytes, some);
            outgoingBytes += some;
            done += some;
            if (outgoingBytes == BUFFER) {
                flush();
            }
        }
    }

    void flush() throws IOException {
        writeBegan = System.nanoTime() | 1;
        try {
            out.write(outgoing, 0, outgoingBytes);
            outgoingBytes = 0;
        } finally {
            writeBegan = 0;
        }
    }

    /** From now on nobody waits longer for a write to end: the connection is to be given up. */
    void hurry(Duration limit) {
        writeNanos = Math.min(writeNanos, limit.toNanos());
    }

    /**
     * Waits until a whole PDU is there.
     *
     * @return false when {@code stop} said so before; what came of a PDU stays, and waiting may go on
     * @throws SocketTimeoutException when its header did not come within {@code patience}, or the rest too slowly
     */
    boolean await(Duration patience, long maxData, BooleanSupplier stop) throws IOException, PduException {
        if (!awaitHeader(patience, stop)) {
            return false;
        }
        if (body == null) {
            body = new byte[length(maxData)];
            bodyBytes = 0;
        }
        return awaitBody(body, stop);
    }

    /** The same, for its header alone. */
    boolean awaitHeader(Duration patience, BooleanSupplier stop) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (headerBytes < header.length) {
            if (stop.getAsBoolean()) {
                return false;
            }
            headerBytes += readSome(header, headerBytes, deadline);
        }
        return true;
    }

    private boolean awaitBody(byte[] into, BooleanSupplier stop) throws IOException {
        long deadline = System.nanoTime() + timeout.toNanos();
        int milestone = bodyBytes + LEAST_PROGRESS;
        while (bodyBytes < into.length) {
            if (stop.getAsBoolean()) {
                return false;
            }
            bodyBytes += readSome(into, bodyBytes, deadline);
            if (bodyBytes >= milestone) {
                deadline = System.nanoTime() + timeout.toNanos();
                milestone = bodyBytes + LEAST_PROGRESS;
            }
        }
        return true;
    }

    /** Type of the PDU that began. */
    int type() {
        return header[0] & 0xFF;
    }

    /** The PDU that was waited for. */
    RawPdu take() {
        byte[] bytes = body;
        if (bytes == null || bodyBytes < bytes.length) {
            throw new IllegalStateException("no PDU was waited for");
        }
        body = null;
        headerBytes = 0;
        return new RawPdu(type(), bytes);
    }

    private int length(long maxData) throws PduException {
        int type = type();
        long length = 0;
        for (int i = 2; i < PduCodec.HEADER; i++) {
            length = length << 8 | (header[i] & 0xFF);
        }
        if (length > mostOf(type, maxData)) {
            throw new PduException(
                    PduException.INVALID_PARAMETER, "a PDU of type " + type + " declares " + length + " bytes");
        }
        return (int) length;
    }

    private static long mostOf(int type, long maxData) throws PduException {
        return switch (type) {
            case 1, 2 -> PduCodec.MAX_ASSOCIATE;
            case 4 -> maxData + PduCodec.HEADER; // some peers do not count the header of the value
            case 3, 5, 6, 7 -> 4;
            default -> throw new PduException(PduException.UNRECOGNIZED_PDU, "PDU type " + type + " is unknown");
        };
    }

    /** 0 when nothing came for a moment. */
    private int readSome(byte[] into, int start, long deadline) throws IOException {
        boolean isLate = System.nanoTime() - deadline > 0;
        try {
            int count = in.read(into, start, into.length - start);
            if (count < 0) {
                throw new EOFException("the connection was closed");
            }
            if (isLate) {
                throw new SocketTimeoutException("too slow");
            }
            return count;
        } catch (SocketTimeoutException e) {
            if (isLate) {
                throw e;
            }
            return 0;
        }
    }

    /** Reads what comes and drops it, until the peer closes or {@code limit} is over. */
    void drain(Duration limit) {
        byte[] dropped = new byte[BUFFER];
        long deadline = System.nanoTime() + limit.toNanos();
        try {
            while (System.nanoTime() - deadline < 0) {
                readSome(dropped, 0, deadline);
            }
        } catch (IOException e) {
            // Closed, or broken: nobody will say more.
            headerBytes = 0;
        }
    }

    @Override
    public void close() {
        watch.cancel(false);
        closeQuietly(socket);
        closeQuietly(plain);
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // Nothing is lost: the connection is given up.
            return;
        }
    }
}
