package org.candela.codec.jpeg2000;

/**
 * Probability states of the MQ decoder (T.800 Table C.2), each with its two senses of the more probable symbol.
 *
 * <p>A state is packed into an int, so that the common case of a decision needs no second look-up: the interval Qe in
 * bits 8 to 23, the number of the state in bits 1 to 7, the more probable symbol in bit 0.
 */
final class MqStates {
    /** Next state, by twice the low byte of the packed state, plus 1 after the less probable symbol. */
    static final int[] NEXT = new int[188];

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
                NEXT[2 * (2 * state + mps)] = packed(NMPS[state], mps);
                NEXT[2 * (2 * state + mps) + 1] = packed(NLPS[state], isSwitched ? 1 - mps : mps);
            }
        }
    }

    private MqStates() {}

    /** The state with this number. */
    static int packed(int state, int mps) {
        return QE[state] << 8 | state << 1 | mps;
    }
}
