package org.candela.measure;

import java.util.List;
import java.util.Optional;
import org.candela.image.ImagePoint;
import org.candela.image.ImageSpacing;
import org.candela.image.PixelSpacing;

/**
 * How far pixels are apart where a figure is, and what that may be called.
 *
 * @param columnStep from one column to the next, in {@code unit}
 * @param rowStep from one row to the next, in {@code unit}
 * @param aspect height of a pixel over its width, also where its size is unknown
 * @param unit {@code "mm"} or {@code "px"}
 * @param reservation what must be known to trust a length; may be empty
 */
record Scale(double columnStep, double rowStep, double aspect, String unit, String reservation) {
    private static final int UNIT_LENGTH = 2;

    /** The scale that holds for all of {@code points}, each axis its own (PS3.3 10.7.1.3). */
    static Scale of(ImageSpacing spacing, double aspect, List<ImagePoint> points) {
        ImageSpacing valid = over(spacing, points);
        String label = valid.label();
        String reservation = label.substring(UNIT_LENGTH).strip();
        Optional<PixelSpacing> size = valid.spacing();
        return size.map(known -> new Scale(
                        known.columnSpacingMm(),
                        known.rowSpacingMm(),
                        known.rowSpacingMm() / known.columnSpacingMm(),
                        "mm",
                        reservation))
                .orElseGet(() -> new Scale(1, 1, aspect, "px", reservation));
    }

    /** What is valid from the first point to each other one: never across regions of ultrasound. */
    // [impl->req~measure.regions~1]
    static ImageSpacing over(ImageSpacing spacing, List<ImagePoint> points) {
        ImagePoint first = points.get(0);
        List<ImageSpacing> found = points.stream()
                .map(point -> spacing.between(first, point))
                .distinct()
                .toList();
        return found.size() == 1 ? found.get(0) : ImageSpacing.OUTSIDE_REGIONS;
    }

    Planar vector(ImagePoint from, ImagePoint to) {
        return Planar.between(from, to, columnStep, rowStep);
    }

    /** For angles: a right angle is one in the patient, also where no length is known. */
    Planar direction(ImagePoint from, ImagePoint to) {
        return Planar.between(from, to, 1, aspect);
    }

    double distance(ImagePoint from, ImagePoint to) {
        return vector(from, to).length();
    }

    Magnitude length(Quantity quantity, double value) {
        return new Magnitude(quantity, value, unit, reservation);
    }

    Magnitude area(double squarePixels) {
        return new Magnitude(Quantity.AREA, squarePixels * columnStep * rowStep, unit + "²", reservation);
    }
}
