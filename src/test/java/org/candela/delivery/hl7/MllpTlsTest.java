package org.candela.delivery.hl7;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLServerSocket;
import org.candela.TestKeys;
import org.candela.delivery.Answer;
import org.candela.delivery.Answer.Kind;
import org.candela.delivery.hl7.LoopbackReceiver.Act;
import org.candela.delivery.hl7.OruMapping.Acknowledgements;
import org.candela.net.tls.TlsTrust;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// [utest->req~delivery.mllp-tls~1]
class MllpTlsTest {
    private static final Duration PATIENT = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(400);
    private static final String OTHER_PIN = "ab".repeat(32);

    @TempDir
    private static Path folder;

    private static TestKeys server;
    private static TestKeys reader;

    @BeforeAll
    static void makeKeys() throws Exception {
        server = TestKeys.make(folder, "hl7.example");
        reader = TestKeys.make(folder, "reader");
    }

    @Test
    void aPinnedServerGetsTheMessageAndItsAnswerCounts() throws Exception {
        try (LoopbackReceiver receiver = receiver(Act.ACCEPT)) {
            Answer answer = send(receiver, pinned(server.pin()), PATIENT);

            assertEquals(Kind.ACCEPTED, answer.kind(), answer.words());
            assertTrue(receiver.awaitMessage().startsWith("MSH|"));
        }
    }

    @Test
    void aServerWithAnotherCertificateGetsNothing() throws Exception {
        try (LoopbackReceiver receiver = receiver(Act.ACCEPT)) {
            Answer answer = send(receiver, pinned(OTHER_PIN), PATIENT);

            assertEquals(Kind.NONE, answer.kind());
            assertTrue(answer.words().startsWith("no secure connection"), answer.words());
            assertEquals(List.of(), receiver.messages());
        }
    }

    // [utest->req~net.tls.anchors~1]
    @Test
    void withAnAuthorityOfItsOwnAndAPinBothMustHold() throws Exception {
        try (LoopbackReceiver receiver = receiver(Act.ACCEPT, Act.ACCEPT)) {
            TlsTrust both = pinned(server.pin()).anchoredAt(List.of(server.certificate()));
            TlsTrust wrongAuthority = pinned(server.pin()).anchoredAt(List.of(reader.certificate()));

            assertEquals(Kind.ACCEPTED, send(receiver, both, PATIENT).kind());
            assertEquals(Kind.NONE, send(receiver, wrongAuthority, PATIENT).kind());
        }
    }

    // [utest->req~net.tls.anchors~1]
    @Test
    void withAnAuthorityAloneTheNameMustBeTheHosts() throws Exception {
        try (LoopbackReceiver receiver = receiver(Act.ACCEPT)) {
            TlsTrust anchored = TlsTrust.standard().anchoredAt(List.of(server.certificate()));

            Answer answer = send(receiver, anchored, PATIENT);

            assertEquals(Kind.NONE, answer.kind(), "127.0.0.1 is not hl7.example");
        }
    }

    @Test
    void aServerThatAsksForOurCertificateIsShownIt() throws Exception {
        SSLServerSocket socket = serverSocket();
        socket.setNeedClientAuth(true);
        try (LoopbackReceiver receiver = new LoopbackReceiver(socket, Act.ACCEPT, Act.ACCEPT)) {
            TlsTrust known = pinned(server.pin()).as(reader.keys(), TestKeys.PASSWORD.toCharArray());

            assertEquals(Kind.ACCEPTED, send(receiver, known, PATIENT).kind());
            assertEquals(
                    Kind.NONE, send(receiver, pinned(server.pin()), PATIENT).kind());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ERROR, ERROR",
        "REJECT, REJECTED",
        "GARBAGE, NONE",
        "SILENT, NONE",
        "DROP, NONE",
        "HALF_ANSWER, NONE",
        "BYTE_BY_BYTE_FOR_EVER, NONE",
        "OTHER_ID_THEN_ACCEPT, ACCEPTED"
    })
    void faultsMeanTheSameOverTls(Act act, Kind expected) throws Exception {
        try (LoopbackReceiver receiver = receiver(act)) {
            Duration limit = expected == Kind.NONE ? SHORT : PATIENT;

            assertEquals(expected, send(receiver, pinned(server.pin()), limit).kind());
        }
    }

    @Test
    void aPortThatSpeaksNoTlsHoldsNobodyUp() throws Exception {
        try (LoopbackReceiver plain = new LoopbackReceiver(Act.ACCEPT);
                ServerSocket mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            long began = System.nanoTime();

            Answer toPlain = send(plain, pinned(server.pin()), SHORT);
            Answer toMute = new MllpClient(SHORT).send(peer(mute.getLocalPort(), pinned(server.pin())), envelope());

            assertEquals(Kind.NONE, toPlain.kind());
            assertEquals(Kind.NONE, toMute.kind());
            assertTrue(System.nanoTime() - began < Duration.ofSeconds(6).toNanos());
        }
    }

    // [utest->req~delivery.trial~1]
    @Test
    void whoTakesTheConnectionAndSpeaksNoTlsIsThereAndNotSecure() throws Exception {
        try (LoopbackReceiver plain = new LoopbackReceiver(Act.ACCEPT);
                ServerSocket mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            for (int port : List.of(plain.endpoint().port(), mute.getLocalPort())) {
                MllpPeer peer = peer(port, pinned(server.pin()));

                MllpException told = assertThrows(MllpException.class, () -> new MllpClient(SHORT).knock(peer));

                assertEquals(MllpException.Kind.NOT_SECURE, told.kind(), told.getMessage());
            }
        }
    }

    private static LoopbackReceiver receiver(Act... acts) throws Exception {
        return new LoopbackReceiver(serverSocket(), acts);
    }

    private static SSLServerSocket serverSocket() throws Exception {
        return (SSLServerSocket)
                server.server().getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    private static TlsTrust pinned(String pin) {
        return TlsTrust.standard().pinning(List.of(pin));
    }

    private static Answer send(LoopbackReceiver receiver, TlsTrust trust, Duration limit) throws Exception {
        return new MllpClient(limit).send(peer(receiver.endpoint().port(), trust), envelope());
    }

    private static MllpPeer peer(int port, TlsTrust trust) throws Exception {
        return new MllpPeer(
                "127.0.0.1", port, Optional.of(new MllpPeer.Tls(trust.context(Clock.systemUTC()), !trust.isPinned())));
    }

    private static Envelope envelope() {
        return MllpClientTest.envelope("ID-1", Acknowledgements.ORIGINAL);
    }
}
