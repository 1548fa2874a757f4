package org.candela.viewer.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.candela.Fx;
import org.candela.base.EditHistory;
import org.candela.base.MemoryBudget;
import org.candela.base.ScreenId;
import org.candela.image.VoiWindow;
import org.candela.store.Database;
import org.candela.study.LoadedFrame;
import org.candela.ui.FxWatchdog;
import org.candela.ui.Theme;
import org.candela.ui.UiExecutor;
import org.candela.viewer.ManualLoader;
import org.candela.viewer.ManualScheduler;
import org.candela.viewer.ReadingSession;
import org.candela.viewer.TestImages;
import org.candela.viewer.TestSessions;
import org.candela.viewer.TestSessions.Store;
import org.candela.viewer.layout.Place;
import org.candela.viewer.picture.DisplayLuts;
import org.candela.viewer.picture.Renderer;
import org.candela.viewer.stack.ReadingStudy;
import org.candela.viewer.stack.StudyBanner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long our code holds the FX thread at a time while images of 3 MP are read. */
@Tag("timed")
class FxHoldTest {
    private static final int ROWS = 2048;
    private static final int COLUMNS = 1536;
    /** Until classes are loaded and the loops compiled. */
    private static final int WARM_UP = 30;

    private static final int STEPS = 60;

    private final MemoryBudget budget = new MemoryBudget(new MemoryBudget.Limits(1 << 30, 1 << 30, 1 << 30));
    private final ManualScheduler scheduler = new ManualScheduler();
    private final ExecutorService render = Executors.newSingleThreadExecutor();
    private final ExecutorService helpers = Executors.newFixedThreadPool(2);
    private Database database;
    private ReadingSession session;
    private ViewerView view;
    private Stage stage;

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        database = Database.open(folder.resolve("candela.db"), Clock.systemUTC());
        LoadedFrame frame = TestImages.withWindows(
                TestImages.slice(ROWS, COLUMNS, new int[ROWS * COLUMNS]),
                new VoiWindow(40, 400, VoiWindow.Function.LINEAR));
        session = TestSessions.session(
                ManualLoader.answering(frame),
                Store.of(database, Clock.systemUTC()),
                new EditHistory(),
                scheduler,
                new UiExecutor());
        ViewServices services = new ViewServices(
                new Renderer(helpers, 2),
                DisplayLuts.NONE,
                screen -> Optional.empty(),
                render,
                new UiExecutor(),
                budget.account(MemoryBudget.Use.SURFACES));
        view = Fx.call(() -> ViewerView.of(List.of(0, 1), new ScreenId("test"), session, services));
        stage = Fx.call(this::show);
        StudyBanner banner = TestImages.banner("SYNTHETIC^Anna", LocalDate.of(2026, 1, 2));
        ReadingStudy study = new ReadingStudy(
                banner, List.of(TestImages.stack(banner, 1, "CT", STEPS), TestImages.stack(banner, 2, "CT", STEPS)));
        Fx.run(() -> session.open(study, List.of()));
        Fx.until("both images", view::isUpToDate);
    }

    private Stage show() {
        Stage window = new Stage(StageStyle.UNDECORATED);
        Scene scene = new Scene(view, 2 * COLUMNS, ROWS);
        Theme.dress(scene);
        window.setScene(scene);
        window.setX(0);
        window.setY(0);
        window.show();
        return window;
    }

    @AfterEach
    void close() throws Exception {
        Fx.run(stage::hide);
        render.shutdownNow();
        helpers.shutdownNow();
        scheduler.shutdownNow();
        database.close();
    }

    private void step(int step) {
        Fx.run(() -> List.of(Place.LEFT, Place.RIGHT).forEach(place -> {
            session.viewport(place).scrollTo(step % STEPS);
            session.viewport(place).chooseWindow(new VoiWindow(40 + step % 7, 400, VoiWindow.Function.LINEAR));
        }));
        Fx.until("both pictures", view::isUpToDate);
    }

    // [utest->req~base.memory-account~1]
    @Test
    void fourPicturesAndTwoOfValuesAPlaceAreCountedAsHeldHoweverOftenTheyAreDrawn() {
        for (int step = 0; step < WARM_UP; step++) {
            step(step);
        }

        long atMost = 2L * (4 * Integer.BYTES + 2 * Short.BYTES) * ROWS * COLUMNS;
        long held = budget.account(MemoryBudget.Use.SURFACES).heldBytes();
        assertTrue(held > atMost / 2 && held <= atMost, held + " of " + atMost);
    }

    /** Three million pixels each would be cleared and blended once more for every image. */
    @Test
    void whereNothingIsMarkedNoCanvasIsLaidOverTheImage() {
        assertEquals(List.of(), Fx.call(() -> view.lookupAll("Canvas").stream()
                .filter(Node::isVisible)
                .toList()));
    }

    // [utest->req~viewer.fx-free~1]
    @Test
    void scrollingAndWindowingOnTwoHeadsNeverHoldTheFxThreadLongerThanAFrameOfTheScreen() {
        for (int step = 0; step < WARM_UP; step++) {
            step(step);
        }
        try (FxWatchdog watchdog = FxWatchdog.watching(Fx.class)) {
            for (int step = 0; step < STEPS; step++) {
                step(step);
            }

            assertEquals(List.of(), watchdog.holds());
        }
    }
}
