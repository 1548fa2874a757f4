package org.candela.shell;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.candela.study.prior.KnownPrior;
import org.candela.study.prior.PriorList;
import org.candela.ui.Messages;

/**
 * Earlier studies of the open case that any facility knows of: Enter says that a probable one is the patient's, Delete takes
 * that back. FX thread.
 */
// [impl->req~shell.priors-sure~1]
public final class PriorListView extends ListView<PriorRow> {
    /** Padding of a line and the bar that scrolls, px. */
    private static final double BESIDE_WORDS = 34;

    private final Consumer<KnownPrior> judge;
    private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper("");

    private PriorListView(Consumer<KnownPrior> judge) {
        this.judge = judge;
    }

    /** A list that follows the open case. */
    public static PriorListView of(CaseDesk cases) {
        PriorListView view = new PriorListView(cases::judge).built();
        cases.currentProperty()
                .addListener((value, before, now) ->
                        view.show(now.map(OpenedCase::known).orElse(PriorList.NONE)));
        return view;
    }

    private PriorListView built() {
        Messages words = Messages.of(PriorListView.class);
        setId("prior-list");
        getStyleClass().add("prior-list");
        setAccessibleText(words.text("prior.list"));
        setCellFactory(view -> new PriorCell(view.widthProperty().subtract(BESIDE_WORDS)));
        visibleProperty().bind(Bindings.isNotEmpty(getItems()));
        addEventFilter(KeyEvent.KEY_PRESSED, this::act);
        return this;
    }

    /** How many there are, of which standing; blank when none is known. */
    public ReadOnlyStringProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    private void show(PriorList known) {
        int selected = getSelectionModel().getSelectedIndex();
        List<PriorRow> rows = PriorRow.of(known);
        getItems().setAll(rows);
        count.set(known.count());
        if (selected >= 0 && selected < rows.size()) {
            getSelectionModel().select(selected);
        }
    }

    private void act(KeyEvent event) {
        PriorRow row = getSelectionModel().getSelectedItem();
        boolean isConfirming = event.getCode() == KeyCode.ENTER;
        boolean isTakingBack = event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE;
        if (row == null || event.isShortcutDown() || event.isAltDown() || !(isConfirming || isTakingBack)) {
            return;
        }
        row.prior()
                .filter(prior -> isConfirming ? !prior.isAccepted() : prior.isConfirmed())
                .ifPresent(judge);
        event.consume();
    }

    private static final class PriorCell extends ListCell<PriorRow> {
        private final Label what = new Label();
        private final Label standing = new Label();
        private final VBox box = new VBox(what, standing);

        PriorCell(ObservableValue<Number> wide) {
            setPrefWidth(0); // as wide as the list: long words are wrapped, and the list does not scroll sideways
            box.prefWidthProperty().bind(wide);
            box.maxWidthProperty().bind(wide);
            what.getStyleClass().add("prior-what");
            standing.getStyleClass().add("prior-standing");
            what.setWrapText(true);
            standing.setWrapText(true);
            what.setMinHeight(Region.USE_PREF_SIZE);
            standing.setMinHeight(Region.USE_PREF_SIZE);
        }

        @Override
        protected void updateItem(PriorRow row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setGraphic(null);
                setAccessibleText("");
                return;
            }
            what.setText(row.what());
            standing.setText(row.standing());
            setAccessibleText(row.what() + ", " + row.standing());
            setGraphic(box);
        }
    }
}
