package org.candela.readiness.ui;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.candela.readiness.ReadinessGroup;
import org.candela.readiness.ReadinessItem;
import org.candela.readiness.ReadinessItem.Status;
import org.candela.ui.Messages;
import org.candela.ui.StatusMark;
import org.candela.ui.Tone;

/** The card: the answer in one line, then each question with what was found and what to do. FX thread. */
// [impl->req~readiness.said-on-card~1]
public final class ReadinessView extends VBox {
    private static final String ACT = "act-";
    private static final int FIELD_COLUMNS = 12;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final ReadinessViewModel model;
    private final Messages words = Messages.of(ReadinessView.class);
    private final Label answer = StatusMark.of(Tone.UNKNOWN, "");
    private final VBox list = new VBox(20);

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
        Label told = new Label();
        told.setId("readiness-told");
        told.getStyleClass().add("what-to-do");
        told.setWrapText(true);
        told.setMinHeight(USE_PREF_SIZE);
        told.textProperty().bind(model.toldProperty());
        told.visibleProperty().bind(model.toldProperty().isNotEmpty());
        told.managedProperty().bind(told.visibleProperty());
        VBox.setVgrow(questions, Priority.ALWAYS);
        getChildren().addAll(title, answer, questions, told, again);
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
        Optional<String> focused = focused();
        list.getChildren().clear();
        for (ReadinessGroup group : ReadinessGroup.values()) {
            List<ReadinessItem> own = model.items().stream()
                    .filter(item -> ReadinessGroup.of(item) == group)
                    .toList();
            if (!own.isEmpty()) {
                list.getChildren().add(group(group, own));
            }
        }
        focused.map(id -> list.lookup("#" + id)).ifPresent(Node::requestFocus);
    }

    /** What was said about a question is asked again, and its button is a new one. */
    private Optional<String> focused() {
        Node owner = getScene() == null ? null : getScene().getFocusOwner();
        return Optional.ofNullable(owner).map(Node::getId).filter(id -> id.startsWith(ACT));
    }

    private VBox group(ReadinessGroup group, List<ReadinessItem> items) {
        long marked =
                items.stream().filter(item -> item.status() != Status.READY).count();
        Label head = new Label(
                marked == 0
                        ? words.text("readiness.group.ready", group.title(), items.size())
                        : words.text("readiness.group.marked", group.title(), marked, items.size()));
        head.getStyleClass().add("readiness-group");
        head.setWrapText(true);
        VBox box = new VBox(8, head);
        items.forEach(item -> box.getChildren().add(entry(item)));
        box.setId("readiness-group-" + group);
        return box;
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
            boolean isPlain = model.items().stream().allMatch(item -> item.status() == Status.READY);
            return isPlain
                    ? new Answer(Tone.GOOD, "readiness.allowed")
                    : new Answer(Tone.CAUTION, "readiness.allowed-with-reservation");
        }
    }

    private VBox entry(ReadinessItem item) {
        Label mark = StatusMark.of(
                tone(item.status()), item.title() + " \u2013 " + words.text("readiness.status." + item.status()));
        mark.setWrapText(true);
        mark.setMinHeight(USE_PREF_SIZE);
        VBox entry = new VBox(2, mark, line(item.reason() + read(item), "muted"));
        if (!item.whatToDo().isEmpty()) {
            entry.getChildren().add(line(item.whatToDo(), "what-to-do"));
        }
        List<CardAction> actions = model.actionsOf(item);
        if (!actions.isEmpty()) {
            entry.getChildren().add(actions(actions));
        }
        entry.setId("readiness-" + item.id());
        return entry;
    }

    /** When it was measured or said; what was looked up for this card is of now. */
    private String read(ReadinessItem item) {
        return item.evidence()
                .at()
                .map(at -> " " + words.text("readiness.read." + item.evidence().basis(), TIME.format(at)))
                .orElse("");
    }

    private FlowPane actions(List<CardAction> actions) {
        FlowPane row = new FlowPane(8, 4);
        row.setStyle("-fx-padding: 2 0 0 22;");
        for (int i = 0; i < actions.size(); i++) {
            CardAction action = actions.get(i);
            String id = ACT + action.item().replace('.', '-') + "-" + i;
            Button button = new Button(action.label());
            button.setId(id);
            button.setMinWidth(USE_PREF_SIZE);
            if (action.prompt().isBlank()) {
                button.setOnAction(click -> act(action, ""));
                row.getChildren().add(button);
            } else {
                TextField field = new TextField();
                field.setId(id + "-field");
                field.setPromptText(action.prompt());
                field.setPrefColumnCount(FIELD_COLUMNS);
                field.setOnAction(enter -> act(action, field.getText()));
                button.setOnAction(click -> act(action, field.getText()));
                row.getChildren().addAll(field, button);
            }
        }
        return row;
    }

    /** The answer reaches the card by itself, and so does why it did not go. */
    private void act(CardAction action, String typed) {
        var unused = model.act(action, typed);
    }

    private static Label line(String text, String style) {
        Label line = new Label(text);
        line.getStyleClass().add(style);
        line.setWrapText(true);
        line.setMinHeight(USE_PREF_SIZE);
        line.setStyle("-fx-padding: 0 0 0 22;");
        return line;
    }

    private static Tone tone(Status status) {
        return switch (status) {
            case BLOCKED, FAILED -> Tone.BAD;
            case WARNING -> Tone.CAUTION;
            case NOT_ASSESSED -> Tone.UNKNOWN;
            case READY -> Tone.GOOD;
        };
    }
}
