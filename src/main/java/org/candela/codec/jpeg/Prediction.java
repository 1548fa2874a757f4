package org.candela.codec.jpeg;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Prediction of lossless lines (T.81 H.1.2.1), modulo 2^16; the samples of interleaved
 * components stand in turn. What an addition waits for is kept to the sample to the left.
 */
final class Prediction {
    private static final VarHandle DIFFERENCE =
            MethodHandles.byteArrayViewVarHandle(char[].class, ByteOrder.LITTLE_ENDIAN);

    private final int predictor;
    private final int start;
    private final int step;

    /**
     * As {@code scan} says.
     *
     * @param step from one sample of a component to the next
     */
    Prediction(Scan scan, int precision, int step) {
        this.predictor = scan.first();
        this.start = 1 << (precision - scan.low() - 1);
        this.step = step;
    }

    /** Sets the {@code x}th difference of a line. */
    static void set(byte[] differences, int x, int value) {
        DIFFERENCE.set(differences, 2 * x, (char) value);
    }

    /**
     * First line of a scan or restart interval: from the left, and 2^(P−Pt−1) at its beginning.
     *
     * @param from index of the component's first sample
     */
    void firstLine(byte[] differences, char[] line, int from) {
        int left = start;
        for (int x = from; x < line.length; x += step) {
            left += at(differences, x);
            line[x] = (char) left;
        }
    }

    /** Another line: the first sample from above, the rest by the predictor of table H.1. */
    void line(byte[] differences, char[] above, char[] line, int from) {
        line[from] = (char) (at(differences, from) + above[from]);
        Line all = new Line(differences, above, line, from);
        // With a constant step the compiler drops the tests of the indices from the loops.
        switch (step) {
            case 1 -> rest(all, 1);
            case 3 -> rest(all, 3);
            default -> rest(all, step);
        }
    }

    private record Line(byte[] differences, char[] above, char[] samples, int from) {}

    private void rest(Line line, int step) {
        switch (predictor) {
            case 1 -> left(line, step);
            case 2 -> above(line, step);
            case 3 -> aboveLeft(line, step);
            case 4 -> plane(line, step);
            case 5 -> leftAndHalf(line, step);
            case 6 -> aboveAndHalf(line, step);
            default -> mean(line, step);
        }
    }

    /** Px = Ra. */
    private static void left(Line line, int step) {
        byte[] differences = line.differences;
        char[] samples = line.samples;
        int left = samples[line.from];
        for (int x = line.from + step; x < samples.length; x += step) {
            left += at(differences, x);
            samples[x] = (char) left;
        }
    }

    /** Px = Rb. */
    private static void above(Line line, int step) {
        byte[] differences = line.differences;
        char[] above = line.above;
        char[] samples = line.samples;
        for (int x = line.from + step; x < samples.length; x += step) {
            samples[x] = (char) (at(differences, x) + above[x]);
        }
    }

    /** Px = Rc. */
    private static void aboveLeft(Line line, int step) {
        byte[] differences = line.differences;
        char[] above = line.above;
        char[] samples = line.samples;
        for (int x = line.from + step; x < samples.length; x += step) {
            samples[x] = (char) (at(differences, x) + above[x - step]);
        }
    }

    /** Px = Ra + Rb − Rc. */
    private static void plane(Line line, int step) {
        byte[] differences = line.differences;
        char[] above = line.above;
        char[] samples = line.samples;
        int left = samples[line.from];
        for (int x = line.from + step; x < samples.length; x += step) {
            left += at(differences, x) + (above[x] - above[x - step]);
            samples[x] = (char) left;
        }
    }

    /** Px = Ra + ((Rb − Rc) / 2), the half rounded down. */
    private static void leftAndHalf(Line line, int step) {
        byte[] differences = line.differences;
        char[] above = line.above;
        char[] samples = line.samples;
        int left = samples[line.from];
        for (int x = line.from + step; x < samples.length; x += step) {
            left += at(differences, x) + ((above[x] - above[x - step]) >> 1);
            samples[x] = (char) left;
        }
    }

    /** Px = Rb + ((Ra − Rc) / 2), the half rounded down. */
    private static void aboveAndHalf(Line line, int step) {
        byte[] differences = line.differences;
        char[] above = line.above;
        char[] samples = line.samples;
        int left = samples[line.from];
        for (int x = line.from + step; x < samples.length; x += step) {
            left = (char) (at(differences, x) + above[x] + ((left - above[x - step]) >> 1));
            samples[x] = (char) left;
        }
    }

    /** Px = (Ra + Rb) / 2. */
    private static void mean(Line line, int step) {
        byte[] differences = line.differences;
        char[] above = line.above;
        char[] samples = line.samples;
        int left = samples[line.from];
        for (int x = line.from + step; x < samples.length; x += step) {
            left = (char) (at(differences, x) + ((left + above[x]) >> 1));
            samples[x] = (char) left;
        }
    }

    private static int at(byte[] differences, int x) {
        return (char) DIFFERENCE.get(differences, 2 * x);
    }
}
