package org.candela.ui;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Window;

/**
 * Questions and problems put to the user over one window. FX thread; nothing here blocks it.
 *
 * <p>A dialog stays on the screen of its owner, in the look of the room, and its button is named by what it does.
 */
public final class Dialogs {
    private static final double TEXT_WIDTH = 420;
    private static final int WORD_ROWS = 3;
    private static final double LIST_HEIGHT = 360;
    private final Window owner;

    /** Dialogs over {@code owner}. */
    public Dialogs(Window owner) {
        this.owner = owner;
    }

    /** What is asked, what follows from a yes, and the verb on the button. */
    public record Question(String title, String consequence, String action) {}

    /** What happened, what the user can do about it, and a stable code to quote. */
    public record Problem(String title, String whatToDo, String code) {}

    /** Asks; completes with whether the user chose the action. Closing the dialog is a no. */
    public CompletableFuture<Boolean> confirm(Question question) {
        ButtonType action = new ButtonType(question.action(), ButtonData.OK_DONE);
        Alert alert = alert(Alert.AlertType.CONFIRMATION, question.title(), action, ButtonType.CANCEL);
        alert.getDialogPane().setContent(paragraph(question.consequence()));
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        alert.setOnHidden(event -> answer.complete(alert.getResult() == action));
        alert.show();
        return answer;
    }

    /**
     * Shows lines, each with a box that is ticked at first, and asks; completes with the numbers of the ticked ones, or
     * empty when the dialog was closed without the action. Space changes a box, Tab goes to the next, Enter does the action.
     */
    public CompletableFuture<Optional<List<Integer>>> pick(Question question, List<String> lines) {
        ButtonType action = new ButtonType(question.action(), ButtonData.OK_DONE);
        Alert alert = alert(Alert.AlertType.CONFIRMATION, question.title(), action, ButtonType.CANCEL);
        List<CheckBox> boxes = lines.stream().map(Dialogs::ticked).toList();
        VBox list = new VBox(8);
        list.setId("dialog-lines");
        list.getChildren().setAll(boxes);
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(LIST_HEIGHT);
        alert.getDialogPane().setContent(new VBox(12, paragraph(question.consequence()), scroll));
        CompletableFuture<Optional<List<Integer>>> answer = new CompletableFuture<>();
        alert.setOnHidden(event -> answer.complete(
                alert.getResult() == action
                        ? Optional.of(IntStream.range(0, boxes.size())
                                .filter(number -> boxes.get(number).isSelected())
                                .boxed()
                                .toList())
                        : Optional.empty()));
        alert.show();
        return answer;
    }

    private static CheckBox ticked(String line) {
        CheckBox box = new CheckBox(line);
        box.setWrapText(true);
        box.setSelected(true);
        return box;
    }

    /** What was chosen: the action, the other way with words typed for it, or nothing. */
    public record Answer(Choice choice, String words) {}

    /** The ways out of a question with words. */
    public enum Choice {
        ACTION,
        WITH_WORDS,
        NOTHING
    }

    /**
     * Asks, with another way that needs words, whose button works once some are typed. Closing the dialog chooses nothing.
     *
     * @param words what is to be typed, and the verb on the button for it
     */
    public CompletableFuture<Answer> askWithWords(Question question, Words words) {
        ButtonType withWords = new ButtonType(words.action(), ButtonData.OTHER);
        ButtonType action = new ButtonType(question.action(), ButtonData.OK_DONE);
        Alert alert = alert(Alert.AlertType.CONFIRMATION, question.title(), withWords, action, ButtonType.CANCEL);
        TextArea typed = new TextArea();
        typed.setId("dialog-words");
        typed.setWrapText(true);
        typed.setPrefRowCount(WORD_ROWS);
        Label label = new Label(words.prompt());
        label.setLabelFor(typed);
        alert.getDialogPane().setContent(new VBox(12, paragraph(question.consequence()), label, typed));
        alert.getDialogPane()
                .lookupButton(withWords)
                .disableProperty()
                .bind(typed.textProperty().map(String::isBlank));
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        alert.setOnHidden(event -> answer.complete(answer(alert, action, withWords, typed.getText())));
        alert.show();
        return answer;
    }

    /** What is to be typed, and the verb on the button for it. */
    public record Words(String prompt, String action) {}

    private static Answer answer(Alert alert, ButtonType action, ButtonType withWords, String typed) {
        ButtonType chosen = alert.getResult();
        if (chosen == withWords && !typed.isBlank()) {
            return new Answer(Choice.WITH_WORDS, typed.strip());
        }
        return new Answer(chosen == action ? Choice.ACTION : Choice.NOTHING, "");
    }

    /** Tells of a problem; completes when the user has closed it. */
    public CompletableFuture<Void> tell(Problem problem) {
        Alert alert = alert(Alert.AlertType.ERROR, problem.title(), ButtonType.CLOSE);
        Label code = new Label(problem.code());
        code.getStyleClass().add("error-code");
        alert.getDialogPane().setContent(new VBox(12, paragraph(problem.whatToDo()), code));
        CompletableFuture<Void> closed = new CompletableFuture<>();
        alert.setOnHidden(event -> closed.complete(null));
        alert.show();
        return closed;
    }

    private Alert alert(Alert.AlertType type, String title, ButtonType... buttons) {
        Alert alert = new Alert(type, "", buttons);
        alert.initOwner(owner);
        alert.initModality(Modality.WINDOW_MODAL);
        alert.setTitle(title);
        alert.setHeaderText(title);
        alert.setGraphic(StatusMark.of(type == Alert.AlertType.ERROR ? Tone.BAD : Tone.NEUTRAL, ""));
        Theme.dressLike(owner, alert.getDialogPane().getScene());
        return alert;
    }

    private static Label paragraph(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.maxWidthProperty().bind(Letters.scale(label.fontProperty()).map(letters -> letters * TEXT_WIDTH));
        return label;
    }
}
