package org.candela.worklist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candela.MovableClock;
import org.candela.OrthancServer;
import org.candela.audit.AuditLog;
import org.candela.base.AppPaths;
import org.candela.base.Cancellation;
import org.candela.base.Uid;
import org.candela.facility.Facility;
import org.candela.facility.FacilityId;
import org.candela.net.web.DicomWebClient;
import org.candela.net.web.WebEndpoint;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.candela.study.RemoteStudies;
import org.candela.study.SmallStudies;
import org.candela.study.StudyLibrary;
import org.candela.study.StudySource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list over a real Orthanc that is killed and comes back. */
class WorklistOverOrthancTest {
    private static final LocalDate SINCE = LocalDate.of(2026, 1, 1);
    private static final Duration AWAY = Duration.ofMinutes(12);
    private static final int STUDY = 9;
    private static final int SLICES = 3;

    @TempDir
    private Path folder;

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-24T08:00:00Z"));

    @SuppressWarnings("NullAway.Init") // set before each test
    private OrthancServer orthanc;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Database database;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Worklist worklist;

    @BeforeEach
    void openOverAFacilityWithOneStudy() throws Exception {
        orthanc = OrthancServer.start(folder.resolve("orthanc"));
        assertTrue(client().store(SmallStudies.writeStudy(STUDY, SLICES, folder.resolve("made")), new Cancellation())
                .isComplete());
        openTheList();
    }

    @AfterEach
    void close() throws Exception {
        if (database != null) {
            database.close();
        }
        if (orthanc != null) {
            orthanc.close();
        }
    }

    // [utest->req~worklist.stale~1]
    @Test
    void killedItsRowsStayStaleAndComeBackFreshWithIt() throws Exception {
        Uid study = SmallStudies.studyUid(STUDY);
        Instant listedAt = clock.instant();
        assertFresh(polled(), study);

        orthanc.kill();
        clock.advance(AWAY);
        WorklistSnapshot away = polled();

        assertEquals(study, away.items().get(0).study().uid());
        FacilityHealth health = away.health().get(0);
        assertTrue(health.isStale());
        assertEquals(Optional.of(listedAt), health.lastAnswer());
        assertTrue(health.failure().orElseThrow().contains("/dicom-web/studies"), health.toString());

        orthanc.startAgain();
        clock.advance(Patience.START.firstPause());
        assertFresh(polled(), study);
    }

    // [utest->req~worklist.survives-restart~1]
    @Test
    void killedItsRowsAndOurClaimOutliveOurOwnRestart() throws Exception {
        ReadingItem.Id id = polled().items().get(0).id();
        worklist.claim(id, "reader");
        orthanc.kill();
        database.close();
        openTheList();

        WorklistSnapshot snapshot = polled();

        ReadingItem row = snapshot.find(id).orElseThrow();
        assertEquals(ReadingState.CLAIMED, row.state());
        assertEquals("SYNTHETIC SMALL", row.study().identity().description());
        assertEquals(SLICES, row.study().instanceCount());
        assertTrue(snapshot.health().get(0).isStale());
    }

    private void assertFresh(WorklistSnapshot snapshot, Uid study) {
        assertFalse(snapshot.health().get(0).isStale(), snapshot.health().toString());
        assertEquals(Optional.of(clock.instant()), snapshot.health().get(0).lastAnswer());
        assertEquals(
                List.of(study),
                snapshot.items().stream().map(item -> item.study().uid()).toList());
    }

    private WorklistSnapshot polled() throws StoreException {
        worklist.poll(SINCE, new Cancellation()).join();
        return worklist.snapshot();
    }

    private DicomWebClient client() {
        return new DicomWebClient(WebEndpoint.of(orthanc.dicomWeb()), HttpClient.newHttpClient());
    }

    private void openTheList() throws StoreException {
        AppPaths paths = AppPaths.under(folder.resolve("home"));
        database = Database.open(paths.database(), clock);
        AuditLog audit = new AuditLog();
        Facility facility = Facility.of(new FacilityId("orthanc"), "Orthanc", orthanc.dicomWeb());
        StudyLibrary library = new StudyLibrary(database, audit, paths, clock);
        StudySource source = new RemoteStudies(facility.id(), client(), library, paths.incoming(), Runnable::run);
        worklist = new Worklist(Map.of(facility, source), database, audit, clock);
    }
}
