package org.candela.codec.jpeg;

import org.candela.codec.stream.CodecException;

/** Walks the blocks of a DCT scan in the order of T.81 A.2, over restart intervals. */
final class BlockScan {
    /** Natural order of the zigzag sequence (figure A.6). */
    static final int[] NATURAL = naturalOrder();

    private final Scan scan;
    private final JpegFrame frame;
    private final BitReader in;

    BlockScan(Scan scan, JpegFrame frame, BitReader in) {
        this.scan = scan;
        this.frame = frame;
        this.in = in;
    }

    /** What a process does with a block. */
    interface BlockDecoder {
        void block(int part, int x, int y) throws CodecException;

        /** Predictions and runs begin anew. */
        void restart();
    }

    void decode(BlockDecoder decoder) throws CodecException {
        boolean isSingle = scan.parts().size() == 1;
        Component only = scan.parts().get(0).component();
        int wide = isSingle ? only.blocksWide : frame.mcusWide(8);
        int high = isSingle ? only.blocksHigh : frame.mcusHigh(8);
        int left = scan.restartInterval();
        for (int y = 0; y < high; y++) {
            for (int x = 0; x < wide; x++) {
                if (scan.restartInterval() > 0 && left-- == 0) {
                    in.restart();
                    decoder.restart();
                    left = scan.restartInterval() - 1;
                }
                if (isSingle) {
                    decoder.block(0, x, y);
                } else {
                    mcu(decoder, x, y);
                }
            }
            in.requireNoOverrun();
        }
    }

    private void mcu(BlockDecoder decoder, int mcuX, int mcuY) throws CodecException {
        for (int i = 0; i < scan.parts().size(); i++) {
            Component component = scan.parts().get(i).component();
            for (int y = 0; y < component.v; y++) {
                for (int x = 0; x < component.h; x++) {
                    decoder.block(i, mcuX * component.h + x, mcuY * component.v + y);
                }
            }
        }
    }

    /** Diagonals alternately upwards and downwards. */
    private static int[] naturalOrder() {
        int[] order = new int[64];
        int k = 0;
        for (int diagonal = 0; diagonal < 15; diagonal++) {
            for (int i = Math.max(0, diagonal - 7); i <= Math.min(7, diagonal); i++) {
                int row = (diagonal & 1) == 0 ? diagonal - i : i;
                order[k++] = row * 8 + diagonal - row;
            }
        }
        return order;
    }
}
