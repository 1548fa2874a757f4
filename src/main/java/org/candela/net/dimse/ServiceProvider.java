package org.candela.net.dimse;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import org.candela.base.Cancellation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** C-ECHO and C-STORE as provider (PS3.4 A, B) for the peers that are allowed. Closing aborts what is open. */
// [impl->req~net.dimse.allow-list~1]
public final class ServiceProvider implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ServiceProvider.class);
    private static final int PERMANENT = 1;
    private static final int TRANSIENT = 2;
    private static final int SERVICE_USER = 1;
    private static final int PRESENTATION = 3;

    private final ServerSocket socket;
    private final Settings settings;
    private final Wiring wiring;
    private final Executor threads;
    private final Semaphore free;
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
     * @param timeout longest silence, also the ARTIM timer (PS3.8 §9.1.4)
     */
    public record Settings(
            String title,
            InetSocketAddress address,
            DimseEndpoint.Security security,
            List<Allowed> allowed,
            Inbox inbox,
            Duration timeout,
            int maxAssociations) {
        public Settings {
            DimseEndpoint.requireTitle(title);
            allowed = List.copyOf(allowed);
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
        this.free = new Semaphore(settings.maxAssociations());
    }

    /** The port it listens on. */
    public int port() {
        return socket.getLocalPort();
    }

    void run() {
        while (!closing.isRequested()) {
            try {
                Socket peer = socket.accept();
                threads.execute(() -> serve(peer));
            } catch (IOException e) {
                if (!closing.isRequested()) {
                    LOG.warn("the DICOM port does not accept a connection", e);
                }
            }
        }
    }

    private void serve(Socket peer) {
        try (peer) {
            Association association = Association.accepting(
                    wiring.over(peer, settings), String.valueOf(peer.getInetAddress()), settings.timeout());
            boolean hasPlace = free.tryAcquire();
            try {
                serve(association, peer.getInetAddress(), hasPlace);
            } finally {
                association.close();
                if (hasPlace) {
                    free.release();
                }
            }
        } catch (IOException | DimseException e) {
            LOG.info("an association from {} ended: {}", peer.getInetAddress(), e.getMessage());
        } catch (CancellationException e) {
            LOG.debug("an association from {} ended with the port", peer.getInetAddress());
        }
    }

    private void serve(Association association, InetAddress from, boolean hasPlace) throws DimseException {
        Pdu.AssociateRequest request = association.awaitRequest(closing::isRequested);
        Optional<Pdu.AssociateReject> refusal = refusal(request, from, hasPlace);
        if (refusal.isPresent()) {
            LOG.warn("refused an association from {} at {}", request.calling(), from);
            association.reject(refusal.orElseThrow());
            return;
        }
        association.accept(request, answerTo(request));
        while (!association.isEnded()) {
            Association.Message message = association.receiveCommand(settings.timeout(), closing::isRequested);
            answer(association, message, request.calling());
        }
    }

    private Optional<Pdu.AssociateReject> refusal(Pdu.AssociateRequest request, InetAddress from, boolean hasPlace) {
        if (!hasPlace) {
            return Optional.of(new Pdu.AssociateReject(TRANSIENT, PRESENTATION, 2));
        }
        if (!settings.title().equals(request.called())) {
            return Optional.of(new Pdu.AssociateReject(PERMANENT, SERVICE_USER, 7));
        }
        boolean isAllowed = settings.allowed().stream().anyMatch(peer -> peer.permits(request.calling(), from));
        return isAllowed ? Optional.empty() : Optional.of(new Pdu.AssociateReject(PERMANENT, SERVICE_USER, 3));
    }

    private Pdu.AssociateAccept answerTo(Pdu.AssociateRequest request) {
        List<Pdu.Answered> answers = new ArrayList<>();
        List<String> storable =
                StorageClasses.syntaxes().stream().map(uid -> uid.value()).toList();
        for (Pdu.Proposed offer : request.contexts()) {
            boolean isStorage = StorageClasses.isStorage(offer.abstractSyntax());
            boolean isKnown = isStorage || offer.abstractSyntax().equals(Contexts.VERIFICATION);
            List<String> ours = isStorage ? storable : Contexts.UNCOMPRESSED;
            Optional<String> syntax =
                    offer.transferSyntaxes().stream().filter(ours::contains).findFirst();
            int result = !isKnown ? 3 : syntax.isEmpty() ? 4 : 0; // PS3.8 Table 9-18
            answers.add(new Pdu.Answered(offer.id(), result, syntax.orElse(Contexts.UNCOMPRESSED.get(1))));
        }
        return new Pdu.AssociateAccept(
                request.called(), request.calling(), answers, Contexts.ourselves(List.of(), List.of()));
    }

    private void answer(Association association, Association.Message message, String calling) throws DimseException {
        CommandSet command = message.command();
        switch (command.number(CommandSet.FIELD)) {
            case CommandSet.C_ECHO -> association.send(association.contextOf(message), CommandSet.answer(command, 0));
            case CommandSet.C_STORE -> settings.inbox().take(association, message, calling, closing);
            default -> association.abort();
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
