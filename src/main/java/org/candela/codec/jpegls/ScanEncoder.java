package org.candela.codec.jpegls;

/** Codes lines of samples without loss (T.87 A.3 to A.7); lines are laid out as in {@link ScanDecoder}. */
final class ScanEncoder {
    private final Coding coding;
    private final BitSink sink;
    private final Contexts contexts;
    private final RunEncoder runs;
    private final byte[] quantisation;

    ScanEncoder(Coding coding, BitSink sink) {
        this.coding = coding;
        this.sink = sink;
        this.contexts = new Contexts(coding);
        this.runs = new RunEncoder(sink, coding, new RunStatistics(coding));
        this.quantisation = Contexts.quantisation(coding);
    }

    /** Codes one line; RUNindex before and after it. */
    int line(int[] up, int[] line, int runIndex) {
        runs.index = runIndex;
        int end = line.length - 1;
        int x = 1;
        while (x < end) {
            int q = context(up, line, x);
            if (q == 0) {
                x = run(up, line, x);
            } else {
                regular(q, line[x], predicted(line[x - 1], up[x], up[x - 1]));
                x++;
            }
        }
        return runs.index;
    }

    private int context(int[] up, int[] line, int x) {
        int zero = coding.maxValue();
        int b = up[x];
        int c = up[x - 1];
        return Contexts.WEIGHT1 * quantisation[up[x + 1] - b + zero]
                + Contexts.WEIGHT2 * quantisation[b - c + zero]
                + quantisation[c - line[x - 1] + zero];
    }

    /** The median edge detector (A.4.1). */
    private static int predicted(int a, int b, int c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), a + b - c));
    }

    private void regular(int q, int sample, int edge) {
        int[] variables = contexts.variables;
        int sign = q >> 31;
        int at = (q ^ sign) - sign;
        int k = variables[at + Contexts.K];
        int correction = (variables[at + Contexts.C] ^ sign) - sign;
        int predicted = Math.max(0, Math.min(coding.maxValue(), edge + correction));
        int errorBits = coding.errorBits();
        int unused = Integer.SIZE - errorBits;
        int error = (((sample - predicted) ^ sign) - sign) << unused >> unused;
        int mapped = error ^ Contexts.inversion(variables, at, k);
        int code = (mapped << 1) ^ (mapped >> 31);
        sink.golomb(code, k, coding.limit() - errorBits - 1, errorBits);
        Contexts.update(variables, at, error, error, coding.reset());
    }

    private int run(int[] up, int[] line, int from) {
        int end = line.length - 1;
        int left = line[from - 1];
        int stop = from;
        while (stop < end && line[stop] == left) {
            stop++;
        }
        if (stop == end) {
            runs.toEndOfLine(stop - from);
            return end;
        }
        runs.interrupted(stop - from);
        runs.interruption(line[stop], left, up[stop]);
        return stop + 1;
    }
}
