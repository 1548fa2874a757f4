package org.candela.codec.jpeg2000;

import java.util.List;

/**
 * One code block with its bytes gathered: what a {@link BlockDecoder} reads.
 *
 * <p>The bytes are a buffer of the worker's, larger than the block and overwritten by the next one. Behind the last byte
 * of each segment stand two bytes FF FF, which is how both kinds of arithmetic decoder see an endless run of ones.
 *
 * @param width columns of the block, 1 to 1024
 * @param height rows of the block, 1 to 1024; width × height ≤ 4096
 * @param orientation of the sub-band
 * @param style bits of {@link BlockStyle}
 * @param magnitudeBits Mb of E-2, with the shift of a region of interest already added (H.1)
 * @param zeroBitPlanes most significant bit planes of the Mb that are missing; {@code magnitudeBits − zeroBitPlanes} is
 *     1 to 30
 * @param bytes buffer that holds the segments
 * @param segments in coding order, at least one pass in all; for T.814 the first is the cleanup segment, the second
 *     the refinement segment
 */
@SuppressWarnings("ArrayRecordComponent") // a worker's buffer, shared by agreement
record CodedBlock(
        int width,
        int height,
        Orientation orientation,
        int style,
        int magnitudeBits,
        int zeroBitPlanes,
        byte[] bytes,
        List<Segment> segments) {

    /**
     * A codeword segment: passes that one run of a decoder reads.
     *
     * @param from index of its first byte
     * @param length bytes, may be 0
     * @param passes coding passes, at least 1
     */
    record Segment(int from, int length, int passes) {}

    /** Bit planes that are coded: 1 to 30. */
    int bitPlanes() {
        return magnitudeBits - zeroBitPlanes;
    }
}
