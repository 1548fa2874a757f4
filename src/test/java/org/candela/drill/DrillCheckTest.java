package org.candela.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.candela.audit.AuditLog;
import org.candela.drill.DrillStep.Mark;
import org.candela.readiness.ReadinessItem;
import org.candela.readiness.ReadinessItem.Status;
import org.candela.store.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~drill.kept~1]
// [utest->req~drill.card~1]
@SuppressWarnings("NullAway.Init")
class DrillCheckTest {
    private static final Instant RUN = Instant.parse("2026-11-01T08:00:00Z");

    @TempDir
    private Path folder;

    private Database database;
    private DrillLog log;

    @BeforeEach
    void open() throws Exception {
        database = Database.open(folder.resolve("candela.db"), Clock.fixed(RUN, ZoneOffset.UTC));
        log = new DrillLog(database, new AuditLog());
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    private static DrillStep step(List<String> lost, int seconds) {
        return new DrillStep("Link lost", "It came back.", lost, Duration.ofSeconds(seconds));
    }

    private ReadinessItem after(Duration age) {
        return new DrillCheck(log, Clock.fixed(RUN.plus(age), ZoneOffset.UTC)).evaluate();
    }

    @Test
    void whereNoneWasRunItIsNotAssessed() {
        assertEquals(Status.NOT_ASSESSED, after(Duration.ZERO).status());
    }

    @Test
    void aDrillComesBackAsItWasKept() throws Exception {
        DrillRecord drill = new DrillRecord(RUN, List.of(step(List.of(), 3), step(List.of("rows \"a\""), 70)));

        log.keep(drill, "reader");

        assertEquals(Optional.of(drill), log.last());
    }

    @Test
    void aPassedDrillIsFreshForThirtyDays() throws Exception {
        log.keep(new DrillRecord(RUN, List.of(step(List.of(), 3))), "reader");

        assertEquals(Status.READY, after(Duration.ofDays(30)).status());
        assertEquals(Status.WARNING, after(Duration.ofDays(31)).status());
        assertEquals(
                "Passed 31 days ago, which is long ago.",
                after(Duration.ofDays(31)).reason());
    }

    @Test
    void whatLostSomethingWarnsUntilTheNextDrill() throws Exception {
        log.keep(new DrillRecord(RUN, List.of(step(List.of("the signed report"), 3))), "reader");

        ReadinessItem item = after(Duration.ofHours(1));

        assertEquals(Status.WARNING, item.status());
        assertTrue(item.reason().contains("Link lost"), item.reason());
        log.keep(new DrillRecord(RUN, List.of(step(List.of(), 3))), "reader");
        assertEquals(Status.READY, after(Duration.ofHours(2)).status());
    }

    @Test
    void theWorstStepMarksTheDrill() {
        assertEquals(Mark.PASSED, step(List.of(), 60).mark());
        assertEquals(Mark.SLOW, step(List.of(), 61).mark());
        assertEquals(Mark.FAILED, step(List.of("x"), 1).mark());
        assertEquals(
                Mark.FAILED,
                new DrillRecord(RUN, List.of(step(List.of("x"), 1), step(List.of(), 61), step(List.of(), 1))).mark());
    }
}
