package org.candela.image;

/** Distance between pixel centres, in mm; order as in PS3.3 10.7.1.3: row spacing first. */
public record PixelSpacing(double rowSpacingMm, double columnSpacingMm) {
    public PixelSpacing {
        // Written so that NaN is rejected too.
        if (!(rowSpacingMm > 0 && columnSpacingMm > 0)
                || Double.isInfinite(rowSpacingMm)
                || Double.isInfinite(columnSpacingMm)) {
            throw new IllegalArgumentException(
                    "pixel spacing must be positive: " + rowSpacingMm + "\\" + columnSpacingMm);
        }
    }
}
