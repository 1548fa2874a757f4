package org.candela.viewer.region;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.candela.image.ImagePoint;

/**
 * What a region covers of an image. Immutable.
 *
 * @param opacity row-major, a byte a pixel: 0 for none of the region, 255 (−1) for all; not copied, written to by nobody
 */
public record RegionMask(int rows, int columns, byte[] opacity) {
    /** From here on a pixel belongs to the region. */
    private static final int HALF = 128;

    private static final int[] ACROSS = {1, 0, -1, 0};
    private static final int[] DOWN = {0, 1, 0, -1};

    public RegionMask {
        if (opacity.length != rows * columns) {
            throw new IllegalArgumentException(opacity.length + " bytes for " + rows + " × " + columns);
        }
    }

    /** How much of the region is in a pixel, 0 to 255. */
    public int at(int row, int column) {
        return opacity[row * columns + column] & 0xFF;
    }

    /** Pixels that belong to it, row-major. */
    public BitSet inside() {
        BitSet inside = new BitSet(opacity.length);
        for (int i = 0; i < opacity.length; i++) {
            if ((opacity[i] & 0xFF) >= HALF) {
                inside.set(i);
            }
        }
        return inside;
    }

    /** Closed lines along the edges of the pixels that belong to it, its holes too; corners alone. */
    // [impl->req~viewer.regions-shown~1]
    public List<List<ImagePoint>> outlines() {
        byte[] leaving = edges();
        List<List<ImagePoint>> lines = new ArrayList<>();
        for (int vertex = 0; vertex < leaving.length; vertex++) {
            while (leaving[vertex] != 0) {
                lines.add(around(vertex, leaving));
            }
        }
        return lines;
    }

    /** Directions, as bits, of the edges that leave each corner of a pixel: clockwise around what is inside. */
    private byte[] edges() {
        byte[] leaving = new byte[(rows + 1) * (columns + 1)];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                if (isInside(row, column)) {
                    leave(leaving, row, column, isInside(row - 1, column), 0);
                    leave(leaving, row, column + 1, isInside(row, column + 1), 1);
                    leave(leaving, row + 1, column + 1, isInside(row + 1, column), 2);
                    leave(leaving, row + 1, column, isInside(row, column - 1), 3);
                }
            }
        }
        return leaving;
    }

    private void leave(byte[] leaving, int row, int column, boolean isInner, int direction) {
        if (!isInner) {
            leaving[row * (columns + 1) + column] |= (byte) (1 << direction);
        }
    }

    private boolean isInside(int row, int column) {
        return row >= 0 && row < rows && column >= 0 && column < columns && at(row, column) >= HALF;
    }

    /** As many edges come to a corner as leave it, so a walk ends where it began. Turning right first parts corners. */
    private List<ImagePoint> around(int start, byte[] leaving) {
        List<ImagePoint> line = new ArrayList<>();
        int vertex = start;
        int direction = Integer.numberOfTrailingZeros(leaving[vertex]);
        int former = -1;
        while (leaving[vertex] != 0) {
            direction = next(leaving[vertex], direction);
            if (direction != former) {
                line.add(corner(vertex));
            }
            leaving[vertex] &= (byte) ~(1 << direction);
            vertex += DOWN[direction] * (columns + 1) + ACROSS[direction];
            former = direction;
        }
        line.add(corner(vertex));
        return line;
    }

    private static int next(byte leaving, int direction) {
        for (int turn : new int[] {1, 0, 3, 2}) {
            int wanted = (direction + turn) % 4;
            if ((leaving >> wanted & 1) == 1) {
                return wanted;
            }
        }
        throw new IllegalStateException("no edge leaves a corner");
    }

    private ImagePoint corner(int vertex) {
        int row = vertex / (columns + 1);
        return new ImagePoint(vertex % (columns + 1) - 0.5, row - 0.5);
    }
}
