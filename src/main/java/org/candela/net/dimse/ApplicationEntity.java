package org.candela.net.dimse;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.candela.base.Cancellation;
import org.candela.net.dimse.DimseException.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Our AE: opens associations to any number of facilities, and receives objects on a port of its own. Safe from any
 * thread; each association belongs to the thread that opened it, or to one of the executor.
 */
// [impl->req~net.dimse.many-peers~1]
public final class ApplicationEntity {
    private static final int WAKE_MILLIS = 100;

    private final Executor threads;
    private final ScheduledExecutorService scheduler;
    private final @Nullable TlsProfile tls;

    /**
     * Without TLS.
     *
     * @param threads one for the port and one for each association that a peer opens; never the caller's
     * @param scheduler ends writes that block
     */
    public ApplicationEntity(Executor threads, ScheduledExecutorService scheduler) {
        this(threads, scheduler, null);
    }

    private ApplicationEntity(Executor threads, ScheduledExecutorService scheduler, @Nullable TlsProfile tls) {
        this.threads = threads;
        this.scheduler = scheduler;
        this.tls = tls;
    }

    /** The same with TLS for the endpoints, and the port, that ask for it. */
    public ApplicationEntity with(TlsProfile profile) {
        return new ApplicationEntity(threads, scheduler, profile);
    }

    /** Opens an association; blocks for at most the timeout of the endpoint at each step. */
    public Association connect(DimseEndpoint endpoint, Contexts contexts, Cancellation cancellation)
            throws DimseException {
        cancellation.throwIfRequested();
        Association association = Association.requesting(wire(endpoint, cancellation), endpoint);
        association.request(contexts.request(endpoint), cancellation);
        return association;
    }

    private Wire wire(DimseEndpoint endpoint, Cancellation cancellation) throws DimseException {
        Socket socket = new Socket();
        Future<?> watch = scheduler.scheduleWithFixedDelay(
                () -> closeIf(cancellation, socket), WAKE_MILLIS, WAKE_MILLIS, TimeUnit.MILLISECONDS);
        try {
            int limit = (int) Math.min(Integer.MAX_VALUE, endpoint.timeout().toMillis());
            socket.connect(new InetSocketAddress(endpoint.host(), endpoint.port()), limit);
            Socket spoken =
                    spoken(socket, endpoint.security(), endpoint.timeout(), tls -> tls.secured(socket, endpoint));
            return Wire.over(new Wire.Line(socket, spoken), endpoint.timeout(), scheduler);
        } catch (IOException e) {
            close(socket);
            cancellation.throwIfRequested();
            throw new DimseException(Kind.UNREACHABLE, endpoint + ": " + Reasons.unreachable(endpoint, e), e);
        } finally {
            watch.cancel(false);
        }
    }

    private static void closeIf(Cancellation cancellation, Socket socket) {
        if (cancellation.isRequested()) {
            close(socket);
        }
    }

    /** What agrees on TLS. */
    private interface Handshake {
        Socket by(TlsProfile profile) throws IOException;
    }

    /** Each read of a handshake is bounded by itself; the whole is bounded here, where a peer sends byte by byte. */
    // [impl->req~net.dimse.bounded-waiting~1]
    private Socket spoken(Socket socket, DimseEndpoint.Security security, Duration limit, Handshake handshake)
            throws IOException {
        if (security == DimseEndpoint.Security.PLAIN) {
            return socket;
        }
        if (tls == null) {
            throw new IOException("no TLS is set up here");
        }
        Future<?> end = scheduler.schedule(() -> close(socket), limit.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return handshake.by(tls);
        } catch (IOException e) {
            if (end.isDone()) {
                throw (IOException) new SocketTimeoutException("TLS was not agreed on in time").initCause(e);
            }
            throw e;
        } finally {
            end.cancel(false);
        }
    }

    /** Opens the port; close the provider to end it. */
    public ServiceProvider listen(ServiceProvider.Settings settings) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.bind(settings.address());
        ServiceProvider provider = new ServiceProvider(socket, settings, this::accepted, threads);
        threads.execute(provider::run);
        return provider;
    }

    private Wire accepted(Socket socket, ServiceProvider.Settings settings) throws IOException {
        socket.setSoTimeout((int) settings.timeout().toMillis());
        Socket spoken = spoken(socket, settings.security(), settings.timeout(), tls -> tls.accepted(socket));
        return Wire.over(new Wire.Line(socket, spoken), settings.timeout(), scheduler);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It was never of use; the failure that led here is the one to tell.
            return;
        }
    }
}
