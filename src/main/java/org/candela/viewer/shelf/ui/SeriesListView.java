package org.candela.viewer.shelf.ui;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.candela.image.RasterArgb;
import org.candela.ui.ArgbImage;
import org.candela.ui.Messages;

/**
 * Series side by side: arrows choose, Space hangs the chosen one and stays, Enter hangs it and goes to the images, a double
 * click hangs. FX thread.
 */
public final class SeriesListView extends ListView<SeriesRow> {
    /** Edge of the small picture, px of the toolkit. */
    public static final int PICTURE = 96;

    private static final PseudoClass HANGING = PseudoClass.getPseudoClass("hanging");

    private final SeriesListViewModel model;
    private final Runnable toImages;
    private final Messages words = Messages.of(SeriesListView.class);

    private SeriesListView(SeriesListViewModel model, Runnable toImages) {
        super(model.rows());
        this.model = model;
        this.toImages = toImages;
    }

    /** A view of {@code model}; {@code toImages} brings the keyboard to the images. */
    public static SeriesListView of(SeriesListViewModel model, Runnable toImages) {
        return new SeriesListView(model, toImages).built();
    }

    private SeriesListView built() {
        setId("series-list");
        getStyleClass().add("series-list");
        setOrientation(Orientation.HORIZONTAL);
        setAccessibleText(words.text("shelf.series"));
        setCellFactory(view -> new SeriesCell());
        addEventFilter(KeyEvent.KEY_PRESSED, this::act);
        return this;
    }

    private void act(KeyEvent event) {
        SeriesRow row = getSelectionModel().getSelectedItem();
        if (row == null || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            model.hang(row);
            event.consume();
        }
        if (event.getCode() == KeyCode.ENTER) {
            toImages.run();
        }
    }

    private final class SeriesCell extends ListCell<SeriesRow> {
        private final ImageView picture = new ImageView();
        private final StackPane frame = new StackPane(picture);
        private final Label title = label("series-title");
        private final Label facts = label("series-facts");
        private final Label when = label("series-facts");
        private final Label state = label("series-state");
        private final VBox box = new VBox(frame, title, facts, when, state);
        private Optional<RasterArgb> drawn = Optional.empty();

        SeriesCell() {
            frame.getStyleClass().add("series-picture");
            frame.setMinSize(PICTURE, PICTURE);
            frame.setMaxSize(PICTURE, PICTURE);
            setOnMouseClicked(event -> {
                SeriesRow row = getItem();
                if (row != null && event.getClickCount() == 2) {
                    model.hang(row);
                }
            });
        }

        @Override
        protected void updateItem(SeriesRow row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setGraphic(null);
                setAccessibleText("");
                pseudoClassStateChanged(HANGING, false);
                return;
            }
            if (!row.thumbnail().picture().equals(drawn)) {
                drawn = row.thumbnail().picture();
                picture.setImage(drawn.map(SeriesListView::image).orElse(null));
            }
            title.setText(row.title());
            facts.setText(row.count());
            when.setText(row.when());
            state.setText(row.isHanging() && row.state().isBlank() ? words.text("shelf.hanging") : row.state());
            pseudoClassStateChanged(HANGING, row.isHanging());
            setAccessibleText(row.spoken());
            setGraphic(box);
        }
    }

    private static Label label(String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        return label;
    }

    private static Image image(RasterArgb raster) {
        return ArgbImage.of(raster.width(), raster.height(), raster.pixels());
    }
}
