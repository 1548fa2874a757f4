package org.candela.image;

/**
 * A map of the plane: {@code x' = xx·x + xy·y + dx}, {@code y' = yx·x + yy·y + dy}.
 *
 * <p>Between image points (column, row) and canvas points (x, y in device pixels); in both, whole numbers are pixel
 * centres.
 */
public record AffineMap(double xx, double xy, double dx, double yx, double yy, double dy) {
    /** Leaves every point where it is. */
    public static final AffineMap IDENTITY = new AffineMap(1, 0, 0, 0, 1, 0);

    /** Makes every zero a positive one, so that equal maps are equal. */
    public AffineMap {
        xx += 0.0;
        xy += 0.0;
        dx += 0.0;
        yx += 0.0;
        yy += 0.0;
        dy += 0.0;
    }

    /** Abscissa of the image of ({@code x}, {@code y}). */
    public double x(double x, double y) {
        return xx * x + xy * y + dx;
    }

    /** Ordinate of the image of ({@code x}, {@code y}). */
    public double y(double x, double y) {
        return yx * x + yy * y + dy;
    }

    /** The map back. */
    public AffineMap inverse() {
        double determinant = xx * yy - xy * yx;
        if (determinant == 0 || !Double.isFinite(determinant)) {
            throw new IllegalStateException("the map cannot be undone: " + this);
        }
        double ixx = yy / determinant;
        double ixy = -xy / determinant;
        double iyx = -yx / determinant;
        double iyy = xx / determinant;
        return new AffineMap(ixx, ixy, -(ixx * dx + ixy * dy), iyx, iyy, -(iyx * dx + iyy * dy));
    }

    /** Whether the axes are kept or exchanged: flips and quarter turns, nothing oblique. */
    public boolean keepsAxes() {
        return (xy == 0 && yx == 0) || (xx == 0 && yy == 0);
    }

    /** Whether columns become rows. */
    public boolean exchangesAxes() {
        return xx == 0 && yy == 0;
    }
}
