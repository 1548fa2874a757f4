package org.candela.codec;

import org.candela.codec.jpegls.JpegLsDecoder;
import org.candela.codec.stream.CodecException;
import org.candela.codec.stream.CodedImage;
import org.candela.image.Frame;
import org.candela.image.PixelLayout;

/**
 * JPEG-LS (T.87): the header's sign and Bits Stored applied to samples that the codestream calls unsigned.
 *
 * <p>Coders write either the allocated cell or the stored bits, so that the precision may be above Bits Stored. A
 * near-lossless stream may then reach beyond the stored range by its tolerance; such a sample is brought to the end of
 * the range, since the mask would turn white into black. Colour by plane does not matter: the codestream says itself how
 * it interleaves.
 */
final class JpegLsFrameDecoder implements FrameDecoder {
    // [impl->req~codec.jpeg-ls-header~1]
    @Override
    public Frame decode(byte[] bytes, PixelLayout layout) throws CodecException {
        SampleBits.requireHoldable(layout);
        HeldSamples held = new HeldSamples("JPEG-LS stream", layout);
        JpegLsDecoder.Description described = JpegLsDecoder.describe(bytes);
        held.requireSame(described.extent());
        CodedImage image = JpegLsDecoder.decode(bytes);
        PixelLayout byPixel = layout.withPhotometric(layout.photometric());
        if (described.near() > 0 && described.bits() > layout.bitsStored()) {
            return new Frame(byPixel, held.saturate(image));
        }
        return new Frame(byPixel, held.cut(image));
    }
}
