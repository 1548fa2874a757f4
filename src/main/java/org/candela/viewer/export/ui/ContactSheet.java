package org.candela.viewer.export.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import org.candela.image.RasterArgb;
import org.candela.ui.ArgbImage;
import org.candela.ui.Messages;
import org.candela.viewer.export.ExportDesk;
import org.candela.viewer.export.ExportDesk.Step;

/** The pictures that would leave, a page at a time, under what has to be said of their pixels. FX thread. */
final class ContactSheet extends VBox {
    private static final double CELL_WIDTH = 310;
    private static final double CELL_HEIGHT = 208;
    private static final double WHOLE_WIDTH = 1258;
    private static final double WHOLE_HEIGHT = 636;

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
        risks.getChildren().setAll(warnings());
        tiles.setPrefColumns(desk.isOneByOne() ? 1 : 4);
        tiles.setPrefTileWidth(desk.isOneByOne() ? WHOLE_WIDTH : CELL_WIDTH);
        tiles.setPrefTileHeight(desk.isOneByOne() ? WHOLE_HEIGHT : CELL_HEIGHT);
        tiles.getChildren()
                .setAll(desk.pictures().stream().<Node>map(this::cell).toList());
        int first = desk.first() + 1;
        int last = first + desk.pictures().size() - 1;
        where.setText(words.text(
                desk.isAllSeen() ? "export.page.seen" : "export.page",
                first == last ? String.valueOf(first) : first + "\u2013" + last,
                String.valueOf(desk.pictureCount())));
    }

    /** Something is always said of the pixels, also where no file gives cause. */
    private List<Node> warnings() {
        List<Node> warnings = new ArrayList<>();
        desk.risks().stream()
                .sorted()
                .forEach(risk -> warnings.add(line("\u26a0 " + words.text("export.risk." + risk), "export-risk")));
        if (warnings.isEmpty()) {
            warnings.add(line(words.text("export.risk.none"), "muted"));
        }
        if (desk.hasMarks()) {
            warnings.add(line("\u26a0 " + words.text("export.marks-leave"), "export-risk"));
        }
        return warnings;
    }

    private static Label line(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
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
        return new ImageView(ArgbImage.of(raster.width(), raster.height(), raster.pixels()));
    }
}
