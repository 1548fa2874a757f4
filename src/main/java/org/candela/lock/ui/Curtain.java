package org.candela.lock.ui;

import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.candela.lock.Proof;
import org.candela.lock.RoomLock.Cause;
import org.candela.lock.RoomLock.State;
import org.candela.lock.ui.CurtainViewModel.Section;
import org.candela.ui.Messages;
import org.candela.ui.StatusMark;
import org.candela.ui.Theme;
import org.candela.ui.Tone;

/** What one window shows instead of itself. Holds nothing of what lies behind. FX thread. */
final class Curtain {
    private static final double WIDTH = 380;
    /** Below this, as behind a small dialog, there is room for what is needed alone. */
    private static final double SMALL = 480;

    private static final double BOARD_WIDTH = 900;

    private final CurtainViewModel model;
    private final Messages words = Messages.of(Curtain.class);
    private final PasswordField secret = new PasswordField();
    private final TextField reason = new TextField();
    private final StackPane root = new StackPane();
    private final Scene scene;

    /** As large as what it covers, so that the window keeps its size. */
    Curtain(CurtainViewModel model, Scene covered) {
        this.model = model;
        root.setId("curtain");
        root.setStyle("-fx-background-color: #0b0d10;");
        scene = new Scene(root, Math.max(1, covered.getWidth()), Math.max(1, covered.getHeight()));
        Theme.dress(scene);
        root.styleProperty().set("-fx-background-color: #0b0d10;" + size(covered));
        show(model.stateProperty().get());
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    }

    /** Words as large as those behind. */
    private static String size(Scene covered) {
        String style = covered.getRoot().getStyle();
        return style == null ? "" : style;
    }

    Scene scene() {
        return scene;
    }

    void focus() {
        secret.requestFocus();
    }

    /** What is shown in this state, on a window that stays covered. */
    void show(State state) {
        root.getChildren().setAll(state == State.EMERGENCY ? looking() : locked());
    }

    private Node looking() {
        return isSmall() ? head() : board();
    }

    private boolean isSmall() {
        return scene.getHeight() < SMALL;
    }

    private void onKey(KeyEvent event) {
        boolean isLockKey = event.getCode() == KeyCode.F12 && event.isControlDown();
        if (isLockKey) {
            event.consume();
            var unused = model.lock(Cause.KEY);
        }
    }

    private Node locked() {
        Label mark = new Label(words.text("app.name"));
        mark.getStyleClass().add("wordmark");
        Label head = new Label(words.text("lock.head"));
        head.getStyleClass().add("headline");
        Label why = text("lock.why." + model.asks());
        why.getStyleClass().add("muted");
        Label alarm = StatusMark.of(Tone.BAD, "");
        alarm.setId("curtain-alarm");
        alarm.setWrapText(true);
        alarm.textProperty().bind(model.alarmProperty());
        alarm.visibleProperty().bind(model.alarmProperty().isNotEmpty());
        alarm.managedProperty().bind(alarm.visibleProperty());
        Label said = new Label();
        said.setId("curtain-said");
        said.setWrapText(true);
        said.setMinHeight(Region.USE_PREF_SIZE);
        said.textProperty().bind(model.saidProperty());
        secret.setId("curtain-secret");
        secret.clear();
        secret.disableProperty().bind(model.tryingProperty());
        boolean isAsked = model.asks() != Proof.Kind.NONE;
        secret.setVisible(isAsked);
        secret.setManaged(isAsked);
        secret.setPromptText(words.text("lock.prompt." + model.asks()));
        secret.setOnAction(event -> tryIt());
        Button open = new Button(words.text("lock.open"));
        open.setId("curtain-open");
        open.getStyleClass().add("accent");
        open.setOnAction(event -> tryIt());
        VBox box = isSmall()
                ? new VBox(6, new HBox(8, secret, open), said, emergency())
                : new VBox(12, mark, head, alarm, why, secret, open, said, emergency());
        HBox.setHgrow(secret, Priority.ALWAYS);
        box.setAlignment(Pos.CENTER);
        box.setMaxWidth(WIDTH);
        box.setPadding(new Insets(isSmall() ? 8 : 18));
        return box;
    }

    private Node emergency() {
        Label ask = text("lock.emergency.ask");
        ask.getStyleClass().add("muted");
        reason.setId("curtain-reason");
        reason.setPromptText(words.text("lock.emergency.prompt"));
        Button look = new Button(words.text("lock.emergency.look"));
        look.setId("curtain-look");
        look.setOnAction(event -> {
            var unused = model.openInEmergency(reason.getText());
        });
        VBox asked = new VBox(8, ask, reason, look);
        asked.setVisible(false);
        asked.setManaged(false);
        Button begin = new Button(words.text("lock.emergency.begin"));
        begin.setId("curtain-emergency");
        begin.getStyleClass().add("quiet");
        begin.setOnAction(event -> {
            reason.clear();
            asked.setManaged(true);
            asked.setVisible(true);
            begin.setVisible(false);
            begin.setManaged(false);
            reason.requestFocus();
        });
        return new VBox(6, begin, asked);
    }

    private void tryIt() {
        char[] typed = secret.getText().toCharArray();
        secret.clear();
        var unused = model.unlock(typed).thenRun(secret::requestFocus);
    }

    /** The mark, and the way out. */
    private FlowPane head() {
        Label head = StatusMark.of(Tone.BAD, words.text("lock.emergency.banner"));
        head.setId("curtain-emergency-banner");
        Button end = new Button(words.text("lock.emergency.end"));
        end.setId("curtain-end");
        end.setOnAction(event -> {
            var unused = model.lock(Cause.EMERGENCY_ENDED);
        });
        FlowPane top = new FlowPane(16, 6, head, end);
        top.setAlignment(Pos.CENTER_LEFT);
        return top;
    }

    private Node board() {
        VBox lines = new VBox(14);
        lines.setId("curtain-board");
        for (Section section : model.boardProperty().get()) {
            Label title = new Label(section.title());
            title.getStyleClass().add("panel-title");
            Label text = new Label(section.text());
            text.setWrapText(true);
            text.setMaxWidth(BOARD_WIDTH);
            text.setMinHeight(Region.USE_PREF_SIZE);
            lines.getChildren().addAll(List.of(title, text));
        }
        ScrollPane scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox box = new VBox(16, head(), scroll);
        box.setPadding(new Insets(24));
        return box;
    }

    private Label text(String key) {
        Label label = new Label(words.text(key));
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
