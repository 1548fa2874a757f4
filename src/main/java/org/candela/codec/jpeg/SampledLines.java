package org.candela.codec.jpeg;

import org.candela.codec.stream.CodecException;

/** Lines of a lossless scan of several components that differ in size: MCUs of several samples of a component (T.81 A.2.3). */
final class SampledLines implements LosslessScan.RowDecoder {
    private final Scan scan;
    private final BitReader in;
    private final int wide;
    private final Prediction prediction;
    private final SampleStore store;
    /** Lines of one MCU row by component, after the last line of the row before, which is line 0. */
    private final char[][][] lines;
    /** Differences of the same lines, as {@link Prediction} takes them. */
    private final byte[][][] differences;

    SampledLines(Scan scan, int precision, BitReader in, int wide) {
        this.scan = scan;
        this.in = in;
        this.wide = wide;
        this.prediction = new Prediction(scan, precision, 1);
        this.store = new SampleStore(scan, precision, 1);
        Component[] components = scan.components();
        this.lines = new char[components.length][][];
        this.differences = new byte[components.length][][];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = new char[components[i].v + 1][wide * components[i].h];
            differences[i] = new byte[components[i].v + 1][2 * wide * components[i].h];
        }
    }

    @Override
    public void read() throws CodecException {
        for (int mcu = 0; mcu < wide; mcu++) {
            for (int i = 0; i < lines.length; i++) {
                Scan.Part part = scan.parts().get(i);
                int h = part.component().h;
                HuffmanTable table = part.dc();
                for (int y = 1; y < lines[i].length; y++) {
                    for (int x = 0; x < h; x++) {
                        Prediction.set(differences[i][y], mcu * h + x, in.difference(table));
                    }
                }
            }
        }
    }

    @Override
    public void predict(int row, boolean isFirst) {
        for (int i = 0; i < lines.length; i++) {
            int v = lines[i].length - 1;
            for (int y = 1; y <= v; y++) {
                if (isFirst && y == 1) {
                    prediction.firstLine(differences[i][1], lines[i][1], 0);
                } else {
                    prediction.line(differences[i][y], lines[i][y - 1], lines[i][y], 0);
                }
                store.put(scan.parts().get(i).component(), row * v + y - 1, lines[i][y], 0);
            }
            char[] above = lines[i][0];
            lines[i][0] = lines[i][v];
            lines[i][v] = above;
        }
    }
}
