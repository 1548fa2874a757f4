package org.candela.delivery.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.candela.OrthancServer;
import org.candela.TestWeb;
import org.candela.audit.AuditLog;
import org.candela.base.Cancellation;
import org.candela.delivery.DeliveryChannel;
import org.candela.delivery.DeliveryChannel.Need;
import org.candela.delivery.DeliveryChannel.Way;
import org.candela.delivery.Door;
import org.candela.delivery.hl7.LoopbackReceiver;
import org.candela.delivery.hl7.LoopbackReceiver.Act;
import org.candela.delivery.hl7.MappingBook;
import org.candela.delivery.hl7.MllpPeer;
import org.candela.delivery.hl7.TlsReceivers;
import org.candela.facility.Facility;
import org.candela.facility.FacilityId;
import org.candela.facility.trial.FacilityTrial;
import org.candela.facility.trial.TrialResult;
import org.candela.facility.trial.TrialResult.Verdict;
import org.candela.net.dimse.ApplicationEntity;
import org.candela.net.dimse.DcmtkPrograms;
import org.candela.net.dimse.DimseEndpoint;
import org.candela.net.web.DicomWebClient;
import org.candela.net.web.JsonService;
import org.candela.net.web.WebEndpoint;
import org.candela.report.Ledger;
import org.candela.store.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// [utest->req~delivery.trial~1] [utest->req~net.web.json-get~1] [utest->req~net.web.store-asked~1]
class ChannelTrialsTest {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final Duration LIMIT = Duration.ofSeconds(4);
    private static final Facility FACILITY =
            Facility.of(new FacilityId("clinic"), "Clinic", URI.create("http://127.0.0.1:1/dicom-web"));
    private static final String CAPABLE =
            "{\"resourceType\":\"CapabilityStatement\",\"fhirVersion\":\"4.0.1\",\"rest\":[{"
                    + "\"interaction\":[{\"code\":\"transaction\"}],\"resource\":[{\"type\":\"DiagnosticReport\"}]}]}";

    @TempDir
    private Path folder;

    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(8);
    private Database database;

    @BeforeEach
    void open() throws Exception {
        database = Database.open(folder.resolve("store.db"), CLOCK);
    }

    @AfterEach
    void close() throws Exception {
        database.close();
        threads.shutdownNow();
    }

    @Test
    void anArchiveIsAskedWhetherItTakesReportsAndGetsNone() throws Exception {
        try (OrthancServer orthanc = OrthancServer.start(folder.resolve("orthanc"))) {
            String dicom = "dicom://ORTHANC@127.0.0.1:" + orthanc.dicomPort();

            TrialResult web = run(Way.DICOM_WEB, orthanc.dicomWeb().toString(), Map.of());
            TrialResult report = run(Way.DICOM_STORE, dicom, Map.of());
            TrialResult committed = run(Way.DICOM_STORE, dicom, Map.of("object", "pdf", "commitment", "yes"));

            assertTold("has a store service that lets us in; no object was sent", web);
            assertTold("answers an echo, takes Basic Text SR; no object was sent", report);
            assertTold("answers an echo, takes Encapsulated PDF and vouches for it; no object was sent", committed);
            assertEquals("[]", orthanc.get("/instances").strip());
        }
    }

    @Test
    void anArchiveThatTakesNoReportsSaysWhichToHaveAllowed() throws Exception {
        try (DcmtkPrograms dcmtk = new DcmtkPrograms(folder)) {
            int port = DcmtkPrograms.freePort();
            Path profile = Files.writeString(folder.resolve("images.cfg"), """
                    [[TransferSyntaxes]]
                    [Plain]
                    TransferSyntax1 = LittleEndianExplicit
                    TransferSyntax2 = LittleEndianImplicit
                    [[PresentationContexts]]
                    [Images]
                    PresentationContext1 = VerificationSOPClass\\Plain
                    PresentationContext2 = CTImageStorage\\Plain
                    [[Profiles]]
                    [Archive]
                    PresentationContexts = Images
                    """);
            dcmtk.start("storescp", "-xf", profile.toString(), "Archive", "-od", folder.toString(), "" + port);
            DimseEndpoint endpoint = DimseEndpoint.of(URI.create("dicom://ANY@127.0.0.1:" + port), "CANDELA");
            DcmtkPrograms.await(new ApplicationEntity(threads, threads), endpoint);

            TrialResult result = run(Way.DICOM_STORE, "dicom://ANY@127.0.0.1:" + port, Map.of());

            assertEquals(Verdict.FAILS, result.verdict());
            assertEquals("answers, and takes no Basic Text SR", result.told());
            assertTrue(
                    result.remedy().contains("allow Basic Text SR (1.2.840.10008.5.1.4.1.1.88.11)"), result.remedy());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "401, Sign in anew",
        "403, Sign in anew",
        "404, no such service",
        "405, why it refuses",
        "500, server itself fails"
    })
    void aWebServerThatWillNotStoreSaysWhatToDo(int status, String remedy) throws Exception {
        try (TestWeb web = TestWeb.serving((reply, asked, number) -> reply.bytes(status, new byte[0]))) {
            TrialResult result = run(Way.DICOM_WEB, web.uri().toString(), Map.of());

            assertEquals(Verdict.FAILS, result.verdict());
            assertTrue(result.remedy().contains(remedy), result.remedy());
        }
    }

    @Test
    void aFhirServerMustSayThatItTakesReportsInTransactions() throws Exception {
        assertTold("FHIR 4.0.1, says that it takes reports in transactions; none was sent", fhir(CAPABLE));
        assertFails("says that it takes no transactions", fhir(CAPABLE.replace("transaction", "batch")));
        assertFails("says that it has no DiagnosticReport", fhir(CAPABLE.replace("DiagnosticReport", "Patient")));
        assertFails("is a FHIR server of version \"3.0.2\", not R4", fhir(CAPABLE.replace("4.0.1", "3.0.2")));
        assertFails("answers without a CapabilityStatement", fhir("<html>"));
    }

    private TrialResult fhir(String statement) throws Exception {
        try (TestWeb web = TestWeb.serving((reply, asked, number) -> reply.with("Content-Type", "application/fhir+json")
                .bytes(
                        asked.method().equals("GET") && asked.target().endsWith("/fhir/metadata") ? 200 : 404,
                        statement.getBytes(StandardCharsets.UTF_8)))) {
            return run(Way.FHIR, web.uri() + "/fhir", Map.of());
        }
    }

    @Test
    void aFolderIsLeftAsItWasAndOneThatIsNotThereIsToBeMade() throws Exception {
        Path drive = Files.createDirectory(folder.resolve("drive"));

        assertTold("a file was written, read back and deleted", run(Way.FOLDER, drive.toString(), Map.of()));
        assertEquals(List.of(), List.of(drive.toFile().list()));
        TrialResult gone = run(Way.FOLDER, drive.resolve("gone").toString(), Map.of());
        assertFails("there is no folder " + drive.resolve("gone"), gone);
        assertTrue(gone.remedy().startsWith("Make the folder"), gone.remedy());
    }

    @Test
    void aPrinterIsOneThatThisMachineKnows() throws Exception {
        assertTold("this machine knows the printer; nothing was printed", run(Way.PRINT, "desk", Map.of()));
        assertFails("this machine knows no printer attic", run(Way.PRINT, "attic", Map.of()));
    }

    @Test
    void aReceiverOfHl7IsConnectedToAndGetsNothingUnlessAPingIsAskedFor() throws Exception {
        try (LoopbackReceiver receiver = new LoopbackReceiver(Act.ACCEPT)) {
            String address = "mllp://127.0.0.1:" + receiver.endpoint().port();

            assertTold("takes connections; no message was sent", run(Way.HL7, address, Map.of()));
            assertEquals(List.of(), receiver.messages());
            assertTold("takes connections; accepts a ping", ping(address));
            String message = receiver.awaitMessage();
            assertTrue(message.contains("|NMD^N02|PING") && message.contains("|T|2."), message);
            assertTrue(message.lines().allMatch(line -> line.startsWith("MSH|") || line.startsWith("NCK|")), message);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ERROR, WORKS, reads a ping and does not take it",
        "REJECT, WORKS, reads a ping and does not take it",
        "SILENT, FAILS, no answer within",
        "GARBAGE, FAILS, no answer within",
        "HALF_ANSWER, FAILS, closed the connection within its answer",
        "DROP, FAILS, closed the connection without an answer"
    })
    void whatAnswersAPingAtAllReadsMessages(Act act, Verdict verdict, String told) throws Exception {
        try (LoopbackReceiver receiver = new LoopbackReceiver(act)) {
            TrialResult result = ping("mllp://127.0.0.1:" + receiver.endpoint().port());

            assertEquals(verdict, result.verdict());
            assertTrue(result.told().contains(told), result.told());
        }
    }

    @Test
    void overTlsTheCertificateIsAskedForItsDaysAndWhoIsNotTrustedIsToBeAskedAbout() throws Exception {
        try (TlsReceivers tls = TlsReceivers.open(folder);
                LoopbackReceiver plain = new LoopbackReceiver()) {
            String address = "mllps://127.0.0.1:" + tls.port();

            TrialResult trusted = run(Way.HL7, address, Map.of(), tls.trusting());
            TrialResult distrusted = run(Way.HL7, address, Map.of(), tls.distrusting());
            TrialResult without =
                    run(Way.HL7, "mllps://127.0.0.1:" + plain.endpoint().port(), Map.of(), tls.trusting());

            assertTrue(
                    trusted.told()
                            .matches(
                                    "takes connections over TLS, its certificate valid -?\\d+ days more; no message was sent"),
                    trusted.told());
            assertTrue(distrusted.told().startsWith("no secure connection"), distrusted.told());
            assertTrue(distrusted.remedy().contains("before you trust another certificate"), distrusted.remedy());
            assertEquals(Verdict.FAILS, without.verdict());
            assertTrue(without.remedy().contains("speaks TLS"), without.remedy());
        }
    }

    @Test
    void whereNobodyListensTheRemedyIsTheNetwork() throws Exception {
        int dead = deadPort();
        for (Map.Entry<Way, String> away : Map.of(
                        Way.HL7, "mllp://127.0.0.1:" + dead,
                        Way.DICOM_WEB, "http://127.0.0.1:" + dead + "/web",
                        Way.DICOM_STORE, "dicom://A@127.0.0.1:" + dead,
                        Way.FHIR, "http://127.0.0.1:" + dead + "/fhir")
                .entrySet()) {
            TrialResult result = run(away.getKey(), away.getValue(), Map.of());

            assertEquals(Verdict.FAILS, result.verdict(), away::toString);
            assertTrue(result.remedy().startsWith("Check network and VPN"), result::line);
        }
    }

    private TrialResult ping(String address) {
        return run(trials(notAsked()), Way.HL7, address, Map.of(), Asking.PING);
    }

    private TrialResult run(Way way, String address, Map<String, String> options) {
        return run(way, address, options, notAsked());
    }

    private TrialResult run(Way way, String address, Map<String, String> options, Door<MllpPeer.Tls> security) {
        return run(trials(security), way, address, options, Asking.CONNECTION);
    }

    private TrialResult run(ChannelTrials trials, Way way, String address, Map<String, String> options, Asking asking) {
        DeliveryChannel channel = new DeliveryChannel(FACILITY.id(), "way", way, address, Need.REQUIRED, options);
        return new FacilityTrial(threads, LIMIT.plusSeconds(4))
                .run(List.of(trials.of(FACILITY, channel, asking)), result -> {}, new Cancellation())
                .get(0);
    }

    private ChannelTrials trials(Door<MllpPeer.Tls> security) {
        Doors doors = new Doors(
                (facility, channel) -> new DicomWebClient(
                        WebEndpoint.of(channel.uri()).within(LIMIT, LIMIT), HttpClient.newHttpClient()),
                (facility, channel) -> new ApplicationEntity(threads, threads),
                (facility, channel) ->
                        new JsonService(WebEndpoint.of(channel.uri()).within(LIMIT, LIMIT), HttpClient.newHttpClient()),
                security,
                () -> List.of("desk"));
        return new ChannelTrials(doors, new MappingBook(new Ledger(database, new AuditLog(), CLOCK)), CLOCK, LIMIT);
    }

    private static Door<MllpPeer.Tls> notAsked() {
        return (facility, channel) -> {
            throw new AssertionError("a plain connection needs no certificate");
        };
    }

    private static void assertTold(String told, TrialResult result) {
        assertEquals(told, result.told(), result::remedy);
        assertEquals(Verdict.WORKS, result.verdict());
    }

    private static void assertFails(String told, TrialResult result) {
        assertEquals(told, result.told());
        assertEquals(Verdict.FAILS, result.verdict());
    }

    private static int deadPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
