package org.candela.codec.jpeg2000;

import java.util.Arrays;

/**
 * Context labels of T.800 Annex D and the flag word that they are looked up with.
 *
 * <p>One int holds what is known of four rows of one column (a stripe column). Bits 0 to 17: significance of the 3 × 6
 * samples around and in it, three bits a row, so that the neighbourhood of row k is {@code word >>> 3k & 0x1FF} with the
 * sample itself in bit 4. The other bits also come every third, so that after the same shift row k has its sign in bit
 * 21, that of the row above in bit 18 and of the row below in bit 24 (in bit 31 of the word itself for the last row), in
 * bit 19 whether it was coded in this bit plane, in bit 20 whether it was refined before.
 */
final class BlockContexts {
    static final int SELF = 1 << 4;
    static final int AROUND = 0x1EF;
    static final int SIGN_ABOVE = 18;
    static final int SIGN = 21;
    static final int SIGN_BELOW = 24;
    static final int LAST_SIGN_BELOW = 31;
    static final int VISITED = 19;
    static final int REFINED = 20;
    static final int ALL_VISITED = 0x249 << VISITED;
    /** One bit a row, as the rows stand in a word. */
    static final int ALL_ROWS = 0x249;

    static final int FIRST_SIGN = 9;
    static final int FIRST_REFINEMENT = 14;
    static final int RUN = 17;
    static final int UNIFORM = 18;
    static final int COUNT = 19;

    /**
     * Sign context in the low bits, the bit to turn the decision by in bit 7 (Table D.3). Index: a pair of bits for the
     * sample above, left, right and below, of which the upper is its significance, the lower its sign.
     */
    static final byte[] SIGNS = new byte[256];

    private static final byte[] ZERO_VERTICAL_HIGH = zeroCoding(Orientation.LH);
    private static final byte[] ZERO_HORIZONTAL_HIGH = zeroCoding(Orientation.HL);
    private static final byte[] ZERO_DIAGONAL = zeroCoding(Orientation.HH);

    static {
        for (int i = 0; i < SIGNS.length; i++) {
            int vertical = Math.max(-1, Math.min(1, contribution(i) + contribution(i >> 6)));
            int horizontal = Math.max(-1, Math.min(1, contribution(i >> 2) + contribution(i >> 4)));
            boolean isTurned = horizontal < 0 || (horizontal == 0 && vertical < 0);
            int context = FIRST_SIGN + (horizontal == 0 ? Math.abs(vertical) : 3 + (isTurned ? -vertical : vertical));
            SIGNS[i] = (byte) (context | (isTurned ? 0x80 : 0));
        }
    }

    private BlockContexts() {}

    /** Zero-coding context by neighbourhood (Table D.1). */
    static byte[] zeroCodingOf(Orientation orientation) {
        return switch (orientation) {
            case LL, LH -> ZERO_VERTICAL_HIGH;
            case HL -> ZERO_HORIZONTAL_HIGH;
            case HH -> ZERO_DIAGONAL;
        };
    }

    /** D.3: all contexts at state 0 but three. */
    static void reset(int[] contexts) {
        Arrays.fill(contexts, MqStates.packed(0, 0));
        contexts[0] = MqStates.packed(4, 0);
        contexts[RUN] = MqStates.packed(3, 0);
        contexts[UNIFORM] = MqStates.packed(46, 0);
    }

    private static int contribution(int pair) {
        return (pair & 2) == 0 ? 0 : (pair & 1) == 0 ? 1 : -1;
    }

    private static byte[] zeroCoding(Orientation orientation) {
        byte[] table = new byte[512];
        for (int i = 0; i < table.length; i++) {
            int horizontal = (i >> 3 & 1) + (i >> 5 & 1);
            int vertical = (i >> 1 & 1) + (i >> 7 & 1);
            int diagonal = (i & 1) + (i >> 2 & 1) + (i >> 6 & 1) + (i >> 8 & 1);
            table[i] = (byte)
                    switch (orientation) {
                        case HL -> straight(vertical, horizontal, diagonal);
                        case HH -> diagonal(horizontal + vertical, diagonal);
                        default -> straight(horizontal, vertical, diagonal);
                    };
        }
        return table;
    }

    private static int straight(int along, int across, int diagonal) {
        return switch (along) {
            case 2 -> 8;
            case 1 -> across > 0 ? 7 : diagonal > 0 ? 6 : 5;
            default -> across > 0 ? 2 + across : Math.min(2, diagonal);
        };
    }

    private static int diagonal(int straight, int diagonal) {
        return switch (diagonal) {
            case 0 -> Math.min(2, straight);
            case 1 -> 3 + Math.min(2, straight);
            case 2 -> 6 + Math.min(1, straight);
            default -> 8;
        };
    }
}
