package org.candela.audit.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.candela.net.tls.TlsTrust;

/**
 * Brings frames to a repository over TLS. Syslog has no acknowledgement: after the last frame our side of the connection is
 * closed in order, and only when the repository closes its side in order too, having read to the end, do the frames count
 * as taken. That is as much as syslog can tell. Blocks, at most for the limit.
 */
// [impl->req~audit.syslog~1]
final class SyslogLine {
    private final Clock clock;
    private final ScheduledExecutorService guard;
    private final Duration limit;

    /**
     * @param guard cuts the line when the limit is over
     * @param limit for all frames of one call together
     */
    SyslogLine(Clock clock, ScheduledExecutorService guard, Duration limit) {
        this.clock = clock;
        this.guard = guard;
        this.limit = limit;
    }

    /** Returns when the frames are taken. */
    void bring(Collector collector, TlsTrust trust, List<byte[]> frames) throws IOException {
        TlsTrust known = trust.pinning(collector.pins());
        try (Socket wire = new Socket()) {
            ScheduledFuture<?> cut = guard.schedule(() -> close(wire), limit.toMillis(), TimeUnit.MILLISECONDS);
            try (SSLSocket socket = connect(wire, collector, known)) {
                OutputStream out = socket.getOutputStream();
                for (byte[] frame : frames) {
                    out.write(frame);
                }
                out.flush();
                finish(wire, socket);
            } finally {
                cut.cancel(false);
            }
        } catch (GeneralSecurityException e) {
            throw new IOException("TLS cannot be set up here: " + e.getMessage(), e);
        }
    }

    private SSLSocket connect(Socket wire, Collector collector, TlsTrust trust)
            throws IOException, GeneralSecurityException {
        InetSocketAddress address = new InetSocketAddress(collector.host(), collector.port());
        if (address.isUnresolved()) {
            throw new IOException("host " + collector.host() + " is not known");
        }
        wire.connect(address, (int) limit.toMillis());
        wire.setSoTimeout((int) limit.toMillis());
        SSLContext context = trust.context(clock);
        SSLSocket socket =
                (SSLSocket) context.getSocketFactory().createSocket(wire, collector.host(), collector.port(), false);
        SSLParameters parameters = TlsTrust.parameters(context);
        if (!trust.isPinned()) {
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
        }
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    /**
     * A refusal of our certificate is told here at the earliest (TLS 1.3). A program that closed before it had read all is
     * told by its machine, which resets the wire below.
     */
    private static void finish(Socket wire, SSLSocket socket) throws IOException {
        socket.shutdownOutput();
        readToTheEnd(socket.getInputStream());
        readToTheEnd(wire.getInputStream());
        requireNoReset(wire);
    }

    /**
     * A reset that was told while our side of TLS was being closed is told no second time: TLS passes it over, and every read
     * after it is as one after an orderly end. A write is refused all the same. The repository has ended, and heeds nothing that
     * comes after the end of TLS (RFC 8446 §6.1).
     */
    private static void requireNoReset(Socket wire) throws IOException {
        OutputStream out = wire.getOutputStream();
        out.write(0);
        out.flush();
    }

    /** A repository says nothing; what it says is none of syslog's business. */
    private static void readToTheEnd(InputStream in) throws IOException {
        int sign = in.read();
        while (sign >= 0) {
            sign = in.read();
        }
    }

    private static void close(Socket wire) {
        try {
            wire.close();
        } catch (IOException e) {
            // It is being cut because it does not answer; there is nobody to tell.
        }
    }
}
