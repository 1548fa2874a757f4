package org.candela.displayqa.ui;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.candela.calibration.Uniformity;
import org.candela.ui.Messages;

/** The nine places as they lie on the screen, darker where less light was seen; nothing between them. FX thread. */
// [impl->req~displayqa.terrain~1]
final class PlaceTiles {
    private static final Color DARKEST = Color.web("#15262a");
    private static final Color BRIGHTEST = Color.web("#33655f");

    private final Uniformity uniformity;
    private final Messages words;

    PlaceTiles(Uniformity uniformity, Messages words) {
        this.uniformity = uniformity;
        this.words = words;
    }

    GridPane build() {
        GridPane tiles = new GridPane();
        tiles.getStyleClass().add("place-tiles");
        for (int i = 0; i < Uniformity.SIDE; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / Uniformity.SIDE);
            tiles.getColumnConstraints().add(column);
            RowConstraints row = new RowConstraints();
            row.setPercentHeight(100.0 / Uniformity.SIDE);
            row.setVgrow(Priority.ALWAYS);
            tiles.getRowConstraints().add(row);
        }
        for (int place = 0; place < Uniformity.SIDE * Uniformity.SIDE; place++) {
            tiles.add(
                    tile(place / Uniformity.SIDE, place % Uniformity.SIDE),
                    place % Uniformity.SIDE,
                    place / Uniformity.SIDE);
        }
        return tiles;
    }

    private VBox tile(int row, int column) {
        Label luminance =
                new Label(words.text("displayqa.evenness.tile", text("%.1f", uniformity.luminance(row, column))));
        luminance.getStyleClass().add("place-luminance");
        Label deviation = new Label(signedPercent(uniformity.deviationFromMedian(row, column)));
        deviation.getStyleClass().add("place-deviation");
        VBox tile = new VBox(2, luminance, deviation);
        tile.setAlignment(Pos.CENTER);
        tile.setId("place-" + new ScreenPlace(row, column).number());
        tile.getStyleClass().add("place-tile");
        tile.setStyle("-fx-background-color: " + css(shade(row, column)) + ";");
        return tile;
    }

    /** From 60 % of the brightest place on, so that a slope can be seen and shades mean the same on every screen. */
    private Color shade(int row, int column) {
        double share = uniformity.luminance(row, column) / uniformity.maximum();
        return DARKEST.interpolate(BRIGHTEST, (share - 0.6) / 0.4);
    }

    private static String css(Color color) {
        return text(
                "rgb(%d,%d,%d)",
                Math.round(255 * color.getRed()),
                Math.round(255 * color.getGreen()),
                Math.round(255 * color.getBlue()));
    }

    private static String signedPercent(double share) {
        return text("%+.1f %%", 100 * share).replace('-', '\u2212');
    }

    private static String text(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
