package org.candela.codec.jpeg2000;

/**
 * The arithmetic decoder of T.800 Annex C, arranged so that its common case is one subtraction in the caller.
 *
 * <p>With D = min(A − 0x8000, Chigh), a more probable symbol without renormalisation is decoded when D − Qe ≥ 0, and
 * nothing but D changes. The caller keeps D in a local variable and comes here only when it falls below zero:
 *
 * <pre>{@code
 * int state = contexts[cx];
 * int bit = state & 1;
 * d -= state >>> 8;
 * if (d < 0) {
 *     int result = mq.decide(contexts, cx, d);
 *     bit = result & 1;
 *     d = result >> 1;
 * }
 * }</pre>
 *
 * Here A and C are kept less D. The segment must be followed by FF FF.
 */
final class MqDecoder {
    /** Bits of C below the 16 of Chigh: bytes are taken ahead, so that most renormalisations need none. */
    private static final int AHEAD = 32;

    private byte[] bytes = {};
    private int at;
    private int a;
    private long c;
    private int ready;

    /** INITDEC of C.3.5; returns D. */
    int start(byte[] segment, int from) {
        bytes = segment;
        at = from;
        c = (long) (bytes[at] & 0xFF) << AHEAD;
        ready = 0;
        refill();
        c <<= 7;
        ready -= 7;
        a = 0x8000;
        return 0; // A − 0x8000
    }

    /**
     * LPS_EXCHANGE, MPS_EXCHANGE and RENORMD (C.3.2, C.3.3): the new D shifted left by one, with the symbol below.
     *
     * <p>Which of the paths is taken cannot be predicted, so that masks, all ones or zero, stand for branches.
     */
    int decide(int[] contexts, int cx, int below) {
        int state = contexts[cx];
        int q = state >>> 8;
        int interval = a + below;
        long code = c + ((long) below << AHEAD);
        int isLower = (int) (code >> 63);
        int isLess = isLower ^ ((interval - q) >> 31);
        contexts[cx] = MqStates.NEXT[(state & 0xFF) << 1 | (isLess & 1)];
        interval += (q - interval) & isLower;
        code += (long) (q & isLower) << AHEAD;
        int shift = Integer.numberOfLeadingZeros(interval) - 16;
        ready -= shift;
        code <<= shift;
        if (ready < 0) {
            c = code;
            refill();
            code = c;
        }
        interval <<= shift;
        int d = Math.min(interval - 0x8000, (int) (code >> AHEAD));
        a = interval - d;
        c = code - ((long) d << AHEAD);
        return d << 1 | ((state ^ isLess) & 1);
    }

    /**
     * BYTEIN of C.3.4 as often as there is room: a marker, such as the FF FF behind a segment, feeds ones without end.
     * {@code ready} counts the bits below Chigh that are there, and goes below zero by what is missing.
     */
    private void refill() {
        while (ready <= AHEAD - 8) {
            int next = bytes[at + 1] & 0xFF;
            if (bytes[at] != -1) {
                at++;
                ready += 8;
                c += (long) next << (AHEAD - ready);
            } else if (next > 0x8F) {
                ready += 8;
                c += 0xFFL << (AHEAD - ready);
            } else {
                at++;
                ready += 7;
                c += (long) next << (AHEAD - ready);
            }
        }
    }
}
