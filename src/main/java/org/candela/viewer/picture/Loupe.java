package org.candela.viewer.picture;

import org.candela.image.AffineMap;

/**
 * A part of a picture, larger: drawn anew from the stored values by the one renderer, never a picture of the screen.
 *
 * @param factor how much larger than beside it, 2 to 4
 * @param shape outline of the part
 */
public record Loupe(int factor, Shape shape) {
    /** As it is first used. */
    public static final Loupe USUAL = new Loupe(2, Shape.ROUND);

    private static final int LEAST = 2;
    private static final int MOST = 4;

    /** Outline. */
    public enum Shape {
        ROUND,
        SQUARE
    }

    public Loupe {
        if (factor < LEAST || factor > MOST) {
            throw new IllegalArgumentException("no loupe of factor " + factor);
        }
    }

    /** The next factor, after the largest the smallest. */
    public Loupe withNextFactor() {
        return new Loupe(factor == MOST ? LEAST : factor + 1, shape);
    }

    /** The other outline. */
    public Loupe withOtherShape() {
        return new Loupe(factor, shape == Shape.ROUND ? Shape.SQUARE : Shape.ROUND);
    }

    /**
     * What is seen through it.
     *
     * @param at the device pixel of {@code picture} that stays in the middle
     * @param size of the loupe, device pixels
     */
    // [impl->req~viewer.magnifier~1]
    public Picture over(Picture picture, CanvasPoint at, CanvasSize size) {
        AffineMap map = picture.view().canvasToImage();
        double left = at.x() - (size.width() - 1) / 2.0 / factor;
        double top = at.y() - (size.height() - 1) / 2.0 / factor;
        AffineMap lens = new AffineMap(
                map.xx() / factor,
                map.xy() / factor,
                map.x(left, top),
                map.yx() / factor,
                map.yy() / factor,
                map.y(left, top));
        return new Picture(picture.loaded(), picture.presentation(), new ResolvedView(lens, size), picture.ink());
    }
}
