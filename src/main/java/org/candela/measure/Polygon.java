package org.candela.measure;

import java.util.List;
import java.util.stream.IntStream;
import org.candela.image.ImagePoint;

/** A closed outline of straight sides; where it crosses itself, what an odd number of sides separates from outside. */
final class Polygon implements Area {
    private final List<ImagePoint> corners;

    Polygon(List<ImagePoint> corners) {
        this.corners = List.copyOf(corners);
    }

    /** Shoelace formula: half the absolute sum of {@code x₁·y₂ − x₂·y₁} over the sides. */
    @Override
    public double size() {
        ImagePoint origin = corners.get(0);
        double sum = IntStream.range(0, corners.size())
                .mapToDouble(side -> Figure.cross(
                        corner(side).minus(origin), corner(side + 1).minus(origin)))
                .sum();
        return Math.abs(sum) / 2;
    }

    @Override
    public boolean crossesItself() {
        int count = corners.size();
        for (int one = 0; one < count; one++) {
            for (int other = one + 2; other < count; other++) {
                boolean areNeighbours = one == 0 && other == count - 1;
                if (!areNeighbours && cross(corner(one), corner(one + 1), corner(other), corner(other + 1))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A side belongs to the rows from its upper end on and ends before its lower one. */
    @Override
    public double[] crossings(int row) {
        return IntStream.range(0, corners.size())
                .filter(side -> (corner(side).row() <= row) != (corner(side + 1).row() <= row))
                .mapToDouble(side -> crossing(corner(side), corner(side + 1), row))
                .sorted()
                .toArray();
    }

    @Override
    public double top() {
        return corners.stream().mapToDouble(ImagePoint::row).min().orElseThrow();
    }

    @Override
    public double bottom() {
        return corners.stream().mapToDouble(ImagePoint::row).max().orElseThrow();
    }

    @Override
    public List<ImagePoint> outline() {
        return corners;
    }

    private ImagePoint corner(int index) {
        return corners.get(index % corners.size());
    }

    private static double crossing(ImagePoint from, ImagePoint to, int row) {
        double part = (row - from.row()) / (to.row() - from.row());
        return from.column() + part * (to.column() - from.column());
    }

    private static boolean cross(ImagePoint a, ImagePoint b, ImagePoint c, ImagePoint d) {
        return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
    }

    private static double side(ImagePoint from, ImagePoint to, ImagePoint point) {
        return Math.signum(Figure.cross(to.minus(from), point.minus(from)));
    }
}
