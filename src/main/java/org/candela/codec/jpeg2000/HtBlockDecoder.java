package org.candela.codec.jpeg2000;

import java.util.Arrays;
import java.util.List;
import org.candela.codec.stream.CodecException;

/**
 * Decoder of high-throughput code blocks: T.814 clause 7, one HT set of cleanup, significance propagation and magnitude
 * refinement pass.
 *
 * <p>The cleanup pass goes through pairs of rows: first the codes of all 2 × 2 quads (significance pattern rho and
 * exponent bound), then the magnitude and sign bits of their samples. A quad is a code of {@link HtTables} with its u in
 * the upper half. Samples of a quad are numbered top left, bottom left, top right, bottom right.
 */
final class HtBlockDecoder implements BlockDecoder {
    private static final int MAX_SUFFIX_LENGTH = 4079;
    private static final int MAX_MAGNITUDE_BITS = 29;
    private static final int U = 16;
    private static final int EXTENDED_SUFFIX = 28;

    private final MelDecoder mel = new MelDecoder();
    private final HtBits codes = new HtBits();
    private final HtBits magnitudes = new HtBits();
    private final HtRefinement refinement = new HtRefinement();
    private int[] quads = {};
    private int[] exponents = {};
    private int[] upper = {};
    private int[] lower = {};
    private int codeAt;
    private int magnitudeAt;
    private int plane;
    private int largestBound;

    // [impl->req~codec.htj2k~1]
    // [impl->req~codec.htj2k-bounded~1]
    @Override
    public void decode(CodedBlock block, int[] coefficients) throws CodecException {
        List<CodedBlock.Segment> segments = block.segments();
        CodedBlock.Segment cleanup = segments.get(0);
        if (segments.size() > 2 || block.magnitudeBits() > MAX_MAGNITUDE_BITS) {
            throw new CodecException("a high-throughput code block of " + segments.size() + " segments and "
                    + block.magnitudeBits() + " bit planes is not supported");
        }
        int placeholders = (cleanup.passes() - 1) / 3;
        plane = block.bitPlanes() - 1 - placeholders;
        largestBound = block.zeroBitPlanes() + placeholders + 2;
        boolean isRefined = segments.size() > 1 && segments.get(1).length() > 0;
        if (plane < (isRefined ? 1 : 0)) {
            throw new CodecException("a high-throughput code block goes below its last bit plane");
        }
        if (cleanup.length() == 0) {
            Arrays.fill(coefficients, 0, block.width() * block.height(), 0);
            return;
        }
        start(block, cleanup);
        decodeCleanup(block, coefficients);
        if (isRefined) {
            refinement.decode(block, segments.get(1), plane - 1, coefficients);
        }
    }

    /** 7.1.1: the last 12 bits say how long the suffix of MEL and VLC bits is. */
    private void start(CodedBlock block, CodedBlock.Segment cleanup) throws CodecException {
        byte[] bytes = block.bytes();
        int end = cleanup.from() + cleanup.length();
        int suffix = cleanup.length() < 2 ? 0 : (bytes[end - 1] & 0xFF) << 4 | (bytes[end - 2] & 0xF);
        if (suffix < 2 || suffix > cleanup.length() || suffix > MAX_SUFFIX_LENGTH) {
            throw new CodecException("a cleanup segment of " + cleanup.length() + " bytes with a suffix of " + suffix);
        }
        int middle = end - suffix;
        int rowMargin = (block.width() + 1) * 2 * Integer.BYTES;
        mel.start(bytes, middle, end);
        magnitudes.readForward(bytes, cleanup.from(), middle, rowMargin);
        magnitudes.finish(-1);
        codes.begin(suffix + rowMargin);
        int first = (bytes[end - 2] & 0xFF) | 0x0F;
        codes.put(first >>> 4, (first >>> 4 & 7) == 7 ? 3 : 4);
        codes.readBackward(bytes, middle, end - 3, first);
        codes.finish(0);
        codeAt = 0;
        magnitudeAt = 0;
        int columns = (block.width() + 3) / 4 * 4;
        if (quads.length < columns / 2 + 2) {
            quads = new int[columns / 2 + 2];
            exponents = new int[columns + 4];
            upper = new int[columns];
            lower = new int[columns];
        }
        Arrays.fill(quads, 0);
        Arrays.fill(exponents, 0);
    }

    private void decodeCleanup(CodedBlock block, int[] coefficients) throws CodecException {
        int width = block.width();
        int count = (width + 1) / 2;
        for (int y = 0; y < block.height(); y += 2) {
            if (y == 0) {
                readFirstQuads(count);
            } else {
                readQuads(count);
            }
            codes.requireWithin(codeAt, 0);
            readSamples(count, y > 0 ? -1 : 0);
            magnitudes.requireWithin(magnitudeAt, Byte.SIZE);
            System.arraycopy(upper, 0, coefficients, y * width, width);
            if (y + 1 < block.height()) {
                System.arraycopy(lower, 0, coefficients, (y + 1) * width, width);
            }
        }
    }

    /** First line pair: the context is the quad to the left (7.3.5, formula 1). Quad i stands at index i + 1. */
    private void readFirstQuads(int count) {
        char[] table = HtTables.codes(0);
        int context = 0;
        for (int i = 1; i <= count; i += 2) {
            long bits = codes.at(codeAt);
            int quad = context == 0 && mel.next() == 0 ? 0 : table[context << 7 | ((int) bits & 0x7F)];
            bits >>>= quad & 7;
            codeAt += quad & 7;
            context = (quad >>> 4 & 1) | (quad >>> 5 & 7);
            int next = 0;
            if (i < count) {
                next = context == 0 && mel.next() == 0 ? 0 : table[context << 7 | ((int) bits & 0x7F)];
                bits >>>= next & 7;
                codeAt += next & 7;
                context = (next >>> 4 & 1) | (next >>> 5 & 7);
            }
            quads[i] = quad;
            quads[i + 1] = next;
            if (((quad | next) & HtTables.U_OFF) != 0) {
                boolean areBoth = (quad & next & HtTables.U_OFF) != 0;
                readBounds(i, bits, !areBoth ? 0 : mel.next() == 0 ? 1 : 2);
            }
        }
        quads[count + 1] = 0;
    }

    /** Other line pairs: the context is around the upper left half of the quad (7.3.5, formula 2). */
    private void readQuads(int count) {
        char[] table = HtTables.codes(1);
        int aboveLeft = 0;
        int above = quads[1];
        int left = 0;
        for (int i = 1; i <= count; i += 2) {
            long bits = codes.at(codeAt);
            int right = quads[i + 1];
            int context = context(aboveLeft, above, right, left);
            int quad = context == 0 && mel.next() == 0 ? 0 : table[context << 7 | ((int) bits & 0x7F)];
            bits >>>= quad & 7;
            codeAt += quad & 7;
            int next = 0;
            int farRight = i < count ? quads[i + 2] : 0;
            if (i < count) {
                context = context(above, right, farRight, quad);
                next = context == 0 && mel.next() == 0 ? 0 : table[context << 7 | ((int) bits & 0x7F)];
                bits >>>= next & 7;
                codeAt += next & 7;
            }
            quads[i] = quad;
            quads[i + 1] = next;
            aboveLeft = right;
            above = farRight;
            left = next;
            if (((quad | next) & HtTables.U_OFF) != 0) {
                readBounds(i, bits, 0);
            }
        }
    }

    /** (nw | n) + 2 (w | sw) + 4 (ne | nf). */
    private static int context(int aboveLeft, int above, int aboveRight, int left) {
        return ((aboveLeft >>> 7 | above >>> 5) & 1)
                | ((left >>> 6 | left >>> 7) & 1) << 1
                | ((above >>> 7 | aboveRight >>> 5) & 1) << 2;
    }

    /**
     * U-VLC codes of a pair of quads (7.3.6): both prefixes, both suffixes, both extensions.
     *
     * @param mode of the first line pair where both quads have one: 2 when the MEL symbol raises both by 2; 1 when it
     *     does not, and then a first prefix above 2 leaves one bit for the second quad; else 0
     */
    private void readBounds(int i, long from, int mode) {
        long bits = from;
        int first = (quads[i] & HtTables.U_OFF) == 0 ? 0 : HtTables.prefix((int) bits & 7);
        bits >>>= first & 3;
        int second = 0;
        if (mode == 1 && first >>> 5 > 2) {
            second = 1 | (((int) bits & 1) + 1) << 5;
        } else if ((quads[i + 1] & HtTables.U_OFF) != 0) {
            second = HtTables.prefix((int) bits & 7);
        }
        bits >>>= second & 3;
        int firstLength = first >>> 2 & 7;
        int secondLength = second >>> 2 & 7;
        int firstSuffix = (int) bits & ((1 << firstLength) - 1);
        bits >>>= firstLength;
        int secondSuffix = (int) bits & ((1 << secondLength) - 1);
        bits >>>= secondLength;
        codeAt += (first & 3) + (second & 3) + firstLength + secondLength;
        int raise = mode == 2 ? 2 : 0;
        int u = (first >>> 5) + firstSuffix + raise;
        if (firstSuffix >= EXTENDED_SUFFIX) {
            u += 4 * ((int) bits & 0xF);
            bits >>>= 4;
            codeAt += 4;
        }
        int v = (second >>> 5) + secondSuffix + raise;
        if (secondSuffix >= EXTENDED_SUFFIX) {
            v += 4 * ((int) bits & 0xF);
            codeAt += 4;
        }
        quads[i] |= u << U;
        quads[i + 1] |= v << U;
    }

    /**
     * Magnitudes and signs of a row of quads (7.3.7, 7.3.8): v = 2 (magnitude − 1) + sign, of U − k bits, where
     * U = u + max(1, largest exponent above − 1), the latter only for quads of several significant samples.
     */
    private void readSamples(int count, int predicted) throws CodecException {
        int position = magnitudeAt;
        int shift = plane;
        int[] above = exponents;
        int before = 0; // exponent above and left of the quad, which is overwritten by then
        for (int i = 0; i < count; i++) {
            int quad = quads[i + 1];
            int x = 2 * i;
            int rho = quad >>> HtTables.RHO & 0xF;
            int left = above[x + 1];
            int right = above[x + 2];
            if (rho == 0) {
                upper[x] = 0;
                upper[x + 1] = 0;
                lower[x] = 0;
                lower[x + 1] = 0;
                above[x + 1] = 0;
                above[x + 2] = 0;
                before = right;
                continue;
            }
            int bound = (quad >>> U) + 1;
            if ((rho & (rho - 1)) != 0) {
                int largest = Math.max(Math.max(before, left), Math.max(right, above[x + 3]));
                bound += Math.max(0, largest - 2) & predicted;
            }
            if (bound > largestBound) {
                throw new CodecException("a coefficient of " + bound + " bits where " + largestBound + " are possible");
            }
            before = right;
            int k = quad >>> HtTables.E_K;
            int one = quad >>> HtTables.E_1;
            int v = 0;
            int value = 0;
            if ((rho & 1) != 0) {
                int length = bound - (k & 1);
                v = (int) (magnitudes.at(position) & ((1L << length) - 1)) | (one & 1) << length;
                position += length;
                value = v << 31 | ((v | 1) + 2) << shift;
            }
            upper[x] = value;
            value = 0;
            int exponent = 0;
            if ((rho & 2) != 0) {
                int length = bound - (k >>> 1 & 1);
                v = (int) (magnitudes.at(position) & ((1L << length) - 1)) | (one >>> 1 & 1) << length;
                position += length;
                value = v << 31 | ((v | 1) + 2) << shift;
                exponent = Integer.SIZE - Integer.numberOfLeadingZeros(v | 1);
            }
            lower[x] = value;
            above[x + 1] = exponent;
            value = 0;
            if ((rho & 4) != 0) {
                int length = bound - (k >>> 2 & 1);
                v = (int) (magnitudes.at(position) & ((1L << length) - 1)) | (one >>> 2 & 1) << length;
                position += length;
                value = v << 31 | ((v | 1) + 2) << shift;
            }
            upper[x + 1] = value;
            value = 0;
            exponent = 0;
            if ((rho & 8) != 0) {
                int length = bound - (k >>> 3 & 1);
                v = (int) (magnitudes.at(position) & ((1L << length) - 1)) | (one >>> 3 & 1) << length;
                position += length;
                value = v << 31 | ((v | 1) + 2) << shift;
                exponent = Integer.SIZE - Integer.numberOfLeadingZeros(v | 1);
            }
            lower[x + 1] = value;
            above[x + 2] = exponent;
        }
        magnitudeAt = position;
    }
}
