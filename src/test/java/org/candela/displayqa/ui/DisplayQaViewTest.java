package org.candela.displayqa.ui;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.candela.Fx;
import org.candela.Looks;
import org.candela.calibration.CalibrationProfile;
import org.candela.displayqa.measure.QaKind;
import org.candela.ui.Theme;
import org.candela.ui.UiExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page on a screen of the desk; leaves pictures where {@code candela.look} says. */
// [utest->req~displayqa.page~1]
class DisplayQaViewTest {
    @TempDir
    private Path folder;

    private SimulatedDesk desk;
    private Stage stage;

    @BeforeEach
    void open() throws Exception {
        Fx.start();
        desk = new SimulatedDesk(folder);
        stage = Fx.call(this::show);
        Fx.run(() -> desk.model.refresh().join());
        Fx.settle();
    }

    @AfterEach
    void close() {
        if (stage != null) {
            Fx.run(stage::hide);
            desk.close();
        }
    }

    @Test
    void aFreshPageNamesTheDisplaysAndWhatToDo() throws Exception {
        picture("displayqa-fresh");

        assertTrue(has("display-" + SimulatedDesk.LEFT.id()));
        assertTrue(has("display-" + SimulatedDesk.RIGHT.id()));
        assertTrue(Fx.call(() -> node("displayqa-export").isDisabled()), "there is nothing to report yet");
        assertFalse(has("displayqa-simulated"));
    }

    @Test
    void pressingCalibrateShowsResultVerdictsAndTheSimulatedMark() throws Exception {
        press("displayqa-calibrate");
        press("displayqa-uniformity");
        Fx.run(() -> desk.model.lookAt(1));
        Fx.settle();
        picture("displayqa-calibrated");

        assertEquals("SIMULATED PASS", label("displayqa-result"));
        assertEquals("SIMULATED \u2013 no clinical meaning", simulatedHeadline());
        assertEquals("PASS", label("verdict-CONTRAST_DEVIATION"));
        assertTrue(label("displayqa-kappa").contains("before"));
        assertTrue(label("displayqa-meter").contains("SIMULATED Candela simulated photometer, serial SIM-0"));
        assertTrue(label("displayqa-evenness-result").contains("limit ≤ 30.0 %"), label("displayqa-evenness-result"));
    }

    @Test
    // [utest->req~displayqa.response-chart~1]
    void theResponseIsDrawnForTheNewestRunThatMeasuredOne() throws Exception {
        press("displayqa-calibrate");
        press("displayqa-quick");

        assertTrue(Fx.call(() -> find("displayqa-response-chart")
                .map(chart -> chart.getBoundsInLocal().getHeight() > 200)
                .orElse(false)));
    }

    @Test
    // [utest->req~displayqa.terrain~1]
    void tilesAndTerrainStateTheSameFigures() throws Exception {
        press("displayqa-calibrate");
        press("displayqa-uniformity");
        Fx.run(() -> stage.getScene().setRoot(new DisplayQaView(desk.model, EvennessPanel.Relief.TILES)));
        Fx.settle();
        String ofTheTiles = label("displayqa-evenness-result");
        List<String> onTheTiles = texts(".place-luminance");

        Fx.run(() -> stage.getScene().setRoot(new DisplayQaView(desk.model, EvennessPanel.Relief.IN_SPACE)));
        Fx.settle();
        List<String> inSpace = texts(".terrain-value");
        String ofTheTerrain = label("displayqa-evenness-result");

        assertEquals(ofTheTerrain, ofTheTiles);
        assertEquals(9, onTheTiles.size());
        assertEquals(
                onTheTiles,
                inSpace.stream().map(value -> value + " cd/m²").sorted().toList());
    }

    @Test
    void everyRunIsListedAndChoosingOneShowsIt() throws Exception {
        press("displayqa-calibrate");
        press("displayqa-quick");
        ListView<?> runs = (ListView<?>) Fx.call(() -> node("displayqa-runs"));
        assertEquals(2, runs.getItems().size());

        Fx.run(() -> runs.getSelectionModel().select(1));

        assertEquals(QaKind.CALIBRATION, Fx.call(() -> desk.model
                .resultsProperty()
                .get()
                .shown()
                .orElseThrow()
                .run()
                .kind()));
        assertTrue(has("displayqa-kappa"));
    }

    @Test
    void aFailureSaysWhatToDoWithItsCode() throws Exception {
        desk.meter(SimulatedDesk.LEFT).unplug();

        press("displayqa-calibrate");
        picture("displayqa-failed");

        assertTrue(label("displayqa-notice-text").contains("is it plugged in?"));
        assertTrue(label("displayqa-notice-todo").endsWith("[device.gone]"));
        assertFalse(has("displayqa-kappa"));
    }

    @Test
    void aLimitThatIsMissedIsSeenInItsRowAndInTheStandingOfTheDisplay() throws Exception {
        press("displayqa-calibrate");
        desk.monitor(SimulatedDesk.LEFT).age(0.7);

        press("displayqa-constancy");
        picture("displayqa-missed");

        assertEquals("SIMULATED FAIL", label("displayqa-result"));
        assertEquals("FAIL", label("verdict-MAXIMUM_LUMINANCE"));
        assertEquals("PASS", label("verdict-LUMINANCE_RATIO"));
        assertTrue(label("displayqa-notice-todo").contains("must not be read from"));
        assertTrue(Fx.call(() ->
                node("display-" + SimulatedDesk.LEFT.id()).getAccessibleText().endsWith("Failed")));
    }

    @Test
    void theFocusOfAStartedRunWaitsWhereASecondEnterPressesNothing() throws Exception {
        Fx.run(() -> node("displayqa-calibrate").requestFocus());
        List<String> focused = new ArrayList<>();
        desk.onPatch = () -> {
            Node owner = stage.getScene().getFocusOwner();
            focused.add(owner instanceof Button button ? button.getText() : "no button");
        };

        press("displayqa-calibrate");

        assertEquals(Set.of("no button"), Set.copyOf(focused));
    }

    @Test
    void choosingAnotherDisplayShowsItsRuns() throws Exception {
        press("displayqa-calibrate");

        Fx.run(() -> ((ToggleButton) node("display-" + SimulatedDesk.RIGHT.id())).fire());

        assertFalse(has("displayqa-kappa"));
        assertEquals(
                Optional.of(SimulatedDesk.RIGHT.id()),
                Fx.call(() -> desk.model.selectedProperty().get()));
    }

    @Test
    void exportWritesTheReportAndSaysWhere() throws Exception {
        press("displayqa-calibrate");

        press("displayqa-export");

        assertTrue(Files.exists(desk.paths.exports().resolve("display-qa-1.pdf")));
        assertTrue(label("displayqa-notice-text").contains("display-qa-1.pdf"));
    }

    @Test
    // [utest->req~displayqa.meter-by-hand~1]
    void thePageAsksForTheMeterPlaceByPlace() throws Exception {
        Fx.run(stage::hide);
        desk.close();
        ExecutorService device = Executors.newSingleThreadExecutor();
        try {
            desk = assertDoesNotThrow(() ->
                    new SimulatedDesk(folder.resolve("by-hand"), new PageThreads(device, device, new UiExecutor())));
            desk.isMovable = false;
            stage = Fx.call(this::show);
            var unused = Fx.call(() -> desk.model.refresh());
            Fx.until("the displays are listed", () -> !desk.model.displays().isEmpty());
            press("displayqa-calibrate");
            Fx.until("there is a table to test", () -> isIdleAfter(1));
            press("displayqa-uniformity");
            for (int place = 1; place <= 9; place++) {
                String wanted = "place " + place + " of 9";
                Fx.until(
                        wanted,
                        () -> ((Label) node("displayqa-place")).getText().contains(wanted)
                                && desk.model.placeWantedProperty().get().isPresent());
                if (place == 5) {
                    picture("displayqa-by-hand");
                }
                press("displayqa-meter-there");
            }
            Fx.until("nine places are recorded", () -> isIdleAfter(2));
            assertTrue(has("displayqa-evenness-result"));
        } finally {
            device.shutdown();
        }
    }

    private boolean isIdleAfter(int runs) {
        return desk.model.resultsProperty().get().runs().size() == runs
                && !desk.model.progressProperty().get().isRunning();
    }

    @Test
    // [utest->req~displayqa.page-run~1]
    void theDeskStaysAliveDuringARunAndEscapeCancelsIt() throws Exception {
        Fx.run(stage::hide);
        desk.close();
        ExecutorService device = Executors.newSingleThreadExecutor();
        Semaphore shown = new Semaphore(0);
        Semaphore goOn = new Semaphore(0);
        try {
            desk = new SimulatedDesk(folder.resolve("slow"), new PageThreads(device, device, new UiExecutor()));
            desk.onPatch = () -> {
                shown.release();
                goOn.acquireUninterruptibly();
            };
            stage = Fx.call(this::show);
            var unused = Fx.call(() -> desk.model.refresh());
            Fx.until("the displays are listed", () -> !desk.model.displays().isEmpty());
            press("displayqa-calibrate");
            goOn.release(20); // seven that prove the graphics LUT, white, twelve greys
            shown.acquire(21);
            Fx.until(
                    "the step is shown",
                    () -> ((Label) node("displayqa-step")).getText().contains(" patches"));
            picture("displayqa-running");
            assertTrue(Fx.call(() -> node("displayqa-calibrate").isDisabled()));

            Fx.run(() -> Event.fireEvent(
                    node("displayqa-cancel"),
                    new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false)));
            goOn.release(1000);

            Fx.until(
                    "the run has ended",
                    () -> !desk.model.progressProperty().get().isRunning());
            assertTrue(label("displayqa-notice-text").startsWith("Cancelled."));
        } finally {
            goOn.release(1000);
            device.shutdown();
        }
    }

    // [utest->req~displayqa.page-history~1]
    @Test
    void theTimetableAndTheTrendStandBeneathAndAreReadByWords() throws Exception {
        press("displayqa-calibrate");
        press("displayqa-constancy");
        press("displayqa-quick");
        picture("displayqa-history");

        assertTrue(label("due-CONSTANCY-acr-aapm-siim-primary").startsWith("due "));
        assertTrue(label("displayqa-trend-line").startsWith("SIMULATED L'max"), label("displayqa-trend-line"));
        assertTrue(
                Fx.call(() -> node("displayqa-trend-chart").getAccessibleText().contains("in the last of 3 runs")));
        assertTrue(Fx.call(() -> node("displayqa-trend-chart").isFocusTraversable()));
        assertTrue(Fx.call(() -> node("displayqa-trend-choice").isFocusTraversable()));
    }

    // [utest->req~displayqa.page-report~1]
    @Test
    void aReportIsWrittenOnlyOfARunAndInAForm() throws Exception {
        assertTrue(Fx.call(() -> node("displayqa-report-write").isDisabled()), "there is no run yet");
        press("displayqa-calibrate");
        assertFalse(Fx.call(() -> node("displayqa-report-write").isDisabled()));

        Fx.run(() -> {
            ((CheckBox) node("displayqa-report-pdf")).setSelected(false);
            ((CheckBox) node("displayqa-report-json")).setSelected(false);
        });
        assertTrue(Fx.call(() -> node("displayqa-report-write").isDisabled()), "in no form");
        Fx.run(() -> ((CheckBox) node("displayqa-report-csv")).setSelected(true));
        press("displayqa-report-write");

        assertTrue(Files.exists(desk.paths.exports().resolve("display-qa-1.csv")));
    }

    // [utest->req~displayqa.page-standings~1]
    @Test
    void whereSeveralStandardsAreAskedForEachHasItsLineInTheRowOfADisplay() throws Exception {
        press("displayqa-calibrate");
        DisplayQaViewModel both = desk.modelBy(List.of(
                CalibrationProfile.shipped("acr-aapm-siim-primary"),
                CalibrationProfile.shipped("acr-aapm-siim-mammography")));
        Fx.run(() -> stage.getScene().setRoot(new DisplayQaView(both)));
        Fx.run(() -> both.refresh().join());
        picture("displayqa-two-standards");

        String held = "held-" + SimulatedDesk.LEFT.id();
        assertTrue(label(held + "-acr-aapm-siim-primary").contains(": Simulated only. Calibration and conformance"));
        String breast = label(held + "-acr-aapm-siim-mammography");
        assertTrue(breast.startsWith("Breast Centre: Failed. ") && breast.contains("limit \u2265 420.0"), breast);
        assertTrue(
                Fx.call(() -> node("display-" + SimulatedDesk.LEFT.id())
                        .getAccessibleText()
                        .contains(breast)),
                "a screen reader says it too");
    }

    private Stage show() {
        Stage made = new Stage(StageStyle.UNDECORATED);
        Scene scene = new Scene(new DisplayQaView(desk.model), 1150, 1000);
        Theme.dress(scene);
        made.setScene(scene);
        made.show();
        return made;
    }

    private void press(String id) {
        Fx.run(() -> ((Button) node(id)).fire());
        Fx.settle();
    }

    private String simulatedHeadline() {
        return Fx.call(() -> ((Label) ((Parent) node("displayqa-simulated"))
                        .getChildrenUnmodifiable()
                        .get(0))
                .getText());
    }

    private String label(String id) {
        return Fx.call(() -> ((Label) node(id)).getText());
    }

    private List<String> texts(String style) {
        return Fx.call(() -> stage.getScene().getRoot().lookupAll(style).stream()
                .map(node -> ((Label) node).getText())
                .sorted()
                .toList());
    }

    private boolean has(String id) {
        return Fx.call(() -> find(id).isPresent());
    }

    private Node node(String id) {
        return find(id).orElseThrow(() -> new AssertionError("no node " + id));
    }

    private Optional<Node> find(String id) {
        return stage.getScene().getRoot().lookupAll("*").stream()
                .filter(node -> id.equals(node.getId()))
                .findFirst();
    }

    private void picture(String name) throws IOException {
        Looks.at(stage.getScene(), name);
    }
}
