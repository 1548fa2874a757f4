package org.candela.conformance;

import java.util.List;

/** Makes codestreams of a picture, in one or several ways. */
@FunctionalInterface
interface Coder {
    /** Streams to be decoded; none where nobody at hand can make one. */
    List<Coded> code(TestImage image) throws Exception;

    /**
     * A codestream, or the bytes of uncompressed pixels.
     *
     * @param stream one frame
     * @param expected sample values that must come out, row-major, samples of a pixel together
     * @param tolerance how far a sample may be off: 0 where nothing is lost
     * @param option what is particular about it, for messages
     */
    record Coded(byte[] stream, double[] expected, int tolerance, String option) {}
}
