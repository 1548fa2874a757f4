package org.candela.measure;

import java.util.Arrays;
import java.util.List;
import org.candela.image.ImagePoint;

/** A closed outline of straight sides; where it crosses itself, what an odd number of sides separates from outside. */
final class Polygon implements Area {
    private final List<ImagePoint> corners;
    /** Of the corners, the first again at the end. */
    private final double[] columns;

    private final double[] rows;

    Polygon(List<ImagePoint> corners) {
        this.corners = List.copyOf(corners);
        this.columns = new double[corners.size() + 1];
        this.rows = new double[corners.size() + 1];
        for (int i = 0; i < columns.length; i++) {
            ImagePoint corner = corners.get(i % corners.size());
            columns[i] = corner.column();
            rows[i] = corner.row();
        }
    }

    /** Shoelace formula: half the absolute sum of {@code x₁·y₂ − x₂·y₁} over the sides. */
    @Override
    public double size() {
        double sum = 0;
        for (int side = 0; side < corners.size(); side++) {
            sum += (columns[side] - columns[0]) * (rows[side + 1] - rows[0])
                    - (columns[side + 1] - columns[0]) * (rows[side] - rows[0]);
        }
        return Math.abs(sum) / 2;
    }

    @Override
    public boolean crossesItself() {
        int count = corners.size();
        for (int one = 0; one < count; one++) {
            for (int other = one + 2; other < count; other++) {
                boolean areNeighbours = one == 0 && other == count - 1;
                if (!areNeighbours && mayTouch(one, other) && cross(one, other)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A side belongs to the rows from its upper end on and ends before its lower one. */
    @Override
    public double[] crossings(int row) {
        double[] found = new double[corners.size()];
        int count = 0;
        for (int side = 0; side < corners.size(); side++) {
            if ((rows[side] <= row) != (rows[side + 1] <= row)) {
                double part = (row - rows[side]) / (rows[side + 1] - rows[side]);
                found[count++] = columns[side] + part * (columns[side + 1] - columns[side]);
            }
        }
        double[] crossings = Arrays.copyOf(found, count);
        Arrays.sort(crossings);
        return crossings;
    }

    @Override
    public double top() {
        return Arrays.stream(rows).min().orElseThrow();
    }

    @Override
    public double bottom() {
        return Arrays.stream(rows).max().orElseThrow();
    }

    @Override
    public List<ImagePoint> outline() {
        return corners;
    }

    /** Whether the frames of two sides overlap: quick to tell, and seldom so. */
    private boolean mayTouch(int one, int other) {
        return Math.max(rows[one], rows[one + 1]) >= Math.min(rows[other], rows[other + 1])
                && Math.max(rows[other], rows[other + 1]) >= Math.min(rows[one], rows[one + 1])
                && Math.max(columns[one], columns[one + 1]) >= Math.min(columns[other], columns[other + 1])
                && Math.max(columns[other], columns[other + 1]) >= Math.min(columns[one], columns[one + 1]);
    }

    private boolean cross(int one, int other) {
        return turn(one, other) * turn(one, other + 1) < 0 && turn(other, one) * turn(other, one + 1) < 0;
    }

    /** On which side of a side a corner lies: −1, 0 or 1. */
    private double turn(int side, int corner) {
        double alongColumns = columns[side + 1] - columns[side];
        double alongRows = rows[side + 1] - rows[side];
        return Math.signum(alongColumns * (rows[corner] - rows[side]) - alongRows * (columns[corner] - columns[side]));
    }
}
