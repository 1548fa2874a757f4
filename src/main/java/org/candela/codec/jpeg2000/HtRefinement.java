package org.candela.codec.jpeg2000;

/** The passes of T.814 that add one bit plane to what the cleanup pass decoded (7.4, 7.5). */
final class HtRefinement {
    private static final int STRIPE = 4;

    private final HtBits propagation = new HtBits();
    private final HtBits magnitudes = new HtBits();
    private final int[] found = new int[STRIPE * STRIPE];
    private int position;
    private int width;
    private int height;
    private boolean isCausal;

    /** Reads significance bits from the front of the segment and, with two passes, magnitude bits from its end. */
    void decode(CodedBlock block, CodedBlock.Segment segment, int plane, int[] values) {
        width = block.width();
        height = block.height();
        isCausal = BlockStyle.has(block.style(), BlockStyle.CAUSAL);
        int end = segment.from() + segment.length();
        propagation.readForward(block.bytes(), segment.from(), end, 0);
        propagation.finish(0);
        if (segment.passes() > 1) {
            magnitudes.begin(segment.length());
            magnitudes.readBackward(block.bytes(), segment.from(), end - 1, 0xFF);
            magnitudes.finish(0);
            refine(1 << plane, values); // before propagation: only what the cleanup pass found is refined
        }
        propagate(3 << plane, values);
    }

    private void refine(int half, int[] values) {
        int at = 0;
        for (int y = 0; y < height; y += STRIPE) {
            int end = Math.min(height, y + STRIPE) * width;
            for (int x = 0; x < width; x++) {
                for (int i = y * width + x; i < end; i += width) {
                    if (values[i] != 0) {
                        values[i] += magnitudes.bit(at++) != 0 ? half : -half;
                    }
                }
            }
        }
    }

    /** Groups of four columns: first which samples become significant, then their signs. */
    private void propagate(int value, int[] values) {
        position = 0;
        for (int y = 0; y < height; y += STRIPE) {
            for (int x = 0; x < width; x += STRIPE) {
                int count = findSignificant(x, y, value, values);
                for (int i = 0; i < count; i++) {
                    values[found[i]] |= propagation.bit(position++) << 31;
                }
            }
        }
    }

    private int findSignificant(int left, int top, int value, int[] values) {
        int count = 0;
        int bottom = Math.min(height, top + STRIPE);
        int behind = isCausal ? bottom : height;
        for (int x = left; x < Math.min(width, left + STRIPE); x++) {
            for (int y = top; y < bottom; y++) {
                int at = y * width + x;
                if (values[at] == 0 && hasNeighbour(x, y, behind, values) && propagation.bit(position++) != 0) {
                    values[at] = value;
                    found[count++] = at;
                }
            }
        }
        return count;
    }

    private boolean hasNeighbour(int x, int y, int behind, int[] values) {
        int any = 0;
        int last = Math.min(width - 1, x + 1);
        for (int row = Math.max(0, y - 1); row <= Math.min(behind - 1, y + 1); row++) {
            for (int i = row * width + Math.max(0, x - 1); i <= row * width + last; i++) {
                any |= values[i];
            }
        }
        return any != 0;
    }
}
