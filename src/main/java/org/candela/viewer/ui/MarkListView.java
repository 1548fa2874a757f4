package org.candela.viewer.ui;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The list of marks: a click or Enter goes to the image, Delete takes the mark off. FX thread. */
public final class MarkListView extends VBox {
    private final MarkListViewModel model;
    private final Runnable toImages;
    private final ListView<MarkRow> list = new ListView<>();

    private MarkListView(MarkListViewModel model, Runnable toImages) {
        this.model = model;
        this.toImages = toImages;
    }

    /** A view of {@code model}, to be placed in any panel; {@code toImages} brings the keyboard to the images. */
    public static MarkListView of(MarkListViewModel model, Runnable toImages) {
        return new MarkListView(model, toImages).built();
    }

    private MarkListView built() {
        getStylesheets().add(String.valueOf(MarkListView.class.getResource("viewer.css")));
        setId("mark-list");
        getStyleClass().add("mark-list");
        list.setItems(model.rows());
        list.setAccessibleText(model.title());
        list.setPlaceholder(new Label(model.emptyText()));
        list.setCellFactory(view -> new MarkCell());
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::act);
        model.selectedProperty()
                .addListener((value, before, now) -> now.ifPresentOrElse(
                        row -> list.getSelectionModel().select(row), list.getSelectionModel()::clearSelection));
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().setAll(list);
        return this;
    }

    /** The keyboard goes to the rows, to the first where none is chosen. */
    @Override
    public void requestFocus() {
        list.requestFocus();
        if (list.getSelectionModel().isEmpty()) {
            list.getSelectionModel().selectFirst();
        }
    }

    private void act(KeyEvent event) {
        MarkRow row = list.getSelectionModel().getSelectedItem();
        if (row == null) {
            return;
        }
        if (event.getCode() == KeyCode.ENTER) {
            model.goTo(row);
            toImages.run();
            event.consume();
        } else if (event.getCode() == KeyCode.DELETE) {
            model.remove(row);
            event.consume();
        }
    }

    private final class MarkCell extends ListCell<MarkRow> {
        private final Label kind = ViewportView.label("mark-kind", "mark-list-kind");
        private final Label value = ViewportView.label("mark-value", "mark-list-value");
        private final Label place = ViewportView.label("mark-place", "mark-list-place");
        private final VBox box = new VBox(kind, value, place);

        MarkCell() {
            value.setWrapText(true);
            setPrefWidth(0); // as wide as the list, so that long lines wrap
            setOnMouseClicked(event -> {
                MarkRow row = getItem();
                if (row != null) {
                    model.goTo(row);
                }
            });
        }

        @Override
        protected void updateItem(MarkRow row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setGraphic(null);
                setAccessibleText("");
                return;
            }
            kind.setText(row.text().isEmpty() ? row.kind() : row.kind() + ": " + row.text());
            value.setText(row.value());
            value.setVisible(!row.value().isEmpty());
            value.setManaged(!row.value().isEmpty());
            place.setText(row.place());
            setAccessibleText(row.spoken());
            setGraphic(box);
        }
    }
}
