package org.candela.readiness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.candela.readiness.ReadinessItem.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadinessTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T01:30:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    // [utest->req~readiness.gate~1]
    @Test
    void nothingCheckedAllowsNothing() {
        Readiness readiness = new ReadinessBoard(List.of(), CLOCK).evaluate();

        assertFalse(readiness.isPrimaryReadingAllowed());
        assertEquals(List.of("Nothing has been checked yet."), readiness.blockingReasons());
    }

    // [utest->req~readiness.gate~1]
    @Test
    void aCheckThatBreaksBlocks() {
        ReadinessCheck broken = () -> {
            throw new IllegalStateException("bug");
        };

        Readiness readiness =
                new ReadinessBoard(List.of(() -> ReadinessItem.ready("a", "A", "Fine."), broken), CLOCK).evaluate();

        assertEquals(Status.BLOCKED, readiness.worst());
        assertFalse(readiness.isPrimaryReadingAllowed());
    }

    // [utest->req~readiness.gate~1]
    @Test
    void warningsDoNotBlock() {
        ReadinessItem warning = new ReadinessItem("w", "W", Status.WARNING, "Nearly.", "Look.");

        assertTrue(new ReadinessBoard(List.of(() -> warning), CLOCK).evaluate().isPrimaryReadingAllowed());
    }

    // [utest->req~readiness.disk~1]
    @Test
    void spaceIsJudgedByItsLimits() throws Exception {
        assertEquals(Status.READY, disk(folder, new DiskSpaceCheck.Limits(0, 0)));
        assertEquals(Status.WARNING, disk(folder, new DiskSpaceCheck.Limits(Long.MAX_VALUE, 0)));
        assertEquals(Status.BLOCKED, disk(folder, new DiskSpaceCheck.Limits(Long.MAX_VALUE, Long.MAX_VALUE)));

        Path notAFolder = Files.createFile(folder.resolve("file"));
        assertEquals(Status.BLOCKED, disk(notAFolder.resolve("below"), DiskSpaceCheck.Limits.START));
    }

    // [utest->req~readiness.clock~1]
    @ParameterizedTest
    @CsvSource({"0, READY", "5, READY", "6, WARNING", "-120, WARNING", "121, BLOCKED", "-3600, BLOCKED"})
    void theClockIsJudgedByItsOffset(long seconds, Status expected) {
        Instant trusted = CLOCK.instant().plusSeconds(seconds);

        assertEquals(
                expected,
                new ClockCheck(CLOCK, () -> Optional.of(trusted)).evaluate().status());
    }

    @Test
    void aClockNobodyCouldCompareIsNotAssessed() {
        assertEquals(
                Status.NOT_ASSESSED,
                new ClockCheck(CLOCK, Optional::empty).evaluate().status());
    }

    private static Status disk(Path folder, DiskSpaceCheck.Limits limits) {
        return new DiskSpaceCheck(folder, limits).evaluate().status();
    }

    // [utest->req~readiness.by-facility~1]
    @Test
    void whatHoldsForOneFacilityBlocksItsCasesAlone() {
        ReadinessItem north = item("a", Status.BLOCKED, Set.of("north"));
        ReadinessItem south = item("b", Status.READY, Set.of("south"));
        ReadinessItem all = item("c", Status.WARNING, Set.of());

        Readiness card = new Readiness(List.of(north, south, all), CLOCK.instant());

        assertTrue(card.isPrimaryReadingAllowed(), "for south");
        assertFalse(card.forCasesOf("north").isPrimaryReadingAllowed());
        assertEquals(
                List.of("c", "b"),
                card.forCasesOf("south").items().stream().map(ReadinessItem::id).toList());
        assertFalse(card.forCasesOf("elsewhere").isPrimaryReadingAllowed(), "nobody asked for it: all of it counts");
    }

    // [utest->req~readiness.by-facility~1]
    @Test
    void whatHoldsForAllBlocksEveryFacility() {
        ReadinessItem south = item("b", Status.READY, Set.of("south"));
        ReadinessItem all = item("c", Status.BLOCKED, Set.of());

        Readiness card = new Readiness(List.of(south, all), CLOCK.instant());

        assertFalse(card.isPrimaryReadingAllowed());
        assertFalse(card.forCasesOf("south").isPrimaryReadingAllowed());
    }

    // [utest->req~readiness.by-facility~1]
    @Test
    void anItemForSeveralFacilitiesDoesNotLetOneInForTheOther() {
        ReadinessItem both = item("a", Status.READY, Set.of("north", "west"));
        ReadinessItem north = item("b", Status.BLOCKED, Set.of("north"));

        Readiness card = new Readiness(List.of(both, north), CLOCK.instant());

        assertFalse(card.forCasesOf("north").isPrimaryReadingAllowed());
        assertTrue(card.forCasesOf("west").isPrimaryReadingAllowed());
    }

    private static ReadinessItem item(String id, Status status, Set<String> facilities) {
        return new ReadinessItem(id, "Display", status, "As it is.", "", facilities);
    }
}
