package org.candela.viewer.ui;

import java.util.Optional;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import org.candela.ui.Messages;
import org.candela.viewer.tool.Asking;
import org.candela.viewer.tool.Question;

/** What the reader is asked, in the upper middle of the image that keys act on. FX thread. */
final class QuestionField {
    private static final double TOP = 70;

    private final Asking asking;
    private final Pane stage;
    private final Messages words;
    private final AnswerField field;
    private Optional<Question> shown = Optional.empty();

    QuestionField(Asking asking, Pane stage, Messages words) {
        this.asking = asking;
        this.stage = stage;
        this.words = words;
        this.field = new AnswerField("question", text -> asking.answer(text).map(words::text), asking::drop);
    }

    /** The nodes, hidden until something is asked. */
    VBox built() {
        return field.box();
    }

    /** @param isActive whether keys act on the image below */
    void refresh(boolean isActive) {
        Optional<Question> now = asking.question().filter(question -> isActive);
        if (!now.equals(shown)) {
            shown = now;
            now.ifPresentOrElse(question -> field.ask(words.text(question.key()), question.text()), this::hide);
        }
        if (now.isPresent()) {
            double width = field.box().prefWidth(-1);
            field.box()
                    .resizeRelocate(
                            (stage.getWidth() - width) / 2,
                            TOP,
                            width,
                            field.box().prefHeight(-1));
        }
    }

    private void hide() {
        field.hide();
        stage.requestFocus();
    }
}
