package org.candela.dicom.object.region;

import java.util.Arrays;

/**
 * Where a segment lies on an image.
 *
 * @param segment its number
 * @param grid size of the image
 * @param opacity row-major, rows × columns, a byte a pixel: 0 for none of the segment, 255 (−1) for all; not copied, and
 *     written to by nobody
 */
public record SegmentMask(int segment, ImageTarget.Grid grid, byte[] opacity) {
    public SegmentMask {
        if (opacity.length != grid.rows() * grid.columns()) {
            throw new IllegalArgumentException(opacity.length + " bytes for a mask of " + grid);
        }
    }

    /** How much of the segment is at ({@code row}, {@code column}), 0 to 255. */
    public int at(int row, int column) {
        return opacity[row * grid.columns() + column] & 0xFF;
    }

    /** How many pixels have something of the segment. */
    public int count() {
        int count = 0;
        for (byte value : opacity) {
            count += value == 0 ? 0 : 1;
        }
        return count;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SegmentMask mask
                && segment == mask.segment
                && grid.equals(mask.grid)
                && Arrays.equals(opacity, mask.opacity);
    }

    @Override
    public int hashCode() {
        return 31 * segment + Arrays.hashCode(opacity);
    }
}
