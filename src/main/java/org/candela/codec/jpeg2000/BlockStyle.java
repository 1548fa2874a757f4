package org.candela.codec.jpeg2000;

/** Bits of the code-block style of COD and COC (T.800 Table A.19, T.814 A.4 for {@link #HIGH_THROUGHPUT}). */
final class BlockStyle {
    /** Selective arithmetic coding bypass. */
    static final int BYPASS = 0x01;
    /** Context probabilities are reset at each pass. */
    static final int RESET = 0x02;
    /** Each pass ends its codeword segment. */
    static final int TERMINATE_ALL = 0x04;
    /** Contexts see nothing of the next stripe. */
    static final int CAUSAL = 0x08;
    /** Encoder ends segments so that errors show; means nothing to decoding. */
    static final int PREDICTABLE = 0x10;
    /** Four symbols 1010 end each cleanup pass. */
    static final int SEGMENTATION = 0x20;
    /** Blocks are coded by T.814. */
    static final int HIGH_THROUGHPUT = 0x40;

    /** With {@link #HIGH_THROUGHPUT}: each block says by which of the two it is coded. */
    static final int MIXED = 0x80;

    private BlockStyle() {}

    static boolean has(int style, int bit) {
        return (style & bit) != 0;
    }
}
