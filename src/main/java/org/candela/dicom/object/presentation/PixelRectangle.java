package org.candela.dicom.object.presentation;

import org.candela.image.ImagePoint;

/**
 * A rectangle of whole pixels of the stored image, inclusive on all sides, from 0; may lie beyond the image.
 *
 * @param left first column
 * @param top first row
 * @param right last column, ≥ left
 * @param bottom last row, ≥ top
 */
public record PixelRectangle(int left, int top, int right, int bottom) {
    public PixelRectangle {
        if (right < left || bottom < top) {
            throw new IllegalArgumentException(
                    "no rectangle: columns " + left + " to " + right + ", rows " + top + " to " + bottom);
        }
    }

    /** The smallest rectangle with both pixels. */
    static PixelRectangle between(int column, int row, int otherColumn, int otherRow) {
        return new PixelRectangle(
                Math.min(column, otherColumn),
                Math.min(row, otherRow),
                Math.max(column, otherColumn),
                Math.max(row, otherRow));
    }

    /** A whole image. */
    public static PixelRectangle whole(int columns, int rows) {
        return new PixelRectangle(0, 0, columns - 1, rows - 1);
    }

    /** Its middle. */
    public ImagePoint center() {
        return at(0.5, 0.5);
    }

    /** How many columns it spans, ≥ 1. */
    public long columns() {
        return (long) right - left + 1;
    }

    /** How many rows it spans, ≥ 1. */
    public long rows() {
        return (long) bottom - top + 1;
    }

    /** The image point at fractions {@code u} of the width and {@code v} of the height, edge to edge. */
    ImagePoint at(double u, double v) {
        return new ImagePoint(left - 0.5 + u * columns(), top - 0.5 + v * rows());
    }
}
