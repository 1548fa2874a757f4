package org.candela.viewer.mark;

import org.candela.image.ImageSpacing;
import org.candela.image.ImageSpacing.Source;
import org.candela.image.PixelSpacing;

/**
 * The size of a pixel of a series as its reader told it by a line of known length.
 *
 * @param columnSpacingMm distance of neighbouring columns, mm; that of rows follows from the shape of a pixel
 */
public record Calibration(double columnSpacingMm) {
    public Calibration {
        if (!(columnSpacingMm > 0) || Double.isInfinite(columnSpacingMm)) {
            throw new IllegalArgumentException("not the size of a pixel: " + columnSpacingMm + " mm");
        }
    }

    /** The spacing of pixels of {@code aspect}, height over width. */
    public ImageSpacing spacing(double aspect) {
        return new ImageSpacing.Known(new PixelSpacing(columnSpacingMm * aspect, columnSpacingMm), Source.READER);
    }
}
