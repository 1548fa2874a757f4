package org.candela.displayqa.ui;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.candela.calibration.pattern.Direction;
import org.candela.calibration.pattern.VisualAnswer.Outcome;
import org.candela.ui.Messages;
import org.candela.ui.StatusMark;
import org.candela.ui.Tone;

/** The question, its warnings, and the ways to answer it; who hears the screen hears the question anew. FX thread. */
final class QuestionPanel extends VBox {
    private final Messages words = Messages.of(QuestionPanel.class);
    private final Label synthetic = StatusMark.of(Tone.CAUTION, "");
    private final Label progress = new Label();
    private final Label instruction = new Label();
    private final Label question = new Label();
    private final Label rule = new Label();
    private final VBox warnings = new VBox(4);
    private final TextField comment = new TextField();
    private final FlowPane outcomes = new FlowPane(8, 8);
    private final FlowPane directions = new FlowPane(8, 8);
    private final Map<Direction, Button> choices = new EnumMap<>(Direction.class);
    private final Actions actions;

    QuestionPanel(Actions actions) {
        super(10);
        this.actions = actions;
    }

    /** What the observer may do. */
    interface Actions {
        void answer(Outcome outcome);

        void choose(Direction direction);

        void comment(String text);

        void back();

        void stop();
    }

    QuestionPanel built() {
        setId("visual-panel");
        getStyleClass().add("visual-panel");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
        question.setId("visual-question");
        question.getStyleClass().add("visual-question");
        progress.setId("visual-progress");
        progress.getStyleClass().add("muted");
        rule.getStyleClass().add("muted");
        synthetic.setId("visual-synthetic");
        for (Label label : List.of(synthetic, progress, instruction, question, rule)) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
        }
        outcomes.getChildren()
                .setAll(
                        button("pass", () -> actions.answer(Outcome.PASS)),
                        button("fail", () -> actions.answer(Outcome.FAIL)));
        for (Direction direction : Direction.values()) {
            choices.put(direction, button(direction.name(), () -> actions.choose(direction)));
        }
        directions.getChildren().setAll(choices.values());
        comment.setId("visual-comment");
        comment.setPromptText(words.text("visual.comment"));
        comment.setAccessibleText(words.text("visual.comment"));
        comment.setOnAction(event -> requestFocus());
        comment.textProperty().addListener((value, before, now) -> actions.comment(now));
        FlowPane others = new FlowPane(
                8,
                8,
                button("skip", () -> actions.answer(Outcome.SKIP)),
                button("back", actions::back),
                button("stop", actions::stop));
        getChildren()
                .setAll(
                        synthetic,
                        progress,
                        instruction,
                        question,
                        rule,
                        warnings,
                        outcomes,
                        directions,
                        comment,
                        others);
        return this;
    }

    /** Puts the keyboard into the field for words. */
    void commentOn() {
        comment.requestFocus();
    }

    /** Whether words are being written, to which letters belong. */
    boolean isCommenting() {
        return comment.isFocused();
    }

    /** What is looked at now, what is amiss with it, and what was said of it before. */
    void show(VisualCourse course, String statement, List<String> warned) {
        VisualCourse.Item item = course.now();
        synthetic.setText(statement);
        progress.setText(words.text("visual.progress", course.number(), course.total()));
        instruction.setText(item.test().instruction());
        question.setText(item.question().text());
        rule.setText(words.text("visual.rule", item.question().passRule()));
        warnings.getChildren()
                .setAll(warned.stream().map(QuestionPanel::warning).toList());
        appear(warnings, !warned.isEmpty());
        appear(outcomes, !item.question().isForcedChoice());
        appear(directions, item.question().isForcedChoice());
        choices.forEach((direction, button) -> appear(button, VisualCourse.allows(item.question(), direction)));
        comment.setText(course.comment(item));
        setAccessibleText(String.join(
                ". ", progress.getText(), question.getText(), instruction.getText(), String.join(". ", warned)));
        requestFocus();
    }

    private static Label warning(String text) {
        Label label = StatusMark.of(Tone.CAUTION, text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add("visual-warning");
        return label;
    }

    private Button button(String name, Runnable effect) {
        Button button = new Button(words.text("visual.action." + name));
        button.setId("visual-" + name.toLowerCase(Locale.ROOT));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> effect.run());
        return button;
    }

    private static void appear(Region part, boolean isThere) {
        part.setVisible(isThere);
        part.setManaged(isThere);
    }
}
