package org.candela.image;

import java.util.Locale;
import java.util.Optional;

/**
 * A length in an image and what it may be called.
 *
 * @param value the length, ≥ 0, in the unit that {@code spacing} names first: mm, or px when no spacing is known
 * @param spacing where the size of a pixel came from; its label stands beside the number
 */
public record Measurement(double value, ImageSpacing spacing) {
    public Measurement {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("not a length: " + value);
        }
    }

    /**
     * Distance of two points with the row and the column spacing each on its own axis (PS3.3 10.7.1.3); in pixels when
     * the spacing is unknown.
     */
    // [impl->req~image.length-spacing~1]
    public static Measurement length(ImagePoint from, ImagePoint to, ImageSpacing spacing) {
        ImagePoint delta = to.minus(from);
        ImageSpacing valid = spacing.between(from, to);
        Optional<PixelSpacing> size = valid.spacing();
        double columnStep = size.map(PixelSpacing::columnSpacingMm).orElse(1.0);
        double rowStep = size.map(PixelSpacing::rowSpacingMm).orElse(1.0);
        return new Measurement(Math.hypot(delta.column() * columnStep, delta.row() * rowStep), valid);
    }

    /** Whether the value is in millimetres. */
    public boolean isPhysical() {
        return spacing.spacing().isPresent();
    }

    /** Number, unit and reservation, for example {@code "12.3 mm at detector, not corrected for magnification"}. */
    public String text() {
        return String.format(Locale.ROOT, "%.1f %s", value, spacing.label());
    }
}
