package org.candela.codec;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.candela.codec.stream.CodecException;
import org.candela.image.Frame;
import org.candela.image.PixelLayout;
import org.candela.image.WideFrame;

/** Deflated Image Frame Compression (PS3.5 A.4.13, 8.2.16): an uncompressed frame as one raw stream of RFC 1951. */
final class DeflatedDecoder implements FrameDecoder {
    /** RFC 1951: 258 bytes from two codes of a bit each. */
    private static final int MAX_EXPANSION = 1032;

    @Override
    public Frame decode(byte[] bytes, PixelLayout layout) throws CodecException {
        SampleBits.requireHoldable(layout);
        return NativeDecoder.INSTANCE.decode(inflated(bytes, layout), layout);
    }

    @Override
    public WideFrame decodeWide(byte[] bytes, PixelLayout layout) throws CodecException {
        SampleBits.requireHoldableWide(layout);
        return NativeDecoder.INSTANCE.decodeWide(inflated(bytes, layout), layout);
    }

    private static byte[] inflated(byte[] bytes, PixelLayout layout) throws CodecException {
        if (layout.byteCount() > (long) bytes.length * MAX_EXPANSION) {
            throw new CodecException(bytes.length + " deflated bytes cannot hold a frame of " + layout.byteCount());
        }
        byte[] frame = new byte[(int) layout.byteCount()];
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(bytes);
            int made = 0;
            while (made < frame.length) {
                int count = inflater.inflate(frame, made, frame.length - made);
                if (count == 0) {
                    throw new CodecException(
                            "the deflated frame ends after " + made + " of " + frame.length + " bytes");
                }
                made += count;
            }
            return frame;
        } catch (DataFormatException e) {
            throw new CodecException("not a deflated frame: " + e.getMessage(), e);
        } finally {
            inflater.end();
        }
    }
}
