package org.candela.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candela.audit.AuditLog;
import org.candela.base.AppPaths;
import org.candela.base.Cancellation;
import org.candela.facility.Facility;
import org.candela.readiness.ReadinessBoard;
import org.candela.readiness.ReadinessItem;
import org.candela.shell.OpenedCase.Purpose;
import org.candela.store.Database;
import org.candela.study.StudyLibrary;
import org.candela.study.StudySummary;
import org.candela.viewer.Annotations;
import org.candela.viewer.ManualLoader;
import org.candela.viewer.ManualScheduler;
import org.candela.viewer.ReadingSession;
import org.candela.viewer.Slot;
import org.candela.worklist.ReadingItem;
import org.candela.worklist.ReadingState;
import org.candela.worklist.Worklist;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the list to images, on one thread. */
class CaseDeskTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T08:00:00Z"), ZoneOffset.UTC);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final String READER = "Reader One";

    @TempDir
    private Path folder;

    private final List<Throwable> failures = new ArrayList<>();
    private ReadinessItem answer = ReadinessItem.ready("displays", "Displays", "calibrated");

    @SuppressWarnings("NullAway.Init") // set before each test
    private Database database;

    @SuppressWarnings("NullAway.Init") // set before each test
    private ShelfSource north;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Worklist worklist;

    @SuppressWarnings("NullAway.Init") // set before each test
    private ReadingSession session;

    @SuppressWarnings("NullAway.Init") // set before each test
    private CaseDesk desk;

    @BeforeEach
    void layTheDesk() throws Exception {
        database = Database.open(folder.resolve("candela.db"), CLOCK);
        AuditLog audit = new AuditLog();
        StudyLibrary library = new StudyLibrary(database, audit, AppPaths.under(folder), CLOCK);
        north = new ShelfSource(folder, library);
        Facility facility = Facility.of(ShelfSource.NORTH, "North", URI.create("http://localhost/north"));
        worklist = new Worklist(Map.of(facility, north), database, audit, CLOCK);
        session = new ReadingSession(new ReadingSession.Services(
                new ManualLoader(),
                new Annotations(database, Runnable::run, CLOCK),
                new ManualScheduler(),
                Runnable::run));
        CaseOpener opener = new CaseOpener(
                new CaseOpener.Services(
                        worklist,
                        Map.of(ShelfSource.NORTH, north),
                        library,
                        new ReadinessBoard(List.of(() -> answer), CLOCK)),
                Runnable::run,
                READER);
        desk = new CaseDesk(opener, session, Runnable::run, failures::add);
    }

    @AfterEach
    void clearTheDesk() throws Exception {
        database.close();
    }

    // [utest->req~shell.open~1]
    @Test
    void aStudyIsClaimedBroughtAndHungBesideItsPrior() throws Exception {
        north.add("1.2.1", "ANNA", TODAY.minusYears(1));
        StudySummary current = north.add("1.2.2", "ANNA", TODAY);

        desk.open(row(current), Purpose.DIAGNOSIS);

        assertEquals(List.of(), failures);
        assertEquals(
                "1.2.2.1",
                session.viewport(Slot.LEFT).stack().orElseThrow().seriesUid().value());
        assertEquals(
                "1.2.1.1",
                session.viewport(Slot.RIGHT).stack().orElseThrow().seriesUid().value());
        assertEquals(ReadingState.OPEN, row(current).state());
        assertTrue(
                desk.lineProperty().get().startsWith("SYNTHETIC, ANNA   4 Mar 1960"),
                desk.lineProperty().get());
    }

    // [utest->req~shell.open~1]
    @Test
    void atADeskThatIsNotReadyNothingIsClaimedAndTheReasonIsTold() throws Exception {
        answer = new ReadinessItem(
                "displays", "Displays", ReadinessItem.Status.BLOCKED, "Not calibrated.", "Calibrate them.");
        StudySummary study = north.add("1.2.2", "ANNA", TODAY);

        desk.open(row(study), Purpose.DIAGNOSIS);

        assertEquals(
                List.of("Displays: Not calibrated."),
                desk.blockedProperty().get().orElseThrow().reasons());
        assertEquals(ReadingState.READY, row(study).state());
        assertEquals(Optional.empty(), session.study());
    }

    // [utest->req~shell.open~1]
    // [utest->req~shell.review-marked~1]
    @Test
    void forReviewAStudyOpensUnclaimedAndSaysSo() throws Exception {
        answer = new ReadinessItem(
                "displays", "Displays", ReadinessItem.Status.BLOCKED, "Not calibrated.", "Calibrate them.");
        StudySummary study = north.add("1.2.2", "ANNA", TODAY);

        desk.open(row(study), Purpose.REVIEW);

        assertTrue(session.study().isPresent());
        assertEquals(ReadingState.READY, row(study).state());
        assertEquals("NOT FOR DIAGNOSIS", desk.markingProperty().getValue());
    }

    // [utest->req~shell.open~1]
    @Test
    void aFacilityThatGoesAwayLeavesNoClaimBehind() throws Exception {
        ReadingItem row = row(north.add("1.2.2", "ANNA", TODAY));
        north.goAway();

        desk.open(row, Purpose.DIAGNOSIS);

        assertEquals("north does not answer", failures.get(0).getMessage());
        assertEquals(ReadingState.READY, item(row.id()).state());
        assertEquals("", desk.lineProperty().get());
    }

    // [utest->req~shell.open~1]
    @Test
    void whatIsHereInFullOpensWithoutItsFacility() throws Exception {
        StudySummary study = north.add("1.2.2", "ANNA", TODAY);
        desk.open(row(study), Purpose.DIAGNOSIS);
        desk.close();
        ReadingItem row = row(study);
        north.goAway();

        desk.open(row, Purpose.DIAGNOSIS);

        assertEquals(List.of(), failures);
        assertTrue(session.study().isPresent());
    }

    // [utest->req~shell.one-patient~1]
    @Test
    void anotherCaseTakesTheImagesOfTheLastOneDownFirst() throws Exception {
        StudySummary anna = north.add("1.2.2", "ANNA", TODAY);
        ReadingItem bert = row(north.add("1.2.3", "BERT", TODAY));
        desk.open(row(anna), Purpose.DIAGNOSIS);
        north.goAway();

        desk.open(bert, Purpose.DIAGNOSIS);

        assertEquals(Optional.empty(), session.viewport(Slot.LEFT).stack());
        assertEquals(Optional.empty(), desk.currentProperty().get());
        assertEquals(
                ReadingState.PUT_ASIDE,
                item(new ReadingItem.Id(ShelfSource.NORTH, anna.uid())).state());
    }

    private ReadingItem row(StudySummary study) throws Exception {
        worklist.refresh(TODAY.minusYears(2), new Cancellation()).join();
        return item(new ReadingItem.Id(study.facility(), study.uid()));
    }

    private ReadingItem item(ReadingItem.Id id) throws Exception {
        return worklist.snapshot().items().stream()
                .filter(item -> item.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
