package org.candela.viewer.arriving.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.stage.Stage;
import org.candela.Fx;
import org.candela.Looks;
import org.candela.base.EditHistory;
import org.candela.base.ScreenId;
import org.candela.base.Uid;
import org.candela.store.Database;
import org.candela.study.ArrivalListener;
import org.candela.study.ArrivingFrame;
import org.candela.study.LoadedFrame;
import org.candela.study.Patient;
import org.candela.study.StudyIdentity;
import org.candela.ui.Theme;
import org.candela.ui.UiExecutor;
import org.candela.viewer.ManualLoader;
import org.candela.viewer.ManualScheduler;
import org.candela.viewer.ReadingSession;
import org.candela.viewer.TestImages;
import org.candela.viewer.TestSessions;
import org.candela.viewer.TestSessions.Store;
import org.candela.viewer.arriving.Arrivals;
import org.candela.viewer.picture.DisplayLuts;
import org.candela.viewer.picture.Renderer;
import org.candela.viewer.ui.ViewServices;
import org.candela.viewer.ui.ViewerView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An image that is coming, over the first place of an empty desk, with a real toolkit. */
// [utest->req~viewer.arriving~1]
class ArrivingCoverTest {
    private static final Uid INSTANCE = new Uid("1.2.3.4");

    private final ManualScheduler scheduler = new ManualScheduler();
    private final Arrivals arrivals = new Arrivals(new UiExecutor());

    @SuppressWarnings("NullAway.Init") // set before each test
    private Database database;

    @SuppressWarnings("NullAway.Init") // set before each test
    private ReadingSession session;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Stage stage;

    @SuppressWarnings("NullAway.Init") // set before each test
    private ArrivalListener listener;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Node cover;

    @SuppressWarnings("NullAway.Init") // set before each test
    private ImageView picture;

    @BeforeAll
    static void startToolkit() {
        Fx.start();
        Fx.run(Theme::install);
    }

    @BeforeEach
    void show(@TempDir Path folder) throws Exception {
        database = Database.open(folder.resolve("candela.db"), Clock.systemUTC());
        session = TestSessions.session(
                new ManualLoader(), Store.of(database, Clock.systemUTC()), new EditHistory(), scheduler);
        ViewServices services = new ViewServices(Renderer.ON_CALLER, DisplayLuts.NONE, Runnable::run, new UiExecutor());
        stage = Fx.call(() -> {
            ViewerView view = ViewerView.of(
                    List.of(0),
                    new ScreenId("test"),
                    session,
                    services,
                    List.of(ArrivingCover.over(arrivals, services)));
            Stage made = new Stage();
            made.setScene(new Scene(view, 700, 800));
            Theme.dress(made.getScene());
            made.show();
            return made;
        });
        listener = Fx.call(arrivals::begin);
        cover = Fx.call(() -> stage.getScene().lookup("#arriving"));
        picture = Fx.call(() -> (ImageView) cover.lookup(".image-view"));
        Fx.settle();
    }

    @AfterEach
    void close() throws Exception {
        Fx.run(stage::hide);
        scheduler.shutdownNow();
        database.close();
    }

    @Test
    void theImageIsThereWithItsPatientItsSidesAndThatItIsCoarse() throws Exception {
        assertFalse(cover.isVisible(), "something lies over an empty place");

        listener.coming(frame(OptionalLong.of(1000), 230));
        Fx.until("the picture is drawn", () -> picture.getImage() != null);
        look("coming");

        assertTrue(text("arriving-caution").contains("COARSE \u2013 STILL ARRIVING, 23 %"), text("arriving-caution"));
        assertTrue(text("arriving-identity").startsWith("SYNTHETIC, Anna"), text("arriving-identity"));
        assertEquals(
                List.of("R", "L", "A"), List.of(text("arriving-left"), text("arriving-right"), text("arriving-top")));
        assertEquals("Display not calibrated", text("arriving-notes"));
        int white = Fx.call(() -> picture.getImage()
                .getPixelReader()
                .getArgb(
                        (int) picture.getImage().getWidth() - 4,
                        (int) picture.getImage().getHeight() / 2));
        assertEquals(0xFFFFFFFF, white);
        assertTrue(session.activeViewport().measuring().values().isEmpty(), "can be measured");
    }

    @Test
    void bytesAreSaidWhereNobodyToldHowManyComeAndACutIsSaid() throws Exception {
        listener.coming(frame(OptionalLong.empty(), 2_400_000));
        Fx.until("it is there", () -> cover.isVisible());
        assertTrue(text("arriving-caution").contains("2.4 MB"), text("arriving-caution"));

        listener.broken(INSTANCE);
        Fx.settle();
        assertTrue(text("arriving-caution").contains("DID NOT ARRIVE WHOLE"), text("arriving-caution"));
        look("broken");

        Fx.run(arrivals::clear);
        assertFalse(cover.isVisible());
    }

    private static ArrivingFrame frame(OptionalLong expected, long bytes) {
        LoadedFrame plain = TestImages.slice(
                100, 100, IntStream.range(0, 10000).map(i -> i % 100).toArray());
        LoadedFrame coarse = new LoadedFrame(plain.frame(), plain.description(), plain.overlays(), 2);
        Patient patient = new Patient("PID-1", "", "SYNTHETIC^Anna", Optional.of(LocalDate.of(1961, 2, 3)), "F");
        StudyIdentity identity = new StudyIdentity(new Uid("1.2.3"), patient, "", Optional.empty(), "Chest", "");
        return new ArrivingFrame(identity, INSTANCE, coarse, bytes, expected);
    }

    private String text(String id) {
        return Fx.call(() -> ((Label) stage.getScene().lookup("#" + id)).getText());
    }

    private void look(String name) throws IOException {
        Looks.at(stage.getScene(), "arriving-" + name);
    }
}
