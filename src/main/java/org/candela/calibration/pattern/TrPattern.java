package org.candela.calibration.pattern;

/**
 * The temporal pattern of Report 270: in sixteen rows blocks of one level move over another, two blocks further with each
 * picture. What the panel cannot follow has a trail.
 */
final class TrPattern implements PatternPainter {
    static final int ROWS = 16;
    static final int BLOCK = 32;
    static final int BLOCKS = 6;
    /** Level of the row, level of the blocks. */
    static final int[][] PAIRS = {
        {15, 20}, {15, 30}, {15, 45}, {15, 65},
        {120, 125}, {120, 135}, {120, 150}, {120, 170},
        {245, 240}, {245, 230}, {245, 215}, {245, 195},
        {0, 75}, {0, 255}, {255, 180}, {255, 0}
    };

    @Override
    public void paint(GreyCanvas canvas, PatternRequest request) {
        int block = BLOCK * Sheet.scale(request.size());
        for (int row = 0; row < ROWS; row++) {
            int top = canvas.height() * row / ROWS;
            int height = canvas.height() * (row + 1) / ROWS - top;
            canvas.fill(new Box(0, top, canvas.width(), height), PAIRS[row][0]);
            for (int i = 0; i < BLOCKS; i++) {
                int x = (2 * (request.step() - BLOCKS + i) + 1) * block;
                canvas.fill(new Box(x, top + (height - block) / 2, block, block), PAIRS[row][1]);
            }
        }
    }

    /** Until the last block has left. */
    @Override
    public int steps(PatternSize size) {
        int cell = 2 * BLOCK * Sheet.scale(size);
        return (size.width() + cell - 1) / cell + BLOCKS + 1;
    }
}
