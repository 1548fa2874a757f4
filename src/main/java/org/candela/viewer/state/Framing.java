package org.candela.viewer.state;

import org.candela.image.ImagePoint;
import org.candela.image.PixelLayout;

/**
 * The part of an image that is to fill a canvas.
 *
 * @param center in the image
 * @param columns width in columns, &gt; 0
 * @param rows height in rows, &gt; 0
 * @param pixelAspect height of a pixel over its width as it is shown, &gt; 0
 */
public record Framing(ImagePoint center, double columns, double rows, double pixelAspect) {
    public Framing {
        if (!(columns > 0 && rows > 0 && pixelAspect > 0)) {
            throw new IllegalArgumentException(
                    "no part of an image: " + columns + " × " + rows + ", aspect " + pixelAspect);
        }
    }

    /** All of an image. */
    public static Framing whole(PixelLayout layout, double pixelAspect) {
        ImagePoint middle = new ImagePoint((layout.columns() - 1) / 2.0, (layout.rows() - 1) / 2.0);
        return new Framing(middle, layout.columns(), layout.rows(), pixelAspect);
    }
}
