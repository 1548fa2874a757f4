package org.candela.viewer.shelf.ui;

import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
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
    private final Priors priors;
    private final RegionListView regions;
    private final Runnable toImages;

    /**
     * Earlier studies, which another feature lists.
     *
     * @param count in words, under the heading
     */
    public record Priors(Region list, ObservableValue<String> count) {}

    private CaseShelf(SeriesListView series, RegionListView regions, Region marks, Priors priors, Runnable toImages) {
        this.series = series;
        this.regions = regions;
        this.marks = marks;
        this.priors = priors;
        this.toImages = toImages;
    }

    /** {@code marks} is the list of marks; Escape in either list brings the keyboard to the images by {@code toImages}. */
    public static CaseShelf of(SeriesListView series, RegionListView regions, Region marks, Runnable toImages) {
        Region none = new Region();
        none.setVisible(false);
        return of(series, regions, marks, new Priors(none, new SimpleStringProperty("")), toImages);
    }

    /** The same with a list of earlier studies, which takes no room while it is not visible. */
    public static CaseShelf of(
            SeriesListView series, RegionListView regions, Region marks, Priors priors, Runnable toImages) {
        return new CaseShelf(series, regions, marks, priors, toImages).built();
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
        getChildren().setAll(left, earlier(), middle, right);
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

    private VBox earlier() {
        VBox earlier = headed("shelf.priors.heading", priors.list());
        Label count = new Label();
        count.setId("prior-count");
        count.getStyleClass().add("prior-standing");
        count.setWrapText(true);
        count.textProperty().bind(priors.count());
        earlier.getChildren().add(1, count);
        earlier.getStyleClass().add("shelf-marks");
        earlier.visibleProperty().bind(priors.list().visibleProperty());
        earlier.managedProperty().bind(earlier.visibleProperty());
        return earlier;
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

    /** Brings the keyboard to earlier studies; nowhere where none is known. */
    public void focusPriors() {
        if (priors.list().isVisible()) {
            focus(priors.list());
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
