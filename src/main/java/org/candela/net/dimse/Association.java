package org.candela.net.dimse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.candela.base.Cancellation;
import org.candela.base.Uid;
import org.candela.net.dimse.DimseException.Kind;
import org.candela.net.dimse.StateTable.Event;
import org.candela.net.dimse.StateTable.State;

/**
 * An association with one peer, either role (PS3.8 §7). One thread at a time; {@link #close()} releases it.
 *
 * <p>We invoke operations one at a time, whatever window is granted (PS3.7 D.3.3.3).
 */
public final class Association implements AutoCloseable {
    /** The longest P-DATA-TF we take. */
    static final int MAX_DATA = 1 << 18;

    private static final int MOST_EMPTY = 64;

    private final UpperLayer layer;
    private final Duration timeout;
    private final Map<Integer, Context> contexts = new TreeMap<>();
    private final Deque<Pdu.Pdv> pending = new ArrayDeque<>();
    private Outgoing outgoing = new Outgoing(0);
    private List<UserInformation.SubItem> negotiated = List.of();
    private int messages;
    private int empty;

    /** An accepted presentation context. */
    record Context(int id, String abstractSyntax, Uid transferSyntax) {}

    /** A command with the context it came in, which is an accepted one. */
    record Message(Context context, CommandSet command) {}

    /** What waiting for a message ends with. */
    enum Next {
        MESSAGE,
        RELEASED,
        STOPPED
    }

    private Association(UpperLayer layer, Duration timeout) {
        this.layer = layer;
        this.timeout = timeout;
    }

    /** A connection that we opened (Sta4). */
    static Association requesting(Wire wire, DimseEndpoint endpoint) {
        return new Association(new UpperLayer(wire, endpoint.toString(), State.STA4), endpoint.timeout());
    }

    /** A connection that a peer opened (Sta2). */
    static Association accepting(Wire wire, String peer, Duration timeout) {
        return new Association(new UpperLayer(wire, peer, State.STA2), timeout);
    }

    void request(Pdu.AssociateRequest request, Cancellation cancellation) throws DimseException {
        layer.send(Event.CONNECT_CONFIRMED, request);
        Pdu answer = layer.receive(timeout, cancellation::isRequested);
        if (answer instanceof Pdu.AssociateReject reject) {
            throw new DimseException(Kind.REJECTED, peer() + ": " + Reasons.rejection(reject));
        }
        Pdu.AssociateAccept accept = (Pdu.AssociateAccept) answer; // Table 9-10 leaves nothing else in Sta5
        for (Pdu.Answered answered : accept.contexts()) {
            request.contexts().stream()
                    .filter(offer -> offer.id() == answered.id() && answered.result() == 0)
                    .filter(offer -> offer.transferSyntaxes().contains(answered.transferSyntax()))
                    .forEach(offer -> accepted(offer, answered.transferSyntax()));
        }
        negotiated = accept.user().opaque();
        limit(accept.user().maxLength());
        if (request.user().opaque().stream().anyMatch(UserInformation.SubItem::wantsAnswer) && !isUserKnown()) {
            close();
            throw new DimseException(
                    Kind.REJECTED, peer() + ": does not say that it knows the user; have the user entered there");
        }
        if (contexts.isEmpty()) {
            close();
            throw new DimseException(
                    Kind.REJECTED,
                    peer() + ": supports none of the services asked for; have " + Reasons.services(request)
                            + " allowed there for " + request.calling());
        }
    }

    private boolean isUserKnown() {
        return negotiated.stream().anyMatch(item -> item.type() == UserInformation.USER_IDENTITY_ANSWER);
    }

    /** The request of a peer that connected; Sta3 then. */
    Pdu.AssociateRequest awaitRequest(BooleanSupplier stop) throws DimseException {
        return (Pdu.AssociateRequest) layer.receive(timeout, stop);
    }

    void accept(Pdu.AssociateRequest request, Pdu.AssociateAccept answer) throws DimseException {
        for (Pdu.Answered answered : answer.contexts()) {
            request.contexts().stream()
                    .filter(offer -> offer.id() == answered.id() && answered.result() == 0)
                    .forEach(offer -> accepted(offer, answered.transferSyntax()));
        }
        limit(request.user().maxLength());
        layer.send(Event.ACCEPT, answer);
    }

    void reject(Pdu.AssociateReject answer) throws DimseException {
        layer.send(Event.REJECT, answer);
        layer.awaitEnd();
    }

    private void accepted(Pdu.Proposed offer, String syntax) {
        if (Uid.isValid(syntax)) {
            contexts.put(offer.id(), new Context(offer.id(), offer.abstractSyntax(), new Uid(syntax)));
        }
    }

    private void limit(long maxLength) throws DimseException {
        if (Outgoing.takesNothing(maxLength)) {
            throw layer.invalid(new PduException(PduException.INVALID_PARAMETER, "the peer takes no data at all"));
        }
        outgoing = new Outgoing(maxLength);
    }

    /** Whether the peer agreed to store objects of the class, in any transfer syntax that was offered. */
    public boolean takes(Uid sopClass) {
        return isAgreed(sopClass.value());
    }

    /** Whether the peer agreed to vouch for what it stored (PS3.4 J). */
    public boolean commits() {
        return isAgreed(Contexts.COMMITMENT);
    }

    /** Whether the peer agreed to C-ECHO. */
    public boolean echoes() {
        return isAgreed(Contexts.VERIFICATION);
    }

    private boolean isAgreed(String service) {
        return contexts.values().stream()
                .anyMatch(context -> context.abstractSyntax().equals(service));
    }

    Map<Integer, Context> contexts() {
        return contexts;
    }

    /** What the peer agreed to by extended negotiation of {@code service}; empty for the least. */
    byte[] extended(String service) {
        return negotiated.stream()
                .flatMap(item -> item.informationFor(service).stream())
                .findFirst()
                .orElse(new byte[0]);
    }

    String peer() {
        return layer.peer();
    }

    Duration timeout() {
        return timeout;
    }

    int nextMessageId() {
        messages = messages % 0xFFFF + 1;
        return messages;
    }

    void send(Context context, CommandSet command) throws DimseException {
        outgoing.command(context.id(), command.encode(), (pdu, count) -> layer.put(pdu, count, () -> false));
        layer.flush(() -> false);
    }

    void send(Context context, CommandSet command, InputStream data, Cancellation cancellation) throws DimseException {
        byte[] bytes = command.number(CommandSet.DATA_SET_TYPE, 0).encode();
        Outgoing.Sink sink = (pdu, count) -> layer.put(pdu, count, cancellation::isRequested);
        outgoing.command(context.id(), bytes, sink);
        try {
            outgoing.data(context.id(), data, sink);
        } catch (IOException e) {
            abort();
            throw new DimseException(Kind.LOCAL_DISK, peer() + ": what was to be sent cannot be read", e);
        }
        layer.flush(cancellation::isRequested);
    }

    /** Waits for a message; a release by the peer is answered, and ends the association. */
    Next await(Duration patience, BooleanSupplier stop) throws DimseException {
        while (pending.isEmpty()) {
            if (!layer.await(patience, stop)) {
                return Next.STOPPED;
            }
            Pdu pdu = layer.receive(patience, () -> false);
            if (pdu instanceof Pdu.DataTransfer data) {
                pending.addAll(data.values());
            } else { // Table 9-10 leaves nothing but A-RELEASE-RQ in Sta6
                layer.send(Event.RELEASE_RESPONSE, new Pdu.ReleaseReply());
                layer.awaitEnd();
                return Next.RELEASED;
            }
        }
        return Next.MESSAGE;
    }

    /** The next command. */
    Message receiveCommand(Duration patience, BooleanSupplier stop) throws DimseException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Pdu.Pdv value = nextValue(patience, stop);
        Context context = contexts.get(value.contextId());
        if (context == null) {
            throw layer.invalid(new PduException(PduException.INVALID_PARAMETER, "a message in no accepted context"));
        }
        bytes.writeBytes(commandBytes(value, context, 0));
        while (!value.isLast()) {
            value = nextValue(timeout, stop);
            bytes.writeBytes(commandBytes(value, context, bytes.size()));
        }
        try {
            return new Message(context, CommandSet.decode(bytes.toByteArray()));
        } catch (PduException e) {
            throw layer.invalid(e);
        }
    }

    private byte[] commandBytes(Pdu.Pdv value, Context context, int before) throws DimseException {
        boolean isTooMuch = before + value.bytes().length > CommandSet.MAX_BYTES;
        if (!value.isCommand() || isTooMuch || value.contextId() != context.id()) {
            throw layer.invalid(
                    new PduException(PduException.UNEXPECTED_PDU, "something else where a command must stand"));
        }
        return value.bytes();
    }

    /** Streams the data set that follows a command. An {@link IOException} is that of {@code sink}. */
    void receiveData(Context context, OutputStream sink, long maxBytes, BooleanSupplier stop)
            throws DimseException, IOException {
        long total = 0;
        Pdu.Pdv value;
        do {
            value = nextValue(timeout, stop);
            total += value.bytes().length;
            if (value.isCommand() || value.contextId() != context.id()) {
                throw layer.invalid(
                        new PduException(PduException.INVALID_PARAMETER, "something else where data must stand"));
            }
            if (total > maxBytes) {
                throw layer.invalid(new PduException(
                        PduException.INVALID_PARAMETER, "a data set of more than " + maxBytes + " bytes"));
            }
            sink.write(value.bytes());
        } while (!value.isLast());
    }

    /** Reads the data set that follows a command and drops it. */
    void skipData(Context context, long maxBytes, BooleanSupplier stop) throws DimseException {
        try {
            receiveData(context, OutputStream.nullOutputStream(), maxBytes, stop);
        } catch (IOException e) {
            throw new IllegalStateException("nowhere cannot be full", e);
        }
    }

    private Pdu.Pdv nextValue(Duration patience, BooleanSupplier stop) throws DimseException {
        return switch (await(patience, stop)) {
            case MESSAGE -> counted(pending.remove());
            case RELEASED -> throw new DimseException(Kind.ABORTED, peer() + ": released the association; try again");
            case STOPPED -> throw layer.cancelled();
        };
    }

    /** A fragment without a byte brings a message no nearer to its end, and so does not do so for ever. */
    private Pdu.Pdv counted(Pdu.Pdv value) throws DimseException {
        empty = value.bytes().length == 0 && !value.isLast() ? empty + 1 : 0;
        if (empty > MOST_EMPTY) {
            throw layer.invalid(new PduException(PduException.INVALID_PARAMETER, "nothing but empty fragments"));
        }
        return value;
    }

    boolean isEnded() {
        return layer.isEnded();
    }

    /** A-ABORT in any state. */
    void abort() {
        layer.abort();
    }

    /** Releases in order, else aborts; never waits longer than some five seconds. */
    @Override
    public void close() {
        if (!layer.isTransferring()) {
            layer.abort();
            return;
        }
        try {
            layer.release();
        } catch (DimseException | CancellationException e) {
            layer.abort();
        }
    }
}
