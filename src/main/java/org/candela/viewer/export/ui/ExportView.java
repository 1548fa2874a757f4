package org.candela.viewer.export.ui;

import java.io.File;
import java.nio.file.Path;
import java.util.stream.Collectors;
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
import javafx.stage.DirectoryChooser;
import javafx.stage.Stage;
import org.candela.ui.Messages;
import org.candela.viewer.export.ExportDesk;
import org.candela.viewer.export.ExportDesk.Step;
import org.jspecify.annotations.Nullable;

/** What is seen of an export at each of its steps. FX thread. */
final class ExportView extends BorderPane {
    private static final double BAR = 520;

    private final ExportDesk desk;
    private final Messages words = Messages.of(ExportView.class);
    private final ExportChoices choices;
    private final ContactSheet sheet;
    private final Label title = new Label();
    private final Label failure = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Label told = new Label();
    private final Button back = new Button();
    private final Button forward = new Button();
    private final Stage stage;
    private @Nullable Step shown;

    private ExportView(ExportDesk desk, Path folder, Stage stage) {
        this.desk = desk;
        this.stage = stage;
        this.choices = ExportChoices.of(words, folder, this::choose);
        this.sheet = new ContactSheet(desk, words);
    }

    static ExportView of(ExportDesk desk, Path folder, Stage stage) {
        ExportView view = new ExportView(desk, folder, stage);
        view.build();
        desk.onChange(view::refresh);
        view.refresh();
        return view;
    }

    void focus() {
        choices.focus();
    }

    /** What Enter does wherever no other button has the keyboard. */
    void forward() {
        forward.fire();
    }

    private void build() {
        setId("export");
        getStyleClass().add("export");
        title.getStyleClass().add("headline");
        failure.setId("export-failure");
        failure.getStyleClass().add("export-failure");
        failure.setWrapText(true);
        told.setId("export-told");
        told.setWrapText(true);
        bar.setPrefWidth(BAR);
        back.setId("export-back");
        back.getStyleClass().add("quiet");
        back.setOnAction(event -> goBack());
        forward.setId("export-forward");
        forward.getStyleClass().add("accent");
        forward.setOnAction(event -> goOn());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox buttons = new HBox(10, failure, gap, back, forward);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.getStyleClass().add("export-foot");
        setTop(title);
        setBottom(buttons);
    }

    private void refresh() {
        Step step = desk.step();
        title.setText(words.text("export.step." + step));
        failure.setText(desk.failure().isEmpty() ? "" : "\u26a0 " + words.text("export.failed", desk.failure()));
        back.setText(words.text(leave(step)));
        forward.setVisible(step == Step.CHOOSE || step == Step.LOOK);
        boolean waits = step == Step.LOOK && !desk.mayLeave();
        forward.setText(
                words.text(waits ? "export.confirm.wait" : step == Step.LOOK ? "export.confirm" : "export.next"));
        forward.setDisable(waits);
        sheet.refresh();
        told.setText(told(step));
        bar.setProgress(desk.total() == 0 ? ProgressBar.INDETERMINATE_PROGRESS : (double) desk.done() / desk.total());
        if (step != shown) {
            shown = step;
            setCenter(body(step));
            first(step).requestFocus();
        }
    }

    private static String leave(Step step) {
        return switch (step) {
            case CHOOSE, DONE -> "export.close";
            case WRITE -> "export.stop";
            case PREPARE, LOOK -> "export.back";
        };
    }

    private Node body(Step step) {
        return switch (step) {
            case CHOOSE -> choices;
            case LOOK -> sheet;
            case PREPARE, WRITE -> centred(bar, told);
            case DONE -> centred(told);
        };
    }

    private Node first(Step step) {
        return switch (step) {
            case CHOOSE -> choices.first();
            case LOOK -> sheet;
            case PREPARE, WRITE, DONE -> back;
        };
    }

    private static VBox centred(Node... nodes) {
        VBox box = new VBox(16, nodes);
        box.setAlignment(Pos.CENTER);
        return box;
    }

    private String told(Step step) {
        return switch (step) {
            case WRITE -> words.text("export.progress", String.valueOf(desk.done()), String.valueOf(desk.total()));
            case DONE ->
                desk.exported()
                        .map(done -> words.text("export.done", String.valueOf(done.files()), done.folder())
                                + done.remarks().stream()
                                        .map(remark -> "\n" + remark)
                                        .collect(Collectors.joining()))
                        .orElse("");
            default -> "";
        };
    }

    private void goOn() {
        if (desk.step() == Step.CHOOSE) {
            desk.prepare(choices.request());
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

    private void choose() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(words.text("export.where"));
        @Nullable File chosen = chooser.showDialog(stage);
        if (chosen != null) {
            choices.folder(chosen.toString());
        }
    }
}
