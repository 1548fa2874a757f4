package org.candela.viewer.shelf.ui;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.candela.ui.Messages;

/** The series of the open case, its regions where there are some, and its marks, below the worklist; gone while no case is open. FX thread. */
public final class CaseShelf extends HBox {

    private final SeriesListView series;
    private final Region marks;
    private final RegionListView regions;
    private final Runnable toImages;

    private CaseShelf(SeriesListView series, RegionListView regions, Region marks, Runnable toImages) {
        this.series = series;
        this.regions = regions;
        this.marks = marks;
        this.toImages = toImages;
    }

    /** {@code marks} is the list of marks; Escape in either list brings the keyboard to the images by {@code toImages}. */
    public static CaseShelf of(SeriesListView series, RegionListView regions, Region marks, Runnable toImages) {
        return new CaseShelf(series, regions, marks, toImages).built();
    }

    private CaseShelf built() {
        getStylesheets().add(String.valueOf(CaseShelf.class.getResource("shelf.css")));
        setId("case-shelf");
        getStyleClass().add("case-shelf");
        VBox left = headed("shelf.series.heading", series);
        VBox right = headed("shelf.marks.heading", marks);
        HBox.setHgrow(left, Priority.ALWAYS);
        right.getStyleClass().add("shelf-marks");
        VBox middle = headed("shelf.regions.heading", regions);
        middle.getStyleClass().add("shelf-marks");
        middle.visibleProperty().bind(Bindings.isNotEmpty(regions.getItems()));
        middle.managedProperty().bind(middle.visibleProperty());
        getChildren().setAll(left, middle, right);
        visibleProperty().bind(Bindings.isNotEmpty(series.getItems()));
        managedProperty().bind(visibleProperty());
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                toImages.run();
                event.consume();
            }
        });
        return this;
    }

    private static VBox headed(String heading, Node list) {
        Label label = new Label(Messages.of(CaseShelf.class).text(heading));
        label.getStyleClass().add("panel-title");
        VBox.setVgrow(list, Priority.ALWAYS);
        return new VBox(2, label, list);
    }

    /** Brings the keyboard to the series. */
    public void focusSeries() {
        focus(series);
        if (series.getSelectionModel().isEmpty()) {
            series.getSelectionModel().selectFirst();
        }
    }

    /** Brings the keyboard to the list of regions; nowhere where there are none. */
    public void focusRegions() {
        if (!regions.getItems().isEmpty()) {
            focus(regions);
            if (regions.getSelectionModel().isEmpty()) {
                regions.getSelectionModel().selectFirst();
            }
        }
    }

    /** Brings the keyboard to the list of marks. */
    public void focusMarks() {
        focus(marks);
    }

    private void focus(Node list) {
        if (isVisible() && getScene() != null && getScene().getWindow() != null) {
            getScene().getWindow().requestFocus();
            list.requestFocus();
        }
    }
}
