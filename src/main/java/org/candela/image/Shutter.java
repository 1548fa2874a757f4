package org.candela.image;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * What of an image is covered on the display (PS3.3 C.7.6.11, C.7.6.15). A pixel is seen when every shape leaves it open;
 * one in a border belongs to the open side. The values beneath stay as they are.
 *
 * @param shapes none covers nothing
 * @param presentationValue P-value, 0 to 65535, in the place of what is covered: after all tables, never inverted
 */
public record Shutter(List<Shape> shapes, int presentationValue) {
    /** Covers nothing. */
    public static final Shutter NONE = new Shutter(List.of(), 0);

    public Shutter {
        shapes = List.copyOf(shapes);
        if (presentationValue < 0 || presentationValue > DisplayLut.MAX_P_VALUE) {
            throw new IllegalArgumentException("a shutter of P-value " + presentationValue);
        }
    }

    /** A shape of a shutter, in image points. */
    public sealed interface Shape {
        /** Sets the pixels of {@code row} that stay open in an image of {@code columns}; {@code line} is empty before. */
        void open(int row, int columns, BitSet line);
    }

    /** Pixels from {@code left} to {@code right} and {@code top} to {@code bottom}, all inclusive, from 0, stay open. */
    public record Rectangle(int left, int top, int right, int bottom) implements Shape {
        @Override
        public void open(int row, int columns, BitSet line) {
            if (row >= top && row <= bottom) {
                set(line, left, right, columns);
            }
        }
    }

    /**
     * A circle on the display stays open.
     *
     * @param radius in columns, as on the display: a circle over pixels that are not square is no circle of pixels
     * @param pixelAspect height of a pixel over its width
     */
    public record Circle(ImagePoint center, double radius, double pixelAspect) implements Shape {
        @Override
        public void open(int row, int columns, BitSet line) {
            double down = (row - center.row()) * pixelAspect;
            if (Math.abs(down) <= radius) {
                double across = Math.sqrt(radius * radius - down * down);
                set(line, Math.ceil(center.column() - across), Math.floor(center.column() + across), columns);
            }
        }
    }

    /** The inside of a polygon, closed from its last corner to its first, stays open. */
    public record Polygon(List<ImagePoint> corners) implements Shape {
        public Polygon {
            corners = List.copyOf(corners);
            if (corners.size() < 3) {
                throw new IllegalArgumentException("a polygon of " + corners.size() + " corners");
            }
        }

        @Override
        public void open(int row, int columns, BitSet line) {
            double[] crossings = crossings(row);
            for (int i = 0; i + 1 < crossings.length; i += 2) {
                set(line, Math.ceil(crossings[i]), Math.floor(crossings[i + 1]), columns);
            }
            ImagePoint from = corners.get(corners.size() - 1);
            for (ImagePoint to : corners) {
                if (to.row() == row) {
                    double other = from.row() == row ? from.column() : to.column();
                    set(line, Math.min(to.column(), other), Math.max(to.column(), other), columns);
                }
                from = to;
            }
        }

        private double[] crossings(int row) {
            double[] found = new double[corners.size()];
            int count = 0;
            ImagePoint from = corners.get(corners.size() - 1);
            for (ImagePoint to : corners) {
                if ((from.row() > row) != (to.row() > row)) {
                    double share = (row - from.row()) / (to.row() - from.row());
                    found[count++] = from.column() + share * (to.column() - from.column());
                }
                from = to;
            }
            double[] sorted = Arrays.copyOf(found, count);
            Arrays.sort(sorted);
            return sorted;
        }
    }

    /** What an overlay marks is covered (C.7.6.15). */
    public record Bitmap(OverlayPlane covered) implements Shape {
        @Override
        public void open(int row, int columns, BitSet line) {
            for (int column = 0; column < columns; column++) {
                line.set(column, !covered.isSet(row, column));
            }
        }
    }

    /** The pixels that stay open, row-major, {@code rows · columns} bits. */
    public BitSet open(int rows, int columns) {
        BitSet open = new BitSet(Math.multiplyExact(rows, columns));
        BitSet line = new BitSet(columns);
        BitSet all = new BitSet(columns);
        for (int row = 0; row < rows; row++) {
            all.set(0, columns);
            for (Shape shape : shapes) {
                line.clear();
                shape.open(row, columns, line);
                all.and(line);
            }
            copyRuns(all, open, row * columns);
        }
        return open;
    }

    private static void copyRuns(BitSet line, BitSet open, int start) {
        for (int from = line.nextSetBit(0); from >= 0; ) {
            int to = line.nextClearBit(from);
            open.set(start + from, start + to);
            from = line.nextSetBit(to);
        }
    }

    /** Bits {@code from} to {@code to}, both inclusive, as far as they are in the line. */
    private static void set(BitSet line, double from, double to, int columns) {
        int first = (int) Math.max(0, Math.ceil(from));
        int end = (int) Math.min(columns, Math.floor(to) + 1);
        if (first < end) {
            line.set(first, end);
        }
    }

    /**
     * What draws the shutter over rows of a raster; may be used by several threads at once.
     *
     * @param argb colour of {@link #presentationValue()} on the display
     */
    // [impl->req~image.shutter~1]
    public Cover cover(PixelLayout layout, AffineMap canvasToImage, int argb) {
        return new Cover(open(layout.rows(), layout.columns()), layout, canvasToImage, argb);
    }

    /** A shutter over one image on one canvas. */
    public static final class Cover {
        private static final int OUTSIDE = -1;

        private final BitSet open;
        private final PixelLayout layout;
        private final AffineMap map;
        private final int argb;

        private Cover(BitSet open, PixelLayout layout, AffineMap map, int argb) {
            this.open = open;
            this.layout = layout;
            this.map = map;
            this.argb = argb;
        }

        /** Covers rows {@code band}; device pixels outside of the image are left alone. */
        public void draw(RasterArgb target, RowBand band) {
            int[] across = new int[target.width()];
            for (int x = 0; x < across.length; x++) {
                across[x] = map.exchangesAxes() ? row(map.yx() * x + map.dy()) : column(map.xx() * x + map.dx());
            }
            for (int y = band.from(); y < band.to(); y++) {
                int down = map.exchangesAxes() ? column(map.xy() * y + map.dx()) : row(map.yy() * y + map.dy());
                if (down != OUTSIDE) {
                    drawRow(target, y, across, down);
                }
            }
        }

        private void drawRow(RasterArgb target, int y, int[] across, int down) {
            int[] pixels = target.pixels();
            int start = y * target.width();
            for (int x = 0; x < across.length; x++) {
                if (across[x] != OUTSIDE && !open.get(across[x] + down)) {
                    pixels[start + x] = argb;
                }
            }
        }

        private int column(double at) {
            int column = (int) Math.floor(at + 0.5);
            return column >= 0 && column < layout.columns() ? column : OUTSIDE;
        }

        private int row(double at) {
            int row = (int) Math.floor(at + 0.5);
            return row >= 0 && row < layout.rows() ? row * layout.columns() : OUTSIDE;
        }
    }
}
