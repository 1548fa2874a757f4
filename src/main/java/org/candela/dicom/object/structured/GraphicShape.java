package org.candela.dicom.object.structured;

import java.util.Optional;

/** Graphic Type (0070,0023) of spatial coordinates (PS3.3 C.18.6, C.18.9). */
public enum GraphicShape {
    POINT,
    MULTIPOINT,
    /** Straight lines; closed where the last point is the first. */
    POLYLINE,
    /** Straight lines in one plane, the last point is the first; of the patient only. */
    POLYGON,
    /** The centre and a point on the circle; of images only. */
    CIRCLE,
    /** Both ends of the long axis, both ends of the short one. */
    ELLIPSE,
    /** The ends of three axes; of the patient only. */
    ELLIPSOID;

    static Optional<GraphicShape> of(String code) {
        for (GraphicShape shape : values()) {
            if (shape.name().equals(code)) {
                return Optional.of(shape);
            }
        }
        return Optional.empty();
    }

    /** Whether {@code points} points make one, on images or in the patient. */
    boolean takes(int points) {
        return switch (this) {
            case POINT -> points == 1;
            case MULTIPOINT -> points >= 1;
            case POLYLINE -> points >= 2;
            case POLYGON -> points >= 3;
            case CIRCLE -> points == 2;
            case ELLIPSE -> points == 4;
            case ELLIPSOID -> points == 6;
        };
    }
}
