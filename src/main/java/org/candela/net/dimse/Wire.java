package org.candela.net.dimse;

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

    private Wire(Socket socket, Duration timeout, ScheduledExecutorService scheduler) throws IOException {
        this.socket = socket;
        this.timeout = timeout;
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
        this.watch = scheduler.scheduleWithFixedDelay(this::endStuckWrite, 1, 1, TimeUnit.SECONDS);
    }

    static Wire over(Socket socket, Duration timeout, ScheduledExecutorService scheduler) throws IOException {
        socket.setSoTimeout(WAKE_MILLIS);
        socket.setTcpNoDelay(true);
        return new Wire(socket, timeout, scheduler);
    }

    private void endStuckWrite() {
        long began = writeBegan;
        if (began != 0 && System.nanoTime() - began > timeout.toNanos()) {
            close();
        }
    }

    synchronized void write(byte[] bytes, int count) throws IOException {
        writeBegan = System.nanoTime() | 1;
        try {
            out.write(bytes, 0, count);
            out.flush();
        } finally {
            writeBegan = 0;
        }
    }

    /**
     * The next PDU.
     *
     * @param stop asked while nothing of a PDU has come
     * @throws SocketTimeoutException when it did not come whole within {@code patience}
     */
    RawPdu read(Duration patience, long maxData, BooleanSupplier stop) throws IOException, PduException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (headerBytes < header.length) {
            int count = readSome(header, headerBytes, deadline);
            headerBytes += count;
            if (count == 0 && headerBytes == 0 && stop.getAsBoolean()) {
                throw new StoppedException();
            }
        }
        headerBytes = 0;
        int type = header[0] & 0xFF;
        long length = 0;
        for (int i = 2; i < PduCodec.HEADER; i++) {
            length = length << 8 | (header[i] & 0xFF);
        }
        if (length > mostOf(type, maxData)) {
            throw new PduException(
                    PduException.INVALID_PARAMETER, "a PDU of type " + type + " declares " + length + " bytes");
        }
        byte[] body = new byte[(int) length];
        for (int done = 0; done < body.length; ) {
            done += readSome(body, done, System.nanoTime() + timeout.toNanos());
        }
        return new RawPdu(type, body);
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
        try {
            int count = in.read(into, start, into.length - start);
            if (count < 0) {
                throw new EOFException("the connection was closed");
            }
            return count;
        } catch (SocketTimeoutException e) {
            if (System.nanoTime() - deadline > 0) {
                throw e;
            }
            return 0;
        }
    }

    @Override
    public void close() {
        watch.cancel(false);
        try {
            socket.close();
        } catch (IOException e) {
            // Nothing is lost: the connection is given up.
            writeBegan = 0;
        }
    }
}
