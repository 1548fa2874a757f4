package org.candela.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.candela.audit.AuditLog;
import org.candela.facility.Facility;
import org.candela.facility.FacilityId;
import org.candela.practice.PapersInOrder;
import org.candela.practice.Practice;
import org.candela.practice.PracticeRecord;
import org.candela.readiness.Readiness;
import org.candela.readiness.ReadinessBoard;
import org.candela.readiness.ReadinessItem;
import org.candela.readiness.ReadinessItem.Status;
import org.candela.store.Database;
import org.candela.study.StudyImport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~app.papers-card~1]
class PapersCheckTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-15T17:00:00Z"), ZoneOffset.UTC);
    private static final URI WEB = URI.create("http://localhost/web");
    private static final Facility CLINIC =
            Facility.of(new FacilityId("clinic"), "County Clinic", WEB).withStates(Set.of(PapersInOrder.STATE));
    private static final Facility DEMO =
            Facility.of(new FacilityId("demo"), "Demonstration", WEB).asDemo();
    private static final Facility IMPORTED = Facility.of(StudyImport.LOCAL, "Imported", WEB);

    @TempDir
    private Path folder;

    private Database database;
    private Practice practice;

    @BeforeEach
    void open() throws Exception {
        database = Database.open(folder.resolve("candela.db"), CLOCK);
        practice = new Practice(database, new AuditLog(), CLOCK);
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    private List<ReadinessItem> answers() {
        return new PapersCheck(practice, List.of(CLINIC, DEMO, IMPORTED), CLOCK).answers();
    }

    @Test
    void beforeTheShiftEachRealFacilityIsNamedWithWhatIsMissing() {
        ReadinessItem item = answers().get(0);

        assertEquals(1, answers().size());
        assertEquals("Papers: County Clinic", item.title());
        assertEquals(Status.WARNING, item.status());
        assertTrue(
                item.reason()
                        .startsWith("Its studies cannot be claimed. No licence of Texas allows reading today."
                                + " (the facility serves TX; no licence of TX on file)"),
                item.reason());
    }

    @Test
    void papersInOrderAreReadyAndWhatLapsesWarns() throws Exception {
        practice.enter(PapersInOrder.at(CLINIC.id(), CLOCK.instant()), "reader");
        assertEquals(
                List.of(new ReadinessItem(
                        "papers.clinic",
                        "Papers: County Clinic",
                        Status.READY,
                        "In force today.",
                        "",
                        Set.of("clinic"))),
                answers());

        practice.withdraw(PracticeRecord.Kind.LOCATION, "reader", "reader");

        assertEquals(Status.WARNING, answers().get(0).status());
    }

    @Test
    void theCardOfADeskWithoutRealFacilitiesDoesNotMentionThem() {
        PapersCheck check = new PapersCheck(practice, List.of(DEMO, IMPORTED), CLOCK);

        assertEquals(List.of(), check.answers());
        assertEquals(Status.READY, check.evaluate().status());
    }

    @Test
    void missingPapersDoNotBlockTheDeskSinceTheGateBlocksStudyByStudy() {
        Readiness card = new ReadinessBoard(
                        List.of(
                                () -> ReadinessItem.ready("displays", "Displays", "calibrated"),
                                new PapersCheck(practice, List.of(CLINIC), CLOCK)),
                        CLOCK)
                .evaluate();

        assertTrue(card.isPrimaryReadingAllowed());
        assertEquals(Status.WARNING, card.worst());
    }
}
