package org.candela.measure;

import java.util.List;
import java.util.stream.IntStream;
import org.candela.image.ImagePoint;

/** An ellipse by two conjugate diameters, which stay such whatever the width and height of a pixel. */
final class Ellipse implements Area {
    private static final int SIDES = 96;

    private final ImagePoint middle;
    private final ImagePoint one;
    private final ImagePoint other;

    /** Both ends of one diameter, then of the other. */
    Ellipse(List<ImagePoint> ends) {
        this.middle = Figure.middle(ends.get(0), ends.get(1));
        this.one = Figure.scaled(ends.get(1).minus(ends.get(0)), 0.5);
        this.other = Figure.scaled(ends.get(3).minus(ends.get(2)), 0.5);
    }

    @Override
    public double size() {
        return Math.PI * Math.abs(Figure.cross(one, other));
    }

    @Override
    public boolean crossesItself() {
        return false;
    }

    /** With {@code (dx, dy) = u·one + v·other} the edge is {@code u² + v² = 1}, a quadratic in {@code dx}. */
    @Override
    public double[] crossings(int row) {
        double dy = row - middle.row();
        double square = one.row() * one.row() + other.row() * other.row();
        double mixed = one.row() * one.column() + other.row() * other.column();
        double rest = one.column() * one.column() + other.column() * other.column();
        double area = Figure.cross(one, other);
        double discriminant = mixed * mixed * dy * dy - square * (rest * dy * dy - area * area);
        if (!(discriminant > 0) || square == 0) {
            return new double[0];
        }
        double root = Math.sqrt(discriminant);
        double at = mixed * dy;
        return new double[] {middle.column() + (at - root) / square, middle.column() + (at + root) / square};
    }

    @Override
    public double top() {
        return middle.row() - Math.hypot(one.row(), other.row());
    }

    @Override
    public double bottom() {
        return middle.row() + Math.hypot(one.row(), other.row());
    }

    @Override
    public List<ImagePoint> outline() {
        return IntStream.range(0, SIDES)
                .mapToDouble(side -> 2 * Math.PI * side / SIDES)
                .mapToObj(angle ->
                        middle.plus(Figure.scaled(one, Math.cos(angle))).plus(Figure.scaled(other, Math.sin(angle))))
                .toList();
    }
}
