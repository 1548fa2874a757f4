package org.candela.readiness.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.candela.MovableClock;
import org.candela.audit.AuditLog;
import org.candela.facility.Facility;
import org.candela.facility.FacilityId;
import org.candela.readiness.Evidence.Basis;
import org.candela.readiness.ReadinessItem;
import org.candela.readiness.ReadinessItem.Status;
import org.candela.readiness.ReadinessLimits;
import org.candela.store.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkCheckTest {
    private static final ReadinessLimits.Link LIMITS = ReadinessLimits.shipped().link();
    private static final Facility CLINIC =
            Facility.of(new FacilityId("clinic"), "Clinic", URI.create("http://localhost/web"));

    @TempDir
    private Path folder;

    private final MovableClock clock = new MovableClock();
    private Database database;
    private LinkRecords records;

    @BeforeEach
    void open() throws Exception {
        database = Database.open(folder.resolve("candela.db"), clock);
        records = new LinkRecords(database, new AuditLog());
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    private List<ReadinessItem> items() {
        return new LinkCheck(CLINIC, records, LIMITS, clock).answers();
    }

    // [utest->req~readiness.link~1]
    @ParameterizedTest
    @CsvSource({"49.9, FAILED", "49.94, FAILED", "50.0, WARNING", "99.9, WARNING", "100.0, READY", "940, READY"})
    void fiftyIsTheLeastAndAHundredTheTarget(double megabits, Status expected) throws Exception {
        records.keep(LinkSamples.measured(clock.instant(), megabits, 100), "reader");

        assertEquals(expected, items().get(0).status(), items().get(0).reason());
        assertEquals(Status.READY, items().get(1).status(), "up is judged by itself");
        assertEquals(Set.of("clinic"), items().get(0).holdsFor());
    }

    // [utest->req~readiness.link~1]
    @Test
    void aDirectionThatWasNotMeasuredNeverPasses() throws Exception {
        assertEquals(Status.NOT_ASSESSED, items().get(0).status());

        records.keep(LinkSamples.measured(clock.instant(), 200, -1), "reader");

        assertEquals(Status.READY, items().get(0).status());
        assertEquals(Status.NOT_ASSESSED, items().get(1).status());
        assertEquals(Basis.MISSING, items().get(1).evidence().basis());
    }

    // [utest->req~readiness.link~1]
    @Test
    void anOldMeasurementIsToldAsOld() throws Exception {
        records.keep(LinkSamples.measured(clock.instant(), 200, 200), "reader");
        clock.advance(LIMITS.holds());
        assertEquals(Status.READY, items().get(0).status());

        clock.advance(Duration.ofDays(1));

        assertEquals(Status.WARNING, items().get(0).status());
        assertTrue(
                items().get(0).reason().contains("measured 8 days ago"),
                items().get(0).reason());
    }

    /** 1000 slices of 512 × 512 at 16 bits: 524 MB, 84 s at 50 Mbit/s, 42 s at 100. */
    // [utest->req~readiness.next-case~1]
    @Test
    void thousandSlicesTakeEightyFourSecondsAtFifty() {
        NextCase next = NextCase.estimated(CLINIC.id(), 1000, "CT");

        assertEquals(524_288_000L, next.bytes());
        assertEquals(84, Math.round(next.over(50e6).toMillis() / 1000.0));
        assertEquals(42, Math.round(next.over(100e6).toMillis() / 1000.0));
    }

    // [utest->req~readiness.next-case~1]
    @Test
    void theNextCaseIsHeldAgainstItsBudget() {
        Optional<LinkMeasurement> measured = Optional.of(LinkSamples.measured(clock.instant(), 100, 100));

        assertEquals(
                Status.READY,
                new NextCase(CLINIC.id(), 1, 125_000_000L)
                        .item(measured, LIMITS)
                        .status());
        ReadinessItem late = new NextCase(CLINIC.id(), 1, 126_300_000L).item(measured, LIMITS);
        assertEquals(Status.WARNING, late.status());
        assertTrue(late.reason().startsWith("10.1 s for 1 object,"), late.reason());
        assertEquals(
                Status.NOT_ASSESSED,
                new NextCase(CLINIC.id(), 1, 1).item(Optional.empty(), LIMITS).status());
    }
}
