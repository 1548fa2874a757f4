package org.candela.codec.jpeg2000;

/**
 * The arithmetic decoder of T.800 Annex C without a branch that depends on what is decoded.
 *
 * <p>Most decisions of a real image renormalise, and which way they go cannot be predicted, so that masks, all ones or
 * zero, stand for branches. A and Chigh are kept in bits 47 to 62 of a long. Below Chigh follow the bits that were taken
 * ahead, then a one that marks their end, then zeros: no counter is needed.
 *
 * <p>A pass works on a {@link #copy} that no other method keeps, which lets the compiler hold the state in registers,
 * and hands it back with {@link #take}. Constructor, {@code copy} and {@code take} stay short enough to be inlined where
 * they are called once.
 */
final class MqDecoder {
    /** Bits below the lowest of A and Chigh. */
    private static final int SCALE = 47;
    /** 0x8000, the least that A is between decisions. */
    private static final long HALF = 0x8000L << SCALE;

    private final int[] words;
    private final int last;
    private int at;
    private long a;
    private long c;

    private MqDecoder(int[] words, int last, int at, long a, long c) {
        this.words = words;
        this.last = last;
        this.at = at;
        this.a = a;
        this.c = c;
    }

    /** INITDEC (C.3.5) over the bits of a segment, until they are read again. */
    MqDecoder(MqBits bits) {
        this(bits.words(), bits.last(), 1, HALF, fill(HALF >> 1, bits.words()[0]));
    }

    MqDecoder copy() {
        return new MqDecoder(words, last, at, a, c);
    }

    /** Goes on where {@code other}, a copy of this, stands. */
    void take(MqDecoder other) {
        at = other.at;
        a = other.a;
        c = other.c;
    }

    /** DECODE (C.3.2) with its exchanges and RENORMD (C.3.3): the symbol, 0 or 1; moves the context on. */
    int decide(int[] contexts, int cx) {
        int state = contexts[cx];
        long q = (long) state << SCALE;
        long interval = a - q;
        long code = c - q;
        long isLower = code >> 63;
        long isLess = isLower ^ ((interval - q) >> 63);
        interval += (q - interval) & isLower;
        code += q & isLower;
        int isKept = (int) (interval >>> 61) & 2; // A is still 0x8000 or more: nothing is renormalised
        contexts[cx] = MqStates.NEXT[(state >>> MqStates.ROW) + isKept + (int) (isLess & 1) & MqStates.NEXT_MASK];
        int shift = Long.numberOfLeadingZeros(interval) - 1;
        a = interval << shift;
        code <<= shift;
        if ((int) code == 0) {
            code = fill(code, words[at]);
            at = Math.min(at + 1, last);
        }
        c = code;
        return ((state >>> MqStates.SYMBOL) ^ (int) isLess) & 1;
    }

    /** Puts 32 bits where the marking one stands, which is bit 32 or above, and it behind them. */
    private static long fill(long code, int bits) {
        int mark = Long.numberOfTrailingZeros(code);
        return code + ((((long) bits & 0xFFFF_FFFFL) * 2 + 1 - (1L << 32)) << (mark - 32));
    }
}
