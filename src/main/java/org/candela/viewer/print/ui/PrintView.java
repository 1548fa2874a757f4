package org.candela.viewer.print.ui;

import java.nio.file.Path;
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
import javafx.stage.Stage;
import org.candela.ui.Messages;
import org.candela.viewer.print.PrintDesk;
import org.candela.viewer.print.PrintDesk.Step;
import org.jspecify.annotations.Nullable;

/** What is seen of a print at each of its steps. FX thread. */
final class PrintView extends BorderPane {
    private static final double BAR = 520;

    private final PrintDesk desk;
    private final Messages words = Messages.of(PrintView.class);
    private final PrintChoices choices;
    private final SheetPreview preview;
    private final Label title = new Label();
    private final Label failure = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Label told = new Label();
    private final Button back = new Button();
    private final Button forward = new Button();
    private final Stage stage;
    private @Nullable Step shown;

    private PrintView(PrintDesk desk, Path file, Stage stage) {
        this.desk = desk;
        this.stage = stage;
        this.choices = PrintChoices.of(words, file);
        this.preview = new SheetPreview(desk, words);
    }

    static PrintView of(PrintDesk desk, Path file, Stage stage) {
        PrintView view = new PrintView(desk, file, stage);
        view.build();
        desk.onChange(view::refresh);
        view.refresh();
        return view;
    }

    void focus() {
        choices.first().requestFocus();
    }

    /** What Enter does wherever no other button has the keyboard. */
    void forward() {
        forward.fire();
    }

    private void build() {
        setId("print");
        getStyleClass().add("print");
        title.getStyleClass().add("headline");
        failure.setId("print-failure");
        failure.getStyleClass().add("print-risk");
        failure.setWrapText(true);
        told.setId("print-told");
        told.setWrapText(true);
        bar.setPrefWidth(BAR);
        back.setId("print-back");
        back.getStyleClass().add("quiet");
        back.setOnAction(event -> goBack());
        forward.setId("print-forward");
        forward.getStyleClass().add("accent");
        forward.setOnAction(event -> goOn());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox buttons = new HBox(10, failure, gap, back, forward);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.getStyleClass().add("print-foot");
        setTop(title);
        setBottom(buttons);
    }

    private void refresh() {
        Step step = desk.step();
        title.setText(words.text("print.step." + step));
        failure.setText(desk.failure().isEmpty() ? "" : "\u26a0 " + words.text("print.failed", desk.failure()));
        back.setText(words.text(step == Step.CHOOSE || step == Step.DONE ? "print.close" : "print.back"));
        forward.setVisible(step == Step.CHOOSE || step == Step.LOOK);
        forward.setText(words.text(step == Step.LOOK ? "print.confirm" : "print.next"));
        forward.setDisable(step == Step.LOOK && !desk.mayLeave());
        choices.offer(desk);
        preview.refresh();
        told.setText(told(step));
        bar.setProgress(desk.total() == 0 ? ProgressBar.INDETERMINATE_PROGRESS : (double) desk.done() / desk.total());
        if (step != shown) {
            shown = step;
            setCenter(body(step));
            first(step).requestFocus();
        }
    }

    private Node body(Step step) {
        return switch (step) {
            case CHOOSE -> choices;
            case LOOK -> preview;
            case MAKE, SEND -> centred(bar, told);
            case DONE -> centred(told);
        };
    }

    private Node first(Step step) {
        return switch (step) {
            case CHOOSE -> choices.first();
            case LOOK -> preview;
            case MAKE, SEND, DONE -> back;
        };
    }

    private static VBox centred(Node... nodes) {
        VBox box = new VBox(16, nodes);
        box.setAlignment(Pos.CENTER);
        return box;
    }

    private String told(Step step) {
        return switch (step) {
            case MAKE, SEND -> words.text("print.progress", String.valueOf(desk.done()), String.valueOf(desk.total()));
            case DONE -> words.text("print.done", String.valueOf(desk.total()), desk.told());
            default -> "";
        };
    }

    private void goOn() {
        if (desk.step() == Step.CHOOSE) {
            desk.make(choices.request());
        } else {
            desk.confirm();
        }
    }

    private void goBack() {
        if (desk.step() == Step.CHOOSE || desk.step() == Step.DONE) {
            stage.close();
        } else {
            desk.cancel();
        }
    }
}
