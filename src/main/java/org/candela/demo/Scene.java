package org.candela.demo;

import java.util.ArrayList;
import java.util.List;
import org.candela.image.SlicePlane;
import org.candela.image.Vector3;

/** Ellipsoids in patient space (mm, PS3.3 C.7.6.2.1.1), axes along the patient's; where they overlap the later one holds. */
final class Scene {
    /** @param value modality units in a section; attenuation per mm in a projection */
    private record Ellipsoid(Vector3 center, Vector3 radii, float value) {
        double largestRadius() {
            return Math.max(radii.x(), Math.max(radii.y(), radii.z()));
        }
    }

    private final List<Ellipsoid> ellipsoids = new ArrayList<>();

    Scene add(Vector3 center, Vector3 radii, double value) {
        ellipsoids.add(new Ellipsoid(center, radii, (float) value));
        return this;
    }

    Scene ball(Vector3 center, double radius, double value) {
        return add(center, new Vector3(radius, radius, radius), value);
    }

    /** Paints what the plane cuts over what {@code target} shows. */
    void section(SlicePlane plane, GreyImage target) {
        Vector3 normal = plane.normal();
        for (Ellipsoid ellipsoid : ellipsoids) {
            double distance = Math.abs(ellipsoid.center().minus(plane.origin()).dot(normal));
            if (distance < ellipsoid.largestRadius()) {
                section(ellipsoid, plane, target);
            }
        }
    }

    /**
     * Along a row the point is a + c·d. In units of the radii it is inside where |A + c·D|² ≤ 1, that is between the
     * roots of D·D c² + 2 A·D c + A·A − 1.
     */
    private static void section(Ellipsoid ellipsoid, SlicePlane plane, GreyImage target) {
        Vector3 direction = inRadii(plane.rowDirection().times(plane.spacing().columnSpacingMm()), ellipsoid.radii());
        double dd = direction.dot(direction);
        double reach = ellipsoid.largestRadius() / plane.spacing().rowSpacingMm();
        double middle = plane.row(ellipsoid.center());
        int firstRow = (int) Math.max(0, Math.floor(middle - reach));
        int lastRow = (int) Math.min(target.rows() - 1, Math.ceil(middle + reach));
        for (int row = firstRow; row <= lastRow; row++) {
            Vector3 start = inRadii(plane.patientPoint(0, row).minus(ellipsoid.center()), ellipsoid.radii());
            double ad = start.dot(direction);
            double discriminant = ad * ad - dd * (start.dot(start) - 1);
            if (discriminant > 0) {
                double half = Math.sqrt(discriminant);
                int from = (int) Math.ceil((-ad - half) / dd);
                int to = (int) Math.floor((-ad + half) / dd);
                target.fillRow(row, from, to, ellipsoid.value());
            }
        }
    }

    private static Vector3 inRadii(Vector3 vector, Vector3 radii) {
        return new Vector3(vector.x() / radii.x(), vector.y() / radii.y(), vector.z() / radii.z());
    }

    /**
     * Adds value × length of the way through each ellipsoid, for parallel rays along y; overlaps add up. Columns run along
     * +x, rows along −z (head first).
     *
     * @param left x of the first column, mm
     * @param top z of the first row, mm
     * @param spacingMm distance of pixel centres
     */
    void project(double left, double top, double spacingMm, GreyImage target) {
        for (Ellipsoid ellipsoid : ellipsoids) {
            Vector3 center = ellipsoid.center();
            Vector3 radii = ellipsoid.radii();
            int firstRow = Math.max(0, (int) Math.ceil((top - center.z() - radii.z()) / spacingMm));
            int lastRow = Math.min(target.rows() - 1, (int) Math.floor((top - center.z() + radii.z()) / spacingMm));
            for (int row = firstRow; row <= lastRow; row++) {
                double z = (top - row * spacingMm - center.z()) / radii.z();
                projectRow(ellipsoid, new Ray(row, 1 - z * z, left, spacingMm), target);
            }
        }
    }

    private record Ray(int row, double rest, double left, double spacingMm) {}

    private static void projectRow(Ellipsoid ellipsoid, Ray ray, GreyImage target) {
        double halfWidth = ellipsoid.radii().x() * Math.sqrt(Math.max(0, ray.rest()));
        double center = ellipsoid.center().x() - ray.left();
        int first = Math.max(0, (int) Math.ceil((center - halfWidth) / ray.spacingMm()));
        int last = Math.min(target.columns() - 1, (int) Math.floor((center + halfWidth) / ray.spacingMm()));
        double weight = 2 * ellipsoid.radii().y() * ellipsoid.value();
        for (int column = first; column <= last; column++) {
            double x = (column * ray.spacingMm() - center) / ellipsoid.radii().x();
            target.add(ray.row(), column, (float) (weight * Math.sqrt(Math.max(0, ray.rest() - x * x))));
        }
    }
}
