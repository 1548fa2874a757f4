package org.candela.codec.jpeg2000;

import org.candela.codec.stream.CodecException;

/**
 * The CAP marker segment (T.800 A.5.2, T.814 A.3).
 *
 * @param parts Pcap: bit 31 − (n − 1) stands for part n
 * @param highThroughput Ccap of part 15; 0 when the codestream does not use it
 */
record Capabilities(int parts, int highThroughput) {
    static final Capabilities NONE = new Capabilities(0, 0);
    private static final int PART_15 = 15;
    /** Ccap15: blocks may have more than one HT set. */
    private static final int MULTIPLE_SETS = 0x2000;

    static Capabilities read(ByteCursor segment) throws CodecException {
        int parts = segment.int32();
        int highThroughput = 0;
        for (int part = 1; part <= Integer.SIZE; part++) {
            if (((parts >>> (Integer.SIZE - part)) & 1) != 0 && segment.remaining() >= 2) {
                int value = segment.unsigned16();
                highThroughput = part == PART_15 ? value : highThroughput;
            }
        }
        if ((highThroughput & MULTIPLE_SETS) != 0) {
            throw new CodecException("code blocks of several high-throughput sets (T.814 MULTIHT) are not supported");
        }
        return new Capabilities(parts, highThroughput);
    }

    boolean usesHighThroughput() {
        return ((parts >>> (Integer.SIZE - PART_15)) & 1) != 0;
    }
}
