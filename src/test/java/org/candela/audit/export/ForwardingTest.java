package org.candela.audit.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.candela.Peer;
import org.candela.TestKeys;
import org.candela.audit.AuditAction;
import org.candela.audit.AuditEvent;
import org.candela.audit.AuditLog;
import org.candela.base.Cancellation;
import org.candela.net.tls.TlsTrust;
import org.candela.store.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~audit.forward~1]
// [utest->req~audit.syslog~1]
class ForwardingTest {

    private static final Station STATION = new Station("reading-room", "candela", 4711);
    private static final Pattern SEQUENCE = Pattern.compile("type=\"audit-sequence\" value=\"([^\"]+)\"");

    @TempDir
    private static Path keysFolder;

    private static Clock clock;
    private static TestKeys repository;
    private static TestKeys reader;

    @TempDir
    private Path folder;

    private final ScheduledExecutorService guard = Executors.newSingleThreadScheduledExecutor();
    private Database database;
    private Forwarding forwarding;

    @BeforeAll
    static void keys() throws Exception {
        // Keys are valid from now on.
        clock = Clock.fixed(Instant.now().plusSeconds(3600).truncatedTo(ChronoUnit.SECONDS), ZoneOffset.UTC);
        repository = TestKeys.make(keysFolder, "localhost", "RSA"); // GnuTLS does not read Java's EC keys
        reader = TestKeys.make(keysFolder, "reader");
    }

    @BeforeEach
    void setUp() throws Exception {
        database = Database.open(folder.resolve("candela.db"), clock);
        forwarding = forwarding(Duration.ofSeconds(10));
    }

    @AfterEach
    void tearDown() throws Exception {
        guard.shutdownNow();
        database.close();
    }

    private Forwarding forwarding(Duration limit) {
        return new Forwarding(database, new AuditLog(), STATION, clock, new SyslogLine(clock, guard, limit));
    }

    private void happen(int events) throws Exception {
        for (int i = 0; i < events; i++) {
            database.change(tx -> new AuditLog()
                    .append(
                            tx,
                            new AuditEvent(
                                    clock.instant(),
                                    "doe",
                                    AuditAction.REPORT_SIGNED,
                                    "report:1",
                                    Map.of("meaning", "FINAL"))));
        }
    }

    private static Collector collector(int port) throws Exception {
        return new Collector("localhost", port, List.of(repository.pin()), Optional.empty());
    }

    private int send() throws Exception {
        return forwarding.send(TlsTrust.standard(), new Cancellation());
    }

    private static List<Integer> sequences(List<String> taken) {
        return taken.stream().map(ForwardingTest::sequence).toList();
    }

    private static int sequence(String message) {
        Matcher matcher = SEQUENCE.matcher(message);
        assertTrue(matcher.find(), message);
        return Integer.parseInt(new String(Base64.getDecoder().decode(matcher.group(1)), StandardCharsets.US_ASCII));
    }

    private static List<Integer> upTo(int last) {
        return IntStream.rangeClosed(1, last).boxed().toList();
    }

    /** Another program of this workstation may name another repository while this one sends. */
    @Test
    void aRepositoryThatIsNamedWhileAnotherTakesEventsMissesNone() throws Exception {
        try (SyslogReceiver first = new SyslogReceiver(repository, false);
                SyslogReceiver second = new SyslogReceiver(repository, false)) {
            happen(3);
            forwarding.use(collector(first.port()), Forwarding.From.START, "doe");
            Forwarding other = forwarding(Duration.ofSeconds(10));
            first.onFirst(() -> {
                try {
                    other.use(collector(second.port()), Forwarding.From.START, "doe");
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            });

            send();

            assertEquals(List.of(1, 2, 3, 4, 5), sequences(second.taken()));
            assertEquals(0, forwarding.standing().orElseThrow().waiting());
        }
    }

    @Test
    void whatHappenedWhileTheRepositoryWasAwayGoesWhenItIsThereInItsOrderAndOnce() throws Exception {
        int port;
        try (ServerSocket nobody = new ServerSocket(0)) {
            port = nobody.getLocalPort();
        }
        happen(3);
        forwarding.use(collector(port), Forwarding.From.START, "doe");
        assertEquals(
                "audit.repository",
                assertThrows(AuditExportException.class, this::send).code());
        assertEquals(4, forwarding.standing().orElseThrow().waiting());
        assertFalse(forwarding.standing().orElseThrow().failure().isBlank());

        try (SyslogReceiver receiver = new SyslogReceiver(repository, false)) {
            database.change(tx -> CollectorRepository.save(tx, collectorOf(receiver), 0));
            happen(500);
            assertEquals(504, send());
            assertEquals(upTo(504), sequences(receiver.taken()));
            assertEquals(0, send());
            happen(1);
            assertEquals(1, send());
            assertEquals(upTo(505), sequences(receiver.taken()));
        }
        Forwarding.Standing standing = forwarding.standing().orElseThrow();
        assertEquals(0, standing.waiting());
        assertTrue(standing.failure().isBlank() && standing.oldest().isEmpty());
        assertEquals(Optional.of(clock.instant()), standing.sentAt());
    }

    private static Collector collectorOf(SyslogReceiver receiver) {
        try {
            return collector(receiver.port());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aLineThatBreaksAnywhereLosesNothing() throws Exception {
        try (SyslogReceiver receiver = new SyslogReceiver(repository, false)) {
            happen(9);
            forwarding.use(collector(receiver.port()), Forwarding.From.START, "doe");
            for (int breakAfter = 1; breakAfter < 10; breakAfter++) {
                receiver.breakAfter(breakAfter);
                assertThrows(AuditExportException.class, this::send, "broken after " + breakAfter);
                assertEquals(10, forwarding.standing().orElseThrow().waiting());
            }
            receiver.taken().clear();
            receiver.breakAfter(Integer.MAX_VALUE);

            assertEquals(10, send());
            assertEquals(upTo(10), sequences(receiver.taken()));
        }
    }

    @Test
    void aRepositoryThatNeverClosesItsSideIsCutOffAndCountsAsOneThatTookNothing() throws Exception {
        forwarding = forwarding(Duration.ofMillis(700));
        try (SyslogReceiver receiver = new SyslogReceiver(repository, false)) {
            receiver.staySilent();
            happen(1);
            forwarding.use(collector(receiver.port()), Forwarding.From.START, "doe");

            assertThrows(AuditExportException.class, this::send);
            assertEquals(2, forwarding.standing().orElseThrow().waiting());
        }
    }

    @Test
    void oneThatIsNotPinnedGetsNothingAndOneThatAsksForACertificateGetsOurs() throws Exception {
        try (SyslogReceiver receiver = new SyslogReceiver(repository, true)) {
            forwarding.use(
                    new Collector("localhost", receiver.port(), List.of(reader.pin()), Optional.empty()),
                    Forwarding.From.NOW,
                    "doe");
            assertThrows(AuditExportException.class, this::send);
            forwarding.use(collector(receiver.port()), Forwarding.From.NOW, "doe");
            assertThrows(AuditExportException.class, this::send, "it wants a certificate");
            assertEquals(List.of(), receiver.taken());

            TlsTrust asUs = TlsTrust.standard().as(reader.keys(), TestKeys.PASSWORD.toCharArray());
            assertEquals(1, forwarding.send(asUs, new Cancellation()));
            assertEquals(List.of(2), sequences(receiver.taken()));
        }
    }

    @Test
    void withoutARepositoryNothingIsSentAndNothingWaits() throws Exception {
        happen(2);
        assertEquals(0, send());
        assertEquals(Optional.empty(), forwarding.standing());
        forwarding.use(collector(1), Forwarding.From.NOW, "doe");
        forwarding.leave("doe");
        assertEquals(Optional.empty(), forwarding.standing());
    }

    /** The peer: Debian's rsyslogd with GnuTLS, which writes what it takes into a file. */
    @Test
    void rsyslogTakesEveryMessageWhole() throws Exception {
        Path daemon = Path.of("/usr/sbin/rsyslogd");
        Path driver = Path.of("/usr/lib/x86_64-linux-gnu/rsyslog/lmnsd_gtls.so");
        Assumptions.assumeTrue(
                Files.isExecutable(daemon) && Files.exists(driver), "rsyslog and rsyslog-gnutls are not installed");
        Peer.need("true");
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Path taken = folder.resolve("taken.log");
        Process process = new ProcessBuilder(
                        daemon.toString(),
                        "-n",
                        "-f",
                        configuration(port, taken).toString(),
                        "-i",
                        folder.resolve("pid").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("rsyslog.out").toFile())
                .start();
        try {
            happen(300);
            forwarding.use(collector(port), Forwarding.From.START, "doe");
            long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            int sent = 0;
            while (sent == 0) {
                try {
                    sent = send();
                } catch (AuditExportException notYet) {
                    assertTrue(
                            System.nanoTime() < deadline && process.isAlive(),
                            () -> notYet.getMessage() + " " + text(folder.resolve("rsyslog.out")));
                    Thread.onSpinWait();
                }
            }
            assertEquals(301, sent);
        } finally {
            process.destroy();
            assertTrue(process.waitFor(20, java.util.concurrent.TimeUnit.SECONDS));
        }
        assertEquals(upTo(301), sequences(Files.readAllLines(taken)));
        assertTrue(
                Files.readAllLines(taken).get(0).startsWith("reading-room candela 4711 DICOM+RFC3881"),
                () -> text(taken));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (java.io.IOException e) {
            return e.toString();
        }
    }

    private Path configuration(int port, Path taken) throws Exception {
        return Files.writeString(folder.resolve("rsyslog.conf"), """
                global(workDirectory="%s"
                       maxMessageSize="64k"
                       defaultNetstreamDriver="gtls"
                       defaultNetstreamDriverCAFile="%s"
                       defaultNetstreamDriverCertFile="%s"
                       defaultNetstreamDriverKeyFile="%s")
                module(load="imtcp" streamDriver.name="gtls" streamDriver.mode="1" streamDriver.authMode="anon")
                template(name="whole" type="string" string="%%HOSTNAME%% %%APP-NAME%% %%PROCID%% %%MSGID%% %%msg%%\\n")
                input(type="imtcp" port="%d")
                action(type="omfile" file="%s" template="whole")
                """.formatted(
                folder, repository.certificatePem(), repository.certificatePem(), repository.keyPem(), port, taken));
    }
}
