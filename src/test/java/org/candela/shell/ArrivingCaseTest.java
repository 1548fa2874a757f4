package org.candela.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.candela.audit.AuditLog;
import org.candela.base.AppPaths;
import org.candela.base.Cancellation;
import org.candela.base.EditHistory;
import org.candela.demo.DemoFacility;
import org.candela.demo.DemoFaults.Fault;
import org.candela.demo.DemoFaults.Service;
import org.candela.facility.Facility;
import org.candela.net.web.DicomWebClient;
import org.candela.net.web.WebEndpoint;
import org.candela.readiness.ReadinessBoard;
import org.candela.shell.OpenedCase.Purpose;
import org.candela.store.Database;
import org.candela.study.LargeImages;
import org.candela.study.LargeImages.Coding;
import org.candela.study.RemoteStudies;
import org.candela.study.SmallStudies;
import org.candela.study.StudyLibrary;
import org.candela.study.StudySource;
import org.candela.viewer.ManualLoader;
import org.candela.viewer.ManualScheduler;
import org.candela.viewer.ReadingSession;
import org.candela.viewer.TestSessions;
import org.candela.viewer.TestSessions.Store;
import org.candela.viewer.arriving.Arrivals.Seen;
import org.candela.viewer.arriving.Arrivals.Standing;
import org.candela.worklist.ReadingItem;
import org.candela.worklist.Worklist;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A case of one large image, fetched over HTTP from a facility on loopback. */
// [utest->req~viewer.arriving~1]
class ArrivingCaseTest {
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    private Path folder;

    private final ExecutorService web = Executors.newCachedThreadPool();
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final List<Optional<Seen>> seen = new CopyOnWriteArrayList<>();
    private final ManualScheduler scheduler = new ManualScheduler();

    @SuppressWarnings("NullAway.Init") // set before each test
    private Database database;

    @SuppressWarnings("NullAway.Init") // set before each test
    private DemoFacility facility;

    @SuppressWarnings("NullAway.Init") // set before each test
    private ReadingSession session;

    @SuppressWarnings("NullAway.Init") // set before each test
    private CaseDesk desk;

    @SuppressWarnings("NullAway.Init") // set before each test
    private ReadingItem row;

    @BeforeEach
    void start() throws Exception {
        Path made = Files.createDirectories(folder.resolve("made"));
        Path north = Files.createDirectories(folder.resolve("north"));
        Files.move(LargeImages.image(7, Coding.RPCL, made), north.resolve("large.dcm"));
        var settings = new DemoFacility.Settings("north", "North", north, folder.resolve("reports"), Map.of());
        facility = DemoFacility.start(settings, web, CLOCK);
        database = Database.open(folder.resolve("candela.db"), CLOCK);
        StudyLibrary library = new StudyLibrary(database, new AuditLog(), AppPaths.under(folder), CLOCK);
        var client = new DicomWebClient(WebEndpoint.of(facility.dicomWeb()), HttpClient.newHttpClient());
        StudySource source =
                new RemoteStudies(ShelfSource.NORTH, client, library, folder.resolve("incoming"), Runnable::run);
        Facility named = Facility.of(ShelfSource.NORTH, "North", facility.dicomWeb());
        Worklist worklist = new Worklist(Map.of(named, source), database, new AuditLog(), CLOCK);
        worklist.refresh(LocalDate.of(2026, 1, 1), new Cancellation()).join();
        row = worklist.find(new ReadingItem.Id(ShelfSource.NORTH, SmallStudies.studyUid(7)))
                .orElseThrow();
        CaseOpener opener = new CaseOpener(
                new CaseOpener.Services(
                        worklist, Map.of(ShelfSource.NORTH, source), library, new ReadinessBoard(List.of(), CLOCK)),
                Runnable::run,
                "Reader One");
        session = TestSessions.session(new ManualLoader(), Store.of(database, CLOCK), new EditHistory(), scheduler);
        desk = new CaseDesk(opener, session, Runnable::run, failures::add);
        desk.arrivals().onChange(() -> seen.add(desk.arrivals().now()));
    }

    @AfterEach
    void stop() throws Exception {
        scheduler.shutdownNow();
        facility.close();
        database.close();
        web.shutdownNow();
    }

    private List<Standing> standings() {
        return seen.stream()
                .flatMap(Optional::stream)
                .map(Seen::standing)
                .distinct()
                .toList();
    }

    @Test
    void theImageIsSeenFinerAndFinerAndIsTakenDownWhenTheCaseHangs() {
        desk.open(row, Purpose.REVIEW);

        List<Integer> reductions = seen.stream()
                .flatMap(Optional::stream)
                .map(now -> now.frame().coarse().reduction())
                .distinct()
                .toList();
        assertTrue(reductions.size() >= 3, "resolutions seen: " + reductions);
        assertEquals(List.of(Standing.COMING, Standing.WHOLE), standings());
        assertEquals(Optional.empty(), desk.arrivals().now());
        assertTrue(session.study().isPresent());
        assertEquals(List.of(), failures);
    }

    @Test
    void whatWasCutStaysMarkedAsNotWholeAndOpensNoCase() {
        facility.faults().inject(Service.RETRIEVE, Fault.HALF_ANSWER);

        desk.open(row, Purpose.REVIEW);

        assertEquals(List.of(Standing.COMING, Standing.BROKEN), standings());
        assertEquals(Standing.BROKEN, desk.arrivals().now().orElseThrow().standing());
        assertTrue(session.study().isEmpty());
        assertEquals(1, failures.size());

        desk.close();
        assertEquals(Optional.empty(), desk.arrivals().now());
    }

    @Test
    void whatComesForACaseThatWasGivenUpIsNotSeen() {
        var listener = desk.arrivals().begin();
        desk.open(row, Purpose.REVIEW);
        desk.close();
        Seen last = seen.stream().flatMap(Optional::stream).findFirst().orElseThrow();
        int before = seen.size();

        listener.coming(last.frame());

        assertEquals(before, seen.size());
        assertEquals(Optional.empty(), desk.arrivals().now());
    }
}
