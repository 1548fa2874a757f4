package org.candela.viewer.ui;

import java.util.stream.Stream;
import javafx.scene.layout.Region;

/**
 * Keeps the words in the corners of an image off each other and off the letters between them, however narrow the place: a
 * caution is never written over. FX thread.
 *
 * @param layers what all stand in, as large as the place
 * @param top the orientation letter between the upper corners
 * @param bottom the orientation letter between the lower corners
 */
record CornersApart(Region layers, Region topLeft, Region bottomLeft, Region bottomRight, Region top, Region bottom) {
    private static final double GAP = 14;
    private static final double LINE_GAP = 2;

    /** Keeps them apart from now on. */
    void follow() {
        Stream.of(layers, topLeft, bottomLeft, bottomRight, top, bottom)
                .forEach(part -> part.layoutBoundsProperty().addListener(bounds -> keepApart()));
    }

    private void keepApart() {
        double free = width() - (bottomRight.isVisible() ? bottomRight.getWidth() + GAP : 0);
        bottomLeft.setMaxWidth(Math.max(0, free));
        top.setTranslateY(reaches(topLeft, top) ? topLeft.getHeight() + LINE_GAP : 0);
        bottom.setTranslateY(reaches(bottomLeft, bottom) ? -bottomLeft.getHeight() - LINE_GAP : 0);
    }

    private double width() {
        return layers.getWidth() - layers.snappedLeftInset() - layers.snappedRightInset();
    }

    private boolean reaches(Region corner, Region letter) {
        return corner.isVisible() && corner.getWidth() + GAP > (width() - letter.getWidth()) / 2;
    }
}
