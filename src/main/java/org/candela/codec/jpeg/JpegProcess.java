package org.candela.codec.jpeg;

/** Coding process of a frame (T.81 table B.1), Huffman coding, not hierarchical. */
public enum JpegProcess {
    BASELINE,
    EXTENDED,
    PROGRESSIVE,
    LOSSLESS;

    /** Whether the process gives back every sample as it was coded; a point transform may still have cut bits. */
    public boolean isLossless() {
        return this == LOSSLESS;
    }
}
