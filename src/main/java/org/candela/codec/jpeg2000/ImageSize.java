package org.candela.codec.jpeg2000;

import java.util.ArrayList;
import java.util.List;
import org.candela.codec.stream.CodecException;

/**
 * The SIZ marker segment (T.800 A.5.1): image and tiles on the reference grid.
 *
 * @param image area of the image on the reference grid
 * @param tileX left edge of the first tile (XTOsiz)
 * @param tileY top edge of the first tile
 * @param tileWidth XTsiz, clamped to the grid
 * @param tileHeight YTsiz, clamped to the grid
 * @param components one a component
 */
record ImageSize(Rectangle image, int tileX, int tileY, int tileWidth, int tileHeight, List<ComponentSize> components) {
    private static final int MAX_COMPONENTS = 64;
    private static final int MAX_TILES = 65_535;

    /** A component: 1 to 16 bits, every {@code dx}-th column and {@code dy}-th row of the grid. */
    record ComponentSize(int bits, boolean isSigned, int dx, int dy) {
        private static final int MAX_BITS = 16;

        static ComponentSize read(ByteCursor segment) throws CodecException {
            int depth = segment.unsigned8();
            int dx = segment.unsigned8();
            int dy = segment.unsigned8();
            int bits = (depth & 0x7F) + 1;
            if (bits > MAX_BITS || dx == 0 || dy == 0) {
                throw new CodecException(
                        "a component of " + bits + " bits, subsampled " + dx + " × " + dy + ", is not supported");
            }
            return new ComponentSize(bits, depth >= 0x80, dx, dy);
        }
    }

    static ImageSize read(ByteCursor segment) throws CodecException {
        segment.skip(2); // Rsiz: profiles bind encoders
        int x1 = coordinate(segment);
        int y1 = coordinate(segment);
        int x0 = coordinate(segment);
        int y0 = coordinate(segment);
        int tileWidth = (int) Math.min(segment.unsigned32(), Integer.MAX_VALUE);
        int tileHeight = (int) Math.min(segment.unsigned32(), Integer.MAX_VALUE);
        int tileX = coordinate(segment);
        int tileY = coordinate(segment);
        int count = segment.unsigned16();
        if (count < 1 || count > MAX_COMPONENTS) {
            throw new CodecException(count + " components are not supported");
        }
        List<ComponentSize> components = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            components.add(ComponentSize.read(segment));
        }
        ImageSize size = new ImageSize(
                new Rectangle(x0, y0, x1, y1), tileX, tileY, tileWidth, tileHeight, List.copyOf(components));
        size.check();
        return size;
    }

    private static int coordinate(ByteCursor segment) throws CodecException {
        long value = segment.unsigned32();
        if (value >= 1 << 30) {
            throw new CodecException("a coordinate of " + value + " on the reference grid is not supported");
        }
        return (int) value;
    }

    /** B-3 and B-4: the first tile holds a part of the image. */
    private void check() throws CodecException {
        boolean isFirstTileInside = tileX <= image.x0()
                && tileY <= image.y0()
                && (long) tileX + tileWidth > image.x0()
                && (long) tileY + tileHeight > image.y0();
        if (image.isEmpty() || tileWidth < 1 || tileHeight < 1 || !isFirstTileInside) {
            throw new CodecException("an impossible image or tile grid: " + this);
        }
        if ((long) tilesAcross() * tilesDown() > MAX_TILES) {
            throw new CodecException("more than " + MAX_TILES + " tiles");
        }
    }

    int tilesAcross() {
        return (int) (((long) image.x1() - tileX + tileWidth - 1) / tileWidth);
    }

    int tilesDown() {
        return (int) (((long) image.y1() - tileY + tileHeight - 1) / tileHeight);
    }

    int tileCount() {
        return tilesAcross() * tilesDown();
    }

    /** Tile {@code index} on the reference grid (B-7 to B-10). */
    Rectangle tile(int index) {
        long x = tileX + (long) (index % tilesAcross()) * tileWidth;
        long y = tileY + (long) (index / tilesAcross()) * tileHeight;
        return new Rectangle(
                (int) Math.max(x, image.x0()),
                (int) Math.max(y, image.y0()),
                (int) Math.min(x + tileWidth, image.x1()),
                (int) Math.min(y + tileHeight, image.y1()));
    }

    /** Columns and rows of the finest component: what the image has when all are brought to its size. */
    Rectangle full() {
        return image.dividedBy(finestX(), finestY());
    }

    int finestX() {
        return components.stream().mapToInt(ComponentSize::dx).min().orElse(1);
    }

    int finestY() {
        return components.stream().mapToInt(ComponentSize::dy).min().orElse(1);
    }
}
