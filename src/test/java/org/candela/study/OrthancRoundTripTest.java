package org.candela.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.candela.OrthancServer;
import org.candela.audit.AuditVerifier;
import org.candela.base.Cancellation;
import org.candela.base.Uid;
import org.candela.demo.SyntheticStudies;
import org.candela.demo.SyntheticStudy;
import org.candela.dicom.image.FrameReader;
import org.candela.facility.Facility;
import org.candela.facility.FacilityId;
import org.candela.net.web.DicomWebClient;
import org.candela.net.web.StoreResult;
import org.candela.net.web.WebEndpoint;
import org.candela.net.web.WebException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The client against the PACS that most home readers can try: Debian's Orthanc. */
class OrthancRoundTripTest {
    private static final Logger LOG = LoggerFactory.getLogger(OrthancRoundTripTest.class);
    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

    private static final int SLICES = 40;
    private static final int KILLED_AT = 8;

    @TempDir
    static Path folder;

    private static OrthancServer orthanc;
    private static DicomWebClient client;
    private static Facility facility;
    private static List<Path> sent;
    private static Uid study;

    @BeforeAll
    static void uploadAStudy() throws Exception {
        orthanc = OrthancServer.start(folder.resolve("orthanc"));
        client = new DicomWebClient(WebEndpoint.of(orthanc.dicomWeb()), HttpClient.newHttpClient());
        facility = Facility.of(new FacilityId("orthanc"), "Orthanc", orthanc.dicomWeb());
        SyntheticStudy made =
                new SyntheticStudies(42, NOW).writeModality("CT", folder).get(0);
        sent = made.files().subList(0, SLICES);
        study = made.uid();
        long start = System.nanoTime();
        StoreResult result = client.store(sent, new Cancellation());
        LOG.info("STOW-RS of {} slices: {} ms", sent.size(), millisSince(start));
        assertTrue(result.isComplete());
        assertEquals(sent.size(), result.stored().size());
    }

    @AfterAll
    static void stop() throws Exception {
        if (orthanc != null) {
            orthanc.close();
        }
    }

    private static long millisSince(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }

    @Test
    void whatWasSentIsListedAndComesBackPixelForPixel(@TempDir Path home) throws Exception {
        try (Desk desk = new Desk(home)) {
            RemoteStudies remote = desk.remote(facility);
            long start = System.nanoTime();
            List<StudySummary> listed = remote.studiesSince(LocalDate.of(2026, 11, 1), new Cancellation())
                    .join();
            LOG.info("QIDO-RS: {} ms", millisSince(start));
            assertEquals(List.of(study), listed.stream().map(StudySummary::uid).toList());
            assertEquals("SYNTHETIC^CT^ONE", listed.get(0).patient().name());
            assertEquals(sent.size(), listed.get(0).instanceCount());

            start = System.nanoTime();
            Retrieval retrieval = remote.retrieve(study, (here, total) -> {}, new Cancellation())
                    .join();
            LOG.info("WADO-RS and admission of {} slices: {} ms", sent.size(), millisSince(start));

            assertTrue(retrieval.isComplete(), retrieval.refused().toString());
            assertEquals(sent.size(), retrieval.admitted());
            for (int i : new int[] {0, sent.size() / 2, sent.size() - 1}) {
                FrameReader original = FrameReader.open(sent.get(i));
                Uid uid = original.dataSet()
                        .uid(org.candela.dicom.Tag.SOPInstanceUID)
                        .orElseThrow();
                LoadedFrame back = new LibraryFrames(desk.library, FrameReader::open).load(new FrameKey(uid, 0));
                assertArrayEquals(original.read(0).samples(), back.frame().samples());
                assertEquals(original.describe(0), back.description());
            }
        }
    }

    // [utest->req~study.retrieve-resumes~1]
    @Test
    void killedInTheMiddleItLeavesTheLibraryWholeAndTheRestForLater(@TempDir Path home) throws Exception {
        try (Desk desk = new Desk(home)) {
            RemoteStudies remote = desk.remote(facility);

            CompletionException failure = assertThrows(
                    CompletionException.class, () -> remote.retrieve(study, killingAt(KILLED_AT), new Cancellation())
                            .join());

            WebException cause = assertInstanceOf(WebException.class, failure.getCause());
            assertEquals(WebException.Kind.BROKEN_RESPONSE, cause.kind());
            int kept = desk.library.study(study).orElseThrow().instanceCount();
            assertTrue(kept >= KILLED_AT && kept < sent.size(), "kept " + kept);
            assertTrue(AuditVerifier.verify(desk.database).isIntact());
            assertEquals(List.of(), desk.leftovers());

            orthanc.startAgain();
            Retrieval rest = remote.retrieve(study, (here, total) -> {}, new Cancellation())
                    .join();

            assertTrue(rest.isComplete());
            assertEquals(sent.size() - kept, rest.admitted());
            assertEquals(sent.size(), desk.library.study(study).orElseThrow().instanceCount());
        }
    }

    private static StudySource.RetrievalListener killingAt(int count) {
        return (here, total) -> {
            if (here == count) {
                try {
                    orthanc.kill();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        };
    }
}
