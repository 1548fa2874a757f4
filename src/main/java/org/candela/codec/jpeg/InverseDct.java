package org.candela.codec.jpeg;

import java.util.Arrays;

/**
 * Inverse DCT (T.81 A.3.3) after Loeffler, Ligtenberg and Moschytz (ICASSP 1989) in integers with 13 bits of fraction,
 * columns first, with the rounding that the accurate integer method of the field's decoders has, so that samples agree.
 */
final class InverseDct {
    private static final int FRACTION = 13;

    private final int kept;
    private final int middle;
    private final int largest;

    /** For samples of {@code precision} bits: 8 keep two more bits between the passes, 12 keep one. */
    InverseDct(int precision) {
        this.kept = precision > 8 ? 1 : 2;
        this.middle = 1 << (precision - 1);
        this.largest = (1 << precision) - 1;
    }

    /** Dequantized coefficients in natural order become samples, in place. */
    void transform(int[] block) {
        boolean isFlat = true;
        for (int i = 1; i < 64 && isFlat; i++) {
            isFlat = block[i] == 0;
        }
        if (isFlat) {
            Arrays.fill(block, clamped(((block[0] << kept) + (1 << (kept + 2))) >> (kept + 3)));
            return;
        }
        for (int x = 0; x < 8; x++) {
            oneDimension(block, x, 8, FRACTION - kept);
        }
        for (int y = 0; y < 8; y++) {
            oneDimension(block, y * 8, 1, FRACTION + kept + 3);
        }
        for (int i = 0; i < 64; i++) {
            block[i] = clamped(block[i]);
        }
    }

    private int clamped(int value) {
        return Math.max(0, Math.min(largest, value + middle));
    }

    private static void oneDimension(int[] b, int at, int step, int shift) {
        int x0 = b[at];
        int x1 = b[at + step];
        int x2 = b[at + 2 * step];
        int x3 = b[at + 3 * step];
        int x4 = b[at + 4 * step];
        int x5 = b[at + 5 * step];
        int x6 = b[at + 6 * step];
        int x7 = b[at + 7 * step];
        int half = 1 << (shift - 1);

        // even part: a rotation by 6π/16 and a butterfly; constants are cosines times 2^13
        int rotated = (x2 + x6) * 4433;
        int even2 = rotated - x6 * 15137;
        int even3 = rotated + x2 * 6270;
        int even0 = (x0 + x4) << FRACTION;
        int even1 = (x0 - x4) << FRACTION;
        int sum0 = even0 + even3 + half;
        int sum3 = even0 - even3 + half;
        int sum1 = even1 + even2 + half;
        int sum2 = even1 - even2 + half;

        // odd part
        int common = (x7 + x3 + x5 + x1) * 9633;
        int z1 = (x7 + x1) * -7373;
        int z2 = (x5 + x3) * -20995;
        int z3 = (x7 + x3) * -16069 + common;
        int z4 = (x5 + x1) * -3196 + common;
        int odd0 = x7 * 2446 + z1 + z3;
        int odd1 = x5 * 16819 + z2 + z4;
        int odd2 = x3 * 25172 + z2 + z3;
        int odd3 = x1 * 12299 + z1 + z4;

        b[at] = (sum0 + odd3) >> shift;
        b[at + 7 * step] = (sum0 - odd3) >> shift;
        b[at + step] = (sum1 + odd2) >> shift;
        b[at + 6 * step] = (sum1 - odd2) >> shift;
        b[at + 2 * step] = (sum2 + odd1) >> shift;
        b[at + 5 * step] = (sum2 - odd1) >> shift;
        b[at + 3 * step] = (sum3 + odd0) >> shift;
        b[at + 4 * step] = (sum3 - odd0) >> shift;
    }
}
