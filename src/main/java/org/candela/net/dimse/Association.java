package org.candela.net.dimse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
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
 * <p>Operations are run one at a time: an asynchronous window is neither asked for nor granted (PS3.7 D.3.3.3).
 */
public final class Association implements AutoCloseable {
    /** The longest P-DATA-TF we take. */
    static final int MAX_DATA = 1 << 18;

    private static final int UNLIMITED_CHUNK = 1 << 18;
    private static final int PDV_HEADER = 6;
    private static final Duration RELEASE_TIMEOUT = Duration.ofSeconds(5);

    private final Wire wire;
    private final String peer;
    private final Duration timeout;
    private final boolean isRequestor;
    private final Map<Integer, Context> contexts = new TreeMap<>();
    private final Deque<Pdu.Pdv> pending = new ArrayDeque<>();
    private State state;
    private int chunk = UNLIMITED_CHUNK;
    private int messages;

    /** An accepted presentation context. */
    record Context(int id, String abstractSyntax, Uid transferSyntax) {}

    /** A command with the context it came in. */
    record Message(int contextId, CommandSet command) {}

    private Association(Wire wire, String peer, Duration timeout, State state) {
        this.wire = wire;
        this.peer = peer;
        this.timeout = timeout;
        this.state = state;
        this.isRequestor = state == State.STA4;
    }

    /** A connection that we opened (Sta4). */
    static Association requesting(Wire wire, DimseEndpoint endpoint) {
        return new Association(wire, endpoint.toString(), endpoint.timeout(), State.STA4);
    }

    /** A connection that a peer opened (Sta2). */
    static Association accepting(Wire wire, String peer, Duration timeout) {
        return new Association(wire, peer, timeout, State.STA2);
    }

    void request(Pdu.AssociateRequest request, Cancellation cancellation) throws DimseException {
        on(Event.CONNECT_CONFIRMED);
        write(PduCodec.encode(request));
        Pdu answer = receive(timeout, cancellation::isRequested);
        if (answer instanceof Pdu.AssociateReject reject) {
            wire.close();
            throw new DimseException(Kind.REJECTED, peer + ": " + Reasons.rejection(reject));
        }
        Pdu.AssociateAccept accept = (Pdu.AssociateAccept) answer;
        for (Pdu.Answered answered : accept.contexts()) {
            request.contexts().stream()
                    .filter(offer -> offer.id() == answered.id() && answered.result() == 0)
                    .filter(offer -> offer.transferSyntaxes().contains(answered.transferSyntax()))
                    .forEach(offer -> accepted(offer, answered.transferSyntax()));
        }
        limit(accept.user().maxLength());
        if (contexts.isEmpty()) {
            close();
            throw new DimseException(Kind.REJECTED, peer + ": supports none of the services asked for");
        }
    }

    /** The request of a peer that connected; Sta3 then. */
    Pdu.AssociateRequest awaitRequest(BooleanSupplier stop) throws DimseException {
        return (Pdu.AssociateRequest) receive(timeout, stop);
    }

    void accept(Pdu.AssociateRequest request, Pdu.AssociateAccept answer) throws DimseException {
        for (Pdu.Answered answered : answer.contexts()) {
            request.contexts().stream()
                    .filter(offer -> offer.id() == answered.id() && answered.result() == 0)
                    .forEach(offer -> accepted(offer, answered.transferSyntax()));
        }
        limit(request.user().maxLength());
        on(Event.ACCEPT);
        write(PduCodec.encode(answer));
    }

    void reject(Pdu.AssociateReject answer) throws DimseException {
        on(Event.REJECT);
        write(PduCodec.encode(answer));
        awaitEnd();
    }

    private void accepted(Pdu.Proposed offer, String syntax) {
        if (Uid.isValid(syntax)) {
            contexts.put(offer.id(), new Context(offer.id(), offer.abstractSyntax(), new Uid(syntax)));
        }
    }

    private void limit(long maxLength) throws DimseException {
        if (maxLength != 0 && maxLength <= PDV_HEADER) {
            throw invalid(new PduException(PduException.INVALID_PARAMETER, "the peer takes no data at all"));
        }
        chunk = maxLength == 0 ? UNLIMITED_CHUNK : (int) Math.min(maxLength, UNLIMITED_CHUNK);
    }

    Map<Integer, Context> contexts() {
        return contexts;
    }

    Context contextOf(Message message) throws DimseException {
        Context context = contexts.get(message.contextId());
        if (context == null) {
            throw invalid(new PduException(PduException.INVALID_PARAMETER, "a message in no accepted context"));
        }
        return context;
    }

    String peer() {
        return peer;
    }

    Duration timeout() {
        return timeout;
    }

    int nextMessageId() {
        messages = messages % 0xFFFF + 1;
        return messages;
    }

    void send(Context context, CommandSet command) throws DimseException {
        sendFragments(context, 1, new java.io.ByteArrayInputStream(command.encode()), new Cancellation());
    }

    void send(Context context, CommandSet command, InputStream data, Cancellation cancellation) throws DimseException {
        send(context, command.number(CommandSet.DATA_SET_TYPE, 0));
        sendFragments(context, 0, data, cancellation);
    }

    /** Each chunk is read ahead of knowing whether it is the last. */
    private void sendFragments(Context context, int kind, InputStream data, Cancellation cancellation)
            throws DimseException {
        int start = PduCodec.HEADER + PDV_HEADER;
        byte[] now = new byte[chunk + PduCodec.HEADER];
        byte[] ahead = new byte[chunk + PduCodec.HEADER];
        int count = fill(data, now, start);
        boolean isLast;
        do {
            if (cancellation.isRequested()) {
                abort();
                throw new CancellationException("cancelled on request");
            }
            int following = count < chunk - PDV_HEADER ? 0 : fill(data, ahead, start);
            isLast = following == 0;
            on(Event.DATA_REQUEST);
            frame(now, count, context.id(), kind | (isLast ? 2 : 0));
            writeFrame(now, start + count);
            byte[] swap = now;
            now = ahead;
            ahead = swap;
            count = following;
        } while (!isLast);
    }

    private int fill(InputStream data, byte[] into, int start) throws DimseException {
        try {
            return data.readNBytes(into, start, chunk - PDV_HEADER);
        } catch (IOException e) {
            abort();
            throw new DimseException(Kind.LOCAL_DISK, peer + ": what was to be sent cannot be read", e);
        }
    }

    private static void frame(byte[] pdu, int count, int id, int header) {
        ByteBuffer.wrap(pdu)
                .put((byte) 4)
                .put((byte) 0)
                .putInt(count + PDV_HEADER)
                .putInt(count + 2)
                .put((byte) id)
                .put((byte) header);
    }

    /** The next command; empty data when the peer has released. */
    Message receiveCommand(Duration patience, BooleanSupplier stop) throws DimseException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Pdu.Pdv value;
        do {
            value = nextValue(patience, stop);
            boolean isTooMuch = bytes.size() + value.bytes().length > CommandSet.MAX_BYTES;
            if (!value.isCommand() || isTooMuch) {
                throw invalid(new PduException(PduException.UNEXPECTED_PDU, "data where a command must stand"));
            }
            bytes.writeBytes(value.bytes());
        } while (!value.isLast());
        try {
            return new Message(value.contextId(), CommandSet.decode(bytes.toByteArray()));
        } catch (PduException e) {
            throw invalid(e);
        }
    }

    /** Streams the data set that follows a command. An {@link IOException} is that of {@code sink}. */
    void receiveData(OutputStream sink, long maxBytes, Cancellation cancellation) throws DimseException, IOException {
        long total = 0;
        Pdu.Pdv value;
        do {
            value = nextValue(timeout, cancellation::isRequested);
            total += value.bytes().length;
            if (value.isCommand() || total > maxBytes) {
                throw invalid(new PduException(
                        PduException.INVALID_PARAMETER,
                        value.isCommand() ? "a command where data must stand" : "more than " + maxBytes + " bytes"));
            }
            sink.write(value.bytes());
        } while (!value.isLast());
    }

    private Pdu.Pdv nextValue(Duration patience, BooleanSupplier stop) throws DimseException {
        while (pending.isEmpty()) {
            Pdu pdu = receive(patience, stop);
            if (pdu instanceof Pdu.DataTransfer data) {
                pending.addAll(data.values());
            } else if (pdu instanceof Pdu.ReleaseRequest) {
                on(Event.RELEASE_RESPONSE);
                write(PduCodec.encode(new Pdu.ReleaseReply()));
                awaitEnd();
                throw new DimseException(Kind.ABORTED, peer + ": released the association");
            } else {
                throw invalid(new PduException(PduException.UNEXPECTED_PDU, "unexpected PDU type " + pdu.type()));
            }
        }
        return pending.remove();
    }

    boolean isEnded() {
        return state == State.STA1 || state == State.STA13;
    }

    // [impl->req~net.dimse.bounded-waiting~1]
    private Pdu receive(Duration patience, BooleanSupplier stop) throws DimseException {
        try {
            Wire.RawPdu raw = wire.read(patience, MAX_DATA, stop);
            Pdu pdu = PduCodec.decode(raw.type(), raw.body());
            return received(pdu);
        } catch (PduException e) {
            throw invalid(e);
        } catch (Wire.StoppedException e) {
            abort();
            throw new CancellationException("cancelled on request");
        } catch (SocketTimeoutException e) {
            abort();
            throw new DimseException(
                    Kind.TIMED_OUT,
                    peer + ": no answer within " + patience.toSeconds() + " s; is it busy or overloaded?",
                    e);
        } catch (IOException e) {
            throw broken(e);
        }
    }

    private Pdu received(Pdu pdu) throws DimseException, PduException {
        Event event =
                switch (pdu.type()) {
                    case 1 -> Event.RQ_RECEIVED;
                    case 2 -> Event.AC_RECEIVED;
                    case 3 -> Event.RJ_RECEIVED;
                    case 4 -> Event.DATA_RECEIVED;
                    case 5 -> Event.RELEASE_RQ_RECEIVED;
                    case 6 -> Event.RELEASE_RP_RECEIVED;
                    default -> Event.ABORT_RECEIVED;
                };
        StateTable.Action action = StateTable.action(state, event).orElseThrow();
        if (action == StateTable.Action.AA8 || action == StateTable.Action.AA1 || action == StateTable.Action.AA7) {
            throw new PduException(PduException.UNEXPECTED_PDU, "PDU type " + pdu.type() + " in " + state);
        }
        on(event);
        if (pdu instanceof Pdu.Abort abort) {
            wire.close();
            throw new DimseException(Kind.ABORTED, peer + ": " + Reasons.abort(abort));
        }
        return pdu;
    }

    private void on(Event event) throws DimseException {
        StateTable.Action action = StateTable.action(state, event)
                .orElseThrow(() -> new DimseException(Kind.BROKEN, peer + ": the association has ended"));
        boolean acceptorCollides = action == StateTable.Action.AR8 && !isRequestor;
        state = acceptorCollides ? State.STA10 : action.next();
    }

    private void write(byte[] pdu) throws DimseException {
        writeFrame(pdu, pdu.length);
    }

    private void writeFrame(byte[] pdu, int count) throws DimseException {
        try {
            wire.write(pdu, count);
        } catch (IOException e) {
            throw broken(e);
        }
    }

    private DimseException broken(IOException cause) {
        state = State.STA1;
        wire.close();
        return new DimseException(Kind.BROKEN, peer + ": the connection broke; try again", cause);
    }

    private DimseException invalid(PduException cause) {
        end(new Pdu.Abort(2, cause.reason()));
        return new DimseException(Kind.PROTOCOL, peer + ": " + cause.getMessage(), cause);
    }

    /** A-ABORT in any state. */
    void abort() {
        end(new Pdu.Abort(0, 0));
    }

    private void end(Pdu.Abort abort) {
        if (state != State.STA1) {
            state = State.STA1;
            try {
                wire.write(PduCodec.encode(abort), 10);
            } catch (IOException e) {
                // The peer is gone already, which is what the abort was for.
                state = State.STA1;
            }
        }
        wire.close();
    }

    /** Sta13: the peer closes, or ARTIM expires. */
    private void awaitEnd() {
        try {
            wire.read(Duration.ofSeconds(1), 0, () -> false);
        } catch (IOException | PduException e) {
            // Either way the association is over.
            state = State.STA1;
        }
        state = State.STA1;
        wire.close();
    }

    /** Releases in order, else aborts; never waits longer than five seconds. */
    @Override
    public void close() {
        if (state != State.STA6) {
            end(new Pdu.Abort(0, 0));
            return;
        }
        try {
            release();
        } catch (DimseException e) {
            abort();
        }
    }

    private void release() throws DimseException {
        on(Event.RELEASE_REQUEST);
        write(PduCodec.encode(new Pdu.ReleaseRequest()));
        while (state != State.STA1) {
            Pdu pdu = receive(RELEASE_TIMEOUT, () -> false);
            if (pdu instanceof Pdu.ReleaseRequest && state == State.STA9) {
                on(Event.RELEASE_RESPONSE); // AR-9
                write(PduCodec.encode(new Pdu.ReleaseReply()));
            } else if (pdu instanceof Pdu.ReleaseReply && state == State.STA12) {
                on(Event.RELEASE_RESPONSE); // AR-4, after AR-10
                write(PduCodec.encode(new Pdu.ReleaseReply()));
                awaitEnd();
            }
        }
        wire.close();
    }
}
