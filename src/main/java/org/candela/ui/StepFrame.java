package org.candela.ui;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * What is seen of something done step by step: its heading, the body of the step, what went wrong, and the ways back and on.
 * FX thread.
 */
public final class StepFrame extends BorderPane {
    private static final double BAR = 520;

    private final Label title = new Label();
    private final Label failure = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Label told = new Label();
    private final Button back = new Button();
    private final Button forward = new Button();

    private StepFrame() {}

    /**
     * An empty frame.
     *
     * @param name its id and style class; those of its parts begin with it
     * @param goBack what the way back does
     * @param goOn what the way on does
     */
    public static StepFrame of(String name, Runnable goBack, Runnable goOn) {
        StepFrame frame = new StepFrame();
        frame.build(name);
        frame.back.setOnAction(event -> goBack.run());
        frame.forward.setOnAction(event -> goOn.run());
        return frame;
    }

    private void build(String name) {
        setId(name);
        getStyleClass().add(name);
        title.getStyleClass().add("headline");
        failure.setId(name + "-failure");
        failure.getStyleClass().add(name + "-failure");
        failure.setWrapText(true);
        told.setId(name + "-told");
        told.setWrapText(true);
        bar.setPrefWidth(BAR);
        back.setId(name + "-back");
        back.getStyleClass().add("quiet");
        forward.setId(name + "-forward");
        forward.getStyleClass().add("accent");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox buttons = new HBox(10, failure, gap, back, forward);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.getStyleClass().add(name + "-foot");
        setTop(title);
        setBottom(buttons);
    }

    /** What is done now, and what went wrong before, which may be empty. */
    public void say(String heading, String problem) {
        title.setText(heading);
        failure.setText(problem.isEmpty() ? "" : "\u26a0 " + problem);
    }

    /**
     * The ways out of the step.
     *
     * @param on empty where there is no way on
     * @param isOpen whether the way on may be taken now
     */
    public void offer(String backwards, Optional<String> on, boolean isOpen) {
        back.setText(backwards);
        forward.setVisible(on.isPresent());
        on.ifPresent(forward::setText);
        forward.setDisable(!isOpen);
    }

    /** How far it is, in words and as {@code done} of {@code total}; unknown while that is 0. */
    public void progress(String words, int done, int total) {
        told.setText(words);
        bar.setProgress(total == 0 ? ProgressBar.INDETERMINATE_PROGRESS : (double) done / total);
    }

    /** Shows the body of a step and gives {@code first} the keyboard. */
    public void show(Node body, Node first) {
        setCenter(body);
        first.requestFocus();
    }

    /** The body of a step that takes its time: {@link #progress}; the way back has the keyboard. */
    public void showProgress() {
        show(centred(bar, told), back);
    }

    /** The body of the last step: the words of {@link #progress}; the way back has the keyboard. */
    public void showOutcome() {
        show(centred(told), back);
    }

    private static VBox centred(Node... nodes) {
        VBox box = new VBox(16, nodes);
        box.setAlignment(Pos.CENTER);
        return box;
    }

    void back() {
        back.fire();
    }

    void forward() {
        forward.fire();
    }
}
