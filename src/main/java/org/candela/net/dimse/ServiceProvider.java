package org.candela.net.dimse;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * C-ECHO and C-STORE as provider (PS3.4 A, B), and N-EVENT-REPORT as user who is called back, for the peers that are
 * allowed. Closing aborts what is open.
 */
// [impl->req~net.dimse.allow-list~1]
public final class ServiceProvider implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ServiceProvider.class);
    private static final int PERMANENT = 1;
    private static final int TRANSIENT = 2;
    private static final int SERVICE_USER = 1;
    private static final int PRESENTATION = 3;
    /** Connections beyond the associations: they get an answer that says so, and no more threads than this. */
    private static final int WAITING = 8;

    private static final long PAUSE_AFTER_FAILURE = TimeUnit.MILLISECONDS.toNanos(200);

    private final ServerSocket socket;
    private final Settings settings;
    private final Wiring wiring;
    private final Executor threads;
    private final Semaphore associations;
    private final Semaphore connections;
    private final Cancellation closing = new Cancellation();

    /** Makes a connection a wire. */
    interface Wiring {
        Wire over(Socket socket, Settings settings) throws IOException;
    }

    /**
     * How objects are received.
     *
     * @param title the AE title peers must call
     * @param address port 0 for any that is free
     * @param allowed who may connect; none for nobody
     * @param inbox where objects go
     * @param events who hears of events
     * @param timeout longest silence, also the ARTIM timer (PS3.8 §9.1.4)
     */
    public record Settings(
            String title,
            InetSocketAddress address,
            DimseEndpoint.Security security,
            List<Allowed> allowed,
            Inbox inbox,
            ReportedEvent.Receiver events,
            Duration timeout,
            int maxAssociations) {
        public Settings {
            DimseEndpoint.requireTitle(title);
            allowed = List.copyOf(allowed);
        }

        /** Without a receiver of events: they are confirmed and dropped. */
        public Settings(
                String title,
                InetSocketAddress address,
                DimseEndpoint.Security security,
                List<Allowed> allowed,
                Inbox inbox,
                Duration timeout,
                int maxAssociations) {
            this(title, address, security, allowed, inbox, event -> {}, timeout, maxAssociations);
        }

        /** The same with a receiver of events. */
        public Settings hearing(ReportedEvent.Receiver receiver) {
            return new Settings(title, address, security, allowed, inbox, receiver, timeout, maxAssociations);
        }
    }

    /** A peer: its AE title, and the addresses it may come from (none for any). */
    public record Allowed(String calling, Set<InetAddress> addresses) {
        public Allowed {
            addresses = Set.copyOf(addresses);
        }

        boolean permits(String title, InetAddress from) {
            return calling.equals(title) && (addresses.isEmpty() || addresses.contains(from));
        }
    }

    ServiceProvider(ServerSocket socket, Settings settings, Wiring wiring, Executor threads) {
        this.socket = socket;
        this.settings = settings;
        this.wiring = wiring;
        this.threads = threads;
        this.associations = new Semaphore(settings.maxAssociations());
        this.connections = new Semaphore(settings.maxAssociations() + WAITING);
    }

    /** The port it listens on. */
    public int port() {
        return socket.getLocalPort();
    }

    void run() {
        Leftovers.clear(settings.inbox().folder());
        while (!closing.isRequested()) {
            try {
                start(socket.accept());
            } catch (IOException e) {
                if (!closing.isRequested()) {
                    LOG.warn("the DICOM port does not accept a connection", e);
                    LockSupport.parkNanos(PAUSE_AFTER_FAILURE); // else it fills the log while files are short
                }
            }
        }
    }

    private void start(Socket peer) throws IOException {
        if (!connections.tryAcquire()) {
            LOG.warn("closed a connection from {}: too many are open", peer.getInetAddress());
            peer.close();
            return;
        }
        try {
            threads.execute(() -> serve(peer));
        } catch (RejectedExecutionException e) {
            connections.release();
            peer.close();
            throw new IOException("no thread for a connection", e);
        }
    }

    private void serve(Socket peer) {
        try (peer) {
            Association association = Association.accepting(
                    wiring.over(peer, settings), String.valueOf(peer.getInetAddress()), settings.timeout());
            boolean hasPlace = associations.tryAcquire();
            try {
                serve(association, peer.getInetAddress(), hasPlace);
            } finally {
                if (hasPlace) {
                    associations.release();
                }
                association.abort(); // does nothing after a release
            }
        } catch (IOException | CandelaException e) {
            LOG.info("an association from {} ended: {}", peer.getInetAddress(), e.getMessage());
        } catch (CancellationException e) {
            LOG.debug("an association from {} ended with the port", peer.getInetAddress());
        } finally {
            connections.release();
        }
    }

    private void serve(Association association, InetAddress from, boolean hasPlace) throws CandelaException {
        Pdu.AssociateRequest request = association.awaitRequest(closing::isRequested);
        Optional<Pdu.AssociateReject> refusal = refusal(request, from, hasPlace);
        if (refusal.isPresent()) {
            LOG.warn("refused an association from {} at {}", printable(request.calling()), from);
            association.reject(refusal.orElseThrow());
            return;
        }
        association.accept(request, Acceptance.of(request));
        Inbox.Sender sender = new Inbox.Sender(request.calling(), closing);
        while (!association.isEnded()) {
            switch (association.await(settings.timeout(), closing::isRequested)) {
                case MESSAGE -> answer(association, sender);
                case STOPPED -> association.abort();
                case RELEASED -> LOG.debug("an association from {} was released", from);
            }
        }
    }

    private Optional<Pdu.AssociateReject> refusal(Pdu.AssociateRequest request, InetAddress from, boolean hasPlace) {
        if (!settings.title().equals(request.called())) {
            return Optional.of(new Pdu.AssociateReject(PERMANENT, SERVICE_USER, 7));
        }
        if (settings.allowed().stream().noneMatch(peer -> peer.permits(request.calling(), from))) {
            return Optional.of(new Pdu.AssociateReject(PERMANENT, SERVICE_USER, 3));
        }
        return hasPlace ? Optional.empty() : Optional.of(new Pdu.AssociateReject(TRANSIENT, PRESENTATION, 2));
    }

    /** A title is what a stranger wrote: no line of the log is made by it. */
    private static String printable(String title) {
        return title.replaceAll("[^ -~]", "?");
    }

    private void answer(Association association, Inbox.Sender sender) throws CandelaException {
        Association.Message message = association.receiveCommand(settings.timeout(), closing::isRequested);
        CommandSet command = message.command();
        switch (command.number(CommandSet.FIELD)) {
            case CommandSet.C_ECHO -> confirm(association, message, 0);
            case CommandSet.C_STORE -> store(association, message, sender);
            case CommandSet.N_EVENT_REPORT -> new EventAnswer(association, settings.events()).to(message, sender);
            case CommandSet.C_CANCEL -> LOG.debug("a peer cancels what has ended"); // PS3.7 §9.3.2.3: no answer
            default -> confirm(association, message, CommandSet.UNRECOGNIZED_OPERATION);
        }
    }

    private void confirm(Association association, Association.Message message, int status) throws DimseException {
        boolean isAnswer = (message.command().number(CommandSet.FIELD) & CommandSet.RESPONSE) != 0;
        if (isAnswer) {
            association.abort(); // to a request that nobody made
            return;
        }
        if (message.command().hasDataSet()) {
            association.skipData(message.context(), EventAnswer.MAX_BYTES, closing::isRequested);
        }
        association.send(message.context(), CommandSet.answer(message.command(), status));
    }

    private void store(Association association, Association.Message message, Inbox.Sender sender)
            throws DimseException {
        try {
            settings.inbox().take(association, message, sender);
        } catch (DimseException e) {
            if (e.kind() != DimseException.Kind.LOCAL_DISK) {
                throw e;
            }
            LOG.error("a received object cannot be kept, which its sender is told", e);
        }
    }

    @Override
    public void close() {
        closing.cancel();
        try {
            socket.close();
        } catch (IOException e) {
            LOG.warn("the DICOM port does not close", e);
        }
    }
}
