package org.candela.net.dimse;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.candela.net.dimse.DimseException.Kind;
import org.candela.net.dimse.StateTable.Action;
import org.candela.net.dimse.StateTable.Event;
import org.candela.net.dimse.StateTable.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The upper layer protocol machine of PS3.8 §9.2 over one connection: PDUs out and in, as Table 9-10 allows. One thread. */
// [impl->req~net.dimse.states~1]
final class UpperLayer {
    private static final Duration RELEASE_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration LAST_WORDS = Duration.ofMillis(200);
    /** How long a peer is given to close after A-ABORT, A-ASSOCIATE-RJ or A-RELEASE-RP: ARTIM of Sta13. */
    private static final Duration ARTIM_AT_END = Duration.ofMillis(500);
    /** PDUs that may lie between a broken write and the A-ABORT that explains it. */
    private static final int MOST_LAST_WORDS = 8;

    private static final int PROVIDER = 2;
    private static final Pdu USERS_ABORT = new Pdu.Abort(0, 0);
    private static final Logger LOG = LoggerFactory.getLogger(UpperLayer.class);

    private final Wire wire;
    private final String peer;
    private final boolean isRequestor;
    private State state;

    /** @param state Sta4 for a connection that we opened, Sta2 for one that a peer opened */
    UpperLayer(Wire wire, String peer, State state) {
        this.wire = wire;
        this.peer = peer;
        this.state = state;
        this.isRequestor = state == State.STA4;
    }

    String peer() {
        return peer;
    }

    State state() {
        return state;
    }

    boolean isEnded() {
        return state == State.STA1;
    }

    boolean isTransferring() {
        return state == State.STA6;
    }

    /** Sends what {@code event} calls for. */
    void send(Event event, Pdu pdu) throws DimseException {
        on(event);
        byte[] bytes = PduCodec.encode(pdu);
        try {
            wire.write(bytes, bytes.length, () -> false);
            wire.flush();
        } catch (IOException e) {
            throw brokenWhileWriting(e);
        }
    }

    /** Adds P-DATA-TF to what {@link #flush} sends; a write that blocks ends when {@code stop} says so. */
    void put(byte[] pdu, int count, BooleanSupplier stop) throws DimseException {
        if (stop.getAsBoolean()) {
            throw cancelled();
        }
        on(Event.DATA_REQUEST);
        try {
            wire.write(pdu, count, stop);
        } catch (IOException e) {
            throw brokenWhileWriting(e, stop);
        }
    }

    void flush(BooleanSupplier stop) throws DimseException {
        try {
            wire.flush();
        } catch (IOException e) {
            throw brokenWhileWriting(e, stop);
        }
    }

    private DimseException brokenWhileWriting(IOException cause, BooleanSupplier stop) {
        if (stop.getAsBoolean()) {
            broken(cause);
            throw cancelled();
        }
        return brokenWhileWriting(cause);
    }

    /** Waits until a whole PDU is there; false when {@code stop} said so before, after which waiting may go on. */
    // [impl->req~net.dimse.bounded-waiting~1]
    boolean await(Duration patience, BooleanSupplier stop) throws DimseException {
        try {
            return wire.await(patience, Association.MAX_DATA, stop);
        } catch (PduException e) {
            throw invalid(e);
        } catch (IOException e) {
            throw failed(patience, e);
        }
    }

    /** The next PDU, which the state allows; what it does not allow ends with A-ABORT. */
    Pdu receive(Duration patience, BooleanSupplier stop) throws DimseException {
        if (!await(patience, stop)) {
            throw cancelled();
        }
        try {
            Wire.RawPdu raw = wire.take();
            return received(PduCodec.decode(raw.type(), raw.body()));
        } catch (PduException e) {
            throw invalid(e);
        }
    }

    private Pdu received(Pdu pdu) throws DimseException, PduException {
        Event event = eventOf(pdu.type());
        Action action = actionOn(event);
        if (action == Action.AA8 || action == Action.AA1 || action == Action.AA7) {
            throw new PduException(PduException.UNEXPECTED_PDU, "PDU type " + pdu.type() + " in " + state);
        }
        on(event);
        if (state == State.STA1) { // AE-4, AR-3, AA-2, AA-3
            wire.close();
        }
        if (pdu instanceof Pdu.Abort abort) {
            throw new DimseException(Kind.ABORTED, peer + ": " + Reasons.abort(abort));
        }
        return pdu;
    }

    private static Event eventOf(int type) {
        return switch (type) {
            case 1 -> Event.RQ_RECEIVED;
            case 2 -> Event.AC_RECEIVED;
            case 3 -> Event.RJ_RECEIVED;
            case 4 -> Event.DATA_RECEIVED;
            case 5 -> Event.RELEASE_RQ_RECEIVED;
            case 6 -> Event.RELEASE_RP_RECEIVED;
            case 7 -> Event.ABORT_RECEIVED;
            default -> Event.INVALID_PDU;
        };
    }

    private void on(Event event) throws DimseException {
        Action action = actionOn(event);
        boolean acceptorCollides = action == Action.AR8 && !isRequestor;
        state = acceptorCollides ? State.STA10 : action.next();
    }

    private Action actionOn(Event event) throws DimseException {
        return StateTable.action(state, event)
                .orElseThrow(() -> new DimseException(Kind.BROKEN, peer + ": the association has ended; try again"));
    }

    CancellationException cancelled() {
        abort();
        return new CancellationException("cancelled on request");
    }

    private DimseException failed(Duration patience, IOException cause) {
        if (cause instanceof SocketTimeoutException) {
            abort();
            return new DimseException(
                    Kind.TIMED_OUT,
                    peer + ": no answer within " + Reasons.span(patience) + "; is it busy or overloaded?",
                    cause);
        }
        return broken(cause);
    }

    private DimseException broken(IOException cause) {
        close();
        return new DimseException(Kind.BROKEN, peer + ": the connection broke; try again", cause);
    }

    /** A peer that aborts while we write has said so before it hung up. */
    private DimseException brokenWhileWriting(IOException cause) {
        try {
            for (int i = 0; i < MOST_LAST_WORDS; i++) {
                wire.await(LAST_WORDS, Association.MAX_DATA, () -> false);
                Wire.RawPdu raw = wire.take();
                if (PduCodec.decode(raw.type(), raw.body()) instanceof Pdu.Abort abort) {
                    broken(cause);
                    return new DimseException(Kind.ABORTED, peer + ": " + Reasons.abort(abort), cause);
                }
            }
        } catch (IOException | PduException e) {
            cause.addSuppressed(e);
        }
        return broken(cause);
    }

    /** AA-8, or AA-1 where no association was asked for yet: that one is of the user, who gives no reason. */
    DimseException invalid(PduException cause) {
        boolean isUnasked = state == State.STA2 && cause.answer() instanceof Pdu.Abort;
        end(isUnasked ? USERS_ABORT : cause.answer());
        return new DimseException(
                Kind.PROTOCOL, peer + ": " + cause.getMessage() + "; its maker must see to it", cause);
    }

    /** A-ABORT; only closes where there is no association to abort (AA-2, and the blank cells of the table). */
    void abort() {
        switch (state) {
            case STA1, STA2, STA4, STA13 -> close();
            default -> end(USERS_ABORT);
        }
    }

    private void end(Pdu last) {
        try {
            byte[] pdu = PduCodec.encode(last);
            wire.hurry(ARTIM_AT_END);
            wire.write(pdu, pdu.length, () -> false);
            wire.flush();
            state = State.STA13;
            wire.drain(ARTIM_AT_END);
        } catch (IOException e) {
            LOG.debug("{} was gone before it was told of the end", peer, e);
        } finally {
            close();
        }
    }

    /**
     * Sta13: waits until the peer closes, or ARTIM expires. What still comes is ignored (AA-6), but a peer that goes on with
     * a request or with something that is no PDU is told once that this is not heard (AA-7).
     */
    void awaitEnd() {
        try {
            wire.awaitHeader(ARTIM_AT_END, () -> false);
            endAfter(eventOf(wire.type()));
        } catch (IOException e) {
            LOG.debug("{} closed, or said nothing until ARTIM expired", peer, e);
        } finally {
            close();
        }
    }

    private void endAfter(Event event) {
        switch (StateTable.action(State.STA13, event).orElse(Action.AA6)) {
            case AA2 -> LOG.debug("{} aborts what has ended", peer);
            case AA7 -> end(new Pdu.Abort(PROVIDER, PduException.UNEXPECTED_PDU));
            default -> wire.drain(ARTIM_AT_END);
        }
    }

    /** A-RELEASE; data that the peer still sends is dropped (AR-6), a collision is resolved as in §9.2. */
    void release() throws DimseException {
        long deadline = System.nanoTime() + RELEASE_TIMEOUT.toNanos();
        send(Event.RELEASE_REQUEST, new Pdu.ReleaseRequest());
        while (state != State.STA1) {
            receive(RELEASE_TIMEOUT, () -> System.nanoTime() - deadline > 0);
            if (state == State.STA9) { // AR-9 after AR-8
                send(Event.RELEASE_RESPONSE, new Pdu.ReleaseReply());
            } else if (state == State.STA12) { // AR-4 after AR-10
                send(Event.RELEASE_RESPONSE, new Pdu.ReleaseReply());
                awaitEnd();
            }
        }
    }

    private void close() {
        state = State.STA1;
        wire.close();
    }
}
