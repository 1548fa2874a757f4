package org.candela.codec.jpeg2000;

import org.candela.codec.stream.CodecException;

/**
 * The code blocks of one sub-band in one precinct, with their tag trees (T.800 B.7, B.10.2).
 *
 * @param band the sub-band
 * @param columns code blocks a row
 * @param blocks row by row
 * @param inclusion in which layer a block first has passes
 * @param zeroPlanes missing bit planes
 */
@SuppressWarnings("ArrayRecordComponent") // filled once, by of
record PrecinctBand(Subband band, int columns, CodeBlock[] blocks, TagTree inclusion, TagTree zeroPlanes) {
    /** Bytes that a code block takes with its share of the trees. */
    private static final int BLOCK_MEMORY = 150;

    /** {@code area} is the precinct in coordinates of the band; code blocks are aligned at 0 there. */
    static PrecinctBand of(Subband band, Rectangle area, BlockShape shape, Budget budget) throws CodecException {
        int widthLog2 = shape.widthLog2();
        int heightLog2 = shape.heightLog2();
        int firstColumn = area.x0() >> widthLog2;
        int firstRow = area.y0() >> heightLog2;
        int columns = area.isEmpty() ? 0 : Rectangle.ceilShift(area.x1(), widthLog2) - firstColumn;
        int rows = area.isEmpty() ? 0 : Rectangle.ceilShift(area.y1(), heightLog2) - firstRow;
        budget.takeMemory((long) columns * rows, BLOCK_MEMORY);
        CodeBlock[] blocks = new CodeBlock[columns * rows];
        for (int i = 0; i < blocks.length; i++) {
            int x = (firstColumn + i % columns) << widthLog2;
            int y = (firstRow + i / columns) << heightLog2;
            Rectangle block = new Rectangle(x, y, x + (1 << widthLog2), y + (1 << heightLog2)).intersect(area);
            int right = band.planeX() - band.area().x0();
            int down = band.planeY() - band.area().y0();
            Rectangle place =
                    new Rectangle(block.x0() + right, block.y0() + down, block.x1() + right, block.y1() + down);
            blocks[i] = new CodeBlock(place, shape.style());
        }
        return new PrecinctBand(band, columns, blocks, new TagTree(columns, rows), new TagTree(columns, rows));
    }

    /** Exponents of the size of code blocks in a precinct (B-17, B-18) and their style. */
    record BlockShape(int widthLog2, int heightLog2, int style) {}
}
