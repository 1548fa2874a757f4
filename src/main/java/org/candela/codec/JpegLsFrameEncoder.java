package org.candela.codec;

import java.util.Arrays;
import org.candela.codec.jpegls.JpegLsEncoder;
import org.candela.codec.stream.CodecException;
import org.candela.codec.stream.CodedImage;
import org.candela.image.Frame;
import org.candela.image.PixelLayout;

/**
 * JPEG-LS Lossless (PS3.5 A.4.3).
 *
 * <p>Unsigned samples of 9 to 16 bits are coded with Bits Stored as precision. Signed ones are coded as whole cells,
 * extended, because readers in the field do not extend the sign of what they decode, and so are narrow ones (ADR 0173).
 */
final class JpegLsFrameEncoder implements FrameEncoder {
    @Override
    public byte[] encode(Frame frame) throws CodecException {
        PixelLayout layout = frame.layout();
        if (layout.bitsAllocated() != 8 && layout.bitsAllocated() != 16) {
            throw new CodecException("JPEG-LS cannot hold cells of " + layout.bitsAllocated() + " bits");
        }
        boolean fillsBytes = !layout.isSigned() && layout.bitsStored() > 8;
        int precision = fillsBytes ? layout.bitsStored() : layout.bitsAllocated();
        byte[] stream = JpegLsEncoder.encode(new CodedImage(
                layout.rows(), layout.columns(), layout.samplesPerPixel(), precision, false, frame.samples()));
        return stream.length % 2 == 0 ? stream : Arrays.copyOf(stream, stream.length + 1);
    }
}
