package org.candela.viewer.print.ui;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.candela.image.RasterArgb;
import org.candela.ui.ArgbImage;
import org.candela.ui.Messages;
import org.candela.viewer.print.PrintDesk;
import org.candela.viewer.print.PrintDesk.Step;

/** The sheet as it will come out, dimmed: white paper blinds in a dark room. FX thread. */
final class SheetPreview extends VBox {
    private static final double HEIGHT = 760;
    private static final double WIDTH = 1240;
    /** Of the paper's white. */
    private static final double DIMMED = 0.72;

    private final PrintDesk desk;
    private final Messages words;
    private final VBox risks = new VBox(4);
    private final StackPane paper = new StackPane();
    private final Label where = new Label();

    SheetPreview(PrintDesk desk, Messages words) {
        super(8);
        this.desk = desk;
        this.words = words;
        setId("print-sheet");
        getStyleClass().add("print-sheet");
        setFocusTraversable(true);
        paper.setMinSize(WIDTH, HEIGHT);
        paper.setAlignment(Pos.TOP_CENTER);
        where.setId("print-page");
        where.getStyleClass().add("muted");
        getChildren().setAll(risks, where, paper);
    }

    void refresh() {
        if (desk.step() != Step.LOOK) {
            paper.getChildren().clear();
            return;
        }
        risks.getChildren()
                .setAll(desk.risks().stream()
                        .sorted()
                        .<Node>map(risk -> warning(words.text("print.risk." + risk)))
                        .toList());
        where.setText(words.text(
                desk.isAllSeen() ? "print.page.seen" : "print.page",
                String.valueOf(desk.index() + 1),
                String.valueOf(desk.sheetCount())));
        paper.getChildren()
                .setAll(desk.shown()
                        .<Node>map(SheetPreview::view)
                        .orElseGet(() -> new Label(words.text("print.drawing"))));
    }

    private static Label warning(String text) {
        Label label = new Label("\u26a0 " + text);
        label.getStyleClass().add("print-risk");
        label.setWrapText(true);
        return label;
    }

    private static ImageView view(RasterArgb raster) {
        ImageView view = new ImageView(ArgbImage.of(raster.width(), raster.height(), raster.pixels()));
        view.setOpacity(DIMMED);
        view.setPreserveRatio(true);
        view.setFitHeight(HEIGHT);
        view.setFitWidth(WIDTH);
        return view;
    }
}
