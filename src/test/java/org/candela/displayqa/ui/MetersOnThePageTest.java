package org.candela.displayqa.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import javafx.stage.Window;
import org.candela.Fx;
import org.candela.Looks;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.calibration.CalibrationProfile;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.device.AttachedMeter;
import org.candela.calibration.device.ChosenMeter;
import org.candela.calibration.device.DisplayDevice;
import org.candela.calibration.device.MeterShelf;
import org.candela.calibration.device.Photometer;
import org.candela.calibration.device.typed.TypedMeters;
import org.candela.displayqa.ChosenMeters;
import org.candela.displayqa.QaStation;
import org.candela.displayqa.ledger.StoredRun;
import org.candela.displayqa.measure.QaSession;
import org.candela.displayqa.measure.TestBench;
import org.candela.store.Database;
import org.candela.ui.Theme;
import org.candela.ui.UiExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A meter is chosen on the page, and its readings typed beside the display, with keys alone. */
@Timeout(60)
class MetersOnThePageTest {
    @TempDir
    private Path folder;

    private final ExecutorService device = Executors.newSingleThreadExecutor();
    private final HandReadings readings = new HandReadings(new UiExecutor());
    private final MeterShelf shelf = new MeterShelf(List.of(new TypedMeters(readings)));
    private SimulatedDesk desk;
    private Database database;
    private ChosenMeters memory;
    private DisplayQaViewModel model;
    private Stage stage;

    @BeforeEach
    void open() throws Exception {
        Fx.start();
        desk = new SimulatedDesk(folder);
        database = Database.open(desk.paths.database(), SimulatedDesk.CLOCK);
        memory = new ChosenMeters(database);
        model = new DisplayQaViewModel(
                new PageServices(
                        new TypedStation(),
                        desk.ledger,
                        List.of(CalibrationProfile.shipped("acr-aapm-siim-primary")),
                        desk.paths,
                        "reader",
                        Optional.empty(),
                        Optional.of(new MetersViewModel.Desk(shelf, memory, readings, "reader"))),
                new PageThreads(device, Runnable::run, new UiExecutor()),
                SimulatedDesk.CLOCK,
                screen -> {});
        stage = Fx.call(this::show);
        Fx.call(model::refresh).get(10, TimeUnit.SECONDS);
        Fx.settle();
    }

    @AfterEach
    void close() throws Exception {
        if (stage != null) {
            Fx.run(model::cancel);
            Fx.run(stage::hide);
            device.shutdown();
            assertTrue(device.awaitTermination(10, TimeUnit.SECONDS));
            database.close();
            desk.close();
        }
    }

    // [utest->req~displayqa.chosen-meter~1]
    @Test
    void aMeterIsChosenWithWhatMustBeToldOfItAndRemembered() throws Exception {
        assertEquals("Meter: the only one that is plugged in", text("displayqa-meter-now"));

        choose();

        assertEquals("Meter: Gossen Mavo 7 (typed)", text("displayqa-meter-now"));
        ChosenMeter kept = memory.remembered().orElseThrow();
        assertEquals(Optional.of(Photometer.Aim.CONTACT), kept.aim());
        assertEquals("7", kept.serial());
        Looks.at(stage.getScene(), "displayqa-meter");
    }

    // [utest->req~displayqa.chosen-meter~1]
    @Test
    void whatIsMissingIsAskedForBeforeAnythingIsChosen() throws Exception {
        pick();

        Fx.run(() -> ((Button) node("displayqa-meter-use")).fire());

        assertTrue(memory.remembered().isEmpty());
        assertTrue(Fx.call(() -> node("displayqa-meter-make").isFocused()), "the field that is missing has the focus");
    }

    // [utest->req~displayqa.typed-readings~1]
    @Test
    void readingsAreTypedOnAnotherScreenTakenBackAndRecorded() throws Exception {
        choose();
        CompletableFuture<Optional<StoredRun>> run = Fx.call(model::testConstancy);

        await(1);
        assertTrue(
                readingWindow().getX() >= 1536,
                "the left display is measured: " + readingWindow().getX());
        type(KeyCode.DIGIT1, KeyCode.ENTER);
        await(2);
        type(KeyCode.COMMA, KeyCode.ENTER);
        Fx.until("why it is no number", () -> field("reading-problem").contains("point"));
        Looks.at(readingWindow().getScene(), "displayqa-typed");
        type(KeyCode.DIGIT2, KeyCode.DIGIT0, KeyCode.ENTER);
        await(3);
        Fx.run(() -> {
            Robot robot = new Robot();
            robot.keyPress(KeyCode.CONTROL);
            robot.keyType(KeyCode.Z);
            robot.keyRelease(KeyCode.CONTROL);
        });
        await(2);
        type(KeyCode.DIGIT2, KeyCode.ENTER);
        for (int number = 3; number <= 18; number++) {
            await(number);
            String level = Integer.toString(number * number);
            Fx.run(() -> readings.type(level));
        }

        StoredRun stored = run.get(20, TimeUnit.SECONDS).orElseThrow();
        assertEquals(2.0, stored.recordTree().at("/readings/1/cdPerM2").asDouble());
        assertEquals("TYPED_CONTACT", stored.recordTree().at("/photometer/aim").asText());
        Fx.until("the window is gone", () -> readingWindows().isEmpty());
    }

    // [utest->req~displayqa.typed-readings~1]
    @Test
    void escapeCancelsTheRunAndNothingIsRecorded() throws Exception {
        choose();
        CompletableFuture<Optional<StoredRun>> run = Fx.call(model::calibrate);
        await(1);

        type(KeyCode.ESCAPE);

        assertTrue(run.get(20, TimeUnit.SECONDS).isEmpty());
        assertFalse(desk.isFieldShown);
        assertTrue(desk.ledger.history(SimulatedDesk.LEFT.id()).isEmpty());
    }

    private void pick() throws Exception {
        Fx.call(model.meters().orElseThrow()::look).get(10, TimeUnit.SECONDS);
        Fx.run(() -> {
            @SuppressWarnings("unchecked")
            ComboBox<AttachedMeter> meters = (ComboBox<AttachedMeter>) node("displayqa-meters");
            meters.setValue(model.meters().orElseThrow().meters().get(0));
        });
    }

    private void choose() throws Exception {
        pick();
        Fx.run(() -> {
            ((TextField) node("displayqa-meter-make")).setText("Gossen");
            ((TextField) node("displayqa-meter-model")).setText("Mavo");
            ((TextField) node("displayqa-meter-serial")).setText(" 7 ");
            ((ComboBox<?>) node("displayqa-meter-aim")).getSelectionModel().select(1);
            ((Button) node("displayqa-meter-use")).fire();
        });
        Fx.until(
                "the choice",
                () -> model.meters().orElseThrow().chosenProperty().get().isPresent());
    }

    private void await(int number) {
        Fx.until("reading " + number, () -> readings.wantedProperty()
                .get()
                .filter(question -> question.number() == number)
                .isPresent());
        Fx.until("the keyboard", () -> readingWindow().isFocused());
    }

    private static void type(KeyCode... keys) {
        Fx.run(() -> {
            Robot robot = new Robot();
            for (KeyCode key : keys) {
                robot.keyType(key);
            }
        });
    }

    private static Window readingWindow() {
        return readingWindows().get(0);
    }

    private static List<Window> readingWindows() {
        return Window.getWindows().stream()
                .filter(window -> window.isShowing() && window.getScene().lookup("#reading-panel") != null)
                .toList();
    }

    private static String field(String id) {
        return ((Label) readingWindow().getScene().lookup("#" + id)).getText();
    }

    private String text(String id) {
        Fx.settle();
        return Fx.call(() -> ((Label) node(id)).getText());
    }

    private Node node(String id) {
        return stage.getScene().lookup("#" + id);
    }

    private Stage show() {
        Stage opened = new Stage(StageStyle.UNDECORATED);
        Scene scene = new Scene(new DisplayQaView(model, EvennessPanel.Relief.TILES), 1500, 1000);
        Theme.dress(scene);
        opened.setScene(scene);
        opened.setX(3072);
        opened.setY(0);
        opened.show();
        return opened;
    }

    /** The displays of the simulated desk, before a meter that somebody reads. */
    private final class TypedStation implements QaStation {
        @Override
        public List<DisplayDevice> displays() throws CandelaException {
            return desk.displays();
        }

        @Override
        public QaSession session(DisplayDevice display, CalibrationProfile profile) throws CandelaException {
            QaSession session = desk.session(display, profile);
            ChosenMeter chosen = memory.remembered().orElseThrow();
            TestBench bench = session.bench();
            Photometer typed =
                    shelf.open(ChosenMeter.pick(shelf.look(new Cancellation()), List.of(chosen)), new Cancellation());
            return session.with(new TestBench(bench.patches(), typed, bench.ramp(), bench.room()));
        }

        @Override
        public GammaRamp ramp(DisplayDevice display) throws CandelaException {
            return desk.ramp(display);
        }

        @Override
        public void close() {
            // The desk is closed by the test.
        }
    }
}
