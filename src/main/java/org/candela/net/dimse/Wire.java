package org.candela.net.dimse;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
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

/**
 * PDUs over a socket, each wait bounded. Reading wakes ten times a second to look whether it is still wanted; a write
 * that blocks too long is ended by closing the socket. One reading and one writing thread.
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
    private volatile long writeBegan;

    /** A PDU as it came; not yet decoded. */
    record RawPdu(int type, byte[] body) {}

    /** Reading was given up on request. */
    static final class StoppedException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** A connection, and what is spoken over it: itself, or TLS. */
    record Line(Socket plain, Socket spoken) {}

    private Wire(Line line, Duration timeout, ScheduledExecutorService scheduler) throws IOException {
        this.plain = line.plain();
        this.socket = line.spoken();
        this.timeout = timeout;
        this.in = new BufferedInputStream(socket.getInputStream(), BUFFER);
        this.out = new BufferedOutputStream(socket.getOutputStream(), BUFFER);
        this.watch = scheduler.scheduleWithFixedDelay(this::endStuckWrite, 1, 1, TimeUnit.SECONDS);
    }

    static Wire over(Line line, Duration timeout, ScheduledExecutorService scheduler) throws IOException {
        line.spoken().setSoTimeout(WAKE_MILLIS);
        line.spoken().setTcpNoDelay(true);
        return new Wire(line, timeout, scheduler);
    }

    /** Closes below TLS, whose own end would wait for the write that is stuck. */
    private void endStuckWrite() {
        long began = writeBegan;
        if (began != 0 && System.nanoTime() - began > timeout.toNanos()) {
            closeQuietly(plain);
        }
    }

    /** Adds to what {@link #flush()} sends. */
    void write(byte[] bytes, int count) throws IOException {
        writeBegan = System.nanoTime() | 1;
        try {
            out.write(bytes, 0, count);
        } finally {
            writeBegan = 0;
        }
    }

    void flush() throws IOException {
        writeBegan = System.nanoTime() | 1;
        try {
            out.flush();
        } finally {
            writeBegan = 0;
        }
    }

    /**
     * Waits until a PDU begins.
     *
     * @return false when {@code stop} said so before anything of a PDU had come
     * @throws SocketTimeoutException when its header did not come within {@code patience}
     */
    boolean await(Duration patience, BooleanSupplier stop) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (headerBytes < header.length) {
            if (headerBytes == 0 && stop.getAsBoolean()) {
                return false;
            }
            headerBytes += readSome(header, headerBytes, deadline);
        }
        return true;
    }

    /** Type of the PDU that began. */
    int type() {
        return header[0] & 0xFF;
    }

    /**
     * The next PDU.
     *
     * @throws StoppedException when {@code stop} said so; nothing can be read from here then
     * @throws SocketTimeoutException when it did not begin within {@code patience}, or came too slowly
     */
    RawPdu read(Duration patience, long maxData, BooleanSupplier stop) throws IOException, PduException {
        if (!await(patience, stop)) {
            throw new StoppedException();
        }
        headerBytes = 0;
        int type = type();
        long length = 0;
        for (int i = 2; i < PduCodec.HEADER; i++) {
            length = length << 8 | (header[i] & 0xFF);
        }
        if (length > mostOf(type, maxData)) {
            throw new PduException(
                    PduException.INVALID_PARAMETER, "a PDU of type " + type + " declares " + length + " bytes");
        }
        return new RawPdu(type, body(new byte[(int) length], stop));
    }

    private byte[] body(byte[] body, BooleanSupplier stop) throws IOException {
        long deadline = System.nanoTime() + timeout.toNanos();
        int milestone = LEAST_PROGRESS;
        for (int done = 0; done < body.length; ) {
            int count = readSome(body, done, deadline);
            if (count == 0 && stop.getAsBoolean()) {
                throw new StoppedException();
            }
            done += count;
            if (done >= milestone) {
                deadline = System.nanoTime() + timeout.toNanos();
                milestone = done + LEAST_PROGRESS;
            }
        }
        return body;
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
