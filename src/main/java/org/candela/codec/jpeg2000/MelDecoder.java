package org.candela.codec.jpeg2000;

/** Adaptive run-length decoder MEL of T.814 (7.1.3, 7.3.3): which quads without significant neighbours are empty. */
final class MelDecoder {
    private byte[] bytes = {};
    private int at;
    private int end;
    private int last;
    private int bits;
    private int state;
    private int run;
    private boolean isOneDue;

    /** Reads from {@code from} on; bits of the last byte and the low half of the one before count as ones. */
    void start(byte[] source, int from, int behind) {
        bytes = source;
        at = from;
        end = behind;
        last = 0;
        bits = 0;
        state = 0;
        run = 0;
        isOneDue = false;
    }

    /** Next symbol, 0 or 1. */
    int next() {
        if (run == 0 && !isOneDue) {
            decodeRun();
        }
        if (run > 0) {
            run--;
            return 0;
        }
        isOneDue = false;
        return 1;
    }

    private void decodeRun() {
        int exponent = HtTables.melExponent(state);
        if (bit() != 0) {
            run = 1 << exponent;
            state = Math.min(HtTables.lastMelState(), state + 1);
            return;
        }
        for (; exponent > 0; exponent--) {
            run = 2 * run + bit();
        }
        state = Math.max(0, state - 1);
        isOneDue = true;
    }

    private int bit() {
        if (bits == 0) {
            bits = last == 0xFF ? 7 : 8;
            int ones = at >= end - 1 ? 0xFF : at == end - 2 ? 0x0F : 0;
            last = at < end ? (bytes[at++] & 0xFF) | ones : 0xFF;
        }
        bits--;
        return last >>> bits & 1;
    }
}
