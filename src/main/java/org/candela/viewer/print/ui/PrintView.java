package org.candela.viewer.print.ui;

import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.Stage;
import org.candela.ui.Messages;
import org.candela.ui.StepFrame;
import org.candela.viewer.print.PrintDesk;
import org.candela.viewer.print.PrintDesk.Step;
import org.jspecify.annotations.Nullable;

/** What is seen of a print at each of its steps. FX thread. */
final class PrintView {
    private final PrintDesk desk;
    private final Messages words = Messages.of(PrintView.class);
    private final PrintChoices choices;
    private final SheetPreview preview;
    private final StepFrame frame;
    private final Stage stage;
    private @Nullable Step shown;

    private PrintView(PrintDesk desk, Path file, Stage stage) {
        this.desk = desk;
        this.stage = stage;
        this.choices = PrintChoices.of(words, file);
        this.preview = new SheetPreview(desk, words);
        this.frame = StepFrame.of("print", this::goBack, this::goOn);
    }

    static PrintView of(PrintDesk desk, Path file, Stage stage) {
        PrintView view = new PrintView(desk, file, stage);
        desk.onChange(view::refresh);
        view.refresh();
        return view;
    }

    StepFrame frame() {
        return frame;
    }

    void focus() {
        choices.first().requestFocus();
    }

    private void refresh() {
        Step step = desk.step();
        frame.say(
                words.text("print.step." + step),
                desk.failure().isEmpty() ? "" : words.text("print.failed", desk.failure()));
        frame.offer(
                words.text(step == Step.CHOOSE || step == Step.DONE ? "print.close" : "print.back"),
                onwards(step),
                step != Step.LOOK || desk.mayLeave());
        choices.offer(desk);
        preview.refresh();
        frame.progress(told(step), desk.done(), desk.total());
        if (step != shown) {
            shown = step;
            show(step);
        }
    }

    private Optional<String> onwards(Step step) {
        return switch (step) {
            case CHOOSE -> Optional.of(words.text("print.next"));
            case LOOK -> Optional.of(words.text("print.confirm"));
            case MAKE, SEND, DONE -> Optional.empty();
        };
    }

    private void show(Step step) {
        switch (step) {
            case CHOOSE -> frame.show(choices, choices.first());
            case LOOK -> frame.show(preview, preview);
            case MAKE, SEND -> frame.showProgress();
            case DONE -> frame.showOutcome();
        }
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
