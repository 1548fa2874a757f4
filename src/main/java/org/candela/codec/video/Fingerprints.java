package org.candela.codec.video;

import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * A mark of each picture of a stream, in the order they came when it was decoded from its start. What is decoded from
 * another place on must have the same marks. One thread at a time.
 */
final class Fingerprints {
    private static final int USUAL = 256;
    private long[] marks = new long[USUAL];
    private int count;

    /** Number of pictures seen. */
    int count() {
        return count;
    }

    /** Marks the next picture. */
    void add(byte[] planes) {
        if (count == marks.length) {
            marks = Arrays.copyOf(marks, 2 * count);
        }
        marks[count++] = mark(planes);
    }

    /** Whether {@code planes} are the picture seen as number {@code frame}. */
    boolean matches(int frame, byte[] planes) {
        return frame < count && marks[frame] == mark(planes);
    }

    /** The first of {@code range} pictures from {@code frame} on that {@code planes} may be; −1 when it is none. */
    int find(int frame, int range, byte[] planes) {
        long mark = mark(planes);
        for (int i = frame; i < Math.min(count, frame + range); i++) {
            if (marks[i] == mark) {
                return i;
            }
        }
        return -1;
    }

    private static long mark(byte[] planes) {
        CRC32 high = new CRC32();
        high.update(planes, 0, planes.length);
        CRC32C low = new CRC32C();
        low.update(planes, 0, planes.length);
        return high.getValue() << Integer.SIZE | low.getValue();
    }
}
