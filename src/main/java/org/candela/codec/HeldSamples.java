package org.candela.codec;

import org.candela.codec.stream.CodecException;
import org.candela.codec.stream.CodedImage;
import org.candela.codec.stream.StreamBounds.Extent;
import org.candela.image.PixelLayout;

/**
 * Samples of a codestream, held against the header: its size, its sign and its Bits Stored.
 *
 * <p>Lossless coders write the allocated cell or the stored bits, in two's complement where the header says signed: the
 * stored bits are cut from them. Lossy streams may reach beyond the stored range; such a sample is brought to its end, since
 * a cut would turn white into black.
 */
final class HeldSamples {
    private final String stream;
    private final PixelLayout layout;

    /** @param stream what holds the samples, for messages: {@code "JPEG-LS stream"} */
    HeldSamples(String stream, PixelLayout layout) {
        this.stream = stream;
        this.layout = layout;
    }

    static Extent extent(PixelLayout layout) {
        return new Extent(layout.rows(), layout.columns(), layout.samplesPerPixel());
    }

    void requireSame(Extent coded) throws CodecException {
        Extent stated = extent(layout);
        if (!coded.equals(stated)) {
            throw new CodecException("the " + stream + " is " + coded + ", the header says " + stated);
        }
    }

    /**
     * The stored bits of each, in place.
     *
     * @throws CodecException when the codestream, which cannot say so itself, leaves a sample's sign unknown
     */
    short[] cut(CodedImage image) throws CodecException {
        new SampleBits(layout).cut(image.samples(), image.bits(), stream);
        return image.samples();
    }

    /** The stored bits of each, in place, of a codestream that knows the sign of its samples. */
    short[] cutSigned(CodedImage image) {
        short[] samples = image.samples();
        SampleBits bits = new SampleBits(layout);
        for (int i = 0; i < samples.length; i++) {
            samples[i] = bits.of(samples[i] & 0xFFFF);
        }
        return samples;
    }

    /** Each within the stored range, in place; all bits of the stream count, in two's complement if the header says so. */
    short[] saturate(CodedImage image) {
        short[] samples = image.samples();
        int unused = Integer.SIZE - image.bits();
        for (int i = 0; i < samples.length; i++) {
            int high = samples[i] << unused;
            int value = layout.isSigned() ? high >> unused : high >>> unused;
            samples[i] = (short) Math.max(layout.minimum(), Math.min(layout.maximum(), value));
        }
        return samples;
    }
}
