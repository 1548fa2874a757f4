package org.candela.viewer.shelf.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.candela.base.CandelaException;
import org.candela.base.EditHistory;
import org.candela.base.MemoryBudget;
import org.candela.base.MemoryBudget.Limits;
import org.candela.base.MemoryBudget.Use;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.candela.study.LoadedFrame;
import org.candela.viewer.ManualLoader;
import org.candela.viewer.ManualScheduler;
import org.candela.viewer.ReadingSession;
import org.candela.viewer.TestImages;
import org.candela.viewer.TestSessions;
import org.candela.viewer.layout.Place;
import org.candela.viewer.picture.CanvasSize;
import org.candela.viewer.stack.ImageStack;
import org.candela.viewer.stack.ReadingStudy;
import org.candela.viewer.stack.StudyBanner;
import org.candela.viewer.stack.Thumbnails;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~viewer.series-list~1]
class SeriesListViewModelTest {
    private static final LoadedFrame FRAME = TestImages.slice(2, 2, -100, 0, 50, 100);
    private static final StudyBanner NOW = TestImages.banner("SYNTHETIC^Anna", LocalDate.of(2026, 3, 4));
    private static final StudyBanner BEFORE = TestImages.banner("SYNTHETIC^Anna", LocalDate.of(2024, 1, 2));

    @TempDir
    private Path folder;

    private final ImageStack head = TestImages.stack(NOW, 1, "CT", 21);
    private final ImageStack neck = TestImages.stack(NOW, 2, "CT", 5);
    private final ImageStack old = TestImages.stack(BEFORE, 3, "CT", 1);
    private final ManualLoader loader = new ManualLoader();
    private final EditHistory history = new EditHistory();
    private Database database;
    private ReadingSession session;
    private SeriesListViewModel list;

    @BeforeEach
    void openACase() throws StoreException {
        database = Database.open(folder.resolve("candela.db"), Clock.systemUTC());
        session = TestSessions.session(
                loader, TestSessions.Store.of(database, Clock.systemUTC()), history, new ManualScheduler());
        MemoryBudget budget = new MemoryBudget(new Limits(1 << 24, 1 << 24, 1 << 24));
        list = SeriesListViewModel.of(
                session,
                new Thumbnails(
                        loader,
                        new Thumbnails.Threads(Runnable::run, Runnable::run),
                        budget.account(Use.THUMBNAILS),
                        new CanvasSize(8, 8)));
        session.open(new ReadingStudy(NOW, List.of(head, neck)), List.of(new ReadingStudy(BEFORE, List.of(old))));
    }

    @AfterEach
    void close() throws StoreException {
        database.close();
    }

    @Test
    void allStacksAreListedThoseOfPriorsWithTheirDate() {
        assertEquals(
                List.of("21 images", "5 images", "1 image"),
                list.rows().stream().map(SeriesRow::count).toList());
        assertEquals("this study", list.rows().get(0).when());
        assertTrue(
                list.rows().get(2).when().contains("2024"), list.rows().get(2).when());
    }

    @Test
    void aPictureComesWithItsFrameAndOneThatCannotBeShownSaysSo() {
        assertEquals("loading", list.rows().get(1).state());

        loader.arrive(neck.frames().get(2), FRAME);
        loader.fail(head.frames().get(10), new CandelaException("codec.broken", "no image"));

        assertEquals("", list.rows().get(1).state());
        assertTrue(list.rows().get(1).thumbnail().picture().isPresent());
        assertEquals("cannot be shown", list.rows().get(0).state());
    }

    @Test
    void aRowHangsItsStackWhereTheKeysGoAndUndoTakesItBack() {
        Optional<ImageStack> before = session.activeViewport().stack();
        assertEquals(List.of(true, false, true), hanging());

        list.hang(list.rows().get(1));

        assertEquals(Optional.of(neck), session.viewport(Place.LEFT).stack());
        assertEquals(List.of(false, true, true), hanging());
        history.undo();
        assertEquals(before, session.activeViewport().stack());
        assertEquals(List.of(true, false, true), hanging());
    }

    @Test
    void aCaseThatIsClosedLeavesNothing() {
        session.close();

        assertEquals(List.of(), list.rows());
    }

    private List<Boolean> hanging() {
        return list.rows().stream().map(SeriesRow::isHanging).toList();
    }
}
