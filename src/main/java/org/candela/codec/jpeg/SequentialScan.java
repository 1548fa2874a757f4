package org.candela.codec.jpeg;

import java.util.Arrays;
import org.candela.codec.stream.CodecException;

/** Blocks of baseline and extended sequential scans (T.81 F.2). */
final class SequentialScan implements BlockScan.BlockDecoder {
    private final Scan scan;
    private final BitReader in;
    private final InverseDct inverse;
    private final int[] predictions;
    private final int[] block = new int[64];

    SequentialScan(Scan scan, JpegFrame frame, BitReader in) {
        this.scan = scan;
        this.in = in;
        this.inverse = new InverseDct(frame.precision());
        this.predictions = new int[scan.parts().size()];
    }

    @Override
    public void block(int part, int x, int y) throws CodecException {
        Scan.Part coded = scan.parts().get(part);
        Component component = coded.component();
        int[] divisors = component.divisors;
        if (divisors == null) {
            throw new CodecException("a scan names a quantization table that the stream does not define");
        }
        Arrays.fill(block, 0);
        predictions[part] += in.symbol(coded.dc()) >> HuffmanTable.VALUE_SHIFT;
        block[0] = (short) predictions[part] * divisors[0];
        HuffmanTable table = coded.ac();
        for (int k = 1; k < 64; k++) {
            int entry = in.symbol(table);
            int symbol = HuffmanTable.symbolOf(entry);
            if ((symbol & 0x0F) == 0) {
                if (symbol != 0xF0) {
                    break; // end of block; ZRL is sixteen zeros
                }
                k += 15;
                continue;
            }
            k += symbol >> 4;
            if (k > 63) {
                throw new CodecException("a block of more than 64 coefficients");
            }
            block[BlockScan.NATURAL[k]] = (entry >> HuffmanTable.VALUE_SHIFT) * divisors[k];
        }
        if (x < component.blocksWide && y < component.blocksHigh) {
            inverse.transform(block);
            component.put(x, y, block);
        }
    }

    @Override
    public void restart() {
        Arrays.fill(predictions, 0);
    }
}
