package org.candela.net.dimse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.candela.net.dimse.DimseException.Kind;
import org.candela.net.dimse.StateTable.Action;
import org.candela.net.dimse.StateTable.Event;
import org.candela.net.dimse.StateTable.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The machine over a real connection: what Table 9-10 says of each state that a connection can be in. */
// [utest->req~net.dimse.states~1]
class UpperLayerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Pdu.AssociateRequest REQUEST =
            Contexts.verification().request(DimseEndpoint.of(URI.create("dicom://PEER@127.0.0.1:104"), "CANDELA"));
    private static final Pdu.AssociateAccept ACCEPT = Acceptance.of(REQUEST);
    private static final Pdu ECHO = new Pdu.DataTransfer(
            List.of(new Pdu.Pdv(1, 3, CommandSet.of(CommandSet.C_ECHO).encode())));
    private static final Map<Event, Pdu> RECEIVED = new EnumMap<>(Map.of(
            Event.RQ_RECEIVED,
            REQUEST,
            Event.AC_RECEIVED,
            ACCEPT,
            Event.RJ_RECEIVED,
            new Pdu.AssociateReject(1, 1, 7),
            Event.DATA_RECEIVED,
            ECHO,
            Event.RELEASE_RQ_RECEIVED,
            new Pdu.ReleaseRequest(),
            Event.RELEASE_RP_RECEIVED,
            new Pdu.ReleaseReply(),
            Event.ABORT_RECEIVED,
            new Pdu.Abort(0, 0)));
    private static final byte[] UNRECOGNIZED = {8, 0, 0, 0, 0, 1, 0};

    private final ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(1);
    private final ExecutorService thread = Executors.newCachedThreadPool();
    private ServerSocket listening;
    private Socket ours;
    private ScriptedPeer.Line peer;
    private Wire wire;
    private UpperLayer layer;

    @BeforeEach
    void connect() throws Exception {
        listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        peer = ScriptedPeer.Line.to(listening.getLocalPort());
        ours = listening.accept();
        wire = Wire.over(new Wire.Line(ours, ours), PATIENCE, scheduler);
        layer = new UpperLayer(wire, "peer", State.STA2);
    }

    @AfterEach
    void end() throws Exception {
        peer.close();
        ours.close();
        listening.close();
        scheduler.shutdownNow();
        thread.shutdownNow();
    }

    private void begin(State state) {
        layer = new UpperLayer(wire, "peer", state);
    }

    private Pdu receive() throws DimseException {
        return layer.receive(PATIENCE, () -> false);
    }

    private void receive(Pdu pdu) throws Exception {
        peer.write(pdu);
        receive();
    }

    private void send(Event event, Pdu pdu) throws Exception {
        layer.send(event, pdu);
        peer.read();
    }

    private void associate(boolean isRequestor) throws Exception {
        if (isRequestor) {
            begin(State.STA4);
            send(Event.CONNECT_CONFIRMED, REQUEST);
            receive(ACCEPT);
        } else {
            begin(State.STA2);
            receive(REQUEST);
            send(Event.ACCEPT, ACCEPT);
        }
    }

    /** Brings the machine into {@code state} by what both sides say, and nothing else. */
    private void reach(State state) throws Exception {
        switch (state) {
            case STA2 -> begin(State.STA2);
            case STA3 -> {
                begin(State.STA2);
                receive(REQUEST);
            }
            case STA5 -> {
                begin(State.STA4);
                send(Event.CONNECT_CONFIRMED, REQUEST);
            }
            case STA6 -> associate(true);
            case STA7 -> {
                associate(true);
                send(Event.RELEASE_REQUEST, new Pdu.ReleaseRequest());
            }
            case STA8 -> {
                associate(true);
                receive(new Pdu.ReleaseRequest());
            }
            case STA9 -> {
                reach(State.STA7);
                receive(new Pdu.ReleaseRequest());
            }
            case STA10 -> {
                associate(false);
                send(Event.RELEASE_REQUEST, new Pdu.ReleaseRequest());
                receive(new Pdu.ReleaseRequest());
            }
            case STA11 -> {
                reach(State.STA9);
                send(Event.RELEASE_RESPONSE, new Pdu.ReleaseReply());
            }
            case STA12 -> {
                reach(State.STA10);
                receive(new Pdu.ReleaseReply());
            }
            case STA13 -> {
                reach(State.STA3);
                send(Event.REJECT, new Pdu.AssociateReject(1, 1, 3));
            }
            default -> throw new IllegalArgumentException("no connection in " + state);
        }
        assertEquals(state, layer.state());
    }

    /** What comes, in a state with a connection. */
    record Case(State state, Event event) {}

    static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (State state : State.values()) {
            if (state != State.STA1 && state != State.STA4) { // Sta1 has no connection; Sta4 awaits one
                RECEIVED.keySet().forEach(event -> cases.add(new Case(state, event)));
                cases.add(new Case(state, Event.INVALID_PDU));
                cases.add(new Case(state, Event.CONNECTION_CLOSED));
            }
        }
        return cases;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void whatComesInAStateIsTakenAsTable9Dash10Says(Case now) throws Exception {
        reach(now.state());
        Action action = StateTable.action(now.state(), now.event()).orElseThrow();
        if (now.event() == Event.CONNECTION_CLOSED) {
            peer.close();
        } else if (now.event() == Event.INVALID_PDU) {
            peer.writeBytes(UNRECOGNIZED);
        } else {
            peer.write(Objects.requireNonNull(RECEIVED.get(now.event())));
        }

        switch (action) {
            case AA1 -> assertAborts(new Pdu.Abort(0, 0));
            case AA8 ->
                assertAborts(new Pdu.Abort(
                        2,
                        now.event() == Event.INVALID_PDU
                                ? PduException.UNRECOGNIZED_PDU
                                : PduException.UNEXPECTED_PDU));
            case AA7 -> assertAbortsWhileItAwaitsTheEnd();
            case AA6 -> assertIgnoresAndEnds();
            case AA2, AA3 -> assertEnds(now.state(), Kind.ABORTED);
            case AA4, AA5, AR5 -> assertEnds(now.state(), Kind.BROKEN);
            default -> assertTakes(action);
        }
        assertTrue(now.event() == Event.CONNECTION_CLOSED || ours.isClosed() == layer.isEnded(), "the socket");
    }

    private void assertAborts(Pdu.Abort abort) throws Exception {
        Future<Pdu> read = thread.submit(() -> {
            Pdu pdu = peer.read();
            peer.close();
            return pdu;
        });

        DimseException failure = assertThrows(DimseException.class, this::receive);

        assertEquals(Kind.PROTOCOL, failure.kind());
        assertEquals(abort, read.get(5, TimeUnit.SECONDS));
        assertEquals(State.STA1, layer.state());
    }

    private void assertAbortsWhileItAwaitsTheEnd() throws Exception {
        Future<?> ending = thread.submit(layer::awaitEnd);

        assertInstanceOf(Pdu.Abort.class, peer.read());
        peer.close();
        ending.get(5, TimeUnit.SECONDS);
        assertEquals(State.STA1, layer.state());
    }

    private void assertIgnoresAndEnds() throws Exception {
        Future<?> ending = thread.submit(layer::awaitEnd);

        assertTrue(peer.isAtEnd(), "ignored, and closed when ARTIM expired");
        ending.get(5, TimeUnit.SECONDS);
        assertEquals(State.STA1, layer.state());
    }

    private void assertEnds(State before, Kind kind) throws Exception {
        if (before == State.STA13) {
            layer.awaitEnd();
        } else {
            assertEquals(kind, assertThrows(DimseException.class, this::receive).kind());
        }
        assertEquals(State.STA1, layer.state());
    }

    private void assertTakes(Action action) throws Exception {
        receive();

        assertEquals(action.next(), layer.state()); // AR-8 of the acceptor: reach(STA10)
    }

    @ParameterizedTest
    @EnumSource(
            value = State.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"STA1", "STA2", "STA4", "STA13"})
    void anAbortIsSentInEachStateThatHasAnAssociation(State state) throws Exception {
        reach(state);
        Future<?> aborting = thread.submit(layer::abort);

        assertEquals(new Pdu.Abort(0, 0), peer.read());
        peer.close();
        aborting.get(5, TimeUnit.SECONDS);
        assertEquals(State.STA1, layer.state());
        assertTrue(ours.isClosed());
    }

    @ParameterizedTest
    @EnumSource(
            value = State.class,
            names = {"STA2", "STA4", "STA13"})
    void whereNobodyIsAssociatedAnAbortOnlyCloses(State state) throws Exception {
        if (state == State.STA4) {
            begin(state);
        } else {
            reach(state);
        }

        layer.abort();

        assertTrue(peer.isAtEnd());
        assertEquals(State.STA1, layer.state());
    }

    @ParameterizedTest
    @EnumSource(
            value = State.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"STA1", "STA4", "STA6"})
    void aReleaseIsAskedForInNoStateButDataTransfer(State state) throws Exception {
        reach(state);

        assertThrows(DimseException.class, () -> layer.send(Event.RELEASE_REQUEST, new Pdu.ReleaseRequest()));

        assertEquals(state, layer.state());
    }

    @Test
    void theAcceptorOfTheAssociationAnswersACollisionLast() throws Exception {
        associate(false);
        Future<?> releasing = thread.submit(() -> {
            layer.release();
            return null;
        });
        assertInstanceOf(Pdu.ReleaseRequest.class, peer.read());
        peer.write(new Pdu.ReleaseRequest()); // AR-8: Sta10
        peer.write(new Pdu.ReleaseReply()); // AR-10: Sta12

        assertInstanceOf(Pdu.ReleaseReply.class, peer.read()); // AR-4: Sta13
        peer.close();
        releasing.get(5, TimeUnit.SECONDS);
        assertEquals(State.STA1, layer.state());
    }

    @Test
    void dataGoesOutUntilAReleaseIsAnswered() throws Exception {
        reach(State.STA8);
        byte[] data = PduCodec.encode(ECHO);

        layer.put(data, data.length, () -> false);
        layer.flush(() -> false);

        assertInstanceOf(Pdu.DataTransfer.class, peer.read());
        assertEquals(State.STA8, layer.state());
    }

    @Test
    void artimClosesAConnectionThatAsksForNothing() throws Exception {
        begin(State.STA2);

        DimseException failure =
                assertThrows(DimseException.class, () -> layer.receive(Duration.ofMillis(150), () -> false));

        assertEquals(Kind.TIMED_OUT, failure.kind());
        assertTrue(peer.isAtEnd(), "AA-2 closes, and says nothing");
        assertEquals(State.STA1, layer.state());
    }

    @Test
    void artimClosesAConnectionThatThePeerLeavesOpen() throws Exception {
        reach(State.STA13);
        long began = System.nanoTime();

        layer.awaitEnd();

        assertTrue(peer.isAtEnd());
        assertTrue(System.nanoTime() - began < TimeUnit.SECONDS.toNanos(2), "took too long");
        assertEquals(State.STA1, layer.state());
    }

    @Test
    void aPeerThatKeepsTalkingAfterTheEndIsClosedAllTheSame() throws Exception {
        reach(State.STA13);
        Future<?> talking = thread.submit(() -> {
            while (true) {
                peer.write(ECHO); // until it breaks
            }
        });
        long began = System.nanoTime();

        layer.awaitEnd();

        assertTrue(System.nanoTime() - began < TimeUnit.SECONDS.toNanos(2), "took too long");
        assertThrows(java.util.concurrent.ExecutionException.class, () -> talking.get(5, TimeUnit.SECONDS));
    }

    @Test
    void aWaitForAnAssociationThatIsGivenUpOnlyCloses() throws Exception {
        begin(State.STA2);

        assertThrows(CancellationException.class, () -> layer.receive(PATIENCE, () -> true));

        assertTrue(peer.isAtEnd());
    }
}
