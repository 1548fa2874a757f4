package org.candela.codec.jpeg;

import org.candela.codec.stream.CodecException;

/** Decodes a scan of process 14 (T.81 Annex H): line by line, first the differences, then the prediction. */
final class LosslessScan {
    private final Scan scan;
    private final JpegFrame frame;
    private final BitReader in;
    /** Lines of one MCU row by component, after the last line of the row before, which is line 0. */
    private final int[][][] lines;

    LosslessScan(Scan scan, JpegFrame frame, BitReader in) {
        this.scan = scan;
        this.frame = frame;
        this.in = in;
        this.lines = new int[scan.parts().size()][][];
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
        allocate(wide, isSingle);
        for (int row = 0; row < high; row++) {
            boolean restarts = rowsPerInterval > 0 && row > 0 && row % rowsPerInterval == 0;
            if (restarts) {
                in.restart();
            }
            readRow(wide, isSingle);
            in.requireNoOverrun();
            predictRow(row, row == 0 || restarts);
        }
    }

    private void allocate(int wide, boolean isSingle) {
        for (int i = 0; i < lines.length; i++) {
            Component component = scan.parts().get(i).component();
            int v = isSingle ? 1 : component.v;
            lines[i] = new int[v + 1][isSingle ? wide : wide * component.h];
        }
    }

    private void readRow(int wide, boolean isSingle) throws CodecException {
        if (isSingle) {
            in.differences(scan.parts().get(0).dc(), lines[0][1], wide);
            return;
        }
        for (int mcu = 0; mcu < wide; mcu++) {
            for (int i = 0; i < lines.length; i++) {
                Scan.Part part = scan.parts().get(i);
                int h = part.component().h;
                HuffmanTable table = part.dc();
                for (int y = 1; y < lines[i].length; y++) {
                    for (int x = 0; x < h; x++) {
                        lines[i][y][mcu * h + x] = in.symbol(table) >> HuffmanTable.VALUE_SHIFT;
                    }
                }
            }
        }
    }

    private void predictRow(int row, boolean isFirst) {
        for (int i = 0; i < lines.length; i++) {
            int v = lines[i].length - 1;
            for (int y = 1; y <= v; y++) {
                if (isFirst && y == 1) {
                    Prediction.firstLine(lines[i][1], 1 << (frame.precision() - scan.low() - 1));
                } else {
                    Prediction.line(scan.first(), lines[i][y - 1], lines[i][y]);
                }
                store(scan.parts().get(i).component(), row * v + y - 1, lines[i][y]);
            }
            int[] above = lines[i][0];
            lines[i][0] = lines[i][v];
            lines[i][v] = above;
        }
    }

    private void store(Component component, int y, int[] line) {
        if (y >= component.height) {
            return;
        }
        short[] samples = component.samples;
        int to = component.offset + y * component.lineStep;
        int step = component.step;
        int mask = (1 << frame.precision()) - 1;
        int shift = scan.low();
        int width = component.width;
        for (int x = 0; x < width; x++, to += step) {
            samples[to] = (short) (line[x] << shift & mask);
        }
    }
}
