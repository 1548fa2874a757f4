package org.candela.viewer.ui;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
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
    private final Label asked = ViewportView.label("mark-asked", "overlay-text");
    private final TextField field = new TextField();
    private final VBox box = new VBox(asked, field);
    private Optional<MarkPrompt> shown = Optional.empty();

    MarkField(Viewport viewport, Pane stage, Messages words) {
        this.viewport = viewport;
        this.stage = stage;
        this.words = words;
    }

    /** The nodes, hidden until something is asked. */
    VBox built() {
        box.setManaged(false);
        box.setVisible(false);
        box.getStyleClass().add("mark-box");
        field.setId("mark-field");
        field.setPrefColumnCount(18);
        field.setOnAction(event -> answer());
        // Letters belong to the text and not to the tools that have them as keys.
        field.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                prompts().drop();
            }
            event.consume();
        });
        return box;
    }

    void refresh(double renderScale) {
        Optional<MarkPrompt> now = prompts().prompt();
        if (!now.equals(shown)) {
            shown = now;
            now.ifPresentOrElse(this::ask, this::hide);
        }
        now.ifPresent(prompt -> viewport.resolvedView().ifPresent(view -> {
            CanvasPoint at = view.canvasPoint(prompt.at());
            double width = box.prefWidth(-1);
            double height = box.prefHeight(-1);
            double x = Math.max(0, Math.min(stage.getWidth() - width, at.x() / renderScale + GAP));
            double y = Math.max(0, Math.min(stage.getHeight() - height, at.y() / renderScale + GAP));
            box.resizeRelocate(x, y, width, height);
        }));
    }

    private void ask(MarkPrompt prompt) {
        asked.setText(words.text("viewer.asked." + prompt.asked()));
        field.setAccessibleText(asked.getText());
        field.setText(prompt.text());
        box.setVisible(true);
        field.requestFocus();
        field.selectAll();
    }

    private void hide() {
        box.setVisible(false);
        stage.requestFocus();
    }

    private void answer() {
        if (!prompts().answer(field.getText())) {
            asked.setText(words.text("viewer.asked.again." + shown.orElseThrow().asked()));
            field.selectAll();
        }
    }

    private MarkPrompts prompts() {
        return viewport.measuring().prompts();
    }
}
