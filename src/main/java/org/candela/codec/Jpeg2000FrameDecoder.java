package org.candela.codec;

import org.candela.codec.jpeg2000.Jpeg2000Decoder;
import org.candela.codec.stream.CodecException;
import org.candela.codec.stream.CodedImage;
import org.candela.codec.stream.StreamBounds.Extent;
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
        if (layout.bitsAllocated() > MAX_BITS_ALLOCATED) {
            throw new CodecException(layout.bitsAllocated() + " bits a sample are not supported");
        }
        HeldSamples held = new HeldSamples("JPEG 2000 stream", layout);
        Jpeg2000Decoder.Description described = Jpeg2000Decoder.describe(bytes);
        held.requireSame(new Extent(described.rows(), described.columns(), described.components()));
        CodedImage image =
                Jpeg2000Decoder.decode(bytes, new Jpeg2000Decoder.Options(options.reduction(), options.workers()));
        boolean mayExceed = !described.isReversible() && described.bits() > layout.bitsStored();
        short[] samples = mayExceed ? held.saturate(image) : held.cutSigned(image);
        return new Frame(layoutOf(image, layout, photometric(described, layout)), samples);
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
