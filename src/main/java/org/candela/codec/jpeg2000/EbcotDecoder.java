package org.candela.codec.jpeg2000;

import static org.candela.codec.jpeg2000.BlockContexts.ALL_ROWS;
import static org.candela.codec.jpeg2000.BlockContexts.ALL_VISITED;
import static org.candela.codec.jpeg2000.BlockContexts.AROUND;
import static org.candela.codec.jpeg2000.BlockContexts.FIRST_REFINEMENT;
import static org.candela.codec.jpeg2000.BlockContexts.LAST_SIGN_BELOW;
import static org.candela.codec.jpeg2000.BlockContexts.REFINED;
import static org.candela.codec.jpeg2000.BlockContexts.RUN;
import static org.candela.codec.jpeg2000.BlockContexts.SELF;
import static org.candela.codec.jpeg2000.BlockContexts.SIGN;
import static org.candela.codec.jpeg2000.BlockContexts.SIGN_ABOVE;
import static org.candela.codec.jpeg2000.BlockContexts.SIGN_BELOW;
import static org.candela.codec.jpeg2000.BlockContexts.UNIFORM;
import static org.candela.codec.jpeg2000.BlockContexts.VISITED;

import java.util.Arrays;

/**
 * Bit-plane decoder of T.800 Annex D over the arithmetic decoder of Annex C.
 *
 * <p>This is where a decode spends its time. Each pass walks stripes of four rows column by column and keeps the flag
 * word of the column ({@link BlockContexts}) and a copy of the {@link MqDecoder} in local variables.
 */
final class EbcotDecoder implements BlockDecoder {
    private static final int STRIPE = 4;
    private static final int FIRST_BYPASSED_PASS = 10;
    private static final int MARGIN = 2;
    /** Row of a stripe by its shift in a flag word. */
    private static final byte[] ROW = {0, 0, 0, 1, 1, 1, 2, 2, 2, 3};

    private final MqBits bits = new MqBits();
    private final RawBits raw = new RawBits();
    private final int[] contexts = new int[BlockContexts.COUNT];
    private MqDecoder mq = new MqDecoder(bits);
    private int[] flags = {};
    private int[] values = {};
    private byte[] zeroCoding = {};
    private int width;
    private int height;
    private int pitch;
    private boolean isCausal;

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
                bits.read(block.bytes(), segment.from(), segment.length());
                mq = new MqDecoder(bits);
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
                mq.decide(contexts, UNIFORM); // 1010; else an error, which the passes before have hidden
            }
        }
        if (BlockStyle.has(style, BlockStyle.RESET)) {
            BlockContexts.reset(contexts);
        }
    }

    /** Bits of the rows that a stripe has, as they stand in a flag word. */
    private static int rowsOf(int left) {
        return left >= STRIPE ? ALL_ROWS : ALL_ROWS & ((1 << (3 * left)) - 1);
    }

    /** Significance propagation (D.3.1): what is not significant but has a significant neighbour. */
    private void propagate(int value) {
        int[] words = flags;
        int[] states = contexts;
        byte[] zero = zeroCoding;
        MqDecoder coder = mq.copy();
        for (int y = 0, line = pitch + 1; y < height; y += STRIPE, line += pitch) {
            int rows = rowsOf(height - y);
            for (int x = 0; x < width; x++) {
                int word = words[line + x];
                int todo = neighboured(word) & ~(word >>> 4) & rows;
                if (todo == 0) {
                    continue;
                }
                do {
                    int shift = Integer.numberOfTrailingZeros(todo);
                    int near = word >>> shift;
                    int cx = zero[near & AROUND];
                    int bit = coder.decide(states, cx);
                    word |= 1 << VISITED << shift;
                    todo &= todo - 1;
                    if (bit != 0) {
                        int label = signLabel(line + x, word, shift);
                        int sign = coder.decide(states, label & 0x7F) ^ (label >>> 31);
                        word |= SELF << shift | sign << SIGN << shift;
                        tellNeighbours(line + x, shift, sign);
                        values[(y + ROW[shift]) * width + x] = value | sign << 31;
                        todo |= 8 << shift & ~(word >>> 4) & rows; // the row below has a neighbour now
                    }
                } while (todo != 0);
                words[line + x] = word;
            }
        }
        mq.take(coder);
    }

    /** A bit for each row that has a significant neighbour, itself not counted. */
    private static int neighboured(int word) {
        int sides = word | word >>> 2;
        int any = sides | word >>> 1;
        return any | sides >>> 3 | any >>> 6;
    }

    /** Magnitude refinement (D.3.3): moves the value by half of its interval up or down. */
    private void refine(int value) {
        int half = value / 3;
        int[] words = flags;
        int[] states = contexts;
        MqDecoder coder = mq.copy();
        for (int y = 0, line = pitch + 1; y < height; y += STRIPE, line += pitch) {
            for (int x = 0; x < width; x++) {
                int word = words[line + x];
                int todo = word >>> 4 & ~(word >>> VISITED) & ALL_ROWS;
                if (todo == 0) {
                    continue;
                }
                words[line + x] = word | todo << REFINED;
                do {
                    int shift = Integer.numberOfTrailingZeros(todo);
                    int near = word >>> shift;
                    todo &= todo - 1;
                    int cx = FIRST_REFINEMENT + 2;
                    if ((near & 1 << REFINED) == 0) {
                        cx = (near & AROUND) != 0 ? FIRST_REFINEMENT + 1 : FIRST_REFINEMENT;
                    }
                    int bit = coder.decide(states, cx);
                    values[(y + ROW[shift]) * width + x] += (half ^ (bit - 1)) - (bit - 1);
                } while (todo != 0);
            }
        }
        mq.take(coder);
    }

    /** Cleanup (D.3.4): all that the other passes left, with a run where a whole stripe column has no neighbour. */
    private void cleanup(int value) {
        int[] words = flags;
        int[] states = contexts;
        byte[] zero = zeroCoding;
        MqDecoder coder = mq.copy();
        for (int y = 0, line = pitch + 1; y < height; y += STRIPE, line += pitch) {
            int rows = rowsOf(height - y);
            for (int x = 0; x < width; x++) {
                int word = words[line + x];
                int todo = ~(word >>> 4 | word >>> VISITED) & rows;
                boolean isFound = false;
                if (word == 0 && rows == ALL_ROWS) {
                    int bit = coder.decide(states, RUN);
                    if (bit == 0) {
                        continue;
                    }
                    int first = coder.decide(states, UNIFORM) << 1;
                    first |= coder.decide(states, UNIFORM);
                    todo &= -1 << (3 * first);
                    isFound = true;
                }
                while (todo != 0) {
                    int shift = Integer.numberOfTrailingZeros(todo);
                    todo &= todo - 1;
                    int bit = 1;
                    if (!isFound) {
                        int cx = zero[word >>> shift & AROUND];
                        bit = coder.decide(states, cx);
                    }
                    isFound = false;
                    if (bit != 0) {
                        int label = signLabel(line + x, word, shift);
                        int sign = coder.decide(states, label & 0x7F) ^ (label >>> 31);
                        word |= SELF << shift | sign << SIGN << shift;
                        tellNeighbours(line + x, shift, sign);
                        values[(y + ROW[shift]) * width + x] = value | sign << 31;
                    }
                }
                words[line + x] = word & ~ALL_VISITED;
            }
        }
        mq.take(coder);
    }

    /** For sign bit decoding (D.3.2): the context, negative where the decision is turned. */
    private int signLabel(int at, int word, int shift) {
        int near = word >>> shift;
        int below = shift == 9 ? word >>> LAST_SIGN_BELOW : near >>> SIGN_BELOW & 1;
        int left = flags[at - 1] >>> shift;
        int right = flags[at + 1] >>> shift;
        int index = (near & 0xAA)
                | (near >>> SIGN_ABOVE & 1)
                | (left >>> SIGN & 1) << 2
                | (right >>> SIGN & 1) << 4
                | below << 6;
        return BlockContexts.SIGNS[index];
    }

    /** Writes a new significance into the words of the columns and stripes around. */
    private void tellNeighbours(int at, int shift, int sign) {
        int[] words = flags;
        words[at - 1] |= 1 << 5 << shift;
        words[at + 1] |= 1 << 3 << shift;
        if (shift == 0 && !isCausal) {
            int above = at - pitch;
            words[above - 1] |= 1 << 17;
            words[above] |= 1 << 16 | sign << LAST_SIGN_BELOW;
            words[above + 1] |= 1 << 15;
        } else if (shift == 9) {
            int below = at + pitch;
            words[below - 1] |= 1 << 2;
            words[below] |= 1 << 1 | sign << SIGN_ABOVE;
            words[below + 1] |= 1;
        }
    }

    private void propagateRaw(int value) {
        for (int y = 0, line = pitch + 1; y < height; y += STRIPE, line += pitch) {
            int rows = rowsOf(height - y);
            for (int x = 0; x < width; x++) {
                int word = flags[line + x];
                int todo = neighboured(word) & ~(word >>> 4) & rows;
                while (todo != 0) {
                    int shift = Integer.numberOfTrailingZeros(todo);
                    todo &= todo - 1;
                    word |= 1 << VISITED << shift;
                    if (raw.next() != 0) {
                        int sign = raw.next();
                        word |= SELF << shift | sign << SIGN << shift;
                        tellNeighbours(line + x, shift, sign);
                        values[(y + ROW[shift]) * width + x] = value | sign << 31;
                        todo |= 8 << shift & ~(word >>> 4) & rows;
                    }
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
                int todo = word >>> 4 & ~(word >>> VISITED) & ALL_ROWS;
                flags[line + x] = word | todo << REFINED;
                for (; todo != 0; todo &= todo - 1) {
                    int row = y + ROW[Integer.numberOfTrailingZeros(todo)];
                    values[row * width + x] += raw.next() != 0 ? half : -half;
                }
            }
        }
    }
}
