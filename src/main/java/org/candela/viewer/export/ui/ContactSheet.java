package org.candela.viewer.export.ui;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import org.candela.image.RasterArgb;
import org.candela.ui.Messages;
import org.candela.viewer.export.ExportDesk;
import org.candela.viewer.export.ExportDesk.Step;
import org.candela.viewer.export.PixelRisk;

/** The pictures that would leave, a page at a time, under what has to be said of their pixels. FX thread. */
final class ContactSheet extends VBox {
    private static final double CELL_WIDTH = 310;
    private static final double CELL_HEIGHT = 238;

    private final ExportDesk desk;
    private final Messages words;
    private final VBox risks = new VBox(4);
    private final TilePane tiles = new TilePane(6, 6);
    private final Label where = new Label();

    ContactSheet(ExportDesk desk, Messages words) {
        super(10);
        this.desk = desk;
        this.words = words;
        setId("export-sheet");
        getStyleClass().add("export-sheet");
        setFocusTraversable(true);
        tiles.setPrefColumns(4);
        tiles.setPrefTileWidth(CELL_WIDTH);
        tiles.setPrefTileHeight(CELL_HEIGHT);
        where.setId("export-page");
        where.getStyleClass().add("muted");
        getChildren().setAll(risks, tiles, where);
    }

    void refresh() {
        if (desk.step() != Step.LOOK) {
            return;
        }
        risks.getChildren()
                .setAll(desk.risks().stream().sorted().<Node>map(this::warning).toList());
        tiles.getChildren()
                .setAll(desk.pictures().stream().<Node>map(this::cell).toList());
        int first = desk.page() * ExportDesk.PAGE + 1;
        where.setText(words.text(
                desk.isAllSeen() ? "export.page.seen" : "export.page",
                String.valueOf(first),
                String.valueOf(first + desk.pictures().size() - 1),
                String.valueOf(desk.pictureCount())));
    }

    private Label warning(PixelRisk risk) {
        Label label = new Label("\u26a0 " + words.text("export.risk." + risk));
        label.getStyleClass().add("export-risk");
        label.setWrapText(true);
        return label;
    }

    private StackPane cell(Optional<RasterArgb> picture) {
        StackPane cell = new StackPane();
        cell.getStyleClass().add("export-cell");
        cell.setAlignment(Pos.CENTER);
        cell.getChildren()
                .setAll(picture.map(ContactSheet::view)
                        .map(view -> List.<Node>of(view))
                        .orElseGet(() -> List.of(new Label(words.text("export.drawing")))));
        return cell;
    }

    private static ImageView view(RasterArgb raster) {
        WritableImage image = new WritableImage(raster.width(), raster.height());
        image.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        raster.width(),
                        raster.height(),
                        PixelFormat.getIntArgbInstance(),
                        raster.pixels(),
                        0,
                        raster.width());
        return new ImageView(image);
    }
}
