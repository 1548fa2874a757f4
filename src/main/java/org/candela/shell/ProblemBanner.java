package org.candela.shell;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.candela.ui.Dialogs.Problem;
import org.candela.ui.Messages;
import org.candela.ui.StatusMark;
import org.candela.ui.Tone;

/** Problems at the foot of the work screen: they wait to be read, and stop nobody. FX thread. */
// [impl->req~shell.problem-whole~1]
final class ProblemBanner {
    private static final int MOST = 3;
    private final VBox root = new VBox(6);
    private final Messages words = Messages.of(ProblemBanner.class);

    ProblemBanner() {
        root.setId("problems");
        root.getStyleClass().add("problems");
    }

    Region root() {
        return root;
    }

    /** Adds a problem; the same one again replaces itself, and the oldest makes room. */
    void show(Problem problem) {
        root.getChildren().removeIf(row -> problem.code().equals(row.getUserData()));
        root.getChildren().add(row(problem));
        if (root.getChildren().size() > MOST) {
            root.getChildren().remove(0);
        }
    }

    private HBox row(Problem problem) {
        Label advice = new Label(problem.whatToDo());
        advice.setWrapText(true);
        HBox.setHgrow(advice, Priority.ALWAYS);
        advice.setMaxWidth(Double.MAX_VALUE);
        Label code = new Label(problem.code());
        code.getStyleClass().add("error-code");
        Button close = new Button(words.text("action.close"));
        Label title = StatusMark.of(Tone.BAD, problem.title());
        // Only the advice gives way, to further lines.
        for (Control whole : List.of(title, code, close)) {
            whole.setMinWidth(Region.USE_PREF_SIZE);
        }
        advice.setMinHeight(Region.USE_PREF_SIZE);
        HBox row = new HBox(16, title, advice, code, close);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("problem");
        row.setUserData(problem.code());
        close.setOnAction(event -> root.getChildren().remove(row));
        return row;
    }
}
