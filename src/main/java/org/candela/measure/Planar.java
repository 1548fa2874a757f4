package org.candela.measure;

import org.candela.image.ImagePoint;

/** A vector in the plane of the image after pixels were given their width and height. */
record Planar(double x, double y) {
    static Planar between(ImagePoint from, ImagePoint to, double columnStep, double rowStep) {
        return new Planar((to.column() - from.column()) * columnStep, (to.row() - from.row()) * rowStep);
    }

    double dot(Planar other) {
        return x * other.x + y * other.y;
    }

    double cross(Planar other) {
        return x * other.y - y * other.x;
    }

    Planar times(double factor) {
        return new Planar(x * factor, y * factor);
    }

    double length() {
        return Math.hypot(x, y);
    }

    /** Angle between two directions, 0 to 180 degrees; 0 where one of them has no length. */
    static double angleDegrees(Planar one, Planar other) {
        return Math.toDegrees(Math.atan2(Math.abs(one.cross(other)), one.dot(other)));
    }
}
