package org.candela.codec.jpeg2000;

import org.candela.codec.stream.CodecException;

/**
 * Quantization of one component: the QCD or QCC parameters (T.800 A.6.4).
 *
 * @param isDerived only the step of LL is stated, the others follow from it (E-5)
 * @param guardBits G
 * @param steps exponent &lt;&lt; 11 | mantissa, a sub-band: LL, then HL, LH, HH of each resolution
 */
@SuppressWarnings("ArrayRecordComponent") // written once, by read
record Quantization(boolean isDerived, int guardBits, int[] steps) {
    private static final int MANTISSA_BITS = 11;
    private static final int MAX_STEPS = 97;

    static Quantization read(ByteCursor segment) throws CodecException {
        int style = segment.unsigned8();
        int kind = style & 0x1F;
        if (kind > 2) {
            throw new CodecException("quantization style " + kind);
        }
        int bytesPerStep = kind == 0 ? 1 : 2;
        int count = kind == 1 ? 1 : Math.min(MAX_STEPS, segment.remaining() / bytesPerStep);
        if (count < 1) {
            throw new CodecException("a quantization without steps");
        }
        int[] steps = new int[count];
        for (int i = 0; i < count; i++) {
            steps[i] = kind == 0 ? segment.unsigned8() >> 3 << MANTISSA_BITS : segment.unsigned16();
        }
        return new Quantization(kind == 1, style >> 5, steps);
    }

    /** εb of a sub-band; {@code band} counts as {@link #steps} does, {@code level} is nb. */
    int exponent(int band, int level, int levels) throws CodecException {
        if (isDerived) {
            return Math.max(0, (steps[0] >> MANTISSA_BITS) - (levels - level));
        }
        if (band >= steps.length) {
            throw new CodecException("no quantization step for sub-band " + band);
        }
        return steps[band] >> MANTISSA_BITS;
    }

    /** Δb ÷ 2^(Rb − εb) of E-3: 1 + μb ÷ 2^11. */
    float mantissa(int band) {
        int step = isDerived ? steps[0] : steps[band];
        return 1 + (step & (1 << MANTISSA_BITS) - 1) / (float) (1 << MANTISSA_BITS);
    }
}
