package org.candela.codec.jpeg;

import java.util.Arrays;
import org.candela.codec.stream.CodecException;

/** Blocks of progressive scans (T.81 Annex G): spectral selection and successive approximation into coefficients. */
final class ProgressiveScan implements BlockScan.BlockDecoder {
    private static final int MOST_SHIFT = 13;

    private final Scan scan;
    private final BitReader in;
    private final int[] predictions;
    private int endOfBand;

    ProgressiveScan(Scan scan, BitReader in) {
        this.scan = scan;
        this.in = in;
        this.predictions = new int[scan.parts().size()];
    }

    /** Each bit of each coefficient comes once and in order (G.1.1.1), which bounds the work of hostile streams too. */
    void requireProgress() throws CodecException {
        boolean isDc = scan.first() == 0;
        boolean isBand = isDc ? scan.last() == 0 : scan.last() >= scan.first() && scan.last() < 64;
        boolean isStep = scan.high() == 0 ? scan.low() <= MOST_SHIFT : scan.low() == scan.high() - 1;
        boolean isAlone = isDc || scan.parts().size() == 1;
        if (!isBand || !isStep || !isAlone) {
            throw new CodecException("an impossible progressive scan of coefficients " + scan.first() + " to "
                    + scan.last() + ", bits " + scan.high() + " to " + scan.low());
        }
        for (Scan.Part part : scan.parts()) {
            int[] accuracy = part.component().accuracy;
            for (int k = scan.first(); k <= scan.last(); k++) {
                if (accuracy[k] != (scan.high() == 0 ? -1 : scan.high())) {
                    throw new CodecException("a progressive scan out of turn for coefficient " + k);
                }
                accuracy[k] = scan.low();
            }
        }
    }

    @Override
    public void restart() {
        Arrays.fill(predictions, 0);
        endOfBand = 0;
    }

    @Override
    public void block(int part, int x, int y) throws CodecException {
        Component component = scan.parts().get(part).component();
        short[] coefficients = component.coefficients;
        int at = 64 * (y * component.blockStep + x);
        if (scan.first() == 0) {
            dc(part, coefficients, at);
        } else if (scan.high() == 0) {
            firstAc(scan.parts().get(part).ac(), coefficients, at);
        } else {
            refineAc(scan.parts().get(part).ac(), coefficients, at);
        }
    }

    private void dc(int part, short[] coefficients, int at) throws CodecException {
        if (scan.high() == 0) {
            predictions[part] += in.symbol(scan.parts().get(part).dc()) >> HuffmanTable.VALUE_SHIFT;
            coefficients[at] = (short) (predictions[part] << scan.low());
        } else if (in.take(1) != 0) {
            coefficients[at] |= (short) (1 << scan.low());
        }
    }

    private void firstAc(HuffmanTable table, short[] coefficients, int at) throws CodecException {
        if (endOfBand > 0) {
            endOfBand--;
            return;
        }
        for (int k = scan.first(); k <= scan.last(); k++) {
            int entry = in.symbol(table);
            int run = HuffmanTable.symbolOf(entry) >> 4;
            if ((HuffmanTable.symbolOf(entry) & 0x0F) == 0) {
                if (run < 15) {
                    endOfBand = (1 << run) - 1 + in.take(run);
                    return;
                }
                k += 15;
                continue;
            }
            k += run;
            requireInBand(k);
            coefficients[at + BlockScan.NATURAL[k]] = (short) ((entry >> HuffmanTable.VALUE_SHIFT) << scan.low());
        }
    }

    private void refineAc(HuffmanTable table, short[] coefficients, int at) throws CodecException {
        int k = scan.first();
        if (endOfBand == 0) {
            while (k <= scan.last()) {
                int entry = in.symbol(table);
                int symbol = HuffmanTable.symbolOf(entry);
                int run = symbol >> 4;
                if ((symbol & 0x0F) == 0 && run < 15) {
                    endOfBand = (1 << run) + in.take(run);
                    break;
                }
                if ((symbol & 0x0F) > 1) {
                    throw new CodecException("a refinement by more than one bit");
                }
                k = refineRun(coefficients, at, k, run);
                if ((symbol & 0x0F) != 0) {
                    requireInBand(k);
                    coefficients[at + BlockScan.NATURAL[k]] =
                            (short) ((entry >> HuffmanTable.VALUE_SHIFT) << scan.low());
                }
                k++;
            }
        }
        if (endOfBand > 0) {
            refineRun(coefficients, at, k, 64);
            endOfBand--;
        }
    }

    /** Refines what is not zero over {@code zeros} zero coefficients; the place of the zero after them (G.1.2.3). */
    private int refineRun(short[] coefficients, int at, int from, int zeros) throws CodecException {
        int left = zeros;
        int k = from;
        for (; k <= scan.last(); k++) {
            int index = at + BlockScan.NATURAL[k];
            int value = coefficients[index];
            if (value == 0) {
                if (left-- == 0) {
                    break;
                }
            } else if (in.take(1) != 0 && (Math.abs(value) >> scan.low() & 1) == 0) {
                coefficients[index] += (short) (value > 0 ? 1 << scan.low() : -(1 << scan.low()));
            }
        }
        return k;
    }

    private void requireInBand(int k) throws CodecException {
        if (k > scan.last()) {
            throw new CodecException("a progressive block of too many coefficients");
        }
    }

    /** Samples from the coefficients, once all scans are decoded. */
    static void finish(JpegFrame frame) throws CodecException {
        InverseDct inverse = new InverseDct(frame.precision());
        int[] block = new int[64];
        for (Component component : frame.components()) {
            int[] divisors = component.divisors;
            if (divisors == null) {
                throw new CodecException("a scan names a quantization table that the stream does not define");
            }
            for (int y = 0; y < component.blocksHigh; y++) {
                for (int x = 0; x < component.blocksWide; x++) {
                    int at = 64 * (y * component.blockStep + x);
                    for (int k = 0; k < 64; k++) {
                        int natural = BlockScan.NATURAL[k];
                        block[natural] = component.coefficients[at + natural] * divisors[k];
                    }
                    inverse.transform(block);
                    component.put(x, y, block);
                }
            }
        }
    }
}
