package org.candela.codec.jpeg2000;

import static org.candela.codec.jpeg2000.BlockContexts.ALL_SELVES;
import static org.candela.codec.jpeg2000.BlockContexts.ALL_VISITED;
import static org.candela.codec.jpeg2000.BlockContexts.ANY_SIGNIFICANCE;
import static org.candela.codec.jpeg2000.BlockContexts.AROUND;
import static org.candela.codec.jpeg2000.BlockContexts.FIRST_REFINEMENT;
import static org.candela.codec.jpeg2000.BlockContexts.REFINED;
import static org.candela.codec.jpeg2000.BlockContexts.RUN;
import static org.candela.codec.jpeg2000.BlockContexts.SELF;
import static org.candela.codec.jpeg2000.BlockContexts.SIGN_ABOVE;
import static org.candela.codec.jpeg2000.BlockContexts.UNIFORM;
import static org.candela.codec.jpeg2000.BlockContexts.VISITED;

import java.util.Arrays;

/**
 * Bit-plane decoder of T.800 Annex D over the arithmetic decoder of Annex C.
 *
 * <p>This is where a decode spends its time. Each pass walks stripes of four rows column by column and keeps the flag
 * word of the column ({@link BlockContexts}) and D of the {@link MqDecoder} in local variables; the same few lines of a
 * decision therefore stand in several places.
 */
final class EbcotDecoder implements BlockDecoder {
    private static final int STRIPE = 4;
    private static final int FIRST_BYPASSED_PASS = 10;
    private static final int MARGIN = 2;

    private final MqDecoder mq = new MqDecoder();
    private final RawBits raw = new RawBits();
    private final int[] contexts = new int[BlockContexts.COUNT];
    private int[] flags = {};
    private int[] values = {};
    private byte[] zeroCoding = {};
    private int width;
    private int height;
    private int pitch;
    private boolean isCausal;
    private int d;

    @Override
    public void decode(CodedBlock block, int[] coefficients) {
        begin(block, coefficients);
        int pass = 0;
        int plane = block.bitPlanes() - 1;
        for (CodedBlock.Segment segment : block.segments()) {
            boolean isRaw = isBypassed(block.style(), pass);
            if (isRaw) {
                raw.start(block.bytes(), segment.from(), segment.length());
            } else {
                d = mq.start(block.bytes(), segment.from());
            }
            for (int i = 0; i < segment.passes() && plane >= 0; i++, pass++) {
                run(pass, 3 << plane, isRaw);
                finishPass(pass, block.style());
                plane -= pass % 3 == 0 ? 1 : 0;
            }
        }
    }

    private void begin(CodedBlock block, int[] coefficients) {
        width = block.width();
        height = block.height();
        pitch = width + MARGIN;
        int words = ((height + STRIPE - 1) / STRIPE + MARGIN) * pitch;
        if (flags.length < words) {
            flags = new int[words];
        } else {
            Arrays.fill(flags, 0, words, 0);
        }
        values = coefficients;
        Arrays.fill(values, 0, width * height, 0);
        zeroCoding = BlockContexts.zeroCodingOf(block.orientation());
        isCausal = BlockStyle.has(block.style(), BlockStyle.CAUSAL);
        BlockContexts.reset(contexts);
    }

    /** D.6: from the fifth bit plane on, the first two passes of each plane are raw. */
    private static boolean isBypassed(int style, int pass) {
        return BlockStyle.has(style, BlockStyle.BYPASS) && pass >= FIRST_BYPASSED_PASS && pass % 3 != 0;
    }

    /** The first pass of a block is a cleanup pass; {@code value} is 1½ at this bit plane. */
    private void run(int pass, int value, boolean isRaw) {
        switch (pass % 3) {
            case 0 -> cleanup(value);
            case 1 -> {
                if (isRaw) {
                    propagateRaw(value);
                } else {
                    propagate(value);
                }
            }
            default -> {
                if (isRaw) {
                    refineRaw(value);
                } else {
                    refine(value);
                }
            }
        }
    }

    private void finishPass(int pass, int style) {
        if (pass % 3 == 0 && BlockStyle.has(style, BlockStyle.SEGMENTATION)) {
            for (int i = 0; i < 4; i++) {
                decideUniform(); // 1010; other values would show an error, which the passes before have hidden
            }
        }
        if (BlockStyle.has(style, BlockStyle.RESET)) {
            BlockContexts.reset(contexts);
        }
    }

    private int decideUniform() {
        d -= contexts[UNIFORM] >>> 8;
        if (d >= 0) {
            return contexts[UNIFORM] & 1;
        }
        int result = mq.decide(contexts, UNIFORM, d);
        d = result >> 1;
        return result & 1;
    }

    /** Significance propagation (D.3.1). */
    private void propagate(int value) {
        int[] words = flags;
        int[] states = contexts;
        byte[] zero = zeroCoding;
        int interval = d;
        for (int y = 0, line = pitch + 1; y < height; y += STRIPE, line += pitch) {
            int rows = Math.min(STRIPE, height - y);
            for (int x = 0; x < width; x++) {
                int at = line + x;
                int word = words[at];
                if ((word & ANY_SIGNIFICANCE) == 0) {
                    continue;
                }
                for (int k = 0; k < rows; k++) {
                    int near = word >>> (3 * k);
                    if ((near & SELF) != 0 || (near & AROUND) == 0) {
                        continue;
                    }
                    int cx = zero[near & AROUND];
                    int state = states[cx];
                    int bit = state & 1;
                    interval -= state >>> 8;
                    if (interval < 0) {
                        int result = mq.decide(states, cx, interval);
                        bit = result & 1;
                        interval = result >> 1;
                    }
                    if (bit != 0) {
                        d = interval;
                        word = becomeSignificant(at, word, k, decideSign(at, word, k));
                        interval = d;
                        values[(y + k) * width + x] = value | (word >>> (SIGN_ABOVE + 1 + k)) << 31;
                    }
                    word |= 1 << (VISITED + k);
                }
                words[at] = word;
            }
        }
        d = interval;
    }

    /** Magnitude refinement (D.3.3): moves the value by half of its interval up or down. */
    private void refine(int value) {
        int half = value / 3;
        int[] words = flags;
        int[] states = contexts;
        int interval = d;
        for (int y = 0, line = pitch + 1; y < height; y += STRIPE, line += pitch) {
            for (int x = 0; x < width; x++) {
                int word = words[line + x];
                if ((word & ALL_SELVES) == 0) {
                    continue;
                }
                for (int k = 0; k < STRIPE; k++) {
                    int near = word >>> (3 * k);
                    if ((near & SELF) == 0 || (word >>> (VISITED + k) & 1) != 0) {
                        continue;
                    }
                    int cx = (word >>> (REFINED + k) & 1) != 0
                            ? FIRST_REFINEMENT + 2
                            : (near & AROUND) != 0 ? FIRST_REFINEMENT + 1 : FIRST_REFINEMENT;
                    int state = states[cx];
                    int bit = state & 1;
                    interval -= state >>> 8;
                    if (interval < 0) {
                        int result = mq.decide(states, cx, interval);
                        bit = result & 1;
                        interval = result >> 1;
                    }
                    values[(y + k) * width + x] += (half ^ (bit - 1)) - (bit - 1);
                    word |= 1 << (REFINED + k);
                }
                words[line + x] = word;
            }
        }
        d = interval;
    }

    /** Cleanup (D.3.4): all that the other passes left, with a run where a whole stripe column has no neighbour. */
    private void cleanup(int value) {
        int[] words = flags;
        int[] states = contexts;
        byte[] zero = zeroCoding;
        int interval = d;
        for (int y = 0, line = pitch + 1; y < height; y += STRIPE, line += pitch) {
            int rows = Math.min(STRIPE, height - y);
            for (int x = 0; x < width; x++) {
                int at = line + x;
                int word = words[at];
                int k = 0;
                boolean isFound = false;
                if (word == 0 && rows == STRIPE) {
                    int state = states[RUN];
                    int bit = state & 1;
                    interval -= state >>> 8;
                    if (interval < 0) {
                        int result = mq.decide(states, RUN, interval);
                        bit = result & 1;
                        interval = result >> 1;
                    }
                    if (bit == 0) {
                        continue;
                    }
                    d = interval;
                    k = decideUniform() << 1;
                    k |= decideUniform();
                    interval = d;
                    isFound = true;
                }
                for (; k < rows; k++) {
                    int near = word >>> (3 * k);
                    if ((near & SELF) != 0 || (word >>> (VISITED + k) & 1) != 0) {
                        continue;
                    }
                    int bit = 1;
                    if (!isFound) {
                        int cx = zero[near & AROUND];
                        int state = states[cx];
                        bit = state & 1;
                        interval -= state >>> 8;
                        if (interval < 0) {
                            int result = mq.decide(states, cx, interval);
                            bit = result & 1;
                            interval = result >> 1;
                        }
                    }
                    isFound = false;
                    if (bit != 0) {
                        d = interval;
                        word = becomeSignificant(at, word, k, decideSign(at, word, k));
                        interval = d;
                        values[(y + k) * width + x] = value | (word >>> (SIGN_ABOVE + 1 + k)) << 31;
                    }
                }
                words[at] = word & ~ALL_VISITED;
            }
        }
        d = interval;
    }

    /** Sign bit decoding (D.3.2). */
    private int decideSign(int at, int word, int k) {
        int index = (word >>> (3 * k) & 0xAA)
                | (word >>> (SIGN_ABOVE + k) & 1)
                | (word >>> (SIGN_ABOVE + 2 + k - 6) & 0x40)
                | (flags[at - 1] >>> (SIGN_ABOVE + 1 + k) & 1) << 2
                | (flags[at + 1] >>> (SIGN_ABOVE + 1 + k) & 1) << 4;
        int label = BlockContexts.SIGN[index];
        int cx = label & 0x7F;
        int state = contexts[cx];
        int turn = label >>> 31;
        int left = d - (state >>> 8);
        if (left >= 0) {
            d = left;
            return (state & 1) ^ turn;
        }
        int result = mq.decide(contexts, cx, left);
        d = result >> 1;
        return (result & 1) ^ turn;
    }

    /** Tells the neighbours; returns the word of the column itself, which the caller stores. */
    private int becomeSignificant(int at, int word, int k, int sign) {
        int[] words = flags;
        words[at - 1] |= 1 << (3 * k + 5);
        words[at + 1] |= 1 << (3 * k + 3);
        if (k == 0 && !isCausal) {
            int above = at - pitch;
            words[above - 1] |= 1 << 17;
            words[above] |= 1 << 16 | sign << (SIGN_ABOVE + 5);
            words[above + 1] |= 1 << 15;
        } else if (k == STRIPE - 1) {
            int below = at + pitch;
            words[below - 1] |= 1 << 2;
            words[below] |= 1 << 1 | sign << SIGN_ABOVE;
            words[below + 1] |= 1;
        }
        return word | SELF << (3 * k) | sign << (SIGN_ABOVE + 1 + k);
    }

    private void propagateRaw(int value) {
        for (int y = 0, line = pitch + 1; y < height; y += STRIPE, line += pitch) {
            for (int x = 0; x < width; x++) {
                int word = flags[line + x];
                for (int k = 0; k < Math.min(STRIPE, height - y); k++) {
                    int near = word >>> (3 * k);
                    if ((near & SELF) != 0 || (near & AROUND) == 0) {
                        continue;
                    }
                    if (raw.next() != 0) {
                        int sign = raw.next();
                        word = becomeSignificant(line + x, word, k, sign);
                        values[(y + k) * width + x] = value | sign << 31;
                    }
                    word |= 1 << (VISITED + k);
                }
                flags[line + x] = word;
            }
        }
    }

    private void refineRaw(int value) {
        int half = value / 3;
        for (int y = 0, line = pitch + 1; y < height; y += STRIPE, line += pitch) {
            for (int x = 0; x < width; x++) {
                int word = flags[line + x];
                for (int k = 0; k < STRIPE; k++) {
                    if ((word >>> (3 * k) & SELF) != 0 && (word >>> (VISITED + k) & 1) == 0) {
                        values[(y + k) * width + x] += raw.next() != 0 ? half : -half;
                        word |= 1 << (REFINED + k);
                    }
                }
                flags[line + x] = word;
            }
        }
    }
}
