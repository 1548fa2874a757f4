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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.candela.audit.AuditLog;
import org.candela.base.AppPaths;
import org.candela.base.Cancellation;
import org.candela.base.EditHistory;
import org.candela.demo.DemoFacility;
import org.candela.demo.DemoFaults.Service;
import org.candela.facility.Facility;
import org.candela.net.web.DicomWebClient;
import org.candela.net.web.WebEndpoint;
import org.candela.readiness.ReadinessBoard;
import org.candela.shell.OpenedCase.Purpose;
import org.candela.store.Database;
import org.candela.study.RemoteStudies;
import org.candela.study.SmallStudies;
import org.candela.study.StudyLibrary;
import org.candela.study.StudySource;
import org.candela.viewer.ManualLoader;
import org.candela.viewer.ManualScheduler;
import org.candela.viewer.ReadingSession;
import org.candela.viewer.TestSessions;
import org.candela.viewer.TestSessions.Store;
import org.candela.worklist.ReadingItem;
import org.candela.worklist.Worklist;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A case fetched over HTTP from a facility on loopback, on threads. */
class CaseFetchTest {
    private static final int SLICES = 40;
    private static final int CLOSED_AT = 8;
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    private Path folder;

    private final ExecutorService web = Executors.newCachedThreadPool();
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();

    @SuppressWarnings("NullAway.Init") // set before each test
    private Database database;

    @SuppressWarnings("NullAway.Init") // set before each test
    private DemoFacility facility;

    @SuppressWarnings("NullAway.Init") // set before each test
    private StudyLibrary library;

    @BeforeEach
    void start() throws Exception {
        SmallStudies.writeStudy(7, SLICES, folder.resolve("north"));
        var settings = new DemoFacility.Settings(
                "north", "North", folder.resolve("north"), folder.resolve("reports"), Map.of());
        facility = DemoFacility.start(settings, web, CLOCK);
        database = Database.open(folder.resolve("candela.db"), CLOCK);
        library = new StudyLibrary(database, new AuditLog(), AppPaths.under(folder), CLOCK);
    }

    @AfterEach
    void stop() throws Exception {
        facility.close();
        database.close();
        web.shutdownNow();
    }

    /** A desk whose I/O runs on {@code io}. */
    private CaseDesk desk(Worklist worklist, StudySource source, ExecutorService io) {
        CaseOpener opener = new CaseOpener(
                new CaseOpener.Services(
                        worklist, Map.of(ShelfSource.NORTH, source), library, new ReadinessBoard(List.of(), CLOCK)),
                io,
                "Reader One");
        ReadingSession session = TestSessions.session(
                new ManualLoader(), new Store(database, io, CLOCK), new EditHistory(), new ManualScheduler());
        return new CaseDesk(opener, session, Runnable::run, failures::add);
    }

    private StudySource source(ExecutorService io) {
        var client = new DicomWebClient(WebEndpoint.of(facility.dicomWeb()), HttpClient.newHttpClient());
        return new RemoteStudies(ShelfSource.NORTH, client, library, folder.resolve("incoming"), io);
    }

    // [utest->req~shell.close-stops~1]
    // [utest->req~study.retrieve-resumes~1]
    @Test
    void aCaseClosedWhileItComesKeepsWhatCameAndOpenedAgainFetchesTheRest() throws Exception {
        ExecutorService io = Executors.newCachedThreadPool();
        StudySource source = source(io);
        Facility north = Facility.of(ShelfSource.NORTH, "North", facility.dicomWeb());
        Worklist worklist = new Worklist(Map.of(north, source), database, new AuditLog(), CLOCK);
        worklist.refresh(LocalDate.of(2026, 1, 1), new Cancellation()).get(20, TimeUnit.SECONDS);
        ReadingItem row = worklist.find(new ReadingItem.Id(ShelfSource.NORTH, SmallStudies.studyUid(7)))
                .orElseThrow();

        CaseDesk closing = desk(worklist, source, io);
        CompletableFuture<String> closed = closeAt(closing);
        closing.open(row, Purpose.REVIEW);
        closed.get(20, TimeUnit.SECONDS);
        io.shutdown();
        assertTrue(io.awaitTermination(20, TimeUnit.SECONDS), "nothing goes on after the case was closed");

        int came = here();
        assertTrue(came >= CLOSED_AT && came < SLICES, came + " came");
        assertEquals(List.of(), failures);
        try (var left = Files.list(folder.resolve("incoming"))) {
            assertEquals(List.of(), left.toList());
        }

        ExecutorService later = Executors.newCachedThreadPool();
        CaseDesk again = desk(worklist, source(later), later);
        CompletableFuture<Boolean> opened = new CompletableFuture<>();
        again.currentProperty().addListener((value, before, now) -> opened.complete(now.isPresent()));
        again.open(row, Purpose.REVIEW);
        assertTrue(opened.get(20, TimeUnit.SECONDS), failures.toString());
        assertEquals(SLICES, here());
        assertEquals(1 + SLICES - came, facility.faults().requests(Service.RETRIEVE));
        later.shutdownNow();
    }

    private int here() throws Exception {
        return library.study(SmallStudies.studyUid(7)).orElseThrow().instanceCount();
    }

    /** Closes the desk as soon as so many objects are here. */
    private static CompletableFuture<String> closeAt(CaseDesk desk) {
        CompletableFuture<String> closed = new CompletableFuture<>();
        desk.lineProperty().addListener((value, before, now) -> {
            if (now.contains(" " + CLOSED_AT + " ")) {
                desk.close();
                closed.complete(now);
            }
        });
        return closed;
    }
}
