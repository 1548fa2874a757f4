package org.candela.codec;

import org.candela.codec.jpegls.JpegLsDecoder;
import org.candela.codec.stream.CodecException;
import org.candela.codec.stream.CodedImage;
import org.candela.codec.stream.StreamBounds.Extent;
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
        JpegLsDecoder.Description described = JpegLsDecoder.describe(bytes);
        requireSame(described.extent(), layout);
        CodedImage image = JpegLsDecoder.decode(bytes);
        short[] samples = image.samples();
        if (described.near() > 0 && described.bits() > layout.bitsStored()) {
            saturate(samples, image.bits(), layout);
        } else {
            new SampleBits(layout).cut(samples, image.bits(), "JPEG-LS stream");
        }
        return new Frame(layout.withPhotometric(layout.photometric()), samples);
    }

    private static void requireSame(Extent coded, PixelLayout layout) throws CodecException {
        Extent stated = new Extent(layout.rows(), layout.columns(), layout.samplesPerPixel());
        if (!coded.equals(stated)) {
            throw new CodecException("the JPEG-LS stream is " + coded + ", the header says " + stated);
        }
    }

    private static void saturate(short[] samples, int precision, PixelLayout layout) {
        int unused = Integer.SIZE - precision;
        for (int i = 0; i < samples.length; i++) {
            int cell = samples[i] & 0xFFFF;
            int value = layout.isSigned() ? cell << unused >> unused : cell;
            samples[i] = (short) Math.max(layout.minimum(), Math.min(layout.maximum(), value));
        }
    }
}
