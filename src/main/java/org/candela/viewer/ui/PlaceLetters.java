package org.candela.viewer.ui;

import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.candela.ui.Letters;

/**
 * The words of one place: as large as the reader wants them, and no larger than lets a narrow place say whose image it is. FX
 * thread.
 */
// [impl->req~shell.text-size~1]
final class PlaceLetters {
    /** Width in pixels that words of the usual size need. */
    private static final double USUAL_WIDTH = 512;

    private final Region place;
    private final List<Region> worded;
    /** Shows nothing: style sheets give it the size that the reader wants. */
    private final Label wanted = new Label();

    /** @param worded the parts of {@code place} that hold its words */
    PlaceLetters(Region place, List<Region> worded) {
        this.place = place;
        this.worded = worded;
    }

    /** Follows the wish and the width from now on; the node belongs into the place. */
    Label built() {
        wanted.setManaged(false);
        wanted.fontProperty().addListener(font -> fit());
        place.widthProperty().addListener(width -> fit());
        return wanted;
    }

    private void fit() {
        double wish = Letters.scale(wanted.getFont());
        double letters = Math.min(wish, Math.max(1, place.getWidth() / USUAL_WIDTH));
        String style = letters == wish ? "" : String.format(Locale.ROOT, "-fx-font-size: %.4fem;", letters / wish);
        worded.forEach(part -> part.setStyle(style));
    }
}
