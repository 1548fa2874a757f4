package org.candela.viewer.ui;

import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/** A line that asks and a field that takes the answer, laid over an image. FX thread. */
final class AnswerField {
    private final Label asked;
    private final TextField field = new TextField();
    private final VBox box;
    private final Function<String, Optional<String>> answer;

    /**
     * @param id of the field; the line has it too, with {@code -asked}
     * @param answer takes what was typed; the words that say why it will not do, empty when it was taken
     * @param drop run when the reader does not want to answer
     */
    AnswerField(String id, Function<String, Optional<String>> answer, Runnable drop) {
        this.asked = ViewportView.label(id + "-asked", "overlay-text");
        this.answer = answer;
        this.box = new VBox(asked, field);
        box.setManaged(false);
        box.setVisible(false);
        box.getStyleClass().add("mark-box");
        field.setId(id);
        field.setPrefColumnCount(18);
        field.setOnAction(event -> answer());
        // Letters belong to the text and not to the tools that have them as keys.
        field.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                drop.run();
            }
            event.consume();
        });
    }

    /** The nodes, hidden until something is asked. */
    VBox box() {
        return box;
    }

    void ask(String words, String text) {
        asked.setText(words);
        field.setAccessibleText(words);
        field.setText(text);
        box.setVisible(true);
        field.requestFocus();
        field.selectAll();
    }

    void hide() {
        box.setVisible(false);
    }

    private void answer() {
        answer.apply(field.getText()).ifPresent(why -> {
            asked.setText(why);
            field.selectAll();
        });
    }
}
