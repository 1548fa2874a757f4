package org.candela.readiness.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.candela.MovableClock;
import org.candela.audit.AuditLog;
import org.candela.base.Cancellation;
import org.candela.dicom.Tag;
import org.candela.dicom.VR;
import org.candela.facility.FacilityId;
import org.candela.net.tls.TlsTrust;
import org.candela.net.web.DicomWebClient;
import org.candela.net.web.WebEndpoint;
import org.candela.net.web.WebTransport;
import org.candela.readiness.link.LinkMeasurement.Link;
import org.candela.readiness.link.LinkPlan.Direction;
import org.candela.readiness.link.ShapedService.Shape;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.candela.study.SmallStudies;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is measured against what the service was made to do; the shape is far slower than this machine. */
@Timeout(90)
@org.junit.jupiter.api.Tag("timed")
class LinkMeterTest {
    private static final FacilityId CLINIC = new FacilityId("clinic");
    private static final double MEGA = 1e6;
    /** Of the true rate: blocks at the ends of the window, and a machine that is busy with other things. */
    private static final double TOLERANCE = 0.15;

    private static final Duration WINDOW = Duration.ofSeconds(3);

    @TempDir
    private Path folder;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Cancellation cancellation = new Cancellation();

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    private LinkMeter.Target target(ShapedService service, String noUpload) throws Exception {
        HttpClient http =
                WebTransport.client(TlsTrust.standard(), HttpClient.Builder.NO_PROXY, threads, Clock.systemUTC());
        WebEndpoint endpoint = WebEndpoint.of(service.uri()).within(Duration.ofSeconds(2), Duration.ofSeconds(5));
        Path object = SmallStudies.write(
                SmallStudies.slice(1, 0).setBytes(Tag.PixelData, VR.OW, new byte[60_000]), folder.resolve("object"));
        return new LinkMeter.Target(
                CLINIC,
                service.uri(),
                new WebLinkProbe(
                        new DicomWebClient(endpoint, http),
                        new WebLinkProbe.Cargo(SmallStudies.studyUid(1), object),
                        folder.resolve("fetched")),
                Optional.of(new Greeter(TlsTrust.standard(), Clock.systemUTC(), Duration.ofSeconds(5))),
                Link.MAIN,
                "enp3s0",
                "",
                noUpload);
    }

    private static LinkPlan plan(Direction... directions) {
        EnumSet<Direction> wanted = EnumSet.noneOf(Direction.class);
        wanted.addAll(List.of(directions));
        return LinkPlan.USUAL.within(WINDOW, 500_000_000L).only(wanted);
    }

    private LinkMeasurement measure(Shape shape, LinkPlan plan, String noUpload) throws Exception {
        try (ShapedService service = new ShapedService(shape)) {
            return new LinkMeter(threads, new MovableClock())
                    .measure(target(service, noUpload), plan, cancellation, share -> {});
        }
    }

    private static void assertNear(double truth, double found, String what) {
        assertEquals(truth, found, TOLERANCE * truth, what + ": " + found + " instead of " + truth);
    }

    // [utest->req~readiness.link~1]
    @Test
    void theRateOfEachDirectionIsThatOfTheLink() throws Exception {
        Shape shape = new Shape(24 * MEGA, 6 * MEGA, Duration.ofMillis(1), 0);

        LinkMeasurement found = measure(shape, plan(Direction.DOWN, Direction.UP), "");

        assertNear(24, found.down().orElseThrow().bitsPerSecond() / MEGA, "down");
        assertNear(6, found.up().orElseThrow().bitsPerSecond() / MEGA, "up");
        assertEquals(0, found.idle().failed());
        assertEquals("127.0.0.1", found.greeting().orElseThrow().address());
        try (var left = Files.list(folder.resolve("fetched"))) {
            assertEquals(List.of(), left.toList(), "what was fetched is deleted");
        }
    }

    // [utest->req~readiness.link~1]
    @Test
    void delayAndAnswersUnderLoadAreThoseOfTheLink() throws Exception {
        Duration delay = Duration.ofMillis(250);

        LinkMeasurement found =
                measure(new Shape(8 * MEGA, 8 * MEGA, delay, 0), plan(Direction.DOWN), "a record that allows none");

        assertTrue(found.idle().medianMillis() >= 250, "not before the delay: " + found.idle());
        assertEquals(250, found.idle().medianMillis(), 60, found.idle().toString());
        assertEquals(240, found.down().orElseThrow().roundTripsPerMinute(), 50);
        assertTrue(found.idle().jitterMillis() < 60, found.idle().toString());
    }

    // [utest->req~readiness.link~1]
    @Test
    void requestsThatAreSwallowedAreCounted() throws Exception {
        LinkMeasurement found = measure(new Shape(8 * MEGA, 8 * MEGA, Duration.ofMillis(1), 7), plan(), "");

        assertEquals(20, found.idle().asked());
        assertEquals(3, found.idle().failed());
        assertEquals(15, found.idle().lossPercent(), 1e-9);
    }

    // [utest->req~readiness.link~1]
    @Test
    void nothingIsSentWhereTheFacilityDoesNotAllowIt() throws Exception {
        try (ShapedService service = new ShapedService(new Shape(24 * MEGA, 8 * MEGA, Duration.ofMillis(1), 0))) {
            LinkMeasurement found = new LinkMeter(threads, new MovableClock())
                    .measure(
                            target(service, "the facility takes no test object"),
                            plan(Direction.DOWN, Direction.UP),
                            cancellation,
                            share -> {});

            assertTrue(found.up().isEmpty());
            assertEquals("up not measured: the facility takes no test object", found.notes());
            assertEquals(0, service.stored());
        }
    }

    // [utest->req~readiness.link~1]
    @Test
    void aCapOnBytesEndsItAndSaysWhatThatMeans() throws Exception {
        Shape shape = new Shape(16 * MEGA, 8 * MEGA, Duration.ofMillis(1), 0);
        LinkPlan plan = LinkPlan.USUAL.within(Duration.ofSeconds(20), 400_000L).only(EnumSet.of(Direction.DOWN));

        LinkMeasurement found = measure(shape, plan, "");

        assertTrue(found.down().isEmpty());
        assertTrue(found.notes().contains("before the link was steady; allow more bytes"), found.notes());
    }

    // [utest->req~readiness.link~1]
    @Test
    void itEndsWhenCancelled() throws Exception {
        try (ShapedService service = new ShapedService(new Shape(8 * MEGA, 8 * MEGA, Duration.ofMillis(1), 0))) {
            LinkMeter.Target target = target(service, "");
            LinkPlan plan = LinkPlan.USUAL.within(Duration.ofSeconds(60), 500_000_000L);

            assertThrows(CancellationException.class, () -> new LinkMeter(threads, new MovableClock())
                    .measure(target, plan, cancellation, share -> {
                        if (share > 0.1) {
                            cancellation.cancel();
                        }
                    }));
        }
    }

    // [utest->req~readiness.link~1]
    @Test
    void aServiceThatIsGoneIsNoLink() throws Exception {
        ShapedService service = new ShapedService(new Shape(8 * MEGA, 8 * MEGA, Duration.ZERO, 0));
        LinkMeter.Target target = target(service, "");
        service.close();

        LinkException e = assertThrows(LinkException.class, () -> new LinkMeter(threads, new MovableClock())
                .measure(target, plan(), cancellation, share -> {}));

        assertEquals("link.no-answer", e.code());
    }

    /** RFC 3550 §6.4.1 by hand: differences 16, 0, 32 ms: 1, 0.9375, 2.87890625. */
    // [utest->req~readiness.link~1]
    @Test
    void jitterIsTheSmoothedChangeOfRoundTrips() {
        long milli = 1_000_000;
        Delay delay = Delay.of(List.of(20 * milli, 36 * milli, 36 * milli, 4 * milli), 1);

        assertEquals(2.87890625, delay.jitterMillis(), 1e-9);
        assertEquals(28, delay.medianMillis(), 1e-9);
        assertEquals(20, delay.lossPercent(), 1e-9);
    }

    // [utest->req~readiness.link~1]
    @Test
    void measurementsAreKeptAndNeverChanged() throws Exception {
        MovableClock clock = new MovableClock();
        LinkMeasurement first = LinkSamples.measured(clock.instant(), 49.9, 20);
        try (Database database = Database.open(folder.resolve("candela.db"), clock)) {
            LinkRecords records = new LinkRecords(database, new AuditLog());
            records.keep(first, "reader");
            LinkMeasurement second = LinkSamples.measured(clock.instant().plusSeconds(60), 120, 20);
            records.keep(second, "reader");

            assertEquals(List.of(first, second), records.of(CLINIC));
            assertEquals(Optional.of(second), records.latest(CLINIC, Link.MAIN));
            assertTrue(records.latest(CLINIC, Link.BACKUP).isEmpty());
            assertThrows(StoreException.class, () -> database.change(tx -> tx.update("DELETE FROM link_measurement")));
        }
    }
}
