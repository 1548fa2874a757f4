package org.candela.viewer.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.candela.Fx;
import org.candela.base.EditHistory;
import org.candela.base.MemoryBudget;
import org.candela.base.ScreenId;
import org.candela.image.ImagePoint;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.candela.study.LoadedFrame;
import org.candela.ui.Theme;
import org.candela.ui.UiExecutor;
import org.candela.viewer.ManualLoader;
import org.candela.viewer.ManualScheduler;
import org.candela.viewer.ReadingSession;
import org.candela.viewer.TestImages;
import org.candela.viewer.TestSessions;
import org.candela.viewer.TestSessions.Store;
import org.candela.viewer.ViewerAction;
import org.candela.viewer.ViewerActions;
import org.candela.viewer.layout.Place;
import org.candela.viewer.picture.CanvasPoint;
import org.candela.viewer.picture.DisplayLuts;
import org.candela.viewer.picture.Renderer;
import org.candela.viewer.picture.ScreenPitch;
import org.candela.viewer.stack.ImageStack;
import org.candela.viewer.stack.ReadingStudy;
import org.candela.viewer.stack.StudyBanner;

/** A case of one frame over and over, in viewports on a stage with a real toolkit. Not called on the FX thread. */
final class ViewRoom implements AutoCloseable {
    /** −50 to 49 across 100 columns. */
    static final LoadedFrame RAMP = TestImages.slice(
            100, 100, IntStream.range(0, 10000).map(i -> i % 100 - 50).toArray());

    static final StudyBanner ANNA = TestImages.banner("SYNTHETIC^Anna", LocalDate.of(2026, 1, 2));

    final EditHistory history = new EditHistory();
    final ManualScheduler scheduler = new ManualScheduler();
    final UiExecutor ui = new UiExecutor();
    final Database database;
    final ReadingSession session;
    private final Setting setting;
    private ViewerView view;
    private Stage stage;

    /** What is seen and how; each call says one thing of it. */
    static final class Setting {
        private final LoadedFrame frame;
        private List<Integer> panels = List.of(0);
        private int series = 1;
        private double width = 1000;
        private double height = 700;
        private DisplayLuts luts = DisplayLuts.NONE;
        private Optional<ScreenPitch> pitch = Optional.empty();
        private ScreenId screen = new ScreenId("test");
        private Executor render = Runnable::run;
        private Consumer<Stage> place = stage -> {};

        private Setting(LoadedFrame frame) {
            this.frame = frame;
        }

        Setting onPanels(Integer... shown) {
            panels = List.of(shown);
            return this;
        }

        /** Series of 20 images. */
        Setting ofSeries(int count) {
            series = count;
            return this;
        }

        Setting ofSize(double units, double unitsDown) {
            width = units;
            height = unitsDown;
            return this;
        }

        Setting through(DisplayLuts tables, ScreenId on) {
            luts = tables;
            screen = on;
            return this;
        }

        Setting ofPitch(ScreenPitch known) {
            pitch = Optional.of(known);
            return this;
        }

        Setting drawnOn(Executor executor) {
            render = executor;
            return this;
        }

        /** Before the stage is shown, on the FX thread. */
        Setting placed(Consumer<Stage> onDesk) {
            place = onDesk;
            return this;
        }

        /** Opens a database in {@code folder}, shows the stage and hangs the case. */
        ViewRoom open(Path folder) throws StoreException {
            return new ViewRoom(this, folder);
        }
    }

    static Setting over(LoadedFrame frame) {
        return new Setting(frame);
    }

    private ViewRoom(Setting setting, Path folder) throws StoreException {
        this.setting = setting;
        database = Database.open(folder.resolve("candela.db"), Clock.systemUTC());
        session = TestSessions.session(
                ManualLoader.answering(setting.frame), Store.of(database, Clock.systemUTC()), history, scheduler);
        view = Fx.call(() -> view(Renderer.ON_CALLER));
        stage = Fx.call(() -> show(view));
        Fx.run(() -> session.open(new ReadingStudy(ANNA, stacks()), List.of()));
        settle();
    }

    /** The series of the case. */
    List<ImageStack> stacks() {
        return IntStream.rangeClosed(1, setting.series)
                .mapToObj(number -> TestImages.stack(ANNA, number, "CT", 20))
                .toList();
    }

    /** Shows the case anew, drawn by another renderer. */
    void drawBy(Renderer renderer) {
        Fx.run(stage::hide);
        view = Fx.call(() -> view(renderer));
        stage = Fx.call(() -> show(view));
        settle();
    }

    ViewerView view() {
        return view;
    }

    Stage stage() {
        return stage;
    }

    /** Does what a key would and waits until it is on the screen. */
    void run(ViewerAction action) {
        Fx.run(() -> new ViewerActions(session).run(action));
        settle();
    }

    /** Waits until the screen shows the newest state. */
    void settle() {
        Fx.until("the viewports show the newest state", () -> view.isUpToDate());
        Fx.settle();
    }

    /** The one node of this selector. */
    Node node(String selector) {
        Set<Node> found = Fx.call(() -> view.lookupAll(selector));
        assertEquals(1, found.size(), selector);
        return Objects.requireNonNull(found.iterator().next());
    }

    String text(String selector) {
        Node node = node(selector);
        return Fx.call(() -> ((Label) node).getText());
    }

    boolean isSeen(String selector) {
        Node node = node(selector);
        return Fx.call(node::isVisible);
    }

    /** What the left place shows, a pixel to a unit. */
    WritableImage snapshot() {
        Node left = node("#viewport-left .viewport-stage");
        return Fx.call(() -> left.snapshot(null, null));
    }

    /** What the left place shows over a point of its image. */
    int argbAt(ImagePoint point) {
        CanvasPoint at = session.viewport(Place.LEFT)
                .resolvedView()
                .map(shown -> shown.canvasPoint(point))
                .orElseThrow();
        return snapshot().getPixelReader().getArgb((int) Math.round(at.x()), (int) Math.round(at.y()));
    }

    @Override
    public void close() throws StoreException {
        Fx.run(stage::hide);
        scheduler.shutdownNow();
        database.close();
    }

    private ViewerView view(Renderer renderer) {
        ViewServices services = new ViewServices(
                renderer,
                setting.luts,
                any -> setting.pitch,
                setting.render,
                ui,
                new MemoryBudget(new MemoryBudget.Limits(1, 1, 1)).account(MemoryBudget.Use.SURFACES));
        return ViewerView.of(setting.panels, setting.screen, session, services);
    }

    private Stage show(ViewerView content) {
        Stage shown = new Stage(StageStyle.UNDECORATED);
        Scene scene = new Scene(content, setting.width, setting.height);
        Theme.dress(scene);
        ViewerKeys.install(scene, new ViewerActions(session));
        shown.setScene(scene);
        setting.place.accept(shown);
        shown.show();
        return shown;
    }
}
