package org.candela.codec.jpeg2000;

/**
 * The bytes of an arithmetically coded segment as plain bits: BYTEIN of T.800 C.3.4 done ahead for the whole segment.
 *
 * <p>A byte behind FF carries seven bits and a carry into the bits before. FF with a byte above 8F behind ends the
 * segment; ones without end follow it. Scratch memory that is used again.
 */
final class MqBits {
    private int[] words = {-1, -1};
    private int used = words.length;
    private long pending;
    private int pendingBits;

    /** Bits in order, 32 a word, the highest first. */
    int[] words() {
        return words;
    }

    /** Index of the word of ones that may be read again and again. */
    int last() {
        return used - 1;
    }

    /** Reads {@code length} bytes from {@code from} on, behind which stand FF FF. */
    void read(byte[] bytes, int from, int length) {
        int needed = length / Integer.BYTES + 4;
        if (words.length < needed) {
            words = new int[2 * needed];
        }
        used = 0;
        pending = 0;
        pendingBits = 0;
        int before = 0;
        for (int at = from; ; at++) {
            int value = bytes[at] & 0xFF;
            if (before == 0xFF && value > 0x8F) {
                break;
            }
            put(value, before == 0xFF ? 7 : 8);
            before = value;
        }
        int open = Integer.SIZE - pendingBits;
        put((int) ((1L << open) - 1), open);
        words[used++] = -1;
    }

    private void put(int value, int bits) {
        pending = (pending << bits) + (value & 0xFFFF_FFFFL);
        pendingBits += bits;
        if (pending >>> pendingBits != 0) {
            carry();
        }
        if (pendingBits >= Integer.SIZE) {
            pendingBits -= Integer.SIZE;
            words[used++] = (int) (pending >>> pendingBits);
            pending &= (1L << pendingBits) - 1;
        }
    }

    /** Out of the pending bits into the words before; out of the first of them it is lost, which no encoder makes. */
    private void carry() {
        pending &= (1L << pendingBits) - 1;
        int at = used - 1;
        while (at >= 0 && ++words[at] == 0) {
            at--;
        }
    }
}
