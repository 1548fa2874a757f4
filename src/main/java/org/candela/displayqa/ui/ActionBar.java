package org.candela.displayqa.ui;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.candela.calibration.HoldWish;
import org.candela.calibration.pattern.VisualTests;
import org.candela.ui.Messages;
import org.candela.ui.StatusMark;
import org.candela.ui.Tone;

/** What can be done, how far it is, and what came of it. FX thread. */
final class ActionBar extends VBox {
    private final DisplayQaViewModel model;
    private final Messages words;
    private final ProgressBar bar = new ProgressBar();
    private final Label step = new Label();
    private final HBox running = new HBox(12);
    private final Label place = StatusMark.of(Tone.NEUTRAL, "");
    private final HBox placing = new HBox(12);
    private final Button meterThere;
    private final VBox notice = new VBox(2);

    ActionBar(DisplayQaViewModel model, Messages words) {
        super(8);
        this.model = model;
        this.words = words;
        this.meterThere = action("meter-there", model::meterIsThere);
        Button preShift = action("pre-shift", () -> started(model.checkBeforeShift()));
        preShift.getStyleClass().add("main-action");
        FlowPane actions = new FlowPane(
                8,
                8,
                preShift,
                action("calibrate", () -> started(model.calibrate())),
                action("constancy", () -> started(model.testConstancy())),
                action("quick", () -> started(model.quickCheck())),
                action("uniformity", () -> started(model.testUniformity())),
                action("visual", () -> started(model.lookAtPatterns(VisualTests.DAILY))),
                action("visual-room", () -> started(model.lookAtPatterns(VisualTests.ROOM_LIGHT))),
                action("visual-acceptance", () -> started(model.lookAtPatterns(VisualTests.ACCEPTANCE))),
                action("acceptance", () -> started(model.testAcceptance())),
                action("match", () -> started(model.match())),
                more(),
                hold());
        actions.disableProperty().bind(model.progressProperty().map(RunProgress::isRunning));
        HBox.setHgrow(actions, Priority.ALWAYS);
        HBox line = new HBox(8, actions, action("refresh", this::lookAgain), export());
        line.setAlignment(Pos.CENTER_LEFT);
        step.setId("displayqa-step");
        bar.setId("displayqa-bar");
        running.getChildren().addAll(bar, step, action("cancel", model::cancel));
        placing.getChildren().addAll(place, meterThere);
        running.setAlignment(Pos.CENTER_LEFT);
        placing.setAlignment(Pos.CENTER_LEFT);
        place.setId("displayqa-place");
        notice.setId("displayqa-notice");
        getChildren()
                .addAll(
                        line,
                        new RoomLightBar(model.roomLight(), words),
                        running,
                        placing,
                        notice,
                        new PreShiftPanel(model, words));
        model.progressProperty().addListener((value, before, now) -> show(now));
        model.placeWantedProperty().addListener((value, before, now) -> show(now));
        model.noticeProperty().addListener((value, before, now) -> show(now));
        show(model.progressProperty().get());
        show(model.placeWantedProperty().get());
        show(model.noticeProperty().get());
    }

    /** What is rarely wanted. */
    private MenuButton more() {
        MenuButton more = new MenuButton(words.text("displayqa.action.more"));
        more.setId("displayqa-more");
        more.setMinWidth(Region.USE_PREF_SIZE);
        more.getItems()
                .setAll(
                        item("levels-52", () -> started(model.testLevels(52))),
                        item("levels-256", () -> started(model.testLevels(256))),
                        item("after-service", () -> started(model.testAfterService())));
        return more;
    }

    private MenuItem item(String name, Runnable effect) {
        MenuItem item = new MenuItem(words.text("displayqa.action." + name));
        item.setId("displayqa-" + name);
        item.setOnAction(event -> effect.run());
        return item;
    }

    private ChoiceBox<HoldWish> hold() {
        ChoiceBox<HoldWish> hold = new ChoiceBox<>(FXCollections.observableArrayList(HoldWish.values()));
        hold.setId("displayqa-hold");
        hold.setAccessibleText(words.text("displayqa.hold"));
        hold.setTooltip(new Tooltip(words.text("displayqa.hint.hold")));
        hold.setConverter(new StringConverter<>() {
            @Override
            public String toString(HoldWish wish) {
                return words.text("displayqa.hold." + wish);
            }

            @Override
            public HoldWish fromString(String text) {
                throw new UnsupportedOperationException("chosen, never typed");
            }
        });
        hold.valueProperty().bindBidirectional(model.wishProperty());
        return hold;
    }

    private void lookAgain() {
        started(model.refresh());
        model.meters().ifPresent(meters -> started(meters.look()));
    }

    private Button export() {
        Button export = action("export", () -> started(model.exportReport()));
        export.disableProperty().bind(model.resultsProperty().map(results -> results.shown()
                .filter(shown -> shown.run().kind().isRun())
                .isEmpty()));
        return export;
    }

    private Button action(String name, Runnable effect) {
        Button button = new Button(words.text("displayqa.action." + name));
        button.setId("displayqa-" + name);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> effect.run());
        if (words.has("displayqa.hint." + name)) {
            button.setTooltip(new Tooltip(words.text("displayqa.hint." + name)));
        }
        return button;
    }

    /** Waits for nothing: what comes of it reaches the page by the model's properties. */
    private static void started(CompletableFuture<?> unused) {}

    private void show(RunProgress progress) {
        bar.setProgress(progress.share().orElse(ProgressBar.INDETERMINATE_PROGRESS));
        step.setText(words.text(progress.phase().key(), progress.kind().title(), progress.done(), progress.expected()));
        if (progress.isRunning() && !running.isVisible() && isFocusWithin()) {
            requestFocus(); // else the focus of a disabled button goes to the next one, and a second Enter presses that
        }
        appear(running, progress.isRunning());
    }

    private void show(Optional<ScreenPlace> wanted) {
        wanted.ifPresent(at -> StatusMark.show(
                place,
                Tone.NEUTRAL,
                words.text("displayqa.place.wanted", at.number(), words.text("displayqa.place." + at.number()))));
        appear(placing, wanted.isPresent());
        if (wanted.isPresent() && isFocusWithin()) {
            meterThere.requestFocus();
        }
    }

    private void show(QaNotice now) {
        notice.getChildren().clear();
        if (!now.isEmpty()) {
            Label text = StatusMark.of(now.tone(), now.text());
            text.setId("displayqa-notice-text");
            text.setWrapText(true);
            notice.getChildren().add(text);
        }
        if (!now.whatToDo().isEmpty()) {
            Label todo = new Label(now.whatToDo() + (now.code().isEmpty() ? "" : "   [" + now.code() + "]"));
            todo.setId("displayqa-notice-todo");
            todo.getStyleClass().addAll("muted", "what-to-do");
            todo.setWrapText(true);
            notice.getChildren().add(todo);
        }
        appear(notice, !now.isEmpty());
    }

    private static void appear(Region part, boolean isThere) {
        part.setVisible(isThere);
        part.setManaged(isThere);
    }
}
