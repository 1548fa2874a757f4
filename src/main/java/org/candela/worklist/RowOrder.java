package org.candela.worklist;

import java.util.Arrays;
import java.util.Collection;
import java.util.function.Predicate;

/** Keeps rows in their order at the cost of what has changed. */
final class RowOrder {
    private RowOrder() {}

    /** The rows, most urgent first. */
    static ReadingItem[] sorted(Collection<ReadingItem> items) {
        ReadingItem[] sorted = items.toArray(new ReadingItem[0]);
        Arrays.sort(sorted, ReadingOrder.MOST_URGENT_FIRST);
        return sorted;
    }

    /** Of rows in order those that {@code kept} accepts, with {@code added}, which is in order too, put between them. */
    static ReadingItem[] patched(ReadingItem[] rows, Predicate<ReadingItem> kept, ReadingItem[] added) {
        ReadingItem[] left = new ReadingItem[rows.length];
        int size = 0;
        for (ReadingItem row : rows) {
            if (kept.test(row)) {
                left[size++] = row;
            }
        }
        return merged(left, size, added);
    }

    private static ReadingItem[] merged(ReadingItem[] rows, int size, ReadingItem[] added) {
        ReadingItem[] merged = new ReadingItem[size + added.length];
        int from = 0;
        for (int i = 0; i < added.length; i++) {
            int to = placeOf(added[i], rows, from, size);
            System.arraycopy(rows, from, merged, from + i, to - from);
            merged[to + i] = added[i];
            from = to;
        }
        System.arraycopy(rows, from, merged, from + added.length, size - from);
        return merged;
    }

    /** The first place from {@code from} on whose row comes after {@code item}: strides that double, then halves. */
    private static int placeOf(ReadingItem item, ReadingItem[] rows, int from, int size) {
        int low = from;
        int stride = 1;
        while (low + stride <= size && isBefore(rows[low + stride - 1], item)) {
            low += stride;
            stride *= 2;
        }
        int high = Math.min(size, low + stride);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (isBefore(rows[middle], item)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static boolean isBefore(ReadingItem row, ReadingItem item) {
        return ReadingOrder.MOST_URGENT_FIRST.compare(row, item) < 0;
    }
}
