package org.candela.net.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.candela.base.Cancellation;
import org.candela.demo.DemoFacility;
import org.candela.demo.DemoFaults.Fault;
import org.candela.demo.DemoFaults.Service;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.net.web.WebException.Kind;
import org.candela.study.SmallStudies;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DicomWebClientTest {
    private static final int SLICES = 5;

    @TempDir
    Path folder;

    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final List<Path> sent = new ArrayList<>();
    private Path incoming;
    private DemoFacility facility;
    private DicomWebClient client;

    @BeforeEach
    void start() throws Exception {
        incoming = Files.createDirectories(folder.resolve("incoming"));
        sent.addAll(SmallStudies.writeStudy(7, SLICES, folder.resolve("north")));
        startFacility();
    }

    private void startFacility() throws Exception {
        var settings = new DemoFacility.Settings(
                "north", "North", folder.resolve("north"), folder.resolve("reports"), Map.of());
        facility = DemoFacility.start(settings, executor, Clock.systemUTC());
        WebEndpoint endpoint = WebEndpoint.of(facility.dicomWeb()).within(Duration.ofSeconds(5), Duration.ofSeconds(5));
        client = new DicomWebClient(endpoint, HttpClient.newHttpClient());
    }

    @AfterEach
    void stop() throws IOException {
        facility.close();
        executor.shutdownNow();
    }

    private List<byte[]> retrieveInto(List<byte[]> received, Cancellation cancellation) throws Exception {
        PartFolder parts = new PartFolder(incoming, file -> received.add(read(file)));
        client.retrieveStudy(SmallStudies.studyUid(7), parts, cancellation);
        return received;
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void assertNothingIsLeftIn(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            assertEquals(List.of(), files.toList());
        }
    }

    // [utest->req~net.web.paging~1]
    @Test
    void findsMoreStudiesThanFitOnAPage() throws Exception {
        for (int study = 1000; study < 1230; study++) {
            SmallStudies.write(SmallStudies.slice(study, 0), folder.resolve("north"));
        }
        facility.close();
        startFacility();

        List<Attributes> found = client.searchStudies(QidoQuery.all(), new Cancellation());
        List<Attributes> some = client.searchStudies(QidoQuery.all().atMost(7), new Cancellation());

        assertEquals(231, found.size());
        assertEquals(
                231,
                found.stream()
                        .map(one -> one.uid(Tag.StudyInstanceUID))
                        .distinct()
                        .count());
        assertEquals(7, some.size());
    }

    @Test
    void searchesByKeysThatNeedEncoding() throws Exception {
        QidoQuery query =
                QidoQuery.all().matching(Tag.PatientName, "SECRET*^SYN*").matching(Tag.StudyDate, "20260101-20261231");

        assertEquals(1, client.searchStudies(query, new Cancellation()).size());
        assertEquals(
                0,
                client.searchStudies(QidoQuery.all().matching(Tag.PatientName, "A B&C=D"), new Cancellation())
                        .size());
        assertEquals(
                SLICES,
                client.searchInstances(SmallStudies.studyUid(7), QidoQuery.all(), new Cancellation())
                        .size());
    }

    // [utest->req~net.web.whole-objects~1]
    @Test
    void retrievesEveryObjectByteForByteAndLeavesNothingBehind() throws Exception {
        List<byte[]> received = retrieveInto(new ArrayList<>(), new Cancellation());

        assertEquals(SLICES, received.size());
        for (byte[] bytes : received) {
            assertTrue(sent.stream().anyMatch(file -> java.util.Arrays.equals(bytes, read(file))));
        }
        assertNothingIsLeftIn(incoming);
    }

    @Test
    void retrievesOneObject() throws Exception {
        List<byte[]> received = new ArrayList<>();
        var address = new DicomWebClient.InstanceAddress(
                SmallStudies.studyUid(7), new org.candela.base.Uid("1.2.7.1"), SmallStudies.instanceUid(7, 2));

        client.retrieveInstance(
                address, new PartFolder(incoming, file -> received.add(read(file))), new Cancellation());

        assertArrayEquals(read(sent.get(2)), received.get(0));
    }

    // [utest->req~net.web.whole-objects~1]
    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"HALF_ANSWER", "WRONG_END"})
    void aBrokenAnswerIsToldAndItsBrokenPartIsNotHandedOn(Fault fault) throws Exception {
        facility.faults().inject(Service.RETRIEVE, fault);
        List<byte[]> received = new ArrayList<>();

        WebException failure = assertThrows(WebException.class, () -> retrieveInto(received, new Cancellation()));

        assertEquals(Kind.BROKEN_RESPONSE, failure.kind());
        assertTrue(String.valueOf(failure.getMessage()).contains("/dicom-web/studies/1.2.7"), failure.getMessage());
        assertTrue(received.size() < SLICES);
        for (byte[] bytes : received) {
            assertTrue(sent.stream().anyMatch(file -> java.util.Arrays.equals(bytes, read(file))));
        }
        assertNothingIsLeftIn(incoming);
    }

    @Test
    void halfAListIsNoList() {
        facility.faults().inject(Service.QUERY, Fault.HALF_ANSWER);

        WebException failure =
                assertThrows(WebException.class, () -> client.searchStudies(QidoQuery.all(), new Cancellation()));

        assertEquals(Kind.BROKEN_RESPONSE, failure.kind());
    }

    // [utest->req~net.web.no-patient-data~1]
    @Test
    void aRefusalNamesStatusAndPathButNotTheQuery() {
        facility.faults().inject(Service.QUERY, Fault.SERVER_ERROR);
        QidoQuery query = QidoQuery.all().matching(Tag.PatientName, "SECRETNAME*");

        WebException failure = assertThrows(WebException.class, () -> client.searchStudies(query, new Cancellation()));

        assertEquals(Kind.REFUSED, failure.kind());
        assertEquals(OptionalInt.of(500), failure.status());
        String message = String.valueOf(failure.getMessage());
        assertTrue(message.contains("/dicom-web/studies") && message.contains("500"), message);
        assertFalse((message + query).contains("SECRET"), message);
    }

    @Test
    void aConnectionThatEndsWithoutAnAnswerIsUnreachable() {
        facility.faults().inject(Service.QUERY, Fault.HANG_UP);

        WebException failure = assertThrows(WebException.class, () -> client.pulse(new Cancellation()));

        assertEquals(Kind.UNREACHABLE, failure.kind());
    }

    @Test
    void aFacilityThatIsOffIsUnreachable() throws IOException {
        facility.close();

        WebException failure = assertThrows(WebException.class, () -> client.pulse(new Cancellation()));

        assertEquals(Kind.UNREACHABLE, failure.kind());
    }

    // [utest->req~net.web.bounded-waiting~1]
    @Test
    void silenceEndsWithTheEndpointsPatience() {
        facility.faults().inject(Service.QUERY, Fault.SILENCE);
        WebEndpoint impatient =
                WebEndpoint.of(facility.dicomWeb()).within(Duration.ofMillis(150), Duration.ofMillis(150));
        DicomWebClient asking = new DicomWebClient(impatient, HttpClient.newHttpClient());

        WebException failure = assertThrows(WebException.class, () -> asking.pulse(new Cancellation()));

        assertEquals(Kind.TIMED_OUT, failure.kind());
    }

    // [utest->req~net.web.bounded-waiting~1]
    @Test
    void aCancelledRetrievalEndsBetweenTwoObjects() throws Exception {
        Cancellation cancellation = new Cancellation();
        List<Path> received = new ArrayList<>();
        PartFolder parts = new PartFolder(incoming, file -> {
            received.add(file);
            cancellation.cancel();
        });

        assertThrows(
                CancellationException.class, () -> client.retrieveStudy(SmallStudies.studyUid(7), parts, cancellation));

        assertEquals(1, received.size());
        assertNothingIsLeftIn(incoming);
    }

    // [utest->req~net.web.bounded-waiting~1]
    @Test
    void aCancelledRequestDoesNotWaitForItsAnswer() {
        facility.faults().inject(Service.QUERY, Fault.SILENCE);
        Cancellation cancellation = new Cancellation();
        executor.execute(cancellation::cancel);

        assertThrows(CancellationException.class, () -> client.pulse(cancellation));
    }

    // [utest->req~net.web.store~1]
    @Test
    void tellsWhatAServerDidNotKeep() throws Exception {
        Path good = SmallStudies.write(SmallStudies.slice(9, 0), folder.resolve("out"));
        Path bad = Files.writeString(folder.resolve("out/bad.dcm"), "no DICOM at all");

        StoreResult result = client.store(List.of(good, bad), new Cancellation());

        assertEquals(List.of(SmallStudies.instanceUid(9, 0)), result.stored());
        assertEquals(1, result.failed().size());
        assertEquals(0xC000, result.failed().get(0).reason());
        assertFalse(result.isComplete());
        assertEquals(
                2, client.searchStudies(QidoQuery.all(), new Cancellation()).size());
    }

    @Test
    void feelsThePulse() throws Exception {
        ServerPulse pulse = client.pulse(new Cancellation());

        assertTrue(pulse.roundTrip().compareTo(Duration.ofSeconds(5)) < 0);
        Duration skew = Duration.between(
                pulse.serverTime().orElseThrow(), Clock.systemUTC().instant());
        assertTrue(skew.abs().compareTo(Duration.ofSeconds(5)) < 0, skew.toString());
    }

    @Test
    void sendsTheCredentialsOfTheMoment() {
        assertEquals("Basic dTpw", WebEndpoint.basic("u", "p").get("Authorization"));
    }
}
