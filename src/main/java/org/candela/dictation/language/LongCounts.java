package org.candela.dictation.language;

import java.util.function.LongConsumer;

/** How often a number came: open addressing, since boxed keys would take five times the room. Not for threads. */
final class LongCounts {
    private static final int FIRST = 1 << 12;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private long[] keys = new long[FIRST];
    private int[] counts = new int[FIRST];
    private int size;

    /** Adds {@code more}, above 0; the count before. */
    int add(long key, int more) {
        if (size * 2 >= keys.length) {
            grow();
        }
        int slot = slot(key);
        int before = counts[slot];
        if (before == 0) {
            keys[slot] = key;
            size++;
        }
        counts[slot] = before + more;
        return before;
    }

    int get(long key) {
        return counts[slot(key)];
    }

    int size() {
        return size;
    }

    void forEachKey(LongConsumer consumer) {
        for (int slot = 0; slot < keys.length; slot++) {
            if (counts[slot] > 0) {
                consumer.accept(keys[slot]);
            }
        }
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = (int) ((key * MIX) >>> 40) & mask;
        while (counts[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldCounts = counts;
        keys = new long[oldKeys.length * 2];
        counts = new int[oldKeys.length * 2];
        for (int old = 0; old < oldKeys.length; old++) {
            if (oldCounts[old] > 0) {
                int slot = slot(oldKeys[old]);
                keys[slot] = oldKeys[old];
                counts[slot] = oldCounts[old];
            }
        }
    }
}
