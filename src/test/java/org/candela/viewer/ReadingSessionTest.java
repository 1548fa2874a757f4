package org.candela.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.candela.base.EditHistory;
import org.candela.image.ImagePoint;
import org.candela.image.ImageSpacing;
import org.candela.image.Polarity;
import org.candela.image.Vector3;
import org.candela.image.VoiWindow;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.candela.study.LoadedFrame;
import org.candela.viewer.TestSessions.Store;
import org.candela.viewer.layout.Place;
import org.candela.viewer.mark.Mark;
import org.candela.viewer.mark.Marks;
import org.candela.viewer.mark.Reference;
import org.candela.viewer.picture.CanvasPoint;
import org.candela.viewer.picture.CanvasSize;
import org.candela.viewer.stack.ImageStack;
import org.candela.viewer.stack.ReadingStudy;
import org.candela.viewer.stack.StudyBanner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a reader does, on real SQLite and 101 × 101 slices shown one pixel to one. */
class ReadingSessionTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-01-02T12:00:00Z"), ZoneOffset.UTC);
    private static final LoadedFrame SLICE = TestImages.slice(101, 101, new int[101 * 101]);
    private static final CanvasSize CANVAS = new CanvasSize(101, 101);
    private static final CanvasPoint MIDDLE = new CanvasPoint(50, 50);

    private final StudyBanner current = TestImages.banner("SYNTHETIC^A", LocalDate.of(2026, 1, 2));
    private final StudyBanner earlier = TestImages.banner("SYNTHETIC^A", LocalDate.of(2025, 1, 2));
    private final ImageStack head = TestImages.stack(current, 1, "CT", 30);
    private final ImageStack prior = TestImages.stack(earlier, 2, "CT", 30);
    private final ManualScheduler scheduler = new ManualScheduler();
    private Database database;
    private ReadingSession session;

    @BeforeEach
    void open(@TempDir Path folder) throws StoreException {
        database = Database.open(folder.resolve("candela.db"), NOON);
        session = session(ManualLoader.answering(SLICE));
    }

    @AfterEach
    void close() throws StoreException {
        scheduler.shutdownNow();
        database.close();
    }

    @Test
    // [utest->req~viewer.clear-on-case-change~1]
    void nothingOfTheFormerPatientHangsBesideTheNext() {
        openHead();
        StudyBanner other = TestImages.banner("SYNTHETIC^B", LocalDate.of(2026, 1, 2));

        session.open(new ReadingStudy(other, List.of(TestImages.stack(other, 3, "CR", 1))), List.of());

        assertEquals(other, session.viewport(Place.LEFT).stack().orElseThrow().study());
        assertTrue(session.viewport(Place.RIGHT).stack().isEmpty());
        assertTrue(session.viewport(Place.RIGHT).shown().isEmpty());
    }

    @Test
    void windowDragToTheRightWidensAndDownDarkens() {
        openHead();

        drag(ViewTool.WINDOW, new CanvasPoint(90, 50));
        assertEquals(VoiWindow.linear(0, 110), window());
        drag(ViewTool.WINDOW, new CanvasPoint(50, 90));

        assertEquals(11, window().center(), 1e-9);
    }

    @Test
    void aWindowIsNeverDraggedBelowWidthOne() {
        openHead();

        drag(ViewTool.WINDOW, new CanvasPoint(-5000, 50));

        assertEquals(1, window().width());
    }

    @Test
    void panTakesTheImageWithThePointer() {
        openHead();

        drag(ViewTool.PAN, new CanvasPoint(60, 45));

        ImagePoint middle =
                session.activeViewport().resolvedView().orElseThrow().imagePoint(MIDDLE);
        assertEquals(new ImagePoint(40, 55), middle);
    }

    @Test
    void zoomDragUpEnlarges() {
        openHead();

        drag(ViewTool.ZOOM, new CanvasPoint(50, 10));

        assertTrue(session.activeViewport().viewState().zoom() > 1.2);
    }

    @Test
    void scrollDragMovesAFrameEveryTwelvePixelsHoweverItIsChopped() {
        openHead();

        session.press(Place.LEFT, ViewTool.SCROLL, MIDDLE);
        for (int y = 51; y <= 50 + 36; y++) {
            session.drag(new CanvasPoint(50, y));
        }
        session.release();

        assertEquals(3, session.activeViewport().frameIndex());
    }

    @Test
    // [utest->req~viewer.annotations-autosaved~2]
    void aLengthIsOnTheDiskWhenItsDragEndsInThePatient() throws StoreException {
        openHead();

        drag(ViewTool.LENGTH, new CanvasPoint(80, 90));

        List<Mark> kept = kept();
        assertEquals(1, kept.size());
        assertEquals(
                List.of(new Vector3(35, 45, 30), new Vector3(50, 65, 30)),
                ((Reference.InPatient) kept.get(0).reference()).points());
        assertEquals(
                "25.0 mm",
                session.activeViewport().measuring().latest().orElseThrow().text());
    }

    @Test
    void lengthsComeBackWhenTheStudyIsOpenedAgainOnTheirFrameOnly() {
        openHead();
        drag(ViewTool.LENGTH, new CanvasPoint(80, 90));

        session.close();
        openHead();

        assertEquals(1, session.activeViewport().measuring().onScreen().size());
        assertEquals(
                new ImagePoint(50, 50),
                session.activeViewport()
                        .measuring()
                        .onScreen()
                        .get(0)
                        .figure()
                        .points()
                        .get(0));
        session.activeViewport().scrollBy(1);
        assertTrue(session.activeViewport().measuring().onScreen().isEmpty());
    }

    @Test
    void withoutAPlaceInThePatientALengthIsKeptInTheImageAndCountedInPixels() throws StoreException {
        LoadedFrame noPlace = TestImages.withPlace(SLICE, TestImages.flat(ImageSpacing.UNKNOWN));
        session = session(ManualLoader.answering(noPlace));
        openHead();

        drag(ViewTool.LENGTH, new CanvasPoint(80, 90));

        assertEquals(
                new Reference.InImage(head.frames().get(0), List.of(new ImagePoint(50, 50), new ImagePoint(80, 90))),
                kept().get(0).reference());
        assertEquals(
                "50.0 px (no spacing in the file)",
                session.activeViewport().measuring().latest().orElseThrow().text());
    }

    @Test
    void aClickLeavesNoLengthBehind() {
        openHead();

        session.press(Place.LEFT, ViewTool.LENGTH, MIDDLE);
        session.release();

        assertTrue(session.activeViewport().measuring().latest().isEmpty());
    }

    @Test
    void aRemovedLengthStaysAwayButItsRowIsKept() throws StoreException {
        openHead();
        drag(ViewTool.LENGTH, new CanvasPoint(80, 90));

        run(ViewerAction.REMOVE_MARK);

        assertTrue(session.activeViewport().measuring().latest().isEmpty());
        assertTrue(kept().isEmpty());
        assertEquals(
                2,
                database.read(tx -> tx.query("SELECT id FROM mark", row -> row)).size(),
                "drawn and removed");
    }

    @Test
    void aLengthThatCouldNotBeKeptStaysVisibleAndSaysSo() throws StoreException {
        openHead();
        database.close();

        drag(ViewTool.LENGTH, new CanvasPoint(80, 90));

        assertTrue(session.activeViewport().measuring().problem().isPresent());
        assertEquals(1, session.activeViewport().measuring().onScreen().size());
    }

    @Test
    void numberKeysSetTheWindowsOfCtAndLeaveOthersAlone() {
        openHead();
        run(ViewerAction.PRESET_1);
        assertEquals(VoiWindow.linear(40, 80), window());
        run(ViewerAction.PRESET_3);
        assertEquals(VoiWindow.linear(-600, 1500), window());

        ImageStack mr = TestImages.stack(current, 4, "MR", 1);
        session.open(new ReadingStudy(current, List.of(mr)), List.of());
        run(ViewerAction.PRESET_1);

        assertEquals(VoiWindow.linear(0, 100), window());
    }

    @Test
    void keysActOnTheActiveScreenOnly() {
        openHead();

        run(ViewerAction.NEXT_PLACE);
        run(ViewerAction.LAST_IMAGE);
        run(ViewerAction.INVERT);

        assertEquals(0, session.viewport(Place.LEFT).frameIndex());
        assertEquals(29, session.viewport(Place.RIGHT).frameIndex());
        assertEquals(
                Polarity.NORMAL,
                session.viewport(Place.LEFT).presentation().orElseThrow().polarity());
    }

    @Test
    void nextSeriesGoesThroughTheStudyAndItsPriorsAndRound() {
        openHead();

        run(ViewerAction.NEXT_SERIES);
        assertEquals(prior, session.activeViewport().stack().orElseThrow());
        run(ViewerAction.NEXT_SERIES);

        assertEquals(head, session.activeViewport().stack().orElseThrow());
    }

    @Test
    // [utest->req~viewer.cine-frame-time~1]
    void cinePlaysAtTheFrameTimeOfTheFileAndGoesRound() {
        session = session(ManualLoader.answering(TestImages.cineFrame(SLICE, Duration.ofMillis(40))));
        session.open(new ReadingStudy(current, List.of(TestImages.stack(current, 5, "US", 3))), List.of());

        run(ViewerAction.CINE);
        scheduler.tick();
        scheduler.tick();
        assertEquals(2, session.activeViewport().frameIndex());
        scheduler.tick();

        assertEquals(0, session.activeViewport().frameIndex());
        assertEquals(List.of(Duration.ofMillis(40)), scheduler.periods);
        run(ViewerAction.CINE);
        scheduler.tick();
        assertEquals(0, session.activeViewport().frameIndex());
        assertFalse(session.cine().isPlaying());
    }

    @Test
    void cineWaitsForAFrameThatIsStillBeingDecoded() {
        ManualLoader slow = new ManualLoader();
        session = session(slow);
        ImageStack cine = TestImages.stack(current, 5, "US", 3);
        session.open(new ReadingStudy(current, List.of(cine)), List.of());
        slow.arrive(cine.frames().get(0), SLICE);

        run(ViewerAction.CINE);
        scheduler.tick();
        scheduler.tick();

        assertEquals(1, session.activeViewport().frameIndex());
        assertEquals(List.of(Duration.ofNanos(66_666_667)), scheduler.periods);
    }

    private ReadingSession session(ManualLoader loader) {
        ReadingSession opened = TestSessions.session(loader, Store.of(database, NOON), new EditHistory(), scheduler);
        for (Place place : List.of(Place.LEFT, Place.RIGHT)) {
            opened.viewport(place).resize(CANVAS);
        }
        return opened;
    }

    private void run(ViewerAction action) {
        new ViewerActions(session).run(action);
    }

    private List<Mark> kept() {
        return new Marks(database, Runnable::run, NOON)
                .ofSeries(head.seriesUid())
                .join()
                .marks();
    }

    private void openHead() {
        session.open(new ReadingStudy(current, List.of(head)), List.of(new ReadingStudy(earlier, List.of(prior))));
    }

    private void drag(ViewTool tool, CanvasPoint to) {
        session.press(Place.LEFT, tool, MIDDLE);
        session.drag(to);
        session.release();
    }

    private VoiWindow window() {
        return session.activeViewport().presentation().orElseThrow().window();
    }
}
