package org.candela.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.candela.demo.DemoFacility;
import org.candela.demo.DemoFaults.Fault;
import org.candela.demo.DemoFaults.Service;
import org.candela.net.web.DicomWebClient;
import org.candela.net.web.ServerPulse;
import org.candela.net.web.WebEndpoint;
import org.candela.readiness.ReadinessItem;
import org.candela.readiness.ReadinessItem.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

// [utest->req~study.facility-reachable~1]
class FacilityReachableTest {
    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
    /** Shorter than any server fault lasts, longer than loopback takes. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    @TempDir
    private Path folder;

    private final ExecutorService executor = Executors.newCachedThreadPool();

    @SuppressWarnings("NullAway.Init") // set before each test
    private DemoFacility facility;

    @BeforeEach
    void start() throws Exception {
        SmallStudies.writeStudy(1, 1, folder.resolve("north"));
        facility = DemoFacility.start(
                new DemoFacility.Settings(
                        "north", "North", folder.resolve("north"), folder.resolve("reports"), Map.of()),
                executor,
                Clock.systemUTC());
    }

    @AfterEach
    void stop() throws Exception {
        facility.close();
        executor.shutdownNow();
    }

    @Test
    void aFacilityThatAnswersIsReadyAndSaysHowFastItWas() {
        FacilityReachable check = check(Clock.systemUTC());

        ReadinessItem item = check.evaluate();

        assertEquals("facility.north", item.id());
        assertEquals(Status.READY, item.status(), item.reason());
        assertTrue(item.reason().matches("Answered in \\d+ ms\\."), item.reason());
        assertTrue(check.serverTime().isPresent());
    }

    @Test
    void aFacilityThatIsAwayWarnsWithACodeAndBlocksNothing() throws Exception {
        FacilityReachable check = check(Clock.systemUTC());
        facility.close();

        ReadinessItem item = check.evaluate();

        assertEquals(Status.WARNING, item.status());
        assertEquals("Does not answer (web.unreachable).", item.reason());
        assertEquals(Optional.empty(), check.serverTime());
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"SERVER_ERROR", "HALF_ANSWER", "HANG_UP", "SILENCE"})
    void aFacilityThatFailsInAnyWayWarnsAndBlocksNothing(Fault fault) {
        facility.faults().inject(Service.QUERY, fault);

        ReadinessItem item = check(Clock.systemUTC()).evaluate();

        assertEquals(Status.WARNING, item.status());
        assertTrue(item.reason().matches("Does not answer \\(web\\.[a-z-]+\\)\\."), item.reason());
    }

    @ParameterizedTest
    @CsvSource({"1, READY", "2000, READY", "2001, WARNING"})
    void moreThanTwoSecondsIsSlow(int millis, Status expected) {
        ReadinessItem item =
                check(Clock.systemUTC()).judge(new ServerPulse(Duration.ofMillis(millis), Optional.empty()));

        assertEquals(expected, item.status());
        assertEquals("Answered in " + millis + " ms.", item.reason());
    }

    /** HTTP Date has whole seconds, so one is no difference. */
    @ParameterizedTest
    @CsvSource({
        "0, .",
        "1, .",
        "-1, .",
        "2, ', its clock 2 s ahead.'",
        "-600, ', its clock 600 s behind.'",
    })
    void aDifferenceOfClocksIsTold(int seconds, String expected) {
        ServerPulse pulse = new ServerPulse(Duration.ofMillis(7), Optional.of(NOW.plusSeconds(seconds)));

        ReadinessItem item = check(Clock.fixed(NOW, ZoneOffset.UTC)).judge(pulse);

        assertEquals("Answered in 7 ms" + expected, item.reason());
    }

    private FacilityReachable check(Clock clock) {
        WebEndpoint endpoint = WebEndpoint.of(facility.dicomWeb()).within(PATIENCE, PATIENCE);
        return new FacilityReachable(
                facility.facility(), new DicomWebClient(endpoint, HttpClient.newHttpClient()), clock);
    }
}
