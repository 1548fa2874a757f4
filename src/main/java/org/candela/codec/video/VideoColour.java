package org.candela.codec.video;

/**
 * What Y, Cb and Cr of a video mean.
 *
 * @param red share of red in the luminance, K<sub>R</sub> of ITU-R BT.601 and its successors
 * @param blue share of blue in the luminance, K<sub>B</sub>
 * @param range which numbers stand for black and white
 */
public record VideoColour(double red, double blue, Range range) {
    /** The equations of PS3.3 C.7.6.3.1.2 for YBR_PARTIAL_420, which hold where a stream says nothing. */
    public static final VideoColour PARTIAL_420 = new VideoColour(0.299, 0.114, Range.LIMITED);

    private static final int FRACTION = 16;
    private static final int LIMITED_BLACK = 16;
    private static final int LIMITED_LUMA = 219;
    private static final int LIMITED_CHROMA = 224;

    /** Which numbers stand for black and white. */
    public enum Range {
        /** Of 8 bits: luma 16 to 235, chroma 16 to 240. */
        LIMITED,
        /** All there are. */
        FULL
    }

    /**
     * RGB of full range and the same precision, a pixel's samples together as in {@code ybr}, whose values need
     * {@code bits} bits. Rounded to the nearest, values outside the range of RGB brought to its ends.
     */
    public short[] toRgb(short[] ybr, int bits) {
        Tables tables = new Tables(this, bits);
        short[] rgb = new short[ybr.length];
        int mask = (1 << bits) - 1;
        for (int i = 0; i < ybr.length; i += 3) {
            int luma = tables.luma[ybr[i] & mask];
            int cb = ybr[i + 1] & mask;
            int cr = ybr[i + 2] & mask;
            rgb[i] = tables.clamped(luma + tables.redOfCr[cr]);
            rgb[i + 1] = tables.clamped(luma + tables.greenOfCb[cb] + tables.greenOfCr[cr]);
            rgb[i + 2] = tables.clamped(luma + tables.blueOfCb[cb]);
        }
        return rgb;
    }

    /** Each term of R = Y + 2(1−Kr)Cr, B = Y + 2(1−Kb)Cb, G = (Y − Kr·R − Kb·B) / Kg, in 16 fractional bits. */
    private static final class Tables {
        final int[] luma;
        final int[] redOfCr;
        final int[] greenOfCr;
        final int[] greenOfCb;
        final int[] blueOfCb;
        private final int white;

        Tables(VideoColour colour, int bits) {
            white = (1 << bits) - 1;
            int unit = 1 << (bits - 8);
            boolean isLimited = colour.range == Range.LIMITED;
            double lumaGain = isLimited ? (double) white / (LIMITED_LUMA * unit) : 1;
            double chromaGain = isLimited ? (double) white / (LIMITED_CHROMA * unit) : 1;
            double green = 1 - colour.red - colour.blue;
            double ofCr = 2 * (1 - colour.red);
            double ofCb = 2 * (1 - colour.blue);
            int zero = 1 << (bits - 1);
            luma = line(bits, isLimited ? LIMITED_BLACK * unit : 0, lumaGain);
            redOfCr = line(bits, zero, chromaGain * ofCr);
            greenOfCr = line(bits, zero, -chromaGain * ofCr * colour.red / green);
            greenOfCb = line(bits, zero, -chromaGain * ofCb * colour.blue / green);
            blueOfCb = line(bits, zero, chromaGain * ofCb);
        }

        private static int[] line(int bits, int zero, double gain) {
            int[] line = new int[1 << bits];
            for (int i = 0; i < line.length; i++) {
                line[i] = (int) Math.round((i - zero) * gain * (1 << FRACTION));
            }
            return line;
        }

        short clamped(int value) {
            int rounded = (value + (1 << (FRACTION - 1))) >> FRACTION;
            return (short) Math.max(0, Math.min(white, rounded));
        }
    }
}
