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
    private byte[] bytes = {};
    private int at;
    private int a;
    private long c; // Chigh reaches 0xFFFF and the difference to Qe may be negative: 33 bits
    private int ct;

    /** INITDEC of C.3.5; returns D. */
    int start(byte[] segment, int from) {
        bytes = segment;
        at = from;
        c = (long) (bytes[at] & 0xFF) << 16;
        byteIn();
        c <<= 7;
        ct -= 7;
        a = 0x8000;
        return 0; // A − 0x8000
    }

    /** LPS_EXCHANGE, MPS_EXCHANGE and RENORMD (C.3.2, C.3.3): the new D shifted left by one, with the symbol below. */
    int decide(int[] contexts, int cx, int below) {
        int state = contexts[cx];
        int q = state >>> 8;
        int interval = a + below;
        long code = c + ((long) below << 16);
        boolean isLess;
        if (code < 0) {
            code += (long) q << 16;
            isLess = interval >= q;
            interval = q;
        } else {
            isLess = interval < q;
        }
        contexts[cx] = isLess ? MqStates.AFTER_LPS[state & 0xFF] : MqStates.AFTER_MPS[state & 0xFF];
        int shift = Integer.numberOfLeadingZeros(interval) - 16;
        if (shift > ct) {
            code = refill(code, shift);
        } else {
            code <<= shift;
            ct -= shift;
        }
        interval <<= shift;
        int d = Math.min(interval - 0x8000, (int) (code >> 16));
        a = interval - d;
        c = code - ((long) d << 16);
        return d << 1 | (isLess ? 1 - (state & 1) : state & 1);
    }

    private long refill(long code, int shift) {
        c = code;
        int left = shift;
        while (left > 0) {
            if (ct == 0) {
                byteIn();
            }
            int step = Math.min(left, ct);
            c <<= step;
            ct -= step;
            left -= step;
        }
        return c;
    }

    /** BYTEIN of C.3.4: a marker, such as the FF FF behind a segment, feeds ones without end. */
    private void byteIn() {
        int next = bytes[at + 1] & 0xFF;
        if (bytes[at] != -1) {
            at++;
            c += (long) next << 8;
            ct = 8;
        } else if (next > 0x8F) {
            c += 0xFF00;
            ct = 8;
        } else {
            at++;
            c += (long) next << 9;
            ct = 7;
        }
    }
}
