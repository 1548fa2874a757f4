package org.candela.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.candela.delivery.Answer.Kind;
import org.candela.delivery.LoopbackReceiver.Act;
import org.candela.facility.MllpEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// [utest->req~delivery.mllp~1]
class MllpClientTest {
    private static final Duration LIMIT = Duration.ofMillis(400);
    /** The deadline holds on a machine that has other things to do as well. */
    private static final Duration TOLERANCE = Duration.ofSeconds(3);

    private static final String MESSAGE = "MSH|^~\\&|A|B|C|D|20261124||ORU^R01^ORU_R01|ID-1|P|2.5.1\rPID|1\r";

    @ParameterizedTest
    @CsvSource({
        "ACCEPT, ACCEPTED",
        "ACCEPT_TWICE, ACCEPTED",
        "COMMIT_ACCEPT, ACCEPTED",
        "OTHER_ID_THEN_ACCEPT, ACCEPTED",
        "GARBAGE_THEN_ACCEPT, ACCEPTED",
        "ERROR, ERROR",
        "UNKNOWN_CODE, ERROR",
        "REJECT, REJECTED",
        "OTHER_ID, NONE",
        "GARBAGE, NONE",
        "HALF_ANSWER, NONE",
        "BYTE_BY_BYTE_FOR_EVER, NONE",
        "OVERSIZED, NONE",
        "SILENT, NONE",
        "HALF_CLOSE, NONE",
        "DROP, NONE"
    })
    void everyBehaviourOfAReceiverHasOneMeaning(Act act, Kind expected) throws Exception {
        try (LoopbackReceiver receiver = new LoopbackReceiver(act)) {
            long began = System.nanoTime();

            Answer answer = new MllpClient(LIMIT).send(receiver.endpoint(), "ID-1", MESSAGE);

            assertEquals(expected, answer.kind(), answer.words());
            assertEquals(MESSAGE, receiver.awaitMessage());
            assertTrue(System.nanoTime() - began < LIMIT.plus(TOLERANCE).toNanos(), "one deadline for everything");
        }
    }

    @Test
    void aRefusalIsShownInTheFacilitysOwnWords() throws Exception {
        try (LoopbackReceiver receiver = new LoopbackReceiver(Act.REJECT)) {
            Answer answer = new MllpClient(LIMIT).send(receiver.endpoint(), "ID-1", MESSAGE);

            assertEquals("AR unknown order · 204^Unknown key identifier^HL70357 E", answer.words());
        }
    }

    @Test
    void aPortWhereNobodyListensIsNoAnswer() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }

        Answer answer = new MllpClient(LIMIT).send(new MllpEndpoint("127.0.0.1", port, "R", "F"), "ID-1", MESSAGE);

        assertEquals(Kind.NONE, answer.kind());
        assertTrue(answer.words().startsWith("connection failed"), answer.words());
    }

    @Test
    void aReceiverThatReadsNothingCannotHoldTheSender() throws Exception {
        try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            MllpEndpoint endpoint = new MllpEndpoint("127.0.0.1", deaf.getLocalPort(), "R", "F");
            long began = System.nanoTime();

            Answer answer = new MllpClient(LIMIT).send(endpoint, "ID-1", MESSAGE + "x".repeat(32 << 20));

            assertEquals(Kind.NONE, answer.kind());
            assertTrue(System.nanoTime() - began < LIMIT.plus(TOLERANCE).toNanos());
        }
    }

    @Test
    void anInterruptEndsTheAttempt() throws Exception {
        try (LoopbackReceiver receiver = new LoopbackReceiver(Act.SILENT)) {
            Thread.currentThread().interrupt();

            Answer answer = new MllpClient(Duration.ofSeconds(30)).send(receiver.endpoint(), "ID-1", MESSAGE);

            assertTrue(Thread.interrupted(), "the interrupt is kept for the caller");
            assertEquals(Kind.NONE, answer.kind());
        }
    }
}
