package org.candela.image;

/**
 * Where an image lies in the patient: the affine map of PS3.3 C.7.6.2.1.1 (Equation C.7.6.2.1-1).
 *
 * @param origin Image Position (Patient): centre of the first pixel, mm
 * @param rowDirection unit vector along which the column index grows (first triplet of Image Orientation (Patient))
 * @param columnDirection unit vector along which the row index grows (second triplet)
 * @param spacing distance of pixel centres, mm
 */
public record SlicePlane(Vector3 origin, Vector3 rowDirection, Vector3 columnDirection, PixelSpacing spacing) {
    /** Files carry direction cosines with few digits; beyond this they are no rotation. */
    private static final double ORTHONORMAL_TOLERANCE = 1e-2;

    public SlicePlane {
        boolean isOrthonormal = Math.abs(rowDirection.length() - 1) < ORTHONORMAL_TOLERANCE
                && Math.abs(columnDirection.length() - 1) < ORTHONORMAL_TOLERANCE
                && Math.abs(rowDirection.dot(columnDirection)) < ORTHONORMAL_TOLERANCE;
        if (!isOrthonormal) {
            throw new IllegalArgumentException(
                    "image orientation is no rotation: " + rowDirection + ", " + columnDirection);
        }
    }

    /** Patient position of image point ({@code column}, {@code row}); pixel centres are whole numbers. */
    public Vector3 patientPoint(double column, double row) {
        return origin.plus(rowDirection.times(column * spacing.columnSpacingMm()))
                .plus(columnDirection.times(row * spacing.rowSpacingMm()));
    }

    /** Normal of the plane: row direction × column direction. */
    public Vector3 normal() {
        return rowDirection.cross(columnDirection);
    }

    /** Column index under the orthogonal projection of {@code patientPoint} on the plane. */
    public double column(Vector3 patientPoint) {
        return patientPoint.minus(origin).dot(rowDirection) / spacing.columnSpacingMm();
    }

    /** Row index under the orthogonal projection of {@code patientPoint} on the plane. */
    public double row(Vector3 patientPoint) {
        return patientPoint.minus(origin).dot(columnDirection) / spacing.rowSpacingMm();
    }

    /** Signed distance of the plane from the patient origin along its normal, mm; the key slices are sorted by. */
    public double position() {
        return origin.dot(normal());
    }
}
