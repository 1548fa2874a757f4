package org.candela.viewer.shelf.ui;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Line;
import org.candela.viewer.region.RegionStroke;

/**
 * Regions with the line each is drawn with: Enter or a click goes to its largest slice, Space shows or hides it, A shows it
 * alone. FX thread.
 */
public final class RegionListView extends ListView<RegionRow> {
    private static final PseudoClass HIDDEN = PseudoClass.getPseudoClass("hidden");
    private static final double SAMPLE = 34;

    private final RegionListViewModel model;
    private final Runnable toImages;

    private RegionListView(RegionListViewModel model, Runnable toImages) {
        this.model = model;
        this.toImages = toImages;
    }

    /** A view of {@code model}; {@code toImages} brings the keyboard to the images. */
    public static RegionListView of(RegionListViewModel model, Runnable toImages) {
        return new RegionListView(model, toImages).built();
    }

    private RegionListView built() {
        setId("region-list");
        getStyleClass().add("region-list");
        setItems(model.rows());
        setAccessibleText(model.title());
        setCellFactory(view -> new RegionCell());
        addEventFilter(KeyEvent.KEY_PRESSED, this::act);
        return this;
    }

    private void act(KeyEvent event) {
        RegionRow row = getSelectionModel().getSelectedItem();
        int index = getSelectionModel().getSelectedIndex();
        if (row == null || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            case ENTER -> {
                model.goTo(row);
                toImages.run();
            }
            case SPACE -> model.toggle(row);
            case A -> model.alone(row);
            default -> {
                return;
            }
        }
        getSelectionModel().select(index); // rows are made anew
        event.consume();
    }

    private final class RegionCell extends ListCell<RegionRow> {
        private final Line line = new Line(0, 0, SAMPLE, 0);
        private final Label name = label("region-name");
        private final Label size = label("region-size");
        private final Label state = label("region-state");
        private final HBox box = new HBox(8, line, new VBox(name, size, state));

        RegionCell() {
            setPrefWidth(0); // as wide as the list, so that long names are cut and not the list
            line.setTranslateY(9);
            line.setStrokeWidth(2);
            setOnMouseClicked(event -> {
                if (getItem() != null) {
                    model.goTo(getItem());
                }
            });
        }

        @Override
        protected void updateItem(RegionRow row, boolean empty) {
            super.updateItem(row, empty);
            pseudoClassStateChanged(HIDDEN, row != null && !row.isSeen());
            if (empty || row == null) {
                setGraphic(null);
                setAccessibleText("");
                return;
            }
            int argb = row.region().argb();
            line.setStroke(Color.rgb(argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF, row.isSeen() ? 1 : 0.35));
            line.getStrokeDashArray().setAll(RegionStroke.dashes(row.region()));
            name.setText(row.region().name());
            size.setText(row.size());
            size.setManaged(!row.size().isEmpty());
            state.setText(row.state());
            setAccessibleText(row.spoken());
            setGraphic(box);
        }
    }

    private static Label label(String styleClass) {
        Label label = new Label();
        label.getStyleClass().add(styleClass);
        return label;
    }
}
