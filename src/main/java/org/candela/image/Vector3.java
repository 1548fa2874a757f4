package org.candela.image;

/** A point or direction in the patient, mm along +left, +posterior, +head (PS3.3 C.7.6.2.1.1). */
public record Vector3(double x, double y, double z) {
    /** Sum. */
    public Vector3 plus(Vector3 other) {
        return new Vector3(x + other.x, y + other.y, z + other.z);
    }

    /** Difference. */
    public Vector3 minus(Vector3 other) {
        return new Vector3(x - other.x, y - other.y, z - other.z);
    }

    /** Multiple. */
    public Vector3 times(double factor) {
        return new Vector3(x * factor, y * factor, z * factor);
    }

    /** Scalar product. */
    public double dot(Vector3 other) {
        return x * other.x + y * other.y + z * other.z;
    }

    /** Vector product. */
    public Vector3 cross(Vector3 other) {
        return new Vector3(y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
    }

    /** Length, mm. */
    public double length() {
        return Math.sqrt(dot(this));
    }
}
