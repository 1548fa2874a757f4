package org.candela.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Colour of the greys of one display: u', v' of each level that is bright enough to tell, and how far each is from D65.
 *
 * <p>Below 5 cd/m² neither meters nor eyes tell the colour of a grey, so those levels are left out (pdQC). Immutable.
 */
// [impl->req~calibration.colour~1]
public final class GreyColour {
    /** Least luminance whose colour is told, cd/m². */
    public static final double LEAST_LUMINANCE = 5;

    private final List<Point> points;

    private GreyColour(List<Point> points) {
        this.points = points;
    }

    /**
     * Colour of one level.
     *
     * @param pValue 0 to 255
     */
    public record Point(double pValue, Chromaticity colour) {
        /** Δu'v' from CIE illuminant D65. */
        public double fromD65() {
            return colour.distanceTo(Chromaticity.D65);
        }
    }

    /** A level as measured. */
    public record Level(double pValue, Tristimulus light) {}

    /** The levels that are bright enough, in their order. */
    public static GreyColour of(List<Level> measured) {
        List<Point> points = new ArrayList<>();
        for (Level level : measured) {
            if (level.light().y() >= LEAST_LUMINANCE) {
                level.light().chromaticity().ifPresent(colour -> points.add(new Point(level.pValue(), colour)));
            }
        }
        return new GreyColour(List.copyOf(points));
    }

    /** Each level that is bright enough. */
    public List<Point> points() {
        return points;
    }

    /** White: the last level; empty when none was bright enough. */
    public Optional<Point> white() {
        return points.isEmpty() ? Optional.empty() : Optional.of(points.get(points.size() - 1));
    }

    /** How far the greys stray in colour: largest Δu'v' between a level and white; 0 for less than two levels. */
    public double strayFromWhite() {
        return white().stream()
                .flatMap(white -> points.stream().map(point -> point.colour().distanceTo(white.colour())))
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
    }

    /**
     * Largest Δu'v' between any two of {@code whites}: places of one screen (within), or the centres of the screens of one
     * workstation (between). Empty for less than two.
     */
    public static Optional<Double> largestDifference(List<Chromaticity> whites) {
        return whites.size() < 2
                ? Optional.empty()
                : whites.stream()
                        .flatMap(one -> whites.stream().map(one::distanceTo))
                        .max(Double::compareTo);
    }
}
