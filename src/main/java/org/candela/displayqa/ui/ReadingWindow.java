package org.candela.displayqa.ui;

import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.candela.calibration.device.DisplayDevice;
import org.candela.calibration.device.Typist.Question;
import org.candela.ui.Messages;
import org.candela.ui.StatusMark;
import org.candela.ui.Theme;
import org.candela.ui.Tone;

/**
 * Asks for readings of a meter that is read by eye, on another screen than the one measured, or at the foot of that one
 * where there is no other. Enter takes what was typed, Ctrl+Z takes the reading before back, Esc cancels the run. FX thread.
 */
// [impl->req~displayqa.typed-readings~1]
final class ReadingWindow {
    private static final double WIDTH = 620;
    private static final double HEIGHT = 230;
    private static final KeyCombination TAKE_BACK = new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);

    private final DisplayQaViewModel model;
    private final HandReadings readings;
    private final Messages words = Messages.of(ReadingWindow.class);
    private final Stage stage = new Stage();
    private final Label asked = new Label();
    private final Label last = new Label();
    private final Label problem = StatusMark.of(Tone.CAUTION, "");
    private final TextField field = new TextField();
    private final Button take = button("take", this::take);
    private final Button back = button("back", this::takeBack);

    ReadingWindow(DisplayQaViewModel model, HandReadings readings) {
        this.model = model;
        this.readings = readings;
    }

    /** Follows the questions from now on, over {@code owner}'s application. */
    void follow(Region owner) {
        readings.wantedProperty()
                .addListener((value, before, now) -> now.ifPresentOrElse(
                        question -> show(question, owner.getScene().getWindow()), this::rest));
        model.progressProperty().addListener((value, before, now) -> {
            if (!now.isRunning()) {
                stage.hide();
            }
        });
    }

    private void show(Question question, Window owner) {
        if (!stage.isShowing()) {
            open(owner);
        }
        String display = readings.display().map(DisplayDevice::connector).orElse("");
        asked.setText(words.text("displayqa.reading.asked", question.number(), display));
        last.setText(question.last()
                .map(before ->
                        words.text("displayqa.reading.last", String.format(Locale.ROOT, "%.4g", before.cdPerM2())))
                .orElse(""));
        StatusMark.show(problem, Tone.CAUTION, question.problem());
        problem.setVisible(!question.problem().isEmpty());
        field.clear();
        field.setAccessibleText(String.join(" ", asked.getText(), last.getText(), question.problem()));
        rest(Optional.of(question));
        stage.toFront();
        stage.requestFocus();
        field.requestFocus();
    }

    private void rest() {
        rest(Optional.empty());
    }

    /** Between questions nothing can be answered. */
    private void rest(Optional<Question> question) {
        field.setDisable(question.isEmpty());
        take.setDisable(question.isEmpty());
        back.setDisable(question.flatMap(Question::last).isEmpty());
    }

    private void open(Window owner) {
        if (stage.getScene() == null) {
            build(owner);
        }
        Optional<Screen> other =
                readings.display().map(DisplayDevice::place).flatMap(place -> OtherScreen.than(place, owner));
        stage.setAlwaysOnTop(other.isEmpty());
        Rectangle2D bounds = other.orElseGet(Screen::getPrimary).getVisualBounds();
        stage.setX(bounds.getMinX() + (bounds.getWidth() - WIDTH) / 2);
        stage.setY(
                other.isPresent()
                        ? bounds.getMinY() + (bounds.getHeight() - HEIGHT) / 2
                        : bounds.getMaxY() - HEIGHT); // the meter stands before the middle
        stage.show();
    }

    private void build(Window owner) {
        asked.setId("reading-asked");
        asked.getStyleClass().add("visual-question");
        asked.setWrapText(true);
        last.getStyleClass().add("muted");
        problem.setId("reading-problem");
        problem.setWrapText(true);
        field.setId("reading-field");
        field.setPromptText(words.text("displayqa.reading.prompt"));
        field.setOnAction(event -> take());
        FlowPane actions = new FlowPane(8, 8, take, back, button("cancel", model::cancel));
        actions.setAlignment(Pos.CENTER_LEFT);
        VBox panel = new VBox(10, asked, field, problem, last, actions);
        panel.setId("reading-panel");
        panel.getStyleClass().add("visual-panel");
        Scene scene = new Scene(panel, WIDTH, HEIGHT);
        Theme.dressLike(owner, scene, ReadingWindow.class.getResource("visual.css"));
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        stage.setScene(scene);
        stage.initOwner(owner);
        stage.setTitle(words.text("displayqa.reading.title"));
        stage.setOnCloseRequest(event -> model.cancel());
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            model.cancel();
        } else if (TAKE_BACK.match(event) && field.getText().isEmpty()) {
            event.consume(); // with something typed it undoes the typing
            takeBack();
        }
    }

    private void take() {
        readings.type(field.getText());
    }

    private void takeBack() {
        if (!back.isDisabled()) {
            readings.takeBack();
        }
    }

    private Button button(String name, Runnable effect) {
        Button button = new Button(words.text("displayqa.reading.action." + name));
        button.setId("reading-" + name);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> effect.run());
        return button;
    }
}
