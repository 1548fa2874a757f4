package org.candela.displayqa.ui;

import java.util.function.LongConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.candela.displayqa.ledger.RunFindings;
import org.candela.ui.Messages;
import org.candela.ui.StatusMark;
import org.jspecify.annotations.Nullable;

/** Every run of the display, newest first; the selected one is looked at. FX thread. */
final class RunHistory extends VBox {

    private final ListView<RunFindings> list = new ListView<>();
    private final LongConsumer look;
    /** While the list is being filled, a change of its selection is nobody's wish. */
    private boolean isFilling;

    RunHistory(Messages words, LongConsumer look) {
        super(8);
        this.look = look;
        setId("displayqa-history");
        list.setId("displayqa-runs");
        list.setCellFactory(view -> new RunCell());
        list.setPlaceholder(Captions.muted(words.text("displayqa.run.none")));
        list.getSelectionModel().selectedItemProperty().addListener((value, before, now) -> chosen(now));
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(Captions.title(words.text("displayqa.history.title")), list);
    }

    void show(DisplayResults results) {
        isFilling = true;
        if (!list.getItems().equals(results.runs())) { // a reload makes other objects, looking at a run does not
            list.getItems().setAll(results.runs());
        }
        list.getSelectionModel().clearSelection();
        results.shown().ifPresent(list.getSelectionModel()::select);
        isFilling = false;
    }

    private void chosen(@Nullable RunFindings run) {
        if (!isFilling && run != null) {
            look.accept(run.run().sequence());
        }
    }

    private static final class RunCell extends ListCell<RunFindings> {
        RunCell() {
            setPrefWidth(0); // as wide as the list, never wider
        }

        @Override
        protected void updateItem(@Nullable RunFindings run, boolean empty) {
            super.updateItem(run, empty);
            setGraphic(run == null || empty ? null : line(run));
        }

        private static HBox line(RunFindings run) {
            Label kind = new Label(run.run().kind().title());
            Label moment = new Label(run.run().sequence() + " \u00b7 " + Captions.moment(run.run()));
            moment.getStyleClass().add("muted");
            VBox what = new VBox(kind, moment);
            what.setAlignment(Pos.CENTER_LEFT);
            HBox.setHgrow(what, Priority.ALWAYS);
            what.setMinWidth(0);
            Label result = StatusMark.of(
                    Captions.tone(run.run().overall(), run.run()), run.run().resultText());
            result.setMinWidth(Label.USE_PREF_SIZE);
            HBox line = new HBox(10, what, result);
            line.setAlignment(Pos.CENTER_LEFT);
            return line;
        }
    }
}
