package org.candela.codec;

import org.candela.codec.stream.CodecException;
import org.candela.image.Frame;
import org.candela.image.PixelLayout;
import org.candela.image.WideFrame;

/** Decodes the bytes of one frame. Stateless; safe from any thread. */
@FunctionalInterface
public interface FrameDecoder {
    /**
     * Stored samples of the frame. The frame's layout may name another photometric interpretation than {@code layout}
     * when the codestream says so.
     *
     * @param bytes little endian; a trailing pad byte is allowed
     * @throws CodecException when the bytes are no such frame
     */
    Frame decode(byte[] bytes, PixelLayout layout) throws CodecException;

    /**
     * The frame as {@code options} ask for it. Decoders that know no reduced resolutions, or work alone, give the whole
     * frame; the layout of the frame says which size it has.
     */
    default Frame decode(byte[] bytes, PixelLayout layout, DecodeOptions options) throws CodecException {
        return decode(bytes, layout);
    }

    /**
     * Stored samples of a frame of 32 bits allocated.
     *
     * @throws CodecException when the bytes are no such frame, or the transfer syntax has no such samples
     */
    default WideFrame decodeWide(byte[] bytes, PixelLayout layout) throws CodecException {
        throw new CodecException(layout.bitsAllocated() + " bits a sample are not supported in this transfer syntax");
    }
}
