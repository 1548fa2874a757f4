package org.candela.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candela.image.ImagePoint;
import org.candela.image.ImageSpacing;

/**
 * A part of an image whose axes need not be lengths, as the time and the velocity of a Doppler trace (PS3.3 C.8.5.5).
 *
 * @param area where it lies, its border pixels with it
 */
public record AxisRegion(ImageSpacing.Region area, Axis across, Axis down) {
    private static final double MM_PER_CM = 10;
    private static final double MS_PER_S = 1000;

    /**
     * One axis.
     *
     * @param unit as {@code "s"} or {@code "cm/s"}; empty where nothing is known
     * @param delta from one pixel to the next, in {@code unit}; may be negative
     */
    public record Axis(String unit, double delta) {
        boolean isKnown() {
            return !unit.isEmpty() && delta != 0;
        }
    }

    /** The region to measure in: the only one that holds all points, or the first of several whose axes agree. */
    static Optional<AxisRegion> holding(List<AxisRegion> regions, List<ImagePoint> points) {
        List<AxisRegion> holders = regions.stream()
                .filter(region -> region.across.isKnown() || region.down.isKnown())
                .filter(region -> points.stream().allMatch(region.area::contains))
                .toList();
        boolean doAgree = holders.stream()
                .allMatch(region ->
                        region.across.equals(holders.get(0).across) && region.down.equals(holders.get(0).down));
        return doAgree ? holders.stream().findFirst() : Optional.empty();
    }

    /** Whether a distance across both axes is a length. */
    boolean isOfLengths() {
        return area.spacing().isPresent();
    }

    /** The difference of two points along each axis that is known, apart: a slanted line over time has no length. */
    // [impl->req~measure.regions~1]
    List<Magnitude> differences(ImagePoint from, ImagePoint to) {
        List<Magnitude> differences = new ArrayList<>();
        difference(across, to.column() - from.column()).ifPresent(differences::add);
        difference(down, to.row() - from.row()).ifPresent(differences::add);
        return differences;
    }

    private static Optional<Magnitude> difference(Axis axis, double pixels) {
        if (!axis.isKnown()) {
            return Optional.empty();
        }
        double value = Math.abs(pixels * axis.delta());
        return Optional.of(
                switch (axis.unit()) {
                    case "s" -> new Magnitude(Quantity.TIME, value * MS_PER_S, "ms", "");
                    case "cm" -> new Magnitude(Quantity.DEPTH, value * MM_PER_CM, "mm", "");
                    case "cm/s" -> new Magnitude(Quantity.VELOCITY, value, "cm/s", "");
                    default -> new Magnitude(Quantity.DIFFERENCE, value, axis.unit(), "");
                });
    }
}
