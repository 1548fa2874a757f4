package org.candela.codec.jpeg2000;

/**
 * Probability states of the MQ decoder (T.800 Table C.2), each with its two senses of the more probable symbol.
 *
 * <p>A state is packed into an int: the interval Qe in bits 0 to 15, the more probable symbol in bit 17, the number of
 * the state above it. Bit 16 is free, so that Qe can be shifted up next to the sign of a long.
 */
final class MqStates {
    static final int SYMBOL = 17;
    /** Shift to the row of {@link #NEXT} that belongs to a packed state. */
    static final int ROW = 15;
    /** All indices of {@link #NEXT}. */
    static final int NEXT_MASK = 0x1FF;
    /**
     * Next state, four entries a state: after the more and the less probable symbol with renormalisation, then the
     * state itself. Longer than need be, so that no masked index is outside.
     */
    static final int[] NEXT = new int[NEXT_MASK + 1];

    private static final int[] QE = {
        0x5601, 0x3401, 0x1801, 0x0AC1, 0x0521, 0x0221, 0x5601, 0x5401, 0x4801, 0x3801, 0x3001, 0x2401, 0x1C01, 0x1601,
        0x5601, 0x5401, 0x5101, 0x4801, 0x3801, 0x3401, 0x3001, 0x2801, 0x2401, 0x2201, 0x1C01, 0x1801, 0x1601, 0x1401,
        0x1201, 0x1101, 0x0AC1, 0x09C1, 0x08A1, 0x0521, 0x0441, 0x02A1, 0x0221, 0x0141, 0x0111, 0x0085, 0x0049, 0x0025,
        0x0015, 0x0009, 0x0005, 0x0001, 0x5601
    };
    private static final int[] NMPS = {
        1, 2, 3, 4, 5, 38, 7, 8, 9, 10, 11, 12, 13, 29, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30,
        31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 45, 46
    };
    private static final int[] NLPS = {
        1, 6, 9, 12, 29, 33, 6, 14, 14, 14, 17, 18, 20, 21, 14, 14, 15, 16, 17, 18, 19, 19, 20, 21, 22, 23, 24, 25, 26,
        27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 46
    };

    static {
        for (int state = 0; state < QE.length; state++) {
            for (int mps = 0; mps < 2; mps++) {
                boolean isSwitched = state == 0 || state == 6 || state == 14;
                int row = packed(state, mps) >>> ROW;
                NEXT[row] = packed(NMPS[state], mps);
                NEXT[row + 1] = packed(NLPS[state], isSwitched ? 1 - mps : mps);
                NEXT[row + 2] = packed(state, mps);
            }
        }
    }

    private MqStates() {}

    /** The state with this number. */
    static int packed(int state, int mps) {
        return (2 * state + mps) << SYMBOL | QE[state];
    }
}
