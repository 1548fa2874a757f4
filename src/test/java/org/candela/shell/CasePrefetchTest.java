package org.candela.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.candela.MovableClock;
import org.candela.audit.AuditLog;
import org.candela.base.AppPaths;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.facility.FacilityId;
import org.candela.study.FrameKey;
import org.candela.study.Prefetch;
import org.candela.study.StackPlace;
import org.candela.study.Study;
import org.candela.study.StudyLibrary;
import org.candela.study.StudySource;
import org.candela.study.StudySummary;
import org.candela.study.ahead.AheadBudget;
import org.candela.viewer.ManualLoader;
import org.candela.viewer.TestImages;
import org.candela.viewer.hanging.Protocols;
import org.candela.worklist.ReadingItem;
import org.candela.worklist.ReadingState;
import org.candela.worklist.ui.WorklistViewModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~shell.next-case-ready~1]
@SuppressWarnings("NullAway.Init")
class CasePrefetchTest {
    private static final long RESERVE = 1_000_000;

    @TempDir
    private Path folder;

    private final List<List<String>> wishes = new ArrayList<>();
    private CaseRoom room;
    private StudyLibrary library;
    private CasePrefetch prefetch;
    private final MovableClock clock = new MovableClock(CaseRoom.CLOCK.instant());
    private long mostBytes = Long.MAX_VALUE;
    private long freeBytes = Long.MAX_VALUE;

    private final Prefetch frames = new Prefetch() {
        @Override
        public void standAt(StackPlace place) {}

        @Override
        public void wish(List<FrameKey> mostWantedFirst) {
            wishes.add(mostWantedFirst.stream()
                    .map(key -> key.sopInstance().value())
                    .toList());
        }

        @Override
        public void forget() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void open() throws Exception {
        room = new CaseRoom(folder, ManualLoader.answering(TestImages.slice(1, 1, 1)));
        library = new StudyLibrary(room.database, new AuditLog(), AppPaths.under(folder), CaseRoom.CLOCK);
        prefetch = prefetch();
    }

    private CasePrefetch prefetch() {
        Map<FacilityId, StudySource> sources = Map.of(ShelfSource.NORTH, room.north);
        return new CasePrefetch(
                new CasePrefetch.Services(
                        sources,
                        library,
                        new StudyLayouts(),
                        Protocols.shipped(),
                        frames,
                        2,
                        CasePriors.sureOnly(sources),
                        new AheadBudget(mostBytes, RESERVE, () -> freeBytes)),
                Runnable::run);
    }

    @AfterEach
    void close() throws Exception {
        room.close();
    }

    private ReadingItem row(String uid, String patient, int daysAgo) throws Exception {
        StudySummary study = room.north.add(uid, patient, CaseRoom.TODAY.minusDays(daysAgo));
        return room.row(study);
    }

    @Test
    void bringsStudyAndFirstPriorAndWishesWhatWillHangFirst() throws Exception {
        row("1.1", "A", 400);
        ReadingItem next = row("1.2", "A", 0);

        assertEquals(1, prefetch.prepare(List.of(next)).join());

        assertTrue(library.study(next.study().uid()).isPresent());
        assertEquals(List.of(List.of("1.2.1.1", "1.1.1.1")), wishes);
    }

    @Test
    void claimsNothingAndLeavesTheStateOfTheList() throws Exception {
        ReadingItem next = row("1.2", "A", 0);

        assertEquals(1, prefetch.prepare(List.of(next)).join());

        ReadingItem now = room.item(next.id());
        assertEquals(ReadingState.READY, now.state());
        assertTrue(now.claim().isEmpty());
    }

    @Test
    void theNextCaseComesFirstAndItsFramesStayFirst() throws Exception {
        ReadingItem next = row("1.2", "A", 0);
        ReadingItem afterNext = row("1.3", "B", 0);

        assertEquals(2, prefetch.prepare(List.of(next, afterNext)).join());

        assertEquals(List.of(List.of("1.2.1.1"), List.of("1.2.1.1", "1.3.1.1")), wishes);
    }

    @Test
    void aFacilityThatIsAwayLeavesTheOthersAlone() throws Exception {
        ReadingItem next = row("1.2", "A", 0);
        room.north.goAway();

        assertEquals(0, prefetch.prepare(List.of(next)).join());

        assertEquals(List.of(), wishes);
    }

    @Test
    void whatIsStoppedIsFetchedNoFurther() throws Exception {
        ReadingItem next = row("1.2", "A", 0);
        ReadingItem afterNext = row("1.3", "B", 0);
        List<ShelfSource.Held> held = room.north.hold();
        CompletableFuture<Integer> ready = prefetch.prepare(List.of(next, afterNext));

        prefetch.stop();

        assertTrue(held.get(0).cancellation().isRequested());
        held.get(0).endAsCancelled();
        assertEquals(0, ready.join());
        assertEquals(1, held.size(), "the second was never asked for");
    }

    private WorklistViewModel followed() {
        WorklistViewModel list = new WorklistViewModel(
                room.worklist, new WorklistViewModel.Threads(Runnable::run, Runnable::run), clock, 1000);
        prefetch.follow(room.desk, list);
        list.refresh().join();
        return list;
    }

    @Test
    void theFirstTwoOfTheListAreMadeReadyBeforeAnyIsOpened() throws Exception {
        row("1.2", "A", 0);
        row("1.3", "B", 1);
        row("1.4", "C", 2);

        WorklistViewModel list = followed();

        assertEquals(2, wishes.size());
        assertEquals(2, library.studies().size());
        list.refresh().join();
        assertEquals(2, wishes.size(), "the same list starts nothing");
    }

    @Test
    void theOpenCaseIsNotItsOwnNext() throws Exception {
        ReadingItem open = row("1.2", "A", 0);
        row("1.3", "B", 1);
        WorklistViewModel list = followed();
        wishes.clear();

        room.desk.open(open, OpenedCase.Purpose.DIAGNOSIS);
        list.refresh().join();

        assertTrue(room.desk.currentProperty().get().isPresent());
        assertEquals(List.of(List.of("1.3.1.1")), wishes);
    }

    /** What comes to the list from now on is a later picture of it. */
    private void later() {
        clock.advance(Duration.ofSeconds(1));
    }

    private void finish(ShelfSource.Held held) throws Exception {
        held.end().complete(room.north.bring(held.study()));
    }

    private static Uid uid(String text) {
        return new Uid(text);
    }

    // [utest->req~shell.ahead.live~1]
    @Test
    void aStatThatComesInTheMiddleGoesFirstAndTheRoutineOneGoesOnAfterIt() throws Exception {
        row("1.2", "A", 0);
        List<ShelfSource.Held> held = room.north.hold();
        followed();
        assertEquals(uid("1.2"), held.get(0).study());

        later();
        room.row(room.north.addStat("1.9", "S", CaseRoom.TODAY));

        assertTrue(held.get(0).cancellation().isRequested());
        assertEquals(uid("1.9"), held.get(1).study());
        held.get(0).endAsCancelled();
        assertEquals(2, held.size(), "one at a time");
        finish(held.get(1));
        assertEquals(uid("1.2"), held.get(2).study());
        assertFalse(held.get(2).cancellation().isRequested());
        finish(held.get(2));
        assertEquals(List.of(List.of("1.9.1.1"), List.of("1.9.1.1", "1.2.1.1")), wishes);
    }

    // [utest->req~shell.ahead.live~1]
    @Test
    void aLessUrgentStudyThatComesStopsNothing() throws Exception {
        row("1.2", "A", 0);
        List<ShelfSource.Held> held = room.north.hold();
        followed();

        later();
        row("1.3", "B", 0);

        assertEquals(1, held.size());
        assertFalse(held.get(0).cancellation().isRequested());
    }

    // [utest->req~shell.ahead.live~1]
    @Test
    void aRowThatIsTakenStopsItsTransferAndTheNextComes() throws Exception {
        ReadingItem first = row("1.2", "A", 0);
        row("1.3", "B", 0);
        List<ShelfSource.Held> held = room.north.hold();
        followed();

        later();
        room.worklist.claim(first.id(), "reader-2");

        assertTrue(held.get(0).cancellation().isRequested());
        assertEquals(uid("1.3"), held.get(1).study());
    }

    // [utest->req~shell.ahead.held~1]
    @Test
    void whileTheFirstCaseOfAShiftIsOpenedNothingComesAhead() throws Exception {
        row("1.2", "A", 0);
        ReadingItem wanted = row("1.3", "B", 0);
        List<ShelfSource.Held> held = room.north.hold();
        WorklistViewModel list = followed();

        room.desk.open(wanted, OpenedCase.Purpose.DIAGNOSIS);

        assertTrue(held.get(0).cancellation().isRequested());
        held.get(0).endAsCancelled();
        later();
        list.refresh().join();
        assertEquals(2, held.size(), "the second is that of the case that is opened");
        assertEquals("waiting", stateOf(list, "1.2"));

        finish(held.get(1));

        assertTrue(room.desk.currentProperty().get().isPresent());
        assertEquals(uid("1.2"), held.get(2).study());
        assertFalse(held.get(2).cancellation().isRequested());
    }

    private static String stateOf(WorklistViewModel list, String uid) {
        return list.rows().stream()
                .filter(row -> row.item().study().uid().equals(uid(uid)))
                .findFirst()
                .orElseThrow()
                .state();
    }

    // [utest->req~worklist.ahead~1]
    @Test
    void theRowSaysHowFarItsImagesAre() throws Exception {
        row("1.2", "A", 0);
        row("1.3", "B", 0);
        row("1.4", "C", 0);
        List<ShelfSource.Held> held = room.north.hold();
        WorklistViewModel list = followed();
        assertEquals("coming 0 %", stateOf(list, "1.2"));

        held.get(0).listener().progress(43, 100);

        assertEquals("coming 40 %", stateOf(list, "1.2"));
        assertEquals("waiting", stateOf(list, "1.3"));
        assertEquals("ready", stateOf(list, "1.4"), "that is not among the next two");
        finish(held.get(0));
        assertEquals("here", stateOf(list, "1.2"));
    }

    /** The assumed size of a CT object is all there is; once the first is here, what it left is less than that. */
    // [utest->req~study.ahead.budget~1]
    @Test
    void whatHasNoRoomIsNotBroughtAndTheRowSaysSo() throws Exception {
        mostBytes = 530_000;
        prefetch = prefetch();
        row("1.2", "A", 0);
        row("1.3", "B", 0);

        WorklistViewModel list = followed();

        assertTrue(library.study(uid("1.2")).isPresent());
        assertTrue(library.study(uid("1.3")).isEmpty());
        assertEquals("here", stateOf(list, "1.2"));
        assertEquals("no room", stateOf(list, "1.3"));
    }

    // [utest->req~study.ahead.budget~1]
    @Test
    void aDiskThatRunsFullStopsWhatComesUntilThereIsRoomAgain() throws Exception {
        row("1.2", "A", 0);
        List<ShelfSource.Held> held = room.north.hold();
        WorklistViewModel list = followed();
        freeBytes = RESERVE;

        held.get(0).listener().progress(1, 100);

        assertTrue(held.get(0).cancellation().isRequested());
        held.get(0).endAsCancelled();
        assertEquals("no room", stateOf(list, "1.2"));
        freeBytes = Long.MAX_VALUE;
        later();
        list.refresh().join();
        assertEquals(2, held.size());
        assertEquals("coming 0 %", stateOf(list, "1.2"));
    }

    /** A retrieval that fails is not begun again and again. */
    @Test
    void whatFailedIsNotBegunAgainUntilTheListChanges() throws Exception {
        row("1.2", "A", 0);
        List<ShelfSource.Held> held = room.north.hold();
        WorklistViewModel list = followed();

        held.get(0).end().completeExceptionally(new CandelaException("web.unreachable", "north does not answer"));
        later();
        list.refresh().join();

        assertEquals(1, held.size());
        assertEquals("ready", stateOf(list, "1.2"));
    }

    @Test
    void aStudyThatIsTheSameIsLaidOutOnce() throws Exception {
        ReadingItem next = row("1.2", "A", 0);
        assertEquals(1, prefetch.prepare(List.of(next)).join());
        StudyLayouts layouts = new StudyLayouts();
        Study study = library.study(next.study().uid()).orElseThrow();

        assertSame(layouts.of(study), layouts.of(library.study(study.uid()).orElseThrow()));
    }
}
