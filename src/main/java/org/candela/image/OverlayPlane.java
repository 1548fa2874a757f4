package org.candela.image;

import java.util.BitSet;

/**
 * Marks of one bit over a frame (PS3.3 C.9.2), a plane of their own: never part of the stored values.
 *
 * @param group 6000 to 601E, even: what presentation states name it by
 * @param rows height, ≥ 1
 * @param columns width, ≥ 1
 * @param originRow row of the image, from 0, under the first row of the overlay; may be negative
 * @param originColumn column of the image, from 0, under the first column of the overlay; may be negative
 * @param kind what the marks are
 * @param label what the writer calls them; may be empty
 * @param bits row-major; a clone is kept
 */
public record OverlayPlane(
        int group, int rows, int columns, int originRow, int originColumn, Kind kind, String label, BitSet bits) {
    /** The group of the first overlay. */
    public static final int FIRST_GROUP = 0x6000;

    /** Overlay Type (60xx,0040). */
    public enum Kind {
        GRAPHICS,
        REGION_OF_INTEREST
    }

    public OverlayPlane {
        if (rows < 1 || columns < 1) {
            throw new IllegalArgumentException("an overlay of " + rows + " × " + columns);
        }
        bits = (BitSet) bits.clone();
    }

    /** The first overlay of an image. */
    public OverlayPlane(int rows, int columns, int originRow, int originColumn, Kind kind, String label, BitSet bits) {
        this(FIRST_GROUP, rows, columns, originRow, originColumn, kind, label, bits);
    }

    /** The marks; a copy. */
    @Override
    public BitSet bits() {
        return (BitSet) bits.clone();
    }

    /** Whether the image pixel at ({@code row}, {@code column}) is marked. */
    public boolean isSet(int row, int column) {
        int y = row - originRow;
        int x = column - originColumn;
        return y >= 0 && y < rows && x >= 0 && x < columns && bits.get(y * columns + x);
    }

    /** Fills what lies under each mark with {@code argb}; a mark is seen however small the image is drawn. */
    // [impl->req~image.overlay-plane~1]
    public void draw(AffineMap canvasToImage, int argb, RasterArgb target) {
        AffineMap map = canvasToImage.inverse();
        for (int bit = bits.nextSetBit(0); bit >= 0; bit = bits.nextSetBit(bit + 1)) {
            int line = bit / columns;
            double column = originColumn + bit % columns;
            double row = originRow + line;
            Span across = Span.of(map.x(column - 0.5, row - 0.5), map.x(column + 0.5, row + 0.5), target.width());
            Span down = Span.of(map.y(column - 0.5, row - 0.5), map.y(column + 0.5, row + 0.5), target.height());
            for (int y = down.from(); y < down.to(); y++) {
                for (int x = across.from(); x < across.to(); x++) {
                    target.pixels()[y * target.width() + x] = argb;
                }
            }
        }
    }

    /** Device pixels whose centres a mark covers, else the nearest one, as far as they are on the canvas. */
    private record Span(int from, int to) {
        static Span of(double one, double other, int size) {
            double least = Math.min(one, other);
            double most = Math.max(one, other);
            boolean coversNone = Math.ceil(least) >= Math.ceil(most);
            long from = coversNone ? Math.round((least + most) / 2) : (long) Math.ceil(least);
            long to = coversNone ? from + 1 : (long) Math.ceil(most);
            return new Span((int) Math.max(0, Math.min(size, from)), (int) Math.max(0, Math.min(size, to)));
        }
    }
}
