package org.candela.viewer.export.ui;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.stage.DirectoryChooser;
import javafx.stage.Stage;
import org.candela.ui.Messages;
import org.candela.ui.StepFrame;
import org.candela.viewer.export.ExportDesk;
import org.candela.viewer.export.ExportDesk.Step;
import org.jspecify.annotations.Nullable;

/** What is seen of an export at each of its steps. FX thread. */
final class ExportView {
    private final ExportDesk desk;
    private final Messages words = Messages.of(ExportView.class);
    private final ExportChoices choices;
    private final ContactSheet sheet;
    private final StepFrame frame;
    private final Stage stage;
    private @Nullable Step shown;

    private ExportView(ExportDesk desk, Path folder, Stage stage) {
        this.desk = desk;
        this.stage = stage;
        this.choices = ExportChoices.of(words, folder, this::choose);
        this.sheet = new ContactSheet(desk, words);
        this.frame = StepFrame.of("export", this::goBack, this::goOn);
    }

    static ExportView of(ExportDesk desk, Path folder, Stage stage) {
        ExportView view = new ExportView(desk, folder, stage);
        desk.onChange(view::refresh);
        view.refresh();
        return view;
    }

    StepFrame frame() {
        return frame;
    }

    void focus() {
        choices.focus();
    }

    private void refresh() {
        Step step = desk.step();
        frame.say(
                words.text("export.step." + step),
                desk.failure().isEmpty() ? "" : words.text("export.failed", desk.failure()));
        boolean waits = step == Step.LOOK && !desk.mayLeave();
        frame.offer(words.text(leave(step)), onwards(step, waits), !waits);
        sheet.refresh();
        frame.progress(told(step), desk.done(), desk.total());
        if (step != shown) {
            shown = step;
            show(step);
        }
    }

    private Optional<String> onwards(Step step, boolean waits) {
        return switch (step) {
            case CHOOSE -> Optional.of(words.text("export.next"));
            case LOOK -> Optional.of(words.text(waits ? "export.confirm.wait" : "export.confirm"));
            case PREPARE, WRITE, DONE -> Optional.empty();
        };
    }

    private void show(Step step) {
        switch (step) {
            case CHOOSE -> frame.show(choices, choices.first());
            case LOOK -> frame.show(sheet, sheet);
            case PREPARE, WRITE -> frame.showProgress();
            case DONE -> frame.showOutcome();
        }
    }

    private static String leave(Step step) {
        return switch (step) {
            case CHOOSE, DONE -> "export.close";
            case WRITE -> "export.stop";
            case PREPARE, LOOK -> "export.back";
        };
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
