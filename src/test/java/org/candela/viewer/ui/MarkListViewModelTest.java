package org.candela.viewer.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.candela.base.EditHistory;
import org.candela.measure.FigureKind;
import org.candela.measure.Quantity;
import org.candela.measure.Reading;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.candela.ui.Messages;
import org.candela.viewer.ManualLoader;
import org.candela.viewer.ManualScheduler;
import org.candela.viewer.MeasuringLayer.Role;
import org.candela.viewer.ReadingSession;
import org.candela.viewer.TestImages;
import org.candela.viewer.TestSessions;
import org.candela.viewer.TestSessions.Store;
import org.candela.viewer.ViewTool;
import org.candela.viewer.layout.Place;
import org.candela.viewer.mark.Calibration;
import org.candela.viewer.picture.CanvasPoint;
import org.candela.viewer.picture.CanvasSize;
import org.candela.viewer.stack.ImageStack;
import org.candela.viewer.stack.ReadingStudy;
import org.candela.viewer.stack.StudyBanner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~viewer.mark-list~1]
class MarkListViewModelTest {
    private final StudyBanner current = TestImages.banner("SYNTHETIC^A", LocalDate.of(2026, 1, 2));
    private final StudyBanner earlier = TestImages.banner("SYNTHETIC^A", LocalDate.of(2025, 1, 2));
    private final ImageStack head = TestImages.stack(current, 1, "CT", 30);
    private final ImageStack prior = TestImages.stack(earlier, 2, "CT", 30);
    private final EditHistory history = new EditHistory();
    private final ManualScheduler scheduler = new ManualScheduler();
    private Database database;
    private ReadingSession session;
    private MarkListViewModel list;

    @BeforeEach
    void open(@TempDir Path folder) throws StoreException {
        database = Database.open(folder.resolve("candela.db"), Clock.systemUTC());
        int[] values = IntStream.range(0, 10_000).map(i -> i % 100).toArray();
        session = TestSessions.session(
                ManualLoader.answering(TestImages.slice(100, 100, values)),
                Store.of(database, Clock.systemUTC()),
                history,
                scheduler);
        for (Place place : List.of(Place.LEFT, Place.RIGHT)) {
            session.viewport(place).resize(new CanvasSize(100, 100));
        }
        list = MarkListViewModel.of(session);
        session.open(new ReadingStudy(current, List.of(head)), List.of(new ReadingStudy(earlier, List.of(prior))));
    }

    @AfterEach
    void close() throws StoreException {
        scheduler.shutdownNow();
        database.close();
    }

    @Test
    void eachMarkIsARowWithItsKindValueAndPlace() {
        session.viewport(Place.LEFT).scrollTo(6);
        drag(Place.LEFT, ViewTool.LENGTH);
        drag(Place.RIGHT, ViewTool.ELLIPSE);

        assertEquals(2, list.rows().size());
        MarkRow length = list.rows().get(0);
        assertEquals("Length", length.kind());
        assertEquals("20.0 mm", length.value());
        assertEquals(head.title() + ", image 7", length.place());
        MarkRow ellipse = list.rows().get(1);
        assertTrue(ellipse.place().startsWith("PRIOR, "), ellipse.place());
        assertTrue(ellipse.value().contains("SD (n\u22121)"), ellipse.value());
    }

    @Test
    void goingToAMarkShowsItsImageWhereverItHangsAndSelectsIt() {
        session.viewport(Place.LEFT).scrollTo(6);
        drag(Place.LEFT, ViewTool.LENGTH);
        session.viewport(Place.LEFT).scrollTo(20);
        session.activate(Place.RIGHT);
        session.marks().deselect();

        list.goTo(list.rows().get(0));

        assertEquals(Place.LEFT, session.active());
        assertEquals(6, session.activeViewport().frameIndex());
        assertEquals(
                Role.SELECTED,
                session.activeViewport().measuring().onScreen().get(0).role());
        assertEquals(Optional.of(list.rows().get(0)), list.selectedProperty().get());
    }

    @Test
    void aStackThatHangsNowhereIsHungForItsMark() {
        drag(Place.LEFT, ViewTool.LENGTH);
        session.activate(Place.LEFT);
        session.cycleStack(1);
        assertEquals(Optional.of(prior), session.activeViewport().stack());

        list.goTo(list.rows().get(0));

        assertEquals(Optional.of(head), session.activeViewport().stack());
        history.undo();
        assertEquals(Optional.of(prior), session.activeViewport().stack());
    }

    @Test
    void removingARowIsUndone() {
        drag(Place.LEFT, ViewTool.LENGTH);

        list.remove(list.rows().get(0));
        assertTrue(list.rows().isEmpty());
        history.undo();

        assertEquals(1, list.rows().size());
    }

    @Test
    void theListIsEmptyWithoutACaseAndComesBackWithIt() {
        drag(Place.LEFT, ViewTool.LENGTH);
        session.close();
        assertTrue(list.rows().isEmpty());

        session.open(new ReadingStudy(current, List.of(head)), List.of());

        assertEquals("20.0 mm", list.rows().get(0).value());
    }

    // [utest->req~viewer.reader-calibration~1]
    @Test
    void theCaptionOfACalibratedSeriesSaysWhoseLengthsTheyAre() {
        ViewportCaption caption = new ViewportCaption(session, Place.LEFT);
        assertTrue(caption.viewLines().contains("Lengths in mm"));

        session.marks().calibrate(head.seriesUid(), new Calibration(0.4));

        assertTrue(caption.viewLines().contains("Lengths calibrated by reader; by the file in mm"));
    }

    @Test
    void everyKindQuantityRemarkAndToolHasItsWords() {
        Messages words = Messages.of(MarkListViewModel.class);
        for (FigureKind kind : FigureKind.values()) {
            assertTrue(words.has("viewer.kind." + kind), kind.name());
        }
        for (Quantity quantity : Quantity.values()) {
            assertTrue(words.has("viewer.quantity." + quantity), quantity.name());
        }
        for (Reading.Remark remark : Reading.Remark.values()) {
            assertTrue(words.has("viewer.remark." + remark), remark.name());
        }
        for (ViewTool tool : ViewTool.values()) {
            assertTrue(words.has("viewer.tool." + tool), tool.name());
        }
    }

    /** A line of 40 pixels of 0.5 mm, or what its diagonal makes. */
    private void drag(Place place, ViewTool tool) {
        session.choose(tool);
        session.press(place, tool, new CanvasPoint(10, 10));
        session.drag(new CanvasPoint(42, 34));
        session.release();
    }
}
