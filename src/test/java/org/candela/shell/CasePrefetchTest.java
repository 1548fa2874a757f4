package org.candela.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.candela.audit.AuditLog;
import org.candela.base.AppPaths;
import org.candela.study.FrameKey;
import org.candela.study.Prefetch;
import org.candela.study.StackPlace;
import org.candela.study.Study;
import org.candela.study.StudyLibrary;
import org.candela.study.StudySummary;
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
    @TempDir
    private Path folder;

    private final List<List<String>> wishes = new ArrayList<>();
    private CaseRoom room;
    private StudyLibrary library;
    private CasePrefetch prefetch;

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
        prefetch = new CasePrefetch(
                new CasePrefetch.Services(
                        Map.of(ShelfSource.NORTH, room.north),
                        library,
                        new StudyLayouts(),
                        Protocols.shipped(),
                        frames,
                        2),
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
                room.worklist, new WorklistViewModel.Threads(Runnable::run, Runnable::run), CaseRoom.CLOCK, 1000);
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

    @Test
    void aStudyThatIsTheSameIsLaidOutOnce() throws Exception {
        ReadingItem next = row("1.2", "A", 0);
        assertEquals(1, prefetch.prepare(List.of(next)).join());
        StudyLayouts layouts = new StudyLayouts();
        Study study = library.study(next.study().uid()).orElseThrow();

        assertSame(layouts.of(study), layouts.of(library.study(study.uid()).orElseThrow()));
    }
}
