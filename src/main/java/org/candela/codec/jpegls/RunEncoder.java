package org.candela.codec.jpegls;

/** Codes runs of equal samples and the sample that ends them (T.87 A.7). */
final class RunEncoder {
    private final BitSink sink;
    private final Coding coding;
    private final RunStatistics statistics;

    /** RUNindex of the component at hand. */
    int index;

    RunEncoder(BitSink sink, Coding coding, RunStatistics statistics) {
        this.sink = sink;
        this.coding = coding;
        this.statistics = statistics;
    }

    /** A run of {@code length} samples that reaches the end of its line (A.7.1.1). */
    void toEndOfLine(int length) {
        if (whole(length) > 0) {
            sink.write(1, 1);
        }
    }

    /** A run of {@code length} samples that another sample interrupts. */
    void interrupted(int length) {
        int rest = whole(length);
        sink.write(rest, RunStatistics.order(index) + 1);
    }

    /** One bit for each whole step; what is left. */
    private int whole(int length) {
        int rest = length;
        while (rest >= 1 << RunStatistics.order(index)) {
            rest -= 1 << RunStatistics.order(index);
            sink.write(1, 1);
            if (index < RunStatistics.LAST_INDEX) {
                index++;
            }
        }
        return rest;
    }

    /** The sample after a run of {@code left}, below {@code above} (A.7.2). */
    void interruption(int sample, int left, int above) {
        int type = left == above ? RunStatistics.SAME : RunStatistics.DIFFERENT;
        int difference = sample - above;
        int error = wrapped(left > above ? -difference : difference);
        int k = statistics.golombParameter(type);
        int code = statistics.map(type, k, error);
        int limit = coding.limit() - RunStatistics.order(index) - 1;
        sink.golomb(code, k, limit - coding.errorBits() - 1, coding.errorBits());
        statistics.update(type, error, code);
        if (index > 0) {
            index--;
        }
    }

    /** A.4.5: the error of smallest magnitude that decodes to the same sample. */
    private int wrapped(int error) {
        int unused = Integer.SIZE - coding.errorBits();
        return error << unused >> unused;
    }
}
