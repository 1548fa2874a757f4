package org.candela.displayqa.ui;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.candela.displayqa.watch.DueRun;
import org.candela.ui.Formats;
import org.candela.ui.Messages;
import org.candela.ui.StatusMark;
import org.candela.ui.Tone;

/** What is due on the display, when and by which standard; a reminder can be put off. FX thread. */
final class TimetablePanel extends VBox {
    private final Messages words;
    private final Consumer<DueRun> putOff;

    TimetablePanel(Messages words, Consumer<DueRun> putOff) {
        super(8);
        this.words = words;
        this.putOff = putOff;
        setId("displayqa-timetable");
    }

    void show(List<DueRun> runs) {
        getChildren().setAll(Captions.title(words.text("displayqa.timetable.title")));
        if (runs.isEmpty()) {
            getChildren().add(Captions.muted(words.text("displayqa.timetable.none")));
            return;
        }
        GridPane grid = new GridPane();
        grid.getStyleClass().add("timetable");
        ColumnConstraints wide = new ColumnConstraints();
        wide.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(new ColumnConstraints(), wide);
        for (int row = 0; row < runs.size(); row++) {
            grid.addRow(row, cells(runs.get(row)));
        }
        getChildren().add(grid);
    }

    private Node[] cells(DueRun run) {
        Label kind = new Label(run.kind().title());
        kind.setMinWidth(Label.USE_PREF_SIZE);
        Label standard = new Label(run.standard());
        standard.getStyleClass().addAll("muted", "display-detail");
        standard.setMinWidth(Label.USE_PREF_SIZE);
        VBox what = new VBox(kind, standard);
        Label state = StatusMark.of(tone(run), state(run));
        state.setWrapText(true);
        state.setId("due-" + run.kind() + "-" + run.standard());
        return run.state() == DueRun.State.SOON ? new Node[] {what, state, later(run)} : new Node[] {what, state};
    }

    private Button later(DueRun run) {
        Button later = new Button(words.text("displayqa.timetable.later"));
        later.setId("later-" + run.kind() + "-" + run.standard());
        later.setMinWidth(Button.USE_PREF_SIZE);
        later.setOnAction(event -> putOff.accept(run));
        return later;
    }

    private String state(DueRun run) {
        return run.due()
                .map(due -> words.text(
                        "displayqa.timetable." + run.state(), Formats.date(LocalDate.ofInstant(due, ZoneOffset.UTC))))
                .orElseGet(() -> words.text("displayqa.timetable." + run.state(), ""));
    }

    private static Tone tone(DueRun run) {
        return switch (run.state()) {
            case NEVER, OVERDUE -> Tone.CAUTION;
            case SOON, SNOOZED -> Tone.NEUTRAL;
            case IN_TIME -> Tone.GOOD;
        };
    }
}
