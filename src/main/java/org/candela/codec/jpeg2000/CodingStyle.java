package org.candela.codec.jpeg2000;

import org.candela.codec.stream.CodecException;

/**
 * How one component of a tile is cut and transformed: the SPcod or SPcoc parameters (T.800 Table A.20).
 *
 * @param levels decomposition levels, 0 to 32
 * @param blockWidthLog2 xcb
 * @param blockHeightLog2 ycb
 * @param blockStyle bits of {@link BlockStyle}
 * @param isReversible 5/3 on integers, else 9/7
 * @param precincts PPx | PPy &lt;&lt; 4 a resolution, lowest first
 */
@SuppressWarnings("ArrayRecordComponent") // written once, by read
record CodingStyle(
        int levels, int blockWidthLog2, int blockHeightLog2, int blockStyle, boolean isReversible, int[] precincts) {
    private static final int MAX_LEVELS = 32;
    private static final int MAX_BLOCK_LOG2 = 12;
    private static final int LARGEST_PRECINCT = 0xFF;

    static CodingStyle read(ByteCursor segment, PrecinctSizes sizes) throws CodecException {
        int levels = segment.unsigned8();
        int width = (segment.unsigned8() & 0x0F) + 2;
        int height = (segment.unsigned8() & 0x0F) + 2;
        int style = segment.unsigned8();
        int transform = segment.unsigned8();
        if (levels > MAX_LEVELS || width > 10 || height > 10 || width + height > MAX_BLOCK_LOG2 || transform > 1) {
            throw new CodecException("an impossible coding style: " + levels + " levels, blocks of 2^" + width + " × 2^"
                    + height + ", transform " + transform);
        }
        int[] precincts = new int[levels + 1];
        for (int r = 0; r <= levels; r++) {
            precincts[r] = sizes == PrecinctSizes.STATED ? segment.unsigned8() : LARGEST_PRECINCT;
            if (r > 0 && ((precincts[r] & 0x0F) == 0 || precincts[r] >> 4 == 0)) {
                throw new CodecException("precincts of one sample above the lowest resolution");
            }
        }
        return new CodingStyle(levels, width, height, style, transform == 1, precincts);
    }

    /** Whether precinct sizes follow or are the largest (Scod bit 0). */
    enum PrecinctSizes {
        LARGEST,
        STATED;

        static PrecinctSizes of(int codingStyle) {
            return (codingStyle & 1) != 0 ? STATED : LARGEST;
        }
    }

    int precinctWidthLog2(int resolution) {
        return precincts[resolution] & 0x0F;
    }

    int precinctHeightLog2(int resolution) {
        return precincts[resolution] >> 4;
    }
}
