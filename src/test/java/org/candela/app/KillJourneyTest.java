package org.candela.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.candela.VirtualDesk;
import org.candela.demo.DemoFacility;
import org.candela.demo.DemoFaults.Fault;
import org.candela.demo.DemoFaults.Service;
import org.candela.demo.SyntheticStudies;
import org.candela.demo.SyntheticStudy;
import org.candela.facility.Facility;
import org.candela.facility.FacilityId;
import org.candela.facility.MllpEndpoint;
import org.candela.report.DeliveryStanding;
import org.candela.report.ReportDraft;
import org.candela.report.ReportId;
import org.candela.report.SignatureMeaning;
import org.candela.report.SignedReport;
import org.candela.worklist.ReadingItem;
import org.candela.worklist.ReadingState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The whole workstation is killed with SIGKILL in its worst moments: nothing is lost, and nothing comes twice. */
// [utest->req~app.kill~1]
// [utest->req~report.autosave~1]
// [utest->req~report.signing~1]
// [utest->req~delivery.kill~1]
class KillJourneyTest {
    private static final Logger LOG = LoggerFactory.getLogger(KillJourneyTest.class);
    private static final Clock CLOCK = Clock.systemUTC();
    /** What may be lost of dictated text. */
    private static final Duration AUTOSAVE = Duration.ofSeconds(2);

    private static final int TYPED = 60;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** A port of the system's that nobody listens on. */
    private static final int DEAF_PORT = 1;

    @TempDir
    private static Path common;

    private static KilledHome prepared;
    private static List<SyntheticStudy> written;

    @TempDir
    private Path folder;

    private Executors threads;
    private DemoFacility facility;
    private ReadingItem.Id reading;

    @BeforeAll
    static void prepare() throws Exception {
        Assumptions.assumeTrue(VirtualDesk.ownDesk().isPresent(), VirtualDesk::absence);
        prepared =
                KilledHome.prepare(common.resolve("home"), VirtualDesk.ownDesk().orElseThrow());
        written = new SyntheticStudies(1, CLOCK.instant()).writeModality("CR", common);
    }

    @AfterAll
    static void leaveTheDeskAsItWas() throws Exception {
        if (prepared != null) {
            prepared.close();
        }
    }

    @BeforeEach
    void startFacility() throws Exception {
        threads = new Executors();
        DemoFacility.Settings all = DemoFacility.Settings.of("north", "North Clinic", common, written);
        facility = DemoFacility.start(
                new DemoFacility.Settings(all.id(), all.name(), all.studies(), folder.resolve("reports"), all.orders()),
                threads.io(),
                CLOCK);
        reading = written.stream()
                .filter(study -> study.facility().equals("north") && !study.isPrior())
                .map(study -> new ReadingItem.Id(new FacilityId("north"), study.uid()))
                .findFirst()
                .orElseThrow();
    }

    @AfterEach
    void stopFacility() throws Exception {
        facility.close();
        threads.close();
    }

    @Test
    void whatWasTypedAndTheClaimSurviveAKillDuringDictation() throws Exception {
        Path home = prepared.copyTo(folder.resolve("home"), facility.facility());
        int due;
        int shown;
        try (ReaderProcess reader = start(home)) {
            openNext(reader);
            reader.order(KillableWorkstation.TYPE);
            reader.await(KillableWorkstation.SHOWN + " " + TYPED);
            while (reader.shownBefore(System.nanoTime() - AUTOSAVE.toNanos()) == 0) {
                reader.await(KillableWorkstation.SHOWN);
            }

            long deadline = System.nanoTime() - AUTOSAVE.toNanos();
            List<ReaderProcess.Line> told = reader.kill();
            due = reader.shownBefore(deadline);
            shown = reader.shownBefore(Long.MAX_VALUE);
            assertTrue(told.size() < TYPED, "killed late");
        }

        String kept;
        try (Aftermath after = new Aftermath(home)) {
            after.requireIntactAudit();
            ReadingItem item = after.reading(reading);
            assertEquals(ReadingState.OPEN, item.state());
            assertEquals(TestRoom.READER, item.claim().orElseThrow().reader());
            assertEquals(1, after.drafts().size());
            kept = after.drafts().get(0).text(KillableWorkstation.FIELD);
        }
        LOG.info("{} characters shown at the kill, {} of them for 2 s, {} kept", shown, due, kept.length());
        assertTrue(due > 0, "typed too short a time");
        assertTrue(kept.length() >= due, kept.length() + " of " + due + " characters kept");
        assertTrue(
                KillableWorkstation.ALPHABET.repeat(1 + kept.length() / 27).startsWith(kept),
                "other text than was typed: " + kept);
        try (ReaderProcess reader = start(home)) {
            reader.order(KillableWorkstation.REOPEN);
            assertEquals(kept.strip(), reader.await(KillableWorkstation.OPENED));
        }
    }

    @Test
    void aReportSignedButNotYetSentGoesOutAfterTheKill() throws Exception {
        Facility deaf = facility.facility().withMllp(new MllpEndpoint("127.0.0.1", DEAF_PORT, "RIS", "north"));
        Path home = prepared.copyTo(folder.resolve("home"), deaf);
        ReportId report;
        try (ReaderProcess reader = start(home)) {
            report = sign(reader);
            reader.await(KillableWorkstation.SIGNED);

            reader.kill();
        }
        assertEquals(0, facility.faults().requests(Service.REPORT));

        KilledHome.know(home, facility.facility());

        assertDeliveredOnce(home, report);
    }

    @Test
    void aReportOnTheWireWithoutAnswerGoesOutAgainAndIsKeptOnce() throws Exception {
        Path home = prepared.copyTo(folder.resolve("home"), facility.facility());
        facility.faults().delay(Service.REPORT, Duration.ofSeconds(3));
        ReportId report;
        try (ReaderProcess reader = start(home)) {
            report = sign(reader);
            assertTrue(facility.faults().awaitRequests(Service.REPORT, 1, PATIENCE), "nothing came");

            reader.kill();
        }
        assertEquals(List.of(), facility.receivedReports());
        facility.faults().clear();

        DeliveryStanding standing = assertDeliveredOnce(home, report);

        assertTrue(standing.attempts() >= 2, "it was not sent again");
    }

    @Test
    void aReportThatTheFacilityHasButDidNotAcknowledgeIsNotKeptTwice() throws Exception {
        Path home = prepared.copyTo(folder.resolve("home"), facility.facility());
        facility.faults().inject(Service.REPORT, Fault.HALF_ANSWER);
        ReportId report;
        try (ReaderProcess reader = start(home)) {
            report = sign(reader);
            // The second request is proof that the first was kept, and its answer lost.
            assertTrue(facility.faults().awaitRequests(Service.REPORT, 2, PATIENCE), "it did not come again");

            reader.kill();
        }
        assertEquals(1, facility.receivedReports().size());
        facility.faults().clear();

        DeliveryStanding standing = assertDeliveredOnce(home, report);

        assertTrue(standing.attempts() >= 3, "it was not sent again");
    }

    /** Of the attempt and the right PIN, of the signature, then of sending; a transaction is one write or several. */
    @ParameterizedTest
    @ValueSource(ints = {0, 3, 4, 5})
    void aKillWhileSigningLeavesAllOfTheSignatureOrNothing(int writes) throws Exception {
        Path home = prepared.copyTo(folder.resolve("home"), facility.facility());
        ReportId report;
        try (ReaderProcess reader = start(home)) {
            report = sign(reader);
            reader.await(KillableWorkstation.SIGNING);

            reader.killAtWrite(home.resolve("candela.db-wal"), writes);
        }

        try (Aftermath after = new Aftermath(home)) {
            after.requireIntactAudit();
            boolean isSigned = after.reading(reading).state() == ReadingState.FINAL;
            LOG.info("killed {} writes after the signature began: {}", writes, isSigned ? "signed" : "not signed");
            if (!isSigned) {
                assertNothingOfASignature(after);
                after.sign(after.drafts().get(0));
            }
        }
        assertDeliveredOnce(home, report);
    }

    private static ReaderProcess start(Path home) throws Exception {
        return ReaderProcess.start(home, VirtualDesk.ownDesk().orElseThrow());
    }

    private static void openNext(ReaderProcess reader) throws Exception {
        reader.order(KillableWorkstation.OPEN_NEXT);
        reader.await(KillableWorkstation.OPENED);
    }

    /** Writes a whole report and begins to sign it. */
    private static ReportId sign(ReaderProcess reader) throws Exception {
        openNext(reader);
        reader.order(KillableWorkstation.WRITE);
        ReportId report = new ReportId(reader.await(KillableWorkstation.WRITTEN));
        reader.order(KillableWorkstation.SIGN);
        return report;
    }

    private void assertNothingOfASignature(Aftermath after) throws Exception {
        assertEquals(ReadingState.OPEN, after.reading(reading).state());
        assertEquals(1, after.drafts().size());
        ReportDraft draft = after.drafts().get(0);
        assertEquals(KillableWorkstation.SENTENCE, draft.text("impression"));
        assertEquals(List.of(), after.versions(draft.id()));
        assertEquals(List.of(), after.deliveries(draft.id()));
        assertEquals(0, facility.faults().requests(Service.REPORT));
    }

    /** One signed version, final on the list, acknowledged, kept once by the facility; an intact audit trail. */
    private DeliveryStanding assertDeliveredOnce(Path home, ReportId report) throws Exception {
        try (Aftermath after = new Aftermath(home)) {
            assertEquals(ReadingState.FINAL, after.reading(reading).state());
            List<SignedReport> versions = after.versions(report);
            assertEquals(1, versions.size());
            assertEquals(SignatureMeaning.FINAL, versions.get(0).meaning());

            List<DeliveryStanding> standings = after.deliver(report);

            assertEquals(1, standings.size());
            assertEquals(List.of(), after.drafts());
            after.requireIntactAudit();
            List<Path> received = facility.receivedReports();
            assertEquals(1, received.size());
            assertTrue(Files.readString(received.get(0)).contains(KillableWorkstation.SENTENCE));
            return standings.get(0);
        }
    }
}
