package org.candela.readiness.ui;

import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.candela.readiness.ReadinessItem;
import org.candela.ui.Messages;
import org.candela.ui.StatusMark;
import org.candela.ui.Tone;

/** The card: the answer in one line, then each question with what was found and what to do. FX thread. */
public final class ReadinessView extends VBox {
    private final ReadinessViewModel model;
    private final Messages words = Messages.of(ReadinessView.class);
    private final Label answer = StatusMark.of(Tone.UNKNOWN, "");
    private final VBox list = new VBox(12);

    public ReadinessView(ReadinessViewModel model) {
        super(14);
        this.model = model;
        getStyleClass().add("panel");
        setId("readiness");
        Label title = new Label(words.text("readiness.title"));
        title.getStyleClass().add("panel-title");
        answer.setId("readiness-answer");
        answer.getStyleClass().add("headline");
        Button again = new Button(words.text("readiness.again"));
        again.setId("readiness-again");
        again.setOnAction(click -> checkAgain());
        answer.setWrapText(true);
        answer.setMinHeight(USE_PREF_SIZE);
        again.setMinHeight(USE_PREF_SIZE);
        ScrollPane questions = new ScrollPane(list);
        questions.setFitToWidth(true);
        questions.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        questions.getStyleClass().add("readiness-questions");
        getChildren().addAll(title, answer, questions, again);
        model.items().addListener((ListChangeListener<ReadinessItem>) change -> fill());
        model.allowedProperty().addListener((value, before, now) -> fill());
        fill();
    }

    /** The answer reaches the list by itself, and a check that breaks is an answer too. */
    private void checkAgain() {
        var unused = model.check();
    }

    private void fill() {
        Answer now = Answer.of(model);
        StatusMark.show(answer, now.tone(), words.text(now.key()));
        list.getChildren().setAll(model.items().stream().map(this::entry).toList());
    }

    /** The card in one line; what is allowed with a reservation is never shown as plainly ready. */
    private record Answer(Tone tone, String key) {
        static Answer of(ReadinessViewModel model) {
            if (model.items().isEmpty()) {
                return new Answer(Tone.UNKNOWN, "readiness.unchecked");
            }
            if (!model.allowedProperty().get()) {
                return new Answer(Tone.BAD, "readiness.blocked");
            }
            boolean isPlain = model.items().stream().allMatch(item -> item.status() == ReadinessItem.Status.READY);
            return isPlain
                    ? new Answer(Tone.GOOD, "readiness.allowed")
                    : new Answer(Tone.CAUTION, "readiness.allowed-with-reservation");
        }
    }

    private VBox entry(ReadinessItem item) {
        Label mark = StatusMark.of(
                tone(item.status()), item.title() + " \u2013 " + words.text("readiness.status." + item.status()));
        mark.setWrapText(true);
        VBox entry = new VBox(2, mark, line(item.reason(), "muted"));
        if (!item.whatToDo().isEmpty()) {
            entry.getChildren().add(line(item.whatToDo(), "what-to-do"));
        }
        entry.setId("readiness-" + item.id());
        return entry;
    }

    private static Label line(String text, String style) {
        Label line = new Label(text);
        line.getStyleClass().add(style);
        line.setWrapText(true);
        line.setMinHeight(USE_PREF_SIZE);
        line.setStyle("-fx-padding: 0 0 0 22;");
        return line;
    }

    private static Tone tone(ReadinessItem.Status status) {
        return switch (status) {
            case BLOCKED, FAILED -> Tone.BAD;
            case WARNING -> Tone.CAUTION;
            case NOT_ASSESSED -> Tone.UNKNOWN;
            case READY -> Tone.GOOD;
        };
    }
}
