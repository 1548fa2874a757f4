package org.candela.codec;

import org.candela.codec.jpeg2000.Jpeg2000Decoder;
import org.candela.codec.stream.CodecException;
import org.candela.codec.stream.CodedImage;
import org.candela.image.Frame;
import org.candela.image.Photometric;
import org.candela.image.PixelLayout;

/**
 * JPEG 2000 (T.800): the header's size, sign and Bits Stored held against the codestream.
 *
 * <p>Where codestream and header disagree about the sign, the bits of a sample are read as two's complement, as the
 * header says. Samples that went through RCT or ICT are RGB whatever the header calls them (PS3.5 8.2.4).
 */
final class Jpeg2000FrameDecoder implements FrameDecoder {
    private static final int MAX_BITS_ALLOCATED = 16;

    @Override
    public Frame decode(byte[] bytes, PixelLayout layout) throws CodecException {
        return decode(bytes, layout, DecodeOptions.FULL);
    }

    // [impl->req~codec.jpeg2000-header~1]
    @Override
    public Frame decode(byte[] bytes, PixelLayout layout, DecodeOptions options) throws CodecException {
        Jpeg2000Decoder.Description described = Jpeg2000Decoder.describe(bytes);
        requireSame(described, layout);
        CodedImage image =
                Jpeg2000Decoder.decode(bytes, new Jpeg2000Decoder.Options(options.reduction(), options.workers()));
        short[] samples = image.samples();
        if (!described.isReversible() && described.bits() > layout.bitsStored()) {
            saturate(samples, layout);
        } else {
            SampleBits bits = new SampleBits(layout);
            for (int i = 0; i < samples.length; i++) {
                samples[i] = bits.of(samples[i] & 0xFFFF);
            }
        }
        return new Frame(layoutOf(image, layout, photometric(described, layout)), samples);
    }

    private static void requireSame(Jpeg2000Decoder.Description described, PixelLayout layout) throws CodecException {
        if (layout.bitsAllocated() > MAX_BITS_ALLOCATED) {
            throw new CodecException(layout.bitsAllocated() + " bits a sample are not supported");
        }
        boolean isSame = described.rows() == layout.rows()
                && described.columns() == layout.columns()
                && described.components() == layout.samplesPerPixel();
        if (!isSame) {
            throw new CodecException("the JPEG 2000 stream is " + described.rows() + " × " + described.columns() + " × "
                    + described.components() + ", the header says " + layout.rows() + " × " + layout.columns() + " × "
                    + layout.samplesPerPixel());
        }
    }

    /** Quantization may carry a sample beyond the stored range; the mask would turn white into black. */
    private static void saturate(short[] samples, PixelLayout layout) {
        for (int i = 0; i < samples.length; i++) {
            int value = layout.isSigned() ? samples[i] : samples[i] & 0xFFFF;
            samples[i] = (short) Math.max(layout.minimum(), Math.min(layout.maximum(), value));
        }
    }

    private static Photometric photometric(Jpeg2000Decoder.Description described, PixelLayout layout) {
        boolean isCoded = layout.photometric() == Photometric.YBR_RCT || layout.photometric() == Photometric.YBR_ICT;
        if (described.isTransformed() || isCoded) {
            return Photometric.RGB;
        }
        return layout.photometric() == Photometric.YBR_FULL_422 ? Photometric.YBR_FULL : layout.photometric();
    }

    private static PixelLayout layoutOf(CodedImage image, PixelLayout layout, Photometric photometric) {
        return new PixelLayout(
                image.rows(),
                image.columns(),
                photometric,
                layout.bitsAllocated(),
                layout.bitsStored(),
                layout.highBit(),
                layout.isSigned(),
                false);
    }
}
