package org.candela.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.candela.Fx;
import org.candela.Looks;
import org.candela.MovableClock;
import org.candela.base.EditHistory;
import org.candela.store.Database;
import org.candela.ui.Theme;
import org.candela.viewer.MouseBindings;
import org.candela.viewer.MouseBindings.Button;
import org.candela.viewer.MouseBindings.Turn;
import org.candela.viewer.MouseBindings.Wheel;
import org.candela.viewer.ViewTool;
import org.candela.viewer.ViewerAction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~shell.mouse-page~1]
class MousePageTest {
    private final EditHistory history = new EditHistory();
    private final List<MouseBindings> kept = new ArrayList<>();
    private final Mouse mouse = new Mouse(
            new Mouse.Layers(MouseBindings.standard(), MouseBindings.standard()), MouseBindings.standard(), kept::add);
    private Stage stage;

    @BeforeAll
    static void startToolkit() {
        Fx.start();
        Fx.run(Theme::install);
    }

    @BeforeEach
    void open() {
        stage = Fx.call(() -> {
            MousePage page = new MousePage(mouse, history);
            Scene scene = new Scene(new StackPane(page.root()), 1200, 760);
            Theme.dress(scene, Objects.requireNonNull(MousePage.class.getResource("shell.css")));
            page.attach(scene);
            Stage shown = new Stage();
            shown.setScene(scene);
            shown.show();
            page.toggle();
            return shown;
        });
        Fx.settle();
    }

    @AfterEach
    void close() {
        Fx.run(stage::hide);
    }

    @Test
    void aButtonGetsAnotherUseByKeysAloneAndUndoTakesItBack() throws Exception {
        press(KeyCode.DOWN); // the right button
        press(KeyCode.ENTER);
        type("zoom");
        select("viewer.tool.zoom");
        look("uses");
        press(KeyCode.ENTER);

        assertEquals(Optional.of(ViewTool.ZOOM), mouse.now().tool(Button.SECONDARY));
        assertEquals(1, kept.size());
        assertTrue(Fx.call(() -> lookup("#mouse-rows") instanceof ListView<?> rows && rows.isFocused()));
        look("rows");
        Fx.run(history::undo);
        assertEquals(MouseBindings.standard(), mouse.now());
        Fx.run(history::redo);
        assertEquals(Optional.of(ViewTool.ZOOM), mouse.now().tool(Button.SECONDARY));
        press(KeyCode.BACK_SPACE);
        assertEquals(MouseBindings.standard(), mouse.now());
    }

    @Test
    void aUseThatAnotherButtonHasIsTakenByASecondEnterOnly() {
        press(KeyCode.DOWN);
        press(KeyCode.ENTER);
        select(ViewerAction.PAN_TOOL.id());
        press(KeyCode.ENTER);

        assertTrue(foot().contains("is also on: Middle button"), foot());
        assertTrue(kept.isEmpty());
        press(KeyCode.ENTER);
        assertEquals(Optional.of(ViewTool.PAN), mouse.now().tool(Button.SECONDARY));
    }

    @Test
    void theLastButtonOfTheChosenToolKeepsIt() {
        press(KeyCode.ENTER);
        select(MouseBindings.NOTHING);
        press(KeyCode.ENTER);

        assertTrue(foot().contains("give it to another button first"), foot());
        assertEquals(MouseBindings.standard(), mouse.now());
    }

    @Test
    void aButtonThatIsPressedWithCtrlChoosesItsOwnLineAndGetsAUseOfItsOwn() {
        Fx.run(() -> Event.fireEvent(
                lookup("#mouse-try"),
                new MouseEvent(
                        MouseEvent.MOUSE_PRESSED,
                        1,
                        1,
                        1,
                        1,
                        MouseButton.FORWARD,
                        1,
                        false,
                        true,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        true,
                        true,
                        null)));
        press(KeyCode.ENTER);
        select(ViewerAction.INVERT.id());
        press(KeyCode.ENTER);

        assertEquals(Map.of("mouse.ctrl.forward", "viewer.invert"), changed());
        assertEquals(Optional.of(ViewerAction.INVERT), mouse.now().action(Button.FORWARD.held(Wheel.CTRL)));
        assertEquals(mouse.now().action(Button.FORWARD), mouse.now().action(Button.FORWARD.held(Wheel.SHIFT)));
    }

    @Test
    void theWheelIsChangedInTheSameWay() {
        for (int i = 0; i < 15; i++) {
            press(KeyCode.DOWN);
        }
        press(KeyCode.ENTER);
        select(Turn.STAGES.id());
        press(KeyCode.ENTER);

        assertEquals(Turn.STAGES, mouse.now().turn(Wheel.ALONE));
        press(KeyCode.ESCAPE);
        assertFalse(Fx.call(() -> lookup("#mouse-page").isVisible()));
    }

    @Test
    void theHelpSaysWhatTheMouseDoesNow() {
        mouse.give("mouse.secondary", ViewerAction.INVERT.id());

        String words = new MouseWords().summary(mouse.now());

        assertTrue(words.contains("right button: " + ViewerAction.INVERT.title()), words);
        assertTrue(words.contains("ctrl + wheel: Larger and smaller"), words);
    }

    @Test
    void whatWasChosenIsThereAfterTheWorkstationIsOpenedAgainAndKeysStay(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("candela.db");
        try (Database database = Database.open(file, new MovableClock())) {
            OwnKeys kept = new OwnKeys(database);
            kept.save(KeyBindings.parse(Map.of("viewer.invert", "Shift+F7")));
            kept.save(MouseBindings.standard().with(Map.of("mouse.shift.back", "viewer.invert")));
        }
        try (Database database = Database.open(file, new MovableClock())) {
            OwnKeys kept = new OwnKeys(database);
            assertEquals(Optional.of(ViewerAction.INVERT), kept.mouse().action(Button.SHIFT_BACK));
            assertEquals(Map.of("viewer.invert", "Shift+F7"), kept.load().text());
        }
    }

    private Map<String, String> changed() {
        Map<String, String> text = mouse.now().text();
        text.entrySet().removeAll(MouseBindings.standard().text().entrySet());
        return text;
    }

    private void select(String use) {
        Fx.run(() -> uses().getSelectionModel().select(use));
    }

    @SuppressWarnings("unchecked") // the page makes it so
    private ListView<String> uses() {
        return (ListView<String>) lookup("#mouse-uses");
    }

    private void type(String text) {
        Fx.run(() -> ((TextField) lookup("#mouse-search")).setText(text));
    }

    private String foot() {
        return Fx.call(() -> ((Label) lookup("#mouse-foot")).getText());
    }

    private javafx.scene.Node lookup(String id) {
        return stage.getScene().lookup(id);
    }

    private void press(KeyCode code) {
        Fx.run(() -> {
            Scene scene = stage.getScene();
            var target = Objects.requireNonNullElse(scene.getFocusOwner(), scene.getRoot());
            Event.fireEvent(target, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
            Event.fireEvent(target, new KeyEvent(KeyEvent.KEY_RELEASED, "", "", code, false, false, false, false));
        });
        Fx.settle();
    }

    private void look(String name) throws Exception {
        Looks.at(stage.getScene(), "mouse-" + name);
    }
}
