package org.candela.codec.jpeg;

import org.candela.codec.stream.CodecException;
import org.candela.codec.stream.CodedImage;

/**
 * Decodes JPEG streams (T.81): processes 1, 2, 4, 10, 12 and 14 of Huffman coding.
 *
 * <p>What is read although T.81 forbids it: no EOI, bytes after the image or between segments, fill bytes, spectral
 * selections that mean nothing in a sequential scan, an Adobe marker that is too short. What is refused: a scan that ends
 * before its last sample, a code that is in no table, a restart marker out of turn, a progressive stream that lacks bits.
 * A pixel is never invented. Stateless; safe from any thread.
 */
public final class JpegDecoder {
    private JpegDecoder() {}

    /** Reads the segments before the first scan; no pixel memory is taken. */
    public static JpegHeader describe(byte[] bytes) throws CodecException {
        return new JpegStream(bytes).header();
    }

    /**
     * The image in the colour space of the codestream, samples unsigned, subsampled components brought to full size.
     *
     * @throws CodecException when the stream is broken, cut short, too large for its bytes, or of another process
     */
    // [impl->req~codec.jpeg~1]
    public static CodedImage decode(byte[] bytes) throws CodecException {
        return new JpegStream(bytes).decode();
    }
}
