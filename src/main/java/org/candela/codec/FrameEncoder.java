package org.candela.codec;

import org.candela.codec.stream.CodecException;
import org.candela.image.Frame;

// [impl->req~codec.encode~1]
/** Encodes one frame without loss. Stateless; safe from any thread. */
@FunctionalInterface
public interface FrameEncoder {
    /**
     * The bytes of the frame, of even length. What decodes them finds the samples in the lowest Bits Stored of each cell
     * (High Bit is Bits Stored − 1) and colour by pixel (Planar Configuration 0).
     *
     * @throws CodecException when the encoding cannot hold such a frame
     */
    byte[] encode(Frame frame) throws CodecException;
}
