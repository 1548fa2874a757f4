package org.candela.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.candela.MovableClock;
import org.candela.base.Cancellation;
import org.candela.demo.DemoFacility;
import org.candela.demo.DemoFaults.Fault;
import org.candela.demo.DemoFaults.Service;
import org.candela.facility.FacilityId;
import org.candela.facility.ServiceEndpoint.Route;
import org.candela.net.web.DicomWebClient;
import org.candela.net.web.WebEndpoint;
import org.candela.net.web.WebException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two ways to one facility, on loopback, that die and come back. */
class RoutedStudiesTest {
    private static final int SLICES = 6;
    private static final int STUDY = 107;
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    @TempDir
    Path folder;

    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-24T07:30:00Z"));
    private DemoFacility first;
    private DemoFacility other;
    private Desk desk;
    private RoutedStudies routed;

    @BeforeEach
    void start() throws Exception {
        Path studies = folder.resolve("north");
        SmallStudies.writeStudy(STUDY, SLICES, studies);
        first = serve(studies);
        other = serve(studies);
        desk = new Desk(folder.resolve("home"));
        // Looked at on the caller's thread, so that a test sees what came of it.
        routed = new RoutedStudies(
                List.of(way(Route.PRIMARY, first.dicomWeb()), way(Route.ALTERNATE, other.dicomWeb())),
                Runnable::run,
                clock);
    }

    private DemoFacility serve(Path studies) throws Exception {
        var settings = new DemoFacility.Settings("north", "North", studies, folder.resolve("reports"), Map.of());
        return DemoFacility.start(settings, executor, Clock.systemUTC());
    }

    private RoutedStudies.Way way(Route route, URI root) {
        DicomWebClient client = new DicomWebClient(WebEndpoint.of(root), HttpClient.newHttpClient());
        StudySource source =
                new RemoteStudies(new FacilityId("north"), client, desk.library, folder.resolve("incoming"), executor);
        return new RoutedStudies.Way(route, source, () -> {
            var unused = client.pulse(new Cancellation());
        });
    }

    @AfterEach
    void stop() throws Exception {
        desk.close();
        first.close();
        other.close();
        executor.shutdownNow();
    }

    // [utest->req~study.failover~1]
    @ParameterizedTest
    @EnumSource(names = {"HANG_UP", "SERVER_ERROR", "HALF_ANSWER"})
    void whileTheFirstDoesNotAnswerTheOtherDoesAndTheFirstIsLeftAlone(Fault fault) {
        first.faults().inject(Service.QUERY, fault);

        assertEquals(1, list().size());
        assertEquals(Optional.of(Route.ALTERNATE), routed.detour());
        int asked = first.faults().requests(Service.QUERY);
        assertEquals(1, list().size());
        assertEquals(1, list().size());

        assertEquals(asked, first.faults().requests(Service.QUERY));
    }

    // [utest->req~study.failover~1]
    @Test
    void theFirstIsUsedAgainOnceItAnswers() {
        first.faults().inject(Service.QUERY, Fault.HANG_UP);
        list();
        clock.advance(Duration.ofSeconds(10));
        list();
        assertEquals(Optional.of(Route.ALTERNATE), routed.detour(), "still dead");

        first.faults().clear();
        clock.advance(Duration.ofSeconds(10));
        list();
        assertEquals(Optional.of(Route.ALTERNATE), routed.detour(), "left alone for 20 s after the second failure");
        clock.advance(Duration.ofSeconds(10));
        list();

        assertEquals(Optional.empty(), routed.detour());
        int asked = other.faults().requests(Service.QUERY);
        list();
        assertEquals(asked, other.faults().requests(Service.QUERY));
    }

    // [utest->req~study.failover~1]
    @Test
    void aRetrievalThatBreaksGoesOnOverTheOtherWay() throws Exception {
        first.faults().inject(Service.RETRIEVE, Fault.HALF_ANSWER);

        Retrieval retrieval = routed.retrieve(SmallStudies.studyUid(STUDY), (here, total) -> {}, new Cancellation())
                .join();

        assertTrue(retrieval.refused().isEmpty(), retrieval.refused().toString());
        assertEquals(
                SLICES,
                desk.library.study(SmallStudies.studyUid(STUDY)).orElseThrow().instanceCount());
        assertEquals(Optional.of(Route.ALTERNATE), routed.detour());
    }

    // [utest->req~study.failover~1]
    @Test
    void withBothAwayTheFailureIsToldAndTheFirstThatComesBackIsUsed() {
        first.faults().inject(Service.QUERY, Fault.HANG_UP);
        other.faults().inject(Service.QUERY, Fault.HANG_UP);

        CompletionException failure = assertThrows(CompletionException.class, this::list);
        assertInstanceOf(WebException.class, failure.getCause());
        other.faults().clear();

        assertEquals(1, list().size());
        assertEquals(Optional.of(Route.ALTERNATE), routed.detour());
    }

    // [utest->req~study.failover~1]
    @Test
    void whatTheReaderEndedSaysNothingAboutTheWay() throws Exception {
        first.faults().inject(Service.QUERY, Fault.SILENCE);
        Cancellation cancellation = new Cancellation();
        var asked = routed.studiesSince(DAY, cancellation);
        assertTrue(first.faults().awaitRequests(Service.QUERY, 1, Duration.ofSeconds(20)));

        cancellation.cancel();

        assertThrows(RuntimeException.class, asked::join);
        assertEquals(Optional.empty(), routed.detour());
        assertEquals(0, other.faults().requests(Service.QUERY));
    }

    private List<StudySummary> list() {
        return routed.studiesSince(DAY, new Cancellation()).join();
    }
}
