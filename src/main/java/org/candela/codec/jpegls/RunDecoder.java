package org.candela.codec.jpegls;

import org.candela.codec.stream.CodecException;

/** Runs of equal samples and the sample that ends them (T.87 A.7). */
final class RunDecoder {
    private final BitSource source;
    private final RunStatistics statistics;
    private final int near;
    private final int range;
    private final int errorBits;
    /** Zeros of an escape code, without what the run takes of them. */
    private final int escape;

    /** RUNindex of the component at hand. */
    int index;

    RunDecoder(BitSource source, Coding coding, RunStatistics statistics) {
        this.source = source;
        this.statistics = statistics;
        this.near = coding.near();
        this.range = coding.range();
        this.errorBits = coding.errorBits();
        this.escape = coding.limit() - errorBits - 2;
    }

    /** Length of the run (A.7.1.2); {@code remaining}, the samples left in the line, when nothing interrupts it. */
    int length(int remaining) throws CodecException {
        source.fill();
        int ones = Long.numberOfLeadingZeros(~source.bits);
        int to = index + ones;
        int whole = to > RunStatistics.LAST_INDEX ? remaining : RunStatistics.samplesBetween(index, to);
        if (whole >= remaining) {
            return lengthToTheEnd(remaining);
        }
        index = to;
        source.skip(ones + 1);
        int run = whole + source.read(RunStatistics.order(to));
        if (run >= remaining) {
            throw new CodecException("JPEG-LS: a run reaches beyond its line, before byte " + source.position());
        }
        return run;
    }

    /** The same bit by bit, for a run that may reach the end of the line. */
    private int lengthToTheEnd(int remaining) throws CodecException {
        int run = 0;
        while (source.read(1) == 1) {
            run += 1 << RunStatistics.order(index);
            if (run <= remaining && index < RunStatistics.LAST_INDEX) {
                index++;
            }
            if (run >= remaining) {
                return remaining;
            }
        }
        run += source.read(RunStatistics.order(index));
        if (run >= remaining) {
            throw new CodecException("JPEG-LS: a run reaches beyond its line, before byte " + source.position());
        }
        return run;
    }

    /** Sample after a run of {@code left}, below {@code above} (A.7.2). */
    int interruption(int left, int above) throws CodecException {
        if (Math.abs(left - above) <= near) {
            return statistics.reconstruct(left, error(RunStatistics.SAME));
        }
        return differing(left, above);
    }

    /** The same, where the neighbours count as different whatever they are: interleaved samples. */
    int differing(int left, int above) throws CodecException {
        int error = error(RunStatistics.DIFFERENT);
        return statistics.reconstruct(above, left > above ? -error : error);
    }

    private int error(int type) throws CodecException {
        int k = statistics.golombParameter(type);
        int code = source.golomb(k, escape - RunStatistics.order(index), errorBits);
        int error = statistics.unmap(type, k, code);
        if (Math.abs(error) > range) {
            throw new CodecException("JPEG-LS: an impossible difference, before byte " + source.position());
        }
        statistics.update(type, error, code);
        return error;
    }

    /** After an interruption (A.7.2.2). */
    void shorten() {
        if (index > 0) {
            index--;
        }
    }
}
