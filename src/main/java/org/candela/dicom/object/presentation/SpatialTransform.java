package org.candela.dicom.object.presentation;

import org.candela.image.ImagePoint;

/**
 * How an image is turned (PS3.3 C.10.6): rotated first, then flipped left to right.
 *
 * @param quarterTurns clockwise, 0 to 3
 * @param isFlipped left and right exchanged, after turning
 */
public record SpatialTransform(int quarterTurns, boolean isFlipped) {
    /** As stored. */
    public static final SpatialTransform NONE = new SpatialTransform(0, false);

    public SpatialTransform {
        if (quarterTurns < 0 || quarterTurns > 3) {
            throw new IllegalArgumentException("quarter turns: " + quarterTurns);
        }
    }

    /**
     * Where a point of the screen lies in the image before it was turned; both as fractions of the area, column to the
     * right, row down.
     */
    ImagePoint undone(double x, double y) {
        double turned = isFlipped ? 1 - x : x; // what came last is undone first
        return switch (quarterTurns) {
            case 1 -> new ImagePoint(y, 1 - turned); // clockwise: (u, v) → (1 − v, u)
            case 2 -> new ImagePoint(1 - turned, 1 - y);
            case 3 -> new ImagePoint(1 - y, turned); // (u, v) → (v, 1 − u)
            default -> new ImagePoint(turned, y);
        };
    }
}
