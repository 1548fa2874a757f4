package org.candela.image;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How the slices of a series lie in the patient: their order in space and what stands against taking them for a volume.
 *
 * @param order indices of the given slices by position along the normal of the first, the given order where planes differ
 * @param steps distances in that order; {@link SliceSteps#NONE} where planes differ
 * @param tiltDegrees angle between the normal and the line through the first pixels, as a tilted gantry makes; 0 to 90
 * @param hasMixedOrientations whether planes are not parallel
 * @param hasMixedSizes whether rows, columns or pixel spacing differ
 */
public record SeriesGeometry(
        List<Integer> order,
        SliceSteps steps,
        double tiltDegrees,
        boolean hasMixedOrientations,
        boolean hasMixedSizes) {
    /** Cosine of the angle, about half a degree, up to which normals are parallel. */
    private static final double PARALLEL = 0.99996;

    private static final double SAME_SPACING = 1e-3;

    /** A slice: its plane and size in pixels. */
    public record Slice(SlicePlane plane, int rows, int columns) {}

    public SeriesGeometry {
        order = List.copyOf(order);
    }

    /** The geometry of at least one slice, given in any order. */
    // [impl->req~image.slice-steps~1]
    public static SeriesGeometry of(List<Slice> slices) {
        Slice first = slices.get(0);
        Vector3 normal = first.plane().normal();
        boolean isMixed =
                !slices.stream().allMatch(slice -> slice.plane().normal().dot(normal) > PARALLEL);
        boolean hasMixedSizes = !slices.stream().allMatch(slice -> isAlike(first, slice));
        IntStream given = IntStream.range(0, slices.size());
        if (isMixed) {
            return new SeriesGeometry(given.boxed().toList(), SliceSteps.NONE, 0, true, hasMixedSizes);
        }
        List<Integer> order = given.boxed()
                .sorted(Comparator.comparingDouble(index -> position(slices, normal, index)))
                .toList();
        SliceSteps steps = SliceSteps.of(
                order.stream().map(index -> position(slices, normal, index)).toList());
        Vector3 from = slices.get(order.get(0)).plane().origin();
        Vector3 to = slices.get(order.get(order.size() - 1)).plane().origin();
        return new SeriesGeometry(order, steps, degrees(to.minus(from), normal), false, hasMixedSizes);
    }

    private static double position(List<Slice> slices, Vector3 normal, int index) {
        return slices.get(index).plane().origin().dot(normal);
    }

    private static boolean isAlike(Slice one, Slice other) {
        PixelSpacing spacing = one.plane().spacing();
        PixelSpacing beside = other.plane().spacing();
        return one.rows() == other.rows()
                && one.columns() == other.columns()
                && Math.abs(spacing.rowSpacingMm() - beside.rowSpacingMm()) < SAME_SPACING
                && Math.abs(spacing.columnSpacingMm() - beside.columnSpacingMm()) < SAME_SPACING;
    }

    private static double degrees(Vector3 line, Vector3 normal) {
        double length = line.length();
        return length == 0 ? 0 : Math.toDegrees(Math.acos(Math.min(1, Math.abs(line.dot(normal)) / length)));
    }
}
