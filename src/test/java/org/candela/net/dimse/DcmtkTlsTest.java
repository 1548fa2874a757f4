package org.candela.net.dimse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.candela.TestKeys;
import org.candela.base.Cancellation;
import org.candela.net.tls.TlsTrust;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS with DCMTK on the loopback, in both roles, each side showing a certificate. */
// [utest->req~net.dimse.tls~1]
class DcmtkTlsTest {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(1);

    @TempDir
    private Path folder;

    @AfterEach
    void end() {
        threads.shutdownNow();
        scheduler.shutdownNow();
    }

    @Test
    void aPinnedStorescpIsEchoedAndOneThatIsNotIsRefused() throws Exception {
        try (DcmtkPrograms programs = new DcmtkPrograms(folder)) {
            TestKeys archive = TestKeys.make(folder, "archive");
            TestKeys station = TestKeys.make(folder, "station");
            int port = DcmtkPrograms.freePort();
            programs.start(
                    "storescp",
                    "--ignore",
                    "+tls",
                    archive.keyPem().toString(),
                    archive.certificatePem().toString(),
                    "+cf",
                    station.certificatePem().toString(),
                    String.valueOf(port));
            DimseEndpoint endpoint = DimseEndpoint.of(URI.create("dicom://STORESCP@127.0.0.1:" + port + "?tls"), "US")
                    .within(Duration.ofSeconds(5));

            DcmtkPrograms.await(entity(archive.pin(), station), endpoint);
            DimseException refusal = assertThrows(DimseException.class, () -> entity(station.pin(), station)
                    .connect(endpoint, Contexts.verification(), new Cancellation()));
            DimseException withoutKey =
                    assertThrows(DimseException.class, () -> entity(archive.pin(), TestKeys.make(folder, "stranger"))
                            .connect(endpoint, Contexts.verification(), new Cancellation()));

            assertTrue(String.valueOf(refusal.getMessage()).contains("not pinned"), "" + refusal.getMessage());
            assertTrue(!String.valueOf(withoutKey.getMessage()).isBlank());
        }
    }

    @Test
    void echoscuWithAPinnedCertificateIsAnsweredAndAnotherIsNot() throws Exception {
        try (DcmtkPrograms programs = new DcmtkPrograms(folder)) {
            TestKeys own = TestKeys.make(folder, "own");
            TestKeys known = TestKeys.make(folder, "known");
            TestKeys other = TestKeys.make(folder, "other");
            Path in = Files.createDirectory(folder.resolve("in"));
            ServiceProvider.Settings settings = new ServiceProvider.Settings(
                    "CANDELA",
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                    DimseEndpoint.Security.TLS,
                    List.of(new ServiceProvider.Allowed("ECHOSCU", Set.of(InetAddress.getLoopbackAddress()))),
                    new Inbox(in, 1 << 20, stored -> {}),
                    Duration.ofSeconds(5),
                    4);
            try (ServiceProvider provider = entity(known.pin(), own).listen(settings)) {
                assertEquals(0, echo(known, own, provider.port()));
                assertTrue(echo(other, own, provider.port()) != 0);
            }
        }
    }

    private ApplicationEntity entity(String pin, TestKeys own) throws Exception {
        TlsTrust trust = TlsTrust.standard().pinning(List.of(pin)).as(own.keys(), TestKeys.PASSWORD.toCharArray());
        return new ApplicationEntity(threads, scheduler).with(TlsProfile.of(trust, Clock.systemUTC()));
    }

    private int echo(TestKeys as, TestKeys trusted, int port) throws Exception {
        Process process = new ProcessBuilder(
                        "echoscu",
                        "-aec",
                        "CANDELA",
                        "+tls",
                        as.keyPem().toString(),
                        as.certificatePem().toString(),
                        "+cf",
                        trusted.certificatePem().toString(),
                        "127.0.0.1",
                        String.valueOf(port))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("echoscu.log").toFile())
                .start();
        assertTrue(process.waitFor(10, TimeUnit.SECONDS), "echoscu did not end");
        return process.exitValue();
    }
}
