package org.candela.codec.jpeg;

import java.util.Arrays;
import org.candela.codec.stream.CodecException;

/** Lines of a lossless scan of one component, or of several that have one sample each in an MCU. */
final class PlainLines implements LosslessScan.RowDecoder {
    private final BitReader in;
    /** Huffman table by component. */
    private final HuffmanTable[] tables;
    /** What gives several differences at once, where the components share their table. */
    private final DifferenceTable shared;

    private final boolean isShared;
    private final Prediction prediction;
    private final SampleStore store;
    private final Component[] components;
    private final byte[] differences;
    private char[] above;
    private char[] line;

    PlainLines(Scan scan, int precision, BitReader in, int wide) throws CodecException {
        this.in = in;
        this.components = scan.components();
        this.tables = new HuffmanTable[components.length];
        for (int i = 0; i < tables.length; i++) {
            tables[i] = scan.parts().get(i).dc();
        }
        this.isShared = Arrays.stream(tables).allMatch(table -> table == tables[0]);
        this.shared = DifferenceTable.of(tables[0]);
        this.prediction = new Prediction(scan, precision, components.length);
        this.store = new SampleStore(scan, precision, components.length);
        this.differences = new byte[2 * wide * components.length + BitReader.SLACK];
        this.above = new char[wide * components.length];
        this.line = new char[wide * components.length];
    }

    @Override
    public void read() throws CodecException {
        if (isShared) {
            in.differences(shared, differences, line.length);
            return;
        }
        for (int x = 0; x < line.length; x += tables.length) {
            for (int i = 0; i < tables.length; i++) {
                Prediction.set(differences, x + i, in.difference(tables[i]));
            }
        }
    }

    @Override
    public void predict(int row, boolean isFirst) {
        for (int i = 0; i < components.length; i++) {
            if (isFirst) {
                prediction.firstLine(differences, line, i);
            } else {
                prediction.line(differences, above, line, i);
            }
        }
        if (SampleStore.holdsAll(components)) {
            store.putAll(components[0], row, line);
        } else {
            for (int i = 0; i < components.length; i++) {
                store.put(components[i], row, line, i);
            }
        }
        char[] former = above;
        above = line;
        line = former;
    }
}
