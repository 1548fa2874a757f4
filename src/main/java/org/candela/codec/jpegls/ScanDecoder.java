package org.candela.codec.jpegls;

import org.candela.codec.stream.CodecException;

/**
 * Decodes lines of samples (T.87 A.3 to A.7), of one component or of several interleaved by sample (B.3).
 *
 * <p>A line has a sample more on either side, at index 0 and after its last, for the neighbours beyond the edge (A.2.1).
 */
final class ScanDecoder {
    private final int maxValue;
    private final int near;
    private final int step;
    private final int reset;
    private final boolean isMasked;
    /** RANGE in values: what errors wrap at. */
    private final int period;

    private final BitSource source;
    private final Contexts contexts;
    private final RunStatistics runStatistics;
    private final RunDecoder runs;
    private final byte[] quantisation;
    /** Zeros of an escape code in regular mode. */
    private final int escape;

    private final int errorBits;

    ScanDecoder(Coding coding, BitSource source) {
        this.maxValue = coding.maxValue();
        this.near = coding.near();
        this.step = coding.step();
        this.reset = coding.reset();
        this.isMasked = coding.wrapsByMask();
        this.period = coding.range() * step;
        this.source = source;
        this.contexts = new Contexts(coding);
        this.runStatistics = new RunStatistics(coding);
        this.runs = new RunDecoder(source, coding, runStatistics);
        this.quantisation = Contexts.quantisation(coding);
        this.errorBits = coding.errorBits();
        this.escape = coding.limit() - errorBits - 1;
    }

    /** Forgets what was learnt, as after a restart marker. */
    void reset() {
        contexts.reset();
        runStatistics.reset();
    }

    /**
     * Decodes one line of one component; the outer neighbours are set already.
     *
     * <p>The bit buffer, the neighbours and the tables live in local variables, and each quantised gradient is used for
     * two samples (D − B of one is B − C of the next): what a sample waits for is the sample to its left.
     *
     * @param up the line above
     * @param runIndex RUNindex before the line
     * @return RUNindex after it
     */
    int line(int[] up, int[] line, int runIndex) throws CodecException {
        BitSource in = source;
        int[] variables = contexts.variables;
        byte[] quantised = quantisation;
        int origin = this.maxValue;
        int maxValue = this.maxValue;
        int step = this.step;
        int reset = this.reset;
        boolean isMasked = this.isMasked;
        int end = line.length - 1;
        runs.index = runIndex;
        byte[] clean = in.clean;
        int escape = Math.min(this.escape, BitSource.MOST_ZEROS);
        long bits = in.bits;
        int count = in.count;
        int next = in.next;
        int x = 1;
        int a = line[0];
        int b = up[1];
        int c = up[0];
        int q2 = quantised[b - c + origin];
        while (x < end) {
            int d = up[x + 1];
            int q1 = quantised[d - b + origin];
            int q = Contexts.WEIGHT1 * q1 + Contexts.WEIGHT2 * q2 + quantised[c - a + origin];
            if (q == 0) {
                in.keep(bits, count, next);
                x = run(up, line, x);
                bits = in.bits;
                count = in.count;
                next = in.next;
                a = line[x - 1];
                c = up[x - 1];
                b = up[x];
                q2 = quantised[b - c + origin];
                continue;
            }
            int sign = q >> 31;
            int at = (q ^ sign) - sign;
            int k = variables[at + Contexts.K];
            bits |= BitSource.eight(clean, next) >>> count;
            next += (63 - count) >> 3;
            count |= BitSource.FULL;
            int code;
            int zeros = Long.numberOfLeadingZeros(bits);
            if (zeros < escape) {
                long rest = bits << zeros << 1;
                code = (zeros << k) | (int) (rest >>> 1 >>> (63 - k));
                bits = rest << k;
                count -= zeros + 1 + k;
            } else {
                in.keep(bits, count, next);
                code = in.golomb(k, this.escape, errorBits);
                bits = in.bits;
                count = in.count;
                next = in.next;
            }
            int inversion = Contexts.inversion(variables, at, k | (step - 1));
            int correction = variables[at + Contexts.C];
            int predicted = Math.max(Math.min(a, b), Math.min(Math.max(a, b), a + b - c));
            predicted += (correction ^ sign) - sign;
            if (predicted < 0 || predicted > maxValue) {
                predicted = predicted < 0 ? 0 : maxValue;
            }
            int error = (code >>> 1) ^ -(code & 1) ^ inversion;
            int scaled = error;
            if (isMasked) {
                a = (predicted - sign + ((code >>> 1) ^ (-(code & 1) ^ (inversion ^ sign)))) & maxValue;
            } else {
                scaled = error * step;
                a = wrapped(predicted + ((scaled ^ sign) - sign));
            }
            line[x++] = a;
            if (code > 2 * maxValue + 1) {
                throw impossible();
            }
            Contexts.update(variables, at, error, scaled, reset);
            c = b;
            b = d;
            q2 = q1;
        }
        in.keep(bits, count, next);
        return runs.index;
    }

    /** A.4.4, A.4.5: brings a reconstructed value back into its range. */
    private int wrapped(int value) {
        int inRange = value;
        if (value < -near) {
            inRange = value + period;
        } else if (value > maxValue + near) {
            inRange = value - period;
        }
        return Math.max(0, Math.min(maxValue, inRange));
    }

    private CodecException impossible() {
        return new CodecException("JPEG-LS: an impossible difference, before byte " + source.position());
    }

    /** Decodes a run and what ends it; the index of the next sample. */
    private int run(int[] up, int[] line, int from) throws CodecException {
        int end = line.length - 1;
        int left = line[from - 1];
        int stop = from + runs.length(end - from);
        for (int x = from; x < stop; x++) {
            line[x] = left;
        }
        if (stop == end) {
            return end;
        }
        line[stop] = runs.interruption(left, up[stop]);
        runs.shorten();
        return stop + 1;
    }

    /** Decodes one line of several components interleaved by sample; they share one RUNindex. */
    int samples(int[][] up, int[][] line, int runIndex) throws CodecException {
        int[] q = new int[line.length];
        int end = line[0].length - 1;
        runs.index = runIndex;
        int x = 1;
        while (x < end) {
            int any = 0;
            for (int i = 0; i < q.length; i++) {
                q[i] = context(up[i], line[i], x);
                any |= q[i];
            }
            if (any == 0) {
                x = runOfAll(up, line, x);
                continue;
            }
            for (int i = 0; i < q.length; i++) {
                line[i][x] = regular(q[i], line[i][x - 1], up[i][x], up[i][x - 1]);
            }
            x++;
        }
        return runs.index;
    }

    private int context(int[] up, int[] line, int x) {
        int b = up[x];
        int c = up[x - 1];
        return Contexts.WEIGHT1 * quantisation[up[x + 1] - b + maxValue]
                + Contexts.WEIGHT2 * quantisation[b - c + maxValue]
                + quantisation[c - line[x - 1] + maxValue];
    }

    /** As in {@link #line}, for a sample by itself. */
    private int regular(int q, int a, int b, int c) throws CodecException {
        int[] variables = contexts.variables;
        int sign = q >> 31;
        int at = (q ^ sign) - sign;
        int k = variables[at + Contexts.K];
        int code = source.golomb(k, escape, errorBits);
        if (code > 2 * maxValue + 1) {
            throw impossible();
        }
        int error = (code >>> 1) ^ -(code & 1) ^ Contexts.inversion(variables, at, k | near);
        int correction = (variables[at + Contexts.C] ^ sign) - sign;
        int predicted = Math.max(Math.min(a, b), Math.min(Math.max(a, b), a + b - c));
        predicted = Math.max(0, Math.min(maxValue, predicted + correction));
        int scaled = error * step;
        Contexts.update(variables, at, error, scaled, reset);
        return wrapped(predicted + ((scaled ^ sign) - sign));
    }

    private int runOfAll(int[][] up, int[][] line, int from) throws CodecException {
        int end = line[0].length - 1;
        int stop = from + runs.length(end - from);
        for (int i = 0; i < line.length; i++) {
            for (int x = from; x < stop; x++) {
                line[i][x] = line[i][from - 1];
            }
        }
        if (stop == end) {
            return end;
        }
        for (int i = 0; i < line.length; i++) {
            line[i][stop] = runs.differing(line[i][stop - 1], up[i][stop]);
        }
        runs.shorten();
        return stop + 1;
    }
}
