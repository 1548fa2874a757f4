package org.candela.codec.jpeg;

import java.io.ByteArrayOutputStream;

/** Writes lossless JPEG (T.81 Annex H) for tests: one code table in which long codes occur. */
public final class LosslessWriter {
    private static final int DIFFERENCES = 17;

    private final Spec spec;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private long window;
    private int pending;

    private LosslessWriter(Spec spec) {
        this.spec = spec;
    }

    /**
     * How to write.
     *
     * @param restartRows lines between restart markers, 0 for none
     * @param isInterleaved whether one scan holds all components
     */
    public record Spec(
            int columns, int rows, int precision, int predictor, int shift, int restartRows, boolean isInterleaved) {
        public static Spec plain(int columns, int rows, int precision, int predictor) {
            return new Spec(columns, rows, precision, predictor, 0, 0, true);
        }

        public Spec withRestartRows(int every) {
            return new Spec(columns, rows, precision, predictor, shift, every, isInterleaved);
        }

        public Spec withShift(int bits) {
            return new Spec(columns, rows, precision, predictor, bits, restartRows, isInterleaved);
        }

        public Spec apart() {
            return new Spec(columns, rows, precision, predictor, shift, restartRows, false);
        }
    }

    /** The stream of {@code planes}, one array a component, all of full size. */
    public static byte[] write(Spec spec, int[]... planes) {
        LosslessWriter writer = new LosslessWriter(spec);
        writer.header(planes.length);
        if (spec.isInterleaved()) {
            writer.scan(planes, 0, planes.length);
        } else {
            for (int i = 0; i < planes.length; i++) {
                writer.scan(planes, i, i + 1);
            }
        }
        writer.bytes(0xFF, 0xD9);
        return writer.out.toByteArray();
    }

    private void header(int components) {
        bytes(0xFF, 0xD8, 0xFF, 0xC3, 0, 8 + 3 * components, spec.precision());
        bytes(spec.rows() >> 8, spec.rows(), spec.columns() >> 8, spec.columns(), components);
        for (int i = 0; i < components; i++) {
            bytes(i + 1, 0x11, 0);
        }
        bytes(0xFF, 0xC4, 0, 19 + DIFFERENCES, 0);
        for (int length = 1; length <= 16; length++) {
            bytes(length < 16 ? 1 : 2); // codes 0, 10, 110, … and two of 16 bits
        }
        for (int i = 0; i < DIFFERENCES; i++) {
            bytes(symbol(i));
        }
        if (spec.restartRows() > 0) {
            int interval = spec.restartRows() * spec.columns();
            bytes(0xFF, 0xDD, 0, 4, interval >> 8, interval);
        }
    }

    /** Frequent sizes of noise get long codes too, so that the search beyond the lookup is used. */
    private static int symbol(int rank) {
        return DIFFERENCES - 1 - rank;
    }

    private void scan(int[][] planes, int from, int to) {
        bytes(0xFF, 0xDA, 0, 6 + 2 * (to - from), to - from);
        for (int i = from; i < to; i++) {
            bytes(i + 1, 0);
        }
        bytes(spec.predictor(), 0, spec.shift());
        int first = 0;
        int restarts = 0;
        for (int y = 0; y < spec.rows(); y++) {
            if (spec.restartRows() > 0 && y > 0 && y % spec.restartRows() == 0) {
                flush();
                bytes(0xFF, 0xD0 + (restarts++ & 7));
                first = y;
            }
            for (int x = 0; x < spec.columns(); x++) {
                for (int i = from; i < to; i++) {
                    sample(planes[i], x, y, first);
                }
            }
        }
        flush();
    }

    private void sample(int[] plane, int x, int y, int first) {
        int difference = (value(plane, x, y) - prediction(plane, x, y, first)) & 0xFFFF;
        int signed = difference == 0x8000 ? 0x8000 : (short) difference;
        int size = 32 - Integer.numberOfLeadingZeros(Math.abs(signed));
        int rank = symbol(size);
        int length = Math.min(rank + 1, 16);
        put(rank == 16 ? 0xFFFF : (1 << length) - 2, length);
        if (size > 0 && size < 16) {
            put(signed < 0 ? signed + (1 << size) - 1 : signed, size);
        }
    }

    private int prediction(int[] plane, int x, int y, int first) {
        if (y == first) {
            return x == 0 ? 1 << (spec.precision() - spec.shift() - 1) : value(plane, x - 1, y);
        }
        if (x == 0) {
            return value(plane, 0, y - 1);
        }
        int a = value(plane, x - 1, y);
        int b = value(plane, x, y - 1);
        int c = value(plane, x - 1, y - 1);
        return switch (spec.predictor()) {
            case 1 -> a;
            case 2 -> b;
            case 3 -> c;
            case 4 -> a + b - c;
            case 5 -> a + ((b - c) >> 1);
            case 6 -> b + ((a - c) >> 1);
            default -> (a + b) >> 1;
        };
    }

    private int value(int[] plane, int x, int y) {
        return plane[y * spec.columns() + x] >> spec.shift();
    }

    private void put(int value, int length) {
        window = window << length | value;
        pending += length;
        while (pending >= 8) {
            pending -= 8;
            int next = (int) (window >> pending) & 0xFF;
            bytes(next);
            if (next == 0xFF) {
                bytes(0);
            }
        }
    }

    private void flush() {
        if (pending > 0) {
            put((1 << (8 - pending)) - 1, 8 - pending);
        }
    }

    private void bytes(int... values) {
        for (int value : values) {
            out.write(value);
        }
    }
}
