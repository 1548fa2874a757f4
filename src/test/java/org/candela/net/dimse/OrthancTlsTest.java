package org.candela.net.dimse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.candela.OrthancServer;
import org.candela.TestKeys;
import org.candela.base.Cancellation;
import org.candela.net.tls.TlsTrust;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS with a real Orthanc, each side showing its certificate and knowing that of the other. */
// [utest->req~net.dimse.tls~1]
class OrthancTlsTest {
    private static final int OBJECTS = Integer.getInteger("candela.dimse.objects", 3);

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
    void objectsGoBothWaysAndAnUnknownCertificateIsRefused() throws Exception {
        TestKeys own = TestKeys.make(folder, "own");
        TestKeys archive = TestKeys.make(folder, "archive");
        TestKeys stranger = TestKeys.make(folder, "stranger");
        ApplicationEntity entity = entity(archive.pin(), own);
        Path in = folder.resolve("in");
        List<StorageUser.Sendable> files = TestExam.objects(folder.resolve("objects"), OBJECTS, 64 * 512);
        try (ServiceProvider port = entity.listen(port(in));
                OrthancServer orthanc = OrthancServer.start(folder.resolve("orthanc"), """
                    "DicomTlsEnabled": true, "DicomTlsRemoteCertificateRequired": true,
                    "DicomTlsCertificate": "%s", "DicomTlsPrivateKey": "%s", "DicomTlsTrustedCertificates": "%s",
                    "DicomModalities": { "candela":
                      { "AET": "CANDELA", "Host": "127.0.0.1", "Port": %d, "UseDicomTls": true } },
                    """.formatted(
                                archive.certificatePem(), archive.keyPem(), own.certificatePem(), port.port()))) {
            DimseEndpoint endpoint = DimseEndpoint.of(
                            URI.create("dicom://ORTHANC@127.0.0.1:" + orthanc.dicomPort() + "?tls"), "CANDELA")
                    .within(Duration.ofSeconds(20));
            try (Association association =
                    entity.connect(endpoint, StorageUser.contextsFor(files), new Cancellation())) {
                TestExam.send(association, files);
            }
            orthanc.post(
                    "/modalities/candela/store",
                    "{\"Synchronous\": true, \"Resources\": " + orthanc.get("/instances") + "}");

            assertEquals(TestExam.names(files), TestExam.names(in));
            assertTrue(TestExam.isIntact(files.get(2), in));
            assertThrows(DimseException.class, () -> entity(archive.pin(), stranger)
                    .connect(endpoint, Contexts.verification(), new Cancellation()));
            assertThrows(DimseException.class, () -> entity(stranger.pin(), own)
                    .connect(endpoint, Contexts.verification(), new Cancellation()));
        }
    }

    private ApplicationEntity entity(String pin, TestKeys own) throws Exception {
        TlsTrust trust = TlsTrust.standard().pinning(List.of(pin)).as(own.keys(), TestKeys.PASSWORD.toCharArray());
        return new ApplicationEntity(threads, scheduler).with(TlsProfile.of(trust, Clock.systemUTC()));
    }

    private static ServiceProvider.Settings port(Path in) throws Exception {
        return new ServiceProvider.Settings(
                "CANDELA",
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                DimseEndpoint.Security.TLS,
                List.of(new ServiceProvider.Allowed("ORTHANC", Set.of())),
                TestExam.inbox(in),
                Duration.ofSeconds(20),
                4);
    }
}
