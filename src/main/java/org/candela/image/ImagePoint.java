package org.candela.image;

/**
 * A point of an image in pixels; whole numbers are pixel centres, so the image spans −0.5 to columns − 0.5.
 *
 * @param column grows to the right of the stored image
 * @param row grows towards its bottom
 */
public record ImagePoint(double column, double row) {
    /** Difference, component by component. */
    public ImagePoint minus(ImagePoint other) {
        return new ImagePoint(column - other.column, row - other.row);
    }

    /** Sum, component by component. */
    public ImagePoint plus(ImagePoint other) {
        return new ImagePoint(column + other.column, row + other.row);
    }
}
