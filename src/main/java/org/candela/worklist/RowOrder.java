package org.candela.worklist;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** Keeps rows in their order at the cost of what has changed: places are looked for, what lies between is copied whole. */
final class RowOrder {
    private RowOrder() {}

    /** The rows, most urgent first. */
    static ReadingItem[] sorted(Collection<ReadingItem> items) {
        ReadingItem[] sorted = items.toArray(new ReadingItem[0]);
        Arrays.sort(sorted, ReadingOrder.MOST_URGENT_FIRST);
        return sorted;
    }

    /** {@code rows} without {@code dropped}, which are among them, and with {@code added} between them; all in order. */
    static ReadingItem[] patched(ReadingItem[] rows, ReadingItem[] dropped, ReadingItem[] added) {
        return with(without(rows, dropped), added);
    }

    /** What is in one array and not in the other, both in order; rows that stayed are the same objects. */
    @SuppressWarnings("ReferenceEquality") // the same object is the same row at the price of nothing
    static Difference difference(ReadingItem[] before, ReadingItem[] now) {
        List<ReadingItem> dropped = new ArrayList<>();
        List<ReadingItem> added = new ArrayList<>();
        int old = 0;
        int next = 0;
        while (old < before.length && next < now.length) {
            if (before[old] == now[next]) {
                old++;
                next++;
                continue;
            }
            int order = ReadingOrder.MOST_URGENT_FIRST.compare(before[old], now[next]);
            if (order <= 0) {
                dropped.add(before[old++]);
            }
            if (order >= 0) {
                added.add(now[next++]);
            }
        }
        dropped.addAll(Arrays.asList(before).subList(old, before.length));
        added.addAll(Arrays.asList(now).subList(next, now.length));
        return new Difference(dropped, added);
    }

    /** What went and what came. */
    record Difference(List<ReadingItem> dropped, List<ReadingItem> added) {}

    private static ReadingItem[] without(ReadingItem[] rows, ReadingItem[] dropped) {
        if (dropped.length == 0) {
            return rows;
        }
        ReadingItem[] left = new ReadingItem[rows.length - dropped.length];
        int from = 0;
        for (int i = 0; i < dropped.length; i++) {
            int at = placeOf(dropped[i], rows, from);
            if (at == rows.length || !rows[at].id().equals(dropped[i].id())) {
                throw new IllegalStateException("a row that is to go is not where it belongs");
            }
            System.arraycopy(rows, from, left, from - i, at - from);
            from = at + 1;
        }
        System.arraycopy(rows, from, left, from - dropped.length, rows.length - from);
        return left;
    }

    private static ReadingItem[] with(ReadingItem[] rows, ReadingItem[] added) {
        if (added.length == 0) {
            return rows;
        }
        ReadingItem[] merged = new ReadingItem[rows.length + added.length];
        int from = 0;
        for (int i = 0; i < added.length; i++) {
            int to = placeOf(added[i], rows, from);
            System.arraycopy(rows, from, merged, from + i, to - from);
            merged[to + i] = added[i];
            from = to;
        }
        System.arraycopy(rows, from, merged, from + added.length, rows.length - from);
        return merged;
    }

    /** The first place from {@code from} on whose row does not come before {@code item}: strides that double, then halves. */
    private static int placeOf(ReadingItem item, ReadingItem[] rows, int from) {
        int low = from;
        int stride = 1;
        while (low + stride <= rows.length && isBefore(rows[low + stride - 1], item)) {
            low += stride;
            stride *= 2;
        }
        int high = Math.min(rows.length, low + stride);
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
