package org.candela.viewer.ui;

import java.util.Optional;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import org.candela.ui.Messages;
import org.candela.viewer.MarkPrompt;
import org.candela.viewer.MarkPrompts;
import org.candela.viewer.Viewport;
import org.candela.viewer.picture.CanvasPoint;

/** The field in which the words of a mark, or the true length of a line, are typed, on the image itself. FX thread. */
final class MarkField {
    private static final double GAP = 12;

    private final Viewport viewport;
    private final Pane stage;
    private final Messages words;
    private final AnswerField field =
            new AnswerField("mark-field", this::answer, () -> prompts().drop());
    private Optional<MarkPrompt> shown = Optional.empty();

    MarkField(Viewport viewport, Pane stage, Messages words) {
        this.viewport = viewport;
        this.stage = stage;
        this.words = words;
    }

    /** The nodes, hidden until something is asked. */
    VBox built() {
        return field.box();
    }

    void refresh(double renderScale) {
        Optional<MarkPrompt> now = prompts().prompt();
        if (!now.equals(shown)) {
            shown = now;
            now.ifPresentOrElse(
                    prompt -> field.ask(words.text("viewer.asked." + prompt.asked()), prompt.text()), this::hide);
        }
        now.ifPresent(prompt -> viewport.resolvedView().ifPresent(view -> {
            CanvasPoint at = view.canvasPoint(prompt.at());
            double width = field.box().prefWidth(-1);
            double height = field.box().prefHeight(-1);
            double x = Math.max(0, Math.min(stage.getWidth() - width, at.x() / renderScale + GAP));
            double y = Math.max(0, Math.min(stage.getHeight() - height, at.y() / renderScale + GAP));
            field.box().resizeRelocate(x, y, width, height);
        }));
    }

    private void hide() {
        field.hide();
        stage.requestFocus();
    }

    private Optional<String> answer(String text) {
        return prompts().answer(text)
                ? Optional.empty()
                : Optional.of(
                        words.text("viewer.asked.again." + shown.orElseThrow().asked()));
    }

    private MarkPrompts prompts() {
        return viewport.measuring().prompts();
    }
}
