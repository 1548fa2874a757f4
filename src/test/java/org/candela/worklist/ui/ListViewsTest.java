package org.candela.worklist.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.candela.facility.ReadingPriority;
import org.candela.store.StoreException;
import org.candela.study.StudySummary;
import org.candela.worklist.ListFilter;
import org.candela.worklist.ReadingItem;
import org.candela.worklist.ReadingState;
import org.candela.worklist.SavedViews.Sound;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Filters, views that are kept, what was laid aside, and the notice of new STAT studies. */
class ListViewsTest {
    @TempDir
    private Path folder;

    private final AtomicInteger chimes = new AtomicInteger();

    @SuppressWarnings("NullAway.Init") // set before each test
    private ClinicDesk desk;

    @BeforeEach
    void fill() throws StoreException {
        desk = new ClinicDesk(folder);
        desk.model.chime(chimes::incrementAndGet);
        desk.model.refresh().join();
    }

    @AfterEach
    void close() throws StoreException {
        desk.close();
    }

    // [utest->req~worklist.filter~1]
    @Test
    void theNextCaseRespectsTheFilter() {
        assertEquals("CT CHEST", desk.model.next().orElseThrow().description());

        desk.model.show(ListFilter.ALL.withPriority(Optional.of(ReadingPriority.ROUTINE)));

        assertEquals("CT HEAD", desk.model.next().orElseThrow().description());
        assertEquals("1 to read", desk.model.countProperty().get());
        desk.model.show(ListFilter.ALL.withWhose(ListFilter.Whose.MINE));
        assertEquals(Optional.empty(), desk.model.next());
    }

    // [utest->req~worklist.saved-views~1]
    @Test
    void aViewIsKeptByNameOverARestartAndForgotten() {
        ListFilter heads = ListFilter.ALL
                .withText("head")
                .withWhose(ListFilter.Whose.POOL)
                .withModality(Optional.of("CT"))
                .withState(Optional.of(ReadingState.READY))
                .withTime(ListFilter.Time.OVERDUE);
        desk.model.settings().save(" Heads ", heads).join();
        desk.model.settings().save("All", ListFilter.ALL).join();
        desk.model.settings().hear(Sound.OFF).join();
        WorklistViewModel again = desk.newModel();

        again.settings().read().join();

        assertEquals(
                List.of("All", "Heads"),
                again.settings().views().stream().map(view -> view.name()).toList());
        assertEquals(heads, again.settings().views().get(1).filter());
        assertEquals(Sound.OFF, again.settings().soundProperty().get());
        again.settings().forget("All").join();
        assertEquals(1, again.settings().views().size());
    }

    // [utest->req~worklist.saved-views~1]
    @Test
    void aViewWithoutANameIsNotKeptAndThatIsSaid() {
        desk.model.settings().save("  ", ListFilter.ALL).join();

        assertEquals(List.of(), desk.model.settings().views());
        assertEquals(
                "a view needs a name of at most 40 letters",
                desk.model.problemProperty().get());
    }

    // [utest->req~worklist.aside~1]
    @Test
    void whatWasLaidAsideIsFoundWhateverTheFilterShows() throws Exception {
        ReadingItem.Id chest = desk.model.rows().get(0).item().id();
        assertEquals(Optional.empty(), desk.model.putAside());
        desk.worklist.claim(chest, "reader");
        desk.worklist.change(chest, ReadingState.CLAIMED, ReadingState.OPEN, "reader");
        desk.worklist.change(chest, ReadingState.OPEN, ReadingState.PUT_ASIDE, "reader");
        desk.model.searchProperty().set("head");

        assertEquals("CT CHEST", desk.model.putAside().orElseThrow().description());
    }

    // [utest->req~worklist.stat-notice~1]
    @Test
    void newStatStudiesAreToldOnceForSeveralUntilTheyAreSeen() {
        assertEquals("", words());
        add("1.7", "CT ANGIO");
        add("1.8", "CT SPINE");

        desk.model.refresh().join();

        assertEquals(1, chimes.get());
        assertEquals("2 new STAT studies, first: CT ANGIO of clinic, due in 30 min", words());
        desk.clock.advance(Duration.ofSeconds(30));
        desk.model.refresh().join();
        assertEquals(1, chimes.get());

        assertEquals("1.7", desk.model.seeStat().orElseThrow().study().uid().value());
        assertEquals("", words());
        desk.model.refresh().join();
        assertEquals("", words());
    }

    // [utest->req~worklist.stat-notice~1]
    @Test
    void whatSomebodyHasTakenNeedsNoNoticeAnyMore() throws Exception {
        StudySummary stat = add("1.7", "CT ANGIO");
        desk.model.refresh().join();
        assertFalse(words().isEmpty());

        desk.worklist.claim(new ReadingItem.Id(stat.facility(), stat.uid()), "reader");

        assertEquals("", words());
    }

    // [utest->req~worklist.stat-notice~1]
    @Test
    void whatTheLastSessionKnewIsNotNewAndSoundCanBeOff() {
        add("1.7", "CT ANGIO");
        desk.model.refresh().join();
        WorklistViewModel again = desk.newModel();
        again.chime(chimes::incrementAndGet);
        again.refresh().join();
        assertEquals("", again.statWordsProperty().get());
        again.settings().hear(Sound.OFF).join();
        desk.model.settings().hear(Sound.OFF).join();
        int before = chimes.get();
        add("1.8", "CT SPINE");

        again.refresh().join();
        desk.model.refresh().join();

        assertEquals(before, chimes.get());
        assertTrue(words().startsWith("2 new STAT studies"), words());
    }

    private String words() {
        return desk.model.statWordsProperty().get();
    }

    private StudySummary add(String uid, String description) {
        StudySummary study = ClinicDesk.study(uid, ReadingPriority.STAT, description);
        desk.studies.add(study);
        return study;
    }
}
