package org.candela.image;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How the slices of a series lie in the patient: their order in space and what stands against taking them for a volume.
 *
 * @param order indices of the given slices by position along the normal of the first, the given order where planes differ
 * @param steps distances in that order; {@link SliceSteps#NONE} where planes differ
 * @param alignment how they lie over one another; of planes that differ only whether their sizes do
 * @param hasMixedOrientations whether planes are not parallel
 */
public record SeriesGeometry(
        List<Integer> order, SliceSteps steps, SliceAlignment alignment, boolean hasMixedOrientations) {
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
            SliceAlignment alignment = new SliceAlignment(0, false, hasMixedSizes);
            return new SeriesGeometry(given.boxed().toList(), SliceSteps.NONE, alignment, true);
        }
        List<Integer> order = given.boxed()
                .sorted(Comparator.comparingDouble(index -> position(slices, normal, index)))
                .toList();
        SliceSteps steps = SliceSteps.of(
                order.stream().map(index -> position(slices, normal, index)).toList());
        List<Vector3> origins =
                order.stream().map(index -> slices.get(index).plane().origin()).toList();
        PixelSpacing spacing = first.plane().spacing();
        double halfPixel = Math.min(spacing.rowSpacingMm(), spacing.columnSpacingMm()) / 2;
        return new SeriesGeometry(order, steps, alignment(origins, normal, halfPixel, hasMixedSizes), false);
    }

    /** A tilted gantry moves slices sideways in proportion to their distance. */
    private static SliceAlignment alignment(
            List<Vector3> origins, Vector3 normal, double halfPixel, boolean hasMixedSizes) {
        Vector3 from = origins.get(0);
        Vector3 line = origins.get(origins.size() - 1).minus(from);
        double along = line.dot(normal);
        Vector3 sideways = line.minus(normal.times(along));
        boolean isShifted = origins.stream().anyMatch(origin -> {
            Vector3 away = origin.minus(from);
            double part = along == 0 ? 0 : away.dot(normal) / along;
            Vector3 expected = line.times(part);
            return away.minus(expected).length() > halfPixel;
        });
        boolean isTilted = !isShifted && sideways.length() > halfPixel;
        double tilt = isTilted ? Math.toDegrees(Math.atan2(sideways.length(), Math.abs(along))) : 0;
        return new SliceAlignment(tilt, isShifted, hasMixedSizes);
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
}
