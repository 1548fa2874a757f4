package org.candela.codec.jpeg2000;

import org.candela.codec.stream.CodecException;

/** A tag tree (T.800 B.10.2): the numbers of a grid, each node the least of the four below it. */
final class TagTree {
    private final int levels;
    private final int[] widths;
    private final int[] starts;
    private final int[] low;
    private final boolean[] isKnown;

    TagTree(int width, int height) {
        int w = width;
        int h = height;
        int count = 1;
        int nodes = w * h;
        while (w > 1 || h > 1) {
            w = (w + 1) / 2;
            h = (h + 1) / 2;
            nodes += w * h;
            count++;
        }
        levels = count;
        widths = new int[count];
        starts = new int[count];
        low = new int[nodes];
        isKnown = new boolean[nodes];
        w = width;
        h = height;
        for (int level = 0, start = 0; level < count; level++) {
            widths[level] = w;
            starts[level] = start;
            start += w * h;
            w = (w + 1) / 2;
            h = (h + 1) / 2;
        }
    }

    /** Reads on until the number of the leaf is known or known to be at least {@code threshold}. */
    boolean isBelow(int x, int y, int threshold, PacketBits bits) {
        int least = 0;
        int node = 0;
        for (int level = levels - 1; level >= 0; level--) {
            node = starts[level] + (y >> level) * widths[level] + (x >> level);
            low[node] = Math.max(low[node], least);
            while (low[node] < threshold && !isKnown[node]) {
                if (bits.next() != 0) {
                    isKnown[node] = true;
                } else {
                    low[node]++;
                }
            }
            least = low[node];
        }
        return isKnown[node] && low[node] < threshold;
    }

    /** The number of the leaf. */
    int value(int x, int y, int limit, PacketBits bits) throws CodecException {
        for (int threshold = 1; threshold <= limit + 1 && !bits.isExhausted(); threshold++) {
            if (isBelow(x, y, threshold, bits)) {
                return threshold - 1;
            }
        }
        if (bits.isExhausted()) {
            return limit;
        }
        throw new CodecException("a tag tree value above " + limit);
    }
}
