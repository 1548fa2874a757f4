package org.candela.codec.jpeg2000;

import org.candela.codec.stream.CodecException;

/**
 * Makes quantised coefficients of a code block. Keeps scratch memory: one object a worker, never two at once.
 *
 * <p>A coefficient is sign and magnitude: bit 31 is the sign, bits 30 to 0 are <em>twice</em> the magnitude, so that the
 * lowest bit is a half. A coefficient whose bit planes are decoded down to plane p (0 is the least significant) is
 * {@code 2·m + 2^p}, the middle of its interval, with m its decoded bits in place; 0 stays 0. So a fully decoded
 * magnitude m ≠ 0 is {@code 2m + 1}: the reversible path drops the half, the irreversible one uses it
 * (reconstruction with r = ½, T.800 E-6). The shift of a region of interest is undone by the caller.
 */
interface BlockDecoder {
    /**
     * Decodes all segments.
     *
     * @param coefficients {@code width × height}, row-major, without gaps; may be longer. Every value of the block is
     *     written, whatever was there
     * @throws CodecException when the segments cannot be those of such a block
     */
    void decode(CodedBlock block, int[] coefficients) throws CodecException;

    /** The decoder that {@link BlockStyle#HIGH_THROUGHPUT} asks for. */
    static BlockDecoder forStyle(int style) throws CodecException {
        if (BlockStyle.has(style, BlockStyle.MIXED)) {
            throw new CodecException("code blocks of both kinds in one component (T.814 mixed sets) are not supported");
        }
        return BlockStyle.has(style, BlockStyle.HIGH_THROUGHPUT) ? new HtBlockDecoder() : new EbcotDecoder();
    }
}
