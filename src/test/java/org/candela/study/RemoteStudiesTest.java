package org.candela.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.candela.base.Cancellation;
import org.candela.demo.DemoFacility;
import org.candela.demo.DemoFaults.Fault;
import org.candela.demo.DemoFaults.Service;
import org.candela.demo.SyntheticStudy.StudyOrder;
import org.candela.facility.ReadingPriority;
import org.candela.net.web.WebException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class RemoteStudiesTest {
    private static final int SLICES = 12;
    private static final int CURRENT = 107;
    private static final int PRIOR = 103;
    private static final Instant RECEIVED = Instant.parse("2026-11-24T07:30:00Z");

    @TempDir
    Path folder;

    private final ExecutorService executor = Executors.newCachedThreadPool();
    private DemoFacility facility;
    private Desk desk;
    private RemoteStudies remote;

    @BeforeEach
    void start() throws Exception {
        Path studies = folder.resolve("north");
        SmallStudies.writeStudy(CURRENT, SLICES, studies);
        SmallStudies.writeStudy(PRIOR, 2, studies);
        var orders = Map.of(SmallStudies.studyUid(CURRENT), new StudyOrder("STAT", RECEIVED));
        var settings = new DemoFacility.Settings("north", "North", studies, folder.resolve("reports"), orders);
        facility = DemoFacility.start(settings, executor, Clock.systemUTC());
        desk = new Desk(folder.resolve("home"));
        remote = desk.remote(facility.facility());
    }

    @AfterEach
    void stop() throws Exception {
        desk.close();
        facility.close();
        executor.shutdownNow();
    }

    private Retrieval retrieve() {
        return remote.retrieve(SmallStudies.studyUid(CURRENT), (here, total) -> {}, new Cancellation())
                .join();
    }

    private int here() throws Exception {
        return desk.library
                .study(SmallStudies.studyUid(CURRENT))
                .map(Study::instanceCount)
                .orElse(0);
    }

    @Test
    void listsStudiesWithPriorityAndArrival() {
        List<StudySummary> found = remote.studiesSince(LocalDate.of(2026, 9, 1), new Cancellation())
                .join();

        assertEquals(1, found.size());
        StudySummary summary = found.get(0);
        assertEquals(SmallStudies.studyUid(CURRENT), summary.uid());
        assertEquals(Optional.of(ReadingPriority.STAT), summary.priority());
        assertEquals(Optional.of(RECEIVED), summary.receivedAt());
        assertEquals(SLICES, summary.instanceCount());
        assertEquals("SYNTHETIC SMALL", summary.identity().description());
        assertEquals(java.util.Set.of("CT"), summary.modalities());
    }

    @Test
    void findsTheStudiesOfOnePatient() {
        StudySummary current = remote.studiesSince(LocalDate.of(2026, 9, 1), new Cancellation())
                .join()
                .get(0);

        List<StudySummary> all =
                remote.studiesOf(current.patient(), new Cancellation()).join();

        assertEquals(2, all.size());
    }

    @Test
    void bringsAStudyIntoTheLibraryAndTellsHowFarItIs() throws Exception {
        List<Integer> progress = new ArrayList<>();

        Retrieval retrieval = remote.retrieve(
                        SmallStudies.studyUid(CURRENT), (here, total) -> progress.add(here), new Cancellation())
                .join();

        assertTrue(retrieval.isComplete());
        assertEquals(SLICES, retrieval.admitted());
        assertEquals(SLICES, here());
        assertEquals(0, progress.get(0));
        assertEquals(SLICES, progress.get(progress.size() - 1));
        assertEquals(List.of(), desk.leftovers());
    }

    // [utest->req~study.retrieve-resumes~1]
    @Test
    void whatCameBeforeABreakStaysAndTheRestIsFetchedLater() throws Exception {
        facility.faults().inject(Service.RETRIEVE, Fault.HALF_ANSWER);

        CompletionException failure = assertThrows(CompletionException.class, this::retrieve);

        WebException cause = assertInstanceOf(WebException.class, failure.getCause());
        assertEquals(WebException.Kind.BROKEN_RESPONSE, cause.kind());
        int before = here();
        assertTrue(before > 0 && before < SLICES, "here: " + before);
        assertEquals(List.of(), desk.leftovers());

        facility.faults().clear();
        Retrieval rest = retrieve();

        assertEquals(SLICES - before, rest.admitted());
        assertEquals(before, rest.alreadyHere());
        assertEquals(SLICES, here());
    }

    // [utest->req~study.refused-named~1]
    @Test
    void anObjectThatWasCutIsNamedAsTheReaderKnowsIt() throws Exception {
        Path cut = folder.resolve("north").resolve(SmallStudies.instanceUid(CURRENT, 4) + ".dcm");
        try (FileChannel channel = FileChannel.open(cut, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() - 10);
        }

        Retrieval retrieval = retrieve();

        assertEquals(SLICES - 1, here());
        assertEquals(1, retrieval.refused().size());
        String told = retrieval.refused().get(0);
        assertTrue(told.startsWith("series 1, image 996, offset"), told);
        assertFalse(told.contains(".part"), told);
    }

    // [utest->req~study.own-disk~1]
    @Test
    void aDiskOfOursThatTakesNothingEndsTheRetrievalInsteadOfBlamingTheFacility() throws Exception {
        Files.createFile(desk.paths.studies());

        CompletionException failure = assertThrows(CompletionException.class, this::retrieve);

        StudyException cause = assertInstanceOf(StudyException.class, failure.getCause());
        assertEquals("study.disk", cause.code());
        assertTrue(String.valueOf(cause.getMessage()).startsWith(desk.paths.home() + ": "), cause.getMessage());
        assertEquals(List.of(), desk.leftovers());

        Files.delete(desk.paths.studies());
        assertEquals(SLICES, retrieve().admitted());
    }

    @Test
    void aCancelledRetrievalKeepsWhatCame() throws Exception {
        Cancellation cancellation = new Cancellation();

        assertThrows(CancellationException.class, () -> {
            try {
                remote.retrieve(
                                SmallStudies.studyUid(CURRENT),
                                (here, total) -> {
                                    if (here == 3) {
                                        cancellation.cancel();
                                    }
                                },
                                cancellation)
                        .join();
            } catch (CompletionException e) {
                throw e.getCause();
            }
        });

        assertEquals(3, here());
    }

    // The conventions ask for this: a study with telling names goes through, and the log is searched for them.
    // [utest->req~study.sealed~1]
    @Test
    void whatArrivesIsAtNoMomentPlainOnTheDisk() throws Exception {
        desk.close();
        desk = Desk.sealed(folder.resolve("sealed home"));
        remote = desk.remote(facility.facility());
        List<Path> told = new ArrayList<>();
        AtomicInteger looks = new AtomicInteger();

        Retrieval retrieval = remote.retrieve(
                        SmallStudies.studyUid(CURRENT),
                        (here, total) -> {
                            looks.incrementAndGet();
                            told.addAll(plainOnDisk());
                        },
                        new Cancellation())
                .join();

        assertEquals(SLICES, retrieval.admitted());
        assertTrue(looks.get() >= SLICES, "looked " + looks + " times, with an object on its way");
        assertEquals(List.of(), told);
        assertEquals(List.of(), plainOnDisk());
        assertEquals(List.of(), desk.leftovers());
    }

    // [utest->req~study.damaged-comes-back~1]
    @Test
    void aFileThatWasDeletedIsBroughtAnewAndNoOther() throws Exception {
        retrieve();
        Files.delete(desk.library.fileOf(SmallStudies.instanceUid(CURRENT, 3)).orElseThrow());

        Retrieval again = retrieve();

        assertEquals(1, again.admitted());
        assertEquals(SLICES - 1, again.alreadyHere());
        assertTrue(Files.exists(
                desk.library.fileOf(SmallStudies.instanceUid(CURRENT, 3)).orElseThrow()));
    }

    /** Files below the home that tell of a patient, by name or in their bytes; the store is another matter. */
    private List<Path> plainOnDisk() {
        try (Stream<Path> all = Files.walk(desk.paths.home())) {
            return all.filter(file -> file.startsWith(desk.paths.studies()) || file.startsWith(desk.paths.incoming()))
                    .filter(RemoteStudiesTest::tells)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean tells(Path file) {
        try {
            String all = file.getFileName()
                    + (Files.isRegularFile(file)
                            ? new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                            : "");
            return all.contains("SECRET") || all.contains("DICM") || all.contains("1.2.107");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void nothingOfThePatientReachesTheLog() throws Exception {
        Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        Logger ours = (Logger) LoggerFactory.getLogger("org.candela");
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        Level former = ours.getLevel();
        ours.setLevel(Level.TRACE);
        root.addAppender(log);
        try {
            facility.faults().inject(Service.RETRIEVE, Fault.HALF_ANSWER);
            assertThrows(CompletionException.class, this::retrieve);
            facility.faults().clear();
            retrieve();
        } finally {
            root.detachAppender(log);
            ours.setLevel(former);
        }

        for (ILoggingEvent event : log.list) {
            assertFalse(event.getFormattedMessage().contains("SECRET"), event.getFormattedMessage());
        }
    }
}
