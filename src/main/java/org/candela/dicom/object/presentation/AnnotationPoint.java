package org.candela.dicom.object.presentation;

import org.candela.image.ImagePoint;

/**
 * A point of an annotation, as coded (column first).
 *
 * @param x to the right
 * @param y down
 */
public record AnnotationPoint(double x, double y, Units units) {
    public AnnotationPoint {
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            throw new IllegalArgumentException("no point: " + x + "\\" + y);
        }
    }

    /** A point of the stored image, whose pixel centres are whole numbers. */
    public static AnnotationPoint of(ImagePoint point) {
        return new AnnotationPoint(point.column() + 0.5, point.row() + 0.5, Units.PIXEL);
    }

    // [impl->req~dicom-object.state-graphics~1]
    /** Where it lies in the stored image, {@code area} of which is shown, turned by {@code spatial}. */
    public ImagePoint inImage(PixelRectangle area, SpatialTransform spatial) {
        if (units == Units.PIXEL) {
            return new ImagePoint(x - 0.5, y - 0.5);
        }
        ImagePoint fraction = spatial.undone(x, y);
        return area.at(fraction.column(), fraction.row());
    }
}
