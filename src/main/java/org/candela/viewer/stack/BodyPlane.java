package org.candela.viewer.stack;

import org.candela.image.SlicePlane;
import org.candela.image.Vector3;

/** The principal planes of the body (PS3.3 C.7.6.2.1.1). */
public enum BodyPlane {
    SAGITTAL,
    CORONAL,
    AXIAL;

    /** The one that a slice is nearest to, however oblique it is. */
    static BodyPlane nearest(SlicePlane plane) {
        Vector3 normal = plane.normal();
        double x = Math.abs(normal.x());
        double y = Math.abs(normal.y());
        double z = Math.abs(normal.z());
        if (z >= x && z >= y) {
            return AXIAL;
        }
        return x >= y ? SAGITTAL : CORONAL;
    }
}
