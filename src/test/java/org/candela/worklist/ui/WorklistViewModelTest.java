package org.candela.worklist.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.candela.facility.ReadingPriority;
import org.candela.store.StoreException;
import org.candela.worklist.ReadingItem;
import org.candela.worklist.ReadingState;
import org.candela.worklist.ui.WorklistRow.Lateness;
import org.candela.worklist.ui.WorklistViewModel.Emptiness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorklistViewModelTest {
    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init") // set before each test
    private ClinicDesk desk;

    @BeforeEach
    void fill() throws StoreException {
        desk = new ClinicDesk(folder);
        desk.model.refresh().join();
    }

    @AfterEach
    void close() throws StoreException {
        desk.close();
    }

    // [utest->req~worklist.countdown~1]
    @Test
    void theTimeLeftMovesOnWithoutARefresh() {
        assertEquals("in 2 h 00 min", desk.model.rows().get(0).due());
        assertEquals(Lateness.ON_TIME, desk.model.rows().get(0).lateness());

        desk.clock.advance(Duration.ofMinutes(90));
        desk.model.tick();

        assertEquals("in 30 min", desk.model.rows().get(0).due());
        assertEquals(Lateness.SOON, desk.model.rows().get(0).lateness());

        desk.clock.advance(Duration.ofMinutes(33));
        desk.model.tick();

        assertEquals("overdue 3 min", desk.model.rows().get(0).due());
        assertEquals(Lateness.OVER, desk.model.rows().get(0).lateness());
    }

    @Test
    void searchNarrowsTheRowsAndNextStaysWithinThem() {
        desk.model.searchProperty().set("head");

        assertEquals(1, desk.model.rows().size());
        assertEquals("CT HEAD", desk.model.next().orElseThrow().description());
    }

    // [utest->req~delivery.refused-shown~1]
    @Test
    void aReportThatItsFacilityRefusedIsSaidOnItsRow() {
        ReadingItem item = desk.model.rows().get(0).item();

        desk.worklist.notices().refused(Map.of(item.id(), "AR unknown order"));

        assertEquals("REFUSED by facility", desk.model.rows().get(0).state());
        assertTrue(desk.model.rows().get(0).reason().startsWith("The facility refused the report: AR unknown order."));
        desk.worklist.notices().refused(Map.of());
        assertEquals("ready", desk.model.rows().get(0).state());
    }

    // [utest->req~worklist.freshness~1]
    @Test
    void aListThatNobodyAskedForLongIsNotUpToDateEvenWithoutAFailure() {
        desk.clock.advance(Duration.ofHours(3));

        desk.model.tick();

        assertFalse(desk.model.freshness().get(0).isUpToDate());
        assertEquals("3 h 00 min ago", desk.model.freshness().get(0).age());
    }

    // [utest->req~worklist.survives-restart~1]
    @Test
    void theRowsOfTheLastSessionAreShownBeforeAnyFacilityAnswers() {
        desk.held = Optional.of(new CompletableFuture<>());
        WorklistViewModel model = desk.newModel();

        CompletableFuture<Void> refresh = model.refresh();

        assertFalse(refresh.isDone());
        assertEquals(2, model.rows().size());
        assertFalse(model.freshness().get(0).isUpToDate());
        desk.held.orElseThrow().complete(List.of());
        assertTrue(refresh.isDone());
        assertEquals(0, model.rows().size());
    }

    // [utest->req~worklist.one-request~1]
    @Test
    void refreshesThatOverlapAskOnce() {
        int before = desk.requests;
        desk.held = Optional.of(new CompletableFuture<>());

        CompletableFuture<Void> both =
                CompletableFuture.allOf(desk.model.refresh(), desk.model.poll(), desk.model.refresh());

        assertEquals(before + 1, desk.requests);
        desk.held.orElseThrow().complete(List.copyOf(desk.studies));
        assertTrue(both.isDone());
    }

    /** Each of a burst of answers would else make half a million rows be looked at. */
    // [utest->req~worklist.scale~1]
    @Test
    void picturesAreDrawnOneAfterTheOtherAndABurstOfChangesIsOnePicture() {
        List<Runnable> slow = new ArrayList<>();
        WorklistViewModel late = slowModel(slow);
        var first = late.reload();
        desk.studies.add(ClinicDesk.study("1.3", ReadingPriority.STAT, "CT ABDOMEN"));
        desk.model.refresh().join();
        desk.studies.clear();
        desk.model.refresh().join();
        var second = late.reload();

        assertEquals(1, slow.size());
        slow.remove(0).run();

        assertTrue(first.isDone());
        assertFalse(second.isDone());
        assertEquals(1, slow.size());
        slow.remove(0).run();
        assertTrue(second.isDone());
        assertEquals(0, late.rows().size());
        assertEquals(0, slow.size());
    }

    // [utest->req~worklist.scale~1]
    @Test
    void aPictureThatTheReaderHasTypedOnFromIsNotShown() {
        List<Runnable> slow = new ArrayList<>();
        WorklistViewModel late = slowModel(slow);
        late.searchProperty().set("head");
        late.searchProperty().set("chest");
        slow.remove(0).run();
        assertEquals(0, late.rows().size());

        slow.remove(0).run();

        assertEquals("CT CHEST", late.rows().get(0).description());
        assertEquals(1, late.rows().size());
    }

    private WorklistViewModel slowModel(List<Runnable> slow) {
        return new WorklistViewModel(
                desk.worklist,
                new WorklistViewModel.Threads(slow::add, Runnable::run),
                desk.clock,
                ClinicDesk.LISTED_DAYS);
    }

    // [utest->req~worklist.scale~1]
    @Test
    void aLongerSearchLooksAtTheRowsOfTheShorterOneAndAShorterOneAtAll() {
        desk.model.searchProperty().set("ct hea");
        assertEquals(1, desk.model.rows().size());

        desk.model.searchProperty().set("ct");

        assertEquals(2, desk.model.rows().size());
    }

    // [utest->req~worklist.empty~1]
    @Test
    void aSearchThatFindsNothingIsNotAnEmptyList() {
        desk.model.searchProperty().set("nowhere");

        assertEquals(Emptiness.NO_MATCH, desk.model.emptinessProperty().get());
        assertEquals("0 to read", desk.model.countProperty().get());
    }

    // [utest->req~worklist.empty~1]
    @Test
    void beforeAnyAnswerAnEmptyListIsNotUpToDate() {
        assertEquals(
                Emptiness.NOT_UP_TO_DATE, desk.newModel().emptinessProperty().get());
    }

    // [utest->req~worklist.order~1]
    @Test
    void whatIsSignedIsCountedApartAndNotOfferedNext() throws Exception {
        ReadingItem.Id chest = desk.model.rows().get(0).item().id();
        desk.worklist.claim(chest, "reader");
        desk.worklist.change(chest, ReadingState.CLAIMED, ReadingState.OPEN, "reader");

        desk.worklist.change(chest, ReadingState.OPEN, ReadingState.FINAL, "reader");

        assertEquals("1 to read, 1 final", desk.model.countProperty().get());
        assertEquals("CT HEAD", desk.model.next().orElseThrow().description());
        assertEquals("CT CHEST", desk.model.rows().get(1).description());
        assertEquals("\u2013", desk.model.rows().get(1).due());
    }
}
