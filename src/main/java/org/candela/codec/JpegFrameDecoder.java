package org.candela.codec;

import org.candela.codec.jpeg.JpegColour;
import org.candela.codec.jpeg.JpegDecoder;
import org.candela.codec.jpeg.JpegHeader;
import org.candela.codec.stream.CodecException;
import org.candela.codec.stream.CodedImage;
import org.candela.image.Frame;
import org.candela.image.Photometric;
import org.candela.image.PixelLayout;

/**
 * JPEG of every process (T.81): the header's sign and Bits Stored applied to samples that JPEG calls unsigned.
 *
 * <p>Lossless coders write the allocated cell, in two's complement where the header says signed. A lossy stream may
 * reach beyond the stored range; such a sample is brought to its end, since a mask would turn white into black.
 */
final class JpegFrameDecoder implements FrameDecoder {
    private final boolean needsLossless;

    private JpegFrameDecoder(boolean needsLossless) {
        this.needsLossless = needsLossless;
    }

    /** For the transfer syntaxes whose images may have lost something. */
    static JpegFrameDecoder ofAnyProcess() {
        return new JpegFrameDecoder(false);
    }

    /** For .57 and .70: a lossy stream would be shown without the mark of loss, and is refused. */
    static JpegFrameDecoder ofLossless() {
        return new JpegFrameDecoder(true);
    }

    // [impl->req~codec.jpeg-header~1]
    @Override
    public Frame decode(byte[] bytes, PixelLayout layout) throws CodecException {
        SampleBits.requireHoldable(layout);
        HeldSamples held = new HeldSamples("JPEG", layout);
        JpegHeader header = JpegDecoder.describe(bytes);
        held.requireSame(header.extent());
        if (needsLossless && !header.process().isLossless()) {
            throw new CodecException("a lossy JPEG in a lossless transfer syntax");
        }
        CodedImage image = JpegDecoder.decode(bytes);
        PixelLayout coloured = layout.withPhotometric(photometric(header.colour(), layout));
        if (header.process().isLossless()) {
            return new Frame(coloured, held.cut(image));
        }
        requireSameBits(image, layout);
        return new Frame(coloured, held.saturate(image));
    }

    private static void requireSameBits(CodedImage image, PixelLayout layout) throws CodecException {
        if (layout.isSigned() && image.bits() != layout.bitsStored()) {
            throw new CodecException("signed samples of " + layout.bitsStored() + " bits in a lossy JPEG of "
                    + image.bits() + " bits: their sign is unknown");
        }
    }

    /** The stream decides where it speaks, since headers disagree with it in the wild; otherwise the header. */
    static Photometric photometric(JpegColour colour, PixelLayout layout) {
        if (layout.samplesPerPixel() == 1) {
            return layout.photometric();
        }
        return switch (colour) {
            case YBR -> Photometric.YBR_FULL;
            case RGB -> Photometric.RGB;
            case UNSTATED -> layout.photometric() == Photometric.RGB ? Photometric.RGB : Photometric.YBR_FULL;
        };
    }
}
