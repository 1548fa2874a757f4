package org.candela.codec;

import org.candela.codec.stream.CodecException;
import org.candela.image.Frame;

/** RLE Lossless (PS3.5 Annex G). */
final class RleEncoder implements FrameEncoder {
    @Override
    public byte[] encode(Frame frame) throws CodecException {
        return RleSegments.pack(NativeEncoder.cells(frame), frame.layout());
    }
}
