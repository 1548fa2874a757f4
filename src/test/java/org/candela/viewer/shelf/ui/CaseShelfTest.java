package org.candela.viewer.shelf.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.candela.Fx;
import org.candela.VirtualDesk;
import org.candela.base.EditHistory;
import org.candela.base.MemoryBudget;
import org.candela.base.MemoryBudget.Limits;
import org.candela.base.MemoryBudget.Use;
import org.candela.store.Database;
import org.candela.study.LoadedFrame;
import org.candela.ui.Theme;
import org.candela.ui.UiExecutor;
import org.candela.viewer.ManualLoader;
import org.candela.viewer.ManualScheduler;
import org.candela.viewer.ReadingSession;
import org.candela.viewer.TestImages;
import org.candela.viewer.TestSessions;
import org.candela.viewer.picture.CanvasSize;
import org.candela.viewer.stack.ImageStack;
import org.candela.viewer.stack.ReadingStudy;
import org.candela.viewer.stack.StudyBanner;
import org.candela.viewer.stack.Thumbnails;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~viewer.series-list~1]
class CaseShelfTest {
    private static final LoadedFrame FRAME = TestImages.slice(2, 2, -100, 0, 50, 100);
    private static final StudyBanner CASE = TestImages.banner("SYNTHETIC^Anna", LocalDate.of(2026, 3, 4));

    @TempDir
    private Path folder;

    private final ImageStack head = TestImages.stack(CASE, 1, "CT", 3);
    private final ImageStack neck = TestImages.stack(CASE, 2, "CT", 5);
    private final int[] toImages = {0};
    private Database database;
    private ReadingSession session;
    private SeriesListView series;
    private CaseShelf shelf;
    private Stage stage;

    @BeforeAll
    static void onTheVirtualDesk() {
        Assumptions.assumeTrue(VirtualDesk.ownDesk().isPresent(), VirtualDesk::absence);
        Fx.start();
    }

    @BeforeEach
    void showTheShelf() throws Exception {
        database = Database.open(folder.resolve("candela.db"), Clock.systemUTC());
        MemoryBudget budget = new MemoryBudget(new Limits(1 << 24, 1 << 24, 1 << 24));
        ManualLoader loader = ManualLoader.answering(FRAME);
        session = Fx.call(() -> TestSessions.session(
                loader,
                TestSessions.Store.of(database, Clock.systemUTC()),
                new EditHistory(),
                new ManualScheduler(),
                new UiExecutor()));
        Thumbnails thumbnails = new Thumbnails(
                loader,
                new Thumbnails.Threads(Runnable::run, new UiExecutor()),
                budget.account(Use.THUMBNAILS),
                new CanvasSize(SeriesListView.PICTURE, SeriesListView.PICTURE));
        series = Fx.call(() -> SeriesListView.of(SeriesListViewModel.of(session, thumbnails), () -> toImages[0]++));
        shelf = Fx.call(() -> CaseShelf.of(
                series,
                RegionListView.of(RegionListViewModel.of(session), () -> toImages[0]++),
                new Label("marks"),
                () -> toImages[0]++));
        stage = Fx.call(this::show);
    }

    private Stage show() {
        Stage shown = new Stage();
        Scene scene = new Scene(shelf, 1200, 260);
        Theme.dress(scene);
        shown.setScene(scene);
        shown.show();
        return shown;
    }

    @AfterEach
    void close() throws Exception {
        Fx.run(stage::hide);
        database.close();
    }

    @Test
    void takesNoRoomWhileNoCaseIsOpen() {
        assertFalse(Fx.call(() -> shelf.isManaged()));

        open();

        assertTrue(Fx.call(() -> shelf.isManaged()));
    }

    @Test
    void arrowsChooseAndEnterHangsAndGoesToTheImages() {
        open();
        Fx.run(shelf::focusSeries);
        assertTrue(Fx.call(() -> series.isFocused()));

        press(series, KeyCode.RIGHT);
        press(series, KeyCode.SPACE);

        assertEquals(Optional.of(neck), Fx.call(() -> session.activeViewport().stack()));
        assertEquals(0, toImages[0], "Space stays");
        press(series, KeyCode.LEFT);
        press(series, KeyCode.ENTER);
        assertEquals(Optional.of(head), Fx.call(() -> session.activeViewport().stack()));
        assertEquals(1, toImages[0]);
    }

    @Test
    void escapeGoesBackToTheImagesAndChangesNothing() {
        open();
        Optional<ImageStack> before = Fx.call(() -> session.activeViewport().stack());
        Fx.run(shelf::focusSeries);
        press(series, KeyCode.RIGHT);

        press(series, KeyCode.ESCAPE);

        assertEquals(1, toImages[0]);
        assertEquals(before, Fx.call(() -> session.activeViewport().stack()));
    }

    @Test
    void eachSeriesShowsItsPictureAndIsSpoken() {
        open();

        List<ImageView> pictures = Fx.call(() -> series.lookupAll(".list-cell").stream()
                .map(cell -> (ImageView) cell.lookup(".image-view"))
                .filter(picture -> picture != null && picture.getImage() != null)
                .toList());
        List<String> spoken = Fx.call(() -> series.lookupAll(".list-cell").stream()
                .map(Node::getAccessibleText)
                .filter(text -> text != null && !text.isEmpty())
                .toList());

        assertEquals(2, pictures.size());
        assertTrue(spoken.get(0).startsWith("CT"), spoken.toString());
        assertTrue(spoken.get(0).contains("3 images"), spoken.toString());
    }

    private void open() {
        Fx.run(() -> session.open(new ReadingStudy(CASE, List.of(head, neck)), List.of()));
        Fx.settle();
        Fx.settle();
    }

    private static void press(ListView<?> list, KeyCode code) {
        Fx.run(() ->
                Event.fireEvent(list, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false)));
        Fx.settle();
    }
}
