package org.candela.codec.jpeg;

import java.util.Arrays;
import org.candela.codec.stream.CodecException;

/** Decodes a scan of process 14 (T.81 Annex H): line by line, first the differences, then the prediction. */
final class LosslessScan {
    private final Scan scan;
    private final JpegFrame frame;
    private final BitReader in;

    LosslessScan(Scan scan, JpegFrame frame, BitReader in) {
        this.scan = scan;
        this.frame = frame;
        this.in = in;
    }

    /** What decodes the samples of one row of MCUs. */
    interface RowDecoder {
        /** Reads the differences. */
        void read() throws CodecException;

        /** Turns them into samples; the first row of a scan or restart interval is predicted from the left. */
        void predict(int row, boolean isFirst);
    }

    void decode() throws CodecException {
        if (scan.first() < 1 || scan.first() > 7 || scan.low() >= frame.precision()) {
            throw new CodecException(
                    "a lossless scan with predictor " + scan.first() + " and point transform " + scan.low());
        }
        boolean isSingle = scan.parts().size() == 1;
        Component only = scan.parts().get(0).component();
        int wide = isSingle ? only.width : frame.mcusWide(1);
        int high = isSingle ? only.height : frame.mcusHigh(1);
        if (scan.restartInterval() % wide != 0) {
            throw new CodecException("a restart interval that is no whole number of lines (T.81 H.1.1)");
        }
        int rowsPerInterval = scan.restartInterval() / wide;
        RowDecoder decoder = decoder(wide);
        for (int row = 0; row < high; row++) {
            boolean restarts = rowsPerInterval > 0 && row > 0 && row % rowsPerInterval == 0;
            if (restarts) {
                in.restart();
            }
            decoder.read();
            in.requireNoOverrun();
            decoder.predict(row, row == 0 || restarts);
        }
    }

    private RowDecoder decoder(int wide) throws CodecException {
        Component[] components = scan.components();
        boolean hasOneEach = Arrays.stream(components).allMatch(component -> component.h == 1 && component.v == 1);
        return components.length == 1 || hasOneEach
                ? new PlainLines(scan, frame.precision(), in, wide)
                : new SampledLines(scan, frame.precision(), in, wide);
    }
}
