package org.candela.delivery.hl7;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.candela.delivery.Answer;
import org.candela.delivery.Answer.Kind;
import org.candela.delivery.hl7.LoopbackReceiver.Act;
import org.candela.delivery.hl7.OruMapping.Acknowledgements;
import org.candela.facility.MllpEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// [utest->req~delivery.mllp~1]
class MllpClientTest {
    private static final Duration LIMIT = Duration.ofMillis(150);
    /** The deadline holds on a machine that has other things to do as well. */
    private static final Duration TOLERANCE = Duration.ofSeconds(3);

    private static final Duration PATIENT = Duration.ofSeconds(10);

    // [utest->req~delivery.modes~1]
    /** Each behaviour of a receiver, and what it means in each mode: original, commit, application. */
    @ParameterizedTest
    @CsvSource({
        "ACCEPT, ACCEPTED, ACCEPTED, ACCEPTED",
        "ACCEPT_TWICE, ACCEPTED, ACCEPTED, ACCEPTED",
        "COMMIT_ACCEPT, ACCEPTED, ACCEPTED, NONE",
        "COMMIT_THEN_ACCEPT, ACCEPTED, ACCEPTED, ACCEPTED",
        "COMMIT_THEN_ERROR, ACCEPTED, ACCEPTED, ERROR",
        "COMMIT_THEN_REJECT, ACCEPTED, ACCEPTED, REJECTED",
        "COMMIT_ERROR, ERROR, ERROR, ERROR",
        "COMMIT_REJECT, REJECTED, REJECTED, REJECTED",
        "OTHER_ID_THEN_ACCEPT, ACCEPTED, ACCEPTED, ACCEPTED",
        "GARBAGE_THEN_ACCEPT, ACCEPTED, ACCEPTED, ACCEPTED",
        "ERROR, ERROR, ERROR, ERROR",
        "UNKNOWN_CODE, ERROR, ERROR, ERROR",
        "REJECT, REJECTED, REJECTED, REJECTED",
        "OTHER_ID, NONE, NONE, NONE",
        "GARBAGE, NONE, NONE, NONE",
        "HALF_ANSWER, NONE, NONE, NONE",
        "BYTE_BY_BYTE_FOR_EVER, NONE, NONE, NONE",
        "OVERSIZED, NONE, NONE, NONE",
        "SILENT, NONE, NONE, NONE",
        "HALF_CLOSE, NONE, NONE, NONE",
        "DROP, NONE, NONE, NONE"
    })
    void everyBehaviourOfAReceiverHasOneMeaning(Act act, Kind original, Kind commit, Kind application)
            throws Exception {
        Map<Acknowledgements, Kind> expected = Map.of(
                Acknowledgements.ORIGINAL,
                original,
                Acknowledgements.COMMIT,
                commit,
                Acknowledgements.APPLICATION,
                application);
        for (Acknowledgements mode : Acknowledgements.values()) {
            try (LoopbackReceiver receiver = new LoopbackReceiver(act)) {
                // Where an answer comes, the machine may take its time over it.
                Duration limit = expected.get(mode) == Kind.NONE ? LIMIT : PATIENT;
                long began = System.nanoTime();

                Answer answer = new MllpClient(limit).send(MllpPeer.of(receiver.endpoint()), envelope("ID-1", mode));

                assertEquals(expected.get(mode), answer.kind(), mode + ": " + answer.words());
                assertEquals(message("ID-1", mode), receiver.awaitMessage());
                assertTrue(System.nanoTime() - began < limit.plus(TOLERANCE).toNanos(), "one deadline for everything");
            }
        }
    }

    @Test
    void aRefusalIsShownInTheFacilitysOwnWords() throws Exception {
        try (LoopbackReceiver receiver = new LoopbackReceiver(Act.REJECT)) {
            Answer answer = send(receiver);

            assertEquals("AR unknown order \u00b7 204^Unknown key identifier^HL70357 E", answer.words());
        }
    }

    // [utest->req~delivery.late-answer~1]
    @Test
    void anAcceptanceOfAnotherMessageIsHandedOn() throws Exception {
        try (LoopbackReceiver receiver = new LoopbackReceiver(Act.LATE_ACCEPT_THEN_ACCEPT)) {
            Answer answer = send(receiver);

            assertEquals(Kind.ACCEPTED, answer.kind());
            assertEquals("EARLIER-1", answer.late().get(0).controlId());
            assertTrue(answer.late().get(0).received().contains("MSA|AA|EARLIER-1"));
        }
    }

    @Test
    void whatIsInCustodyIsSaidToBe() throws Exception {
        try (LoopbackReceiver receiver = new LoopbackReceiver(Act.COMMIT_ACCEPT)) {
            Answer answer = new MllpClient(LIMIT)
                    .send(MllpPeer.of(receiver.endpoint()), envelope("ID-1", Acknowledgements.APPLICATION));

            assertTrue(answer.words().contains("taken into custody (CA)"), answer.words());
        }
    }

    @Test
    void aPortWhereNobodyListensIsNoAnswer() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }

        Answer answer = new MllpClient(LIMIT)
                .send(new MllpPeer("127.0.0.1", port, Optional.empty()), envelope("ID-1", Acknowledgements.ORIGINAL));

        assertEquals(Kind.NONE, answer.kind());
        assertTrue(answer.words().startsWith("connection failed"), answer.words());
    }

    @Test
    void aReceiverThatReadsNothingCannotHoldTheSender() throws Exception {
        try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            MllpEndpoint endpoint = new MllpEndpoint("127.0.0.1", deaf.getLocalPort(), "R", "F");
            byte[] large = (message("ID-1", Acknowledgements.ORIGINAL) + "x".repeat(32 << 20))
                    .getBytes(StandardCharsets.UTF_8);
            long began = System.nanoTime();

            Answer answer = new MllpClient(LIMIT).send(MllpPeer.of(endpoint), Envelope.of("ID-1", large));

            assertEquals(Kind.NONE, answer.kind());
            assertTrue(System.nanoTime() - began < LIMIT.plus(TOLERANCE).toNanos());
        }
    }

    @Test
    void anInterruptEndsTheAttempt() throws Exception {
        try (LoopbackReceiver receiver = new LoopbackReceiver(Act.SILENT)) {
            Thread.currentThread().interrupt();

            Answer answer = new MllpClient(Duration.ofSeconds(30))
                    .send(MllpPeer.of(receiver.endpoint()), envelope("ID-1", Acknowledgements.ORIGINAL));

            assertTrue(Thread.interrupted(), "the interrupt is kept for the caller");
            assertEquals(Kind.NONE, answer.kind());
        }
    }

    private static Answer send(LoopbackReceiver receiver) {
        return new MllpClient(PATIENT)
                .send(MllpPeer.of(receiver.endpoint()), envelope("ID-1", Acknowledgements.ORIGINAL));
    }

    static Envelope envelope(String id, Acknowledgements mode) {
        return Envelope.of(id, message(id, mode).getBytes(StandardCharsets.UTF_8));
    }

    private static String message(String id, Acknowledgements mode) {
        return "MSH|^~\\&|A|B|C|D|20261124||ORU^R01^ORU_R01|" + id + "|P|2.5.1|||" + mode.accept() + "|"
                + mode.application() + "\rPID|1\r";
    }
}
