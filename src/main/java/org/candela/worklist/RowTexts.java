package org.candela.worklist;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.candela.worklist.ReadingState.Remaining;

/**
 * What is looked through at each keystroke, of all rows of a list side by side: the rows themselves lie all over the memory,
 * and half a million of them cannot be visited within a frame of the screen. About 100 bytes a row. Immutable.
 */
// [impl->req~worklist.scale~1]
public final class RowTexts {
    /** Rows between two looks whether the answer is still wanted. */
    private static final int STEP = 8192;

    private static final List<ReadingState> STATES = List.of(ReadingState.values());
    /** Bytes of a row's text as guessed before it is known. */
    private static final int USUAL = 96;

    private final List<ReadingItem> items;
    private final byte[] texts;
    /** Where the text of each row begins; one more for the end of the last. */
    private final int[] starts;

    private final long[] signs;
    private final byte[] states;

    private RowTexts(Making made) {
        this.items = made.items;
        this.texts = made.texts;
        this.starts = made.starts;
        this.signs = made.signs;
        this.states = made.states;
    }

    /** Of a list that is not changed any more. Takes about a microsecond a row. */
    public static RowTexts of(List<ReadingItem> items) {
        return new RowTexts(new Making(items).rest(0));
    }

    /**
     * Of the list that came after this one's: what both have is copied.
     *
     * @param now in the same order; rows that stayed are the same objects
     */
    @SuppressWarnings("ReferenceEquality") // the same object is the same row at the price of nothing
    public RowTexts following(List<ReadingItem> now) {
        Making made = new Making(now);
        int old = 0;
        int next = 0;
        while (old < items.size() && next < now.size()) {
            if (items.get(old) == now.get(next)) {
                int until = lastShared(now, old, next);
                made.copy(this, old, until);
                next += until - old;
                old = until;
                continue;
            }
            int order = ReadingOrder.MOST_URGENT_FIRST.compare(items.get(old), now.get(next));
            if (order <= 0) {
                old++;
            }
            if (order >= 0) {
                made.add(now.get(next++));
            }
        }
        return new RowTexts(made.rest(next));
    }

    @SuppressWarnings("ReferenceEquality")
    private int lastShared(List<ReadingItem> now, int old, int next) {
        int until = old;
        while (until < items.size()
                && until - old + next < now.size()
                && items.get(until) == now.get(until - old + next)) {
            until++;
        }
        return until;
    }

    /** Whether it is of this very list. */
    @SuppressWarnings("ReferenceEquality")
    public boolean isOf(List<ReadingItem> list) {
        return items == list;
    }

    /** Places of the rows that match, in order, among all; empty when {@code isStale} says that nobody wants them any more. */
    public Optional<int[]> find(RowSearch search, BooleanSupplier isStale) {
        int[] found = new int[items.size()];
        int count = 0;
        for (int place = 0; place < found.length; place++) {
            if (place % STEP == 0 && isStale.getAsBoolean()) {
                return Optional.empty();
            }
            if (matches(search, place)) {
                found[count++] = place;
            }
        }
        return Optional.of(Arrays.copyOf(found, count));
    }

    /** The same among the rows at {@code among}. */
    public Optional<int[]> find(RowSearch search, int[] among, BooleanSupplier isStale) {
        int[] found = new int[among.length];
        int count = 0;
        for (int i = 0; i < among.length; i++) {
            if (i % STEP == 0 && isStale.getAsBoolean()) {
                return Optional.empty();
            }
            if (matches(search, among[i])) {
                found[count++] = among[i];
            }
        }
        return Optional.of(Arrays.copyOf(found, count));
    }

    private boolean matches(RowSearch search, int place) {
        return search.matches(texts, starts[place], starts[place + 1], signs[place]);
    }

    /** How many of the rows at {@code places} are there by what remains to be done; what does not occur is left out. */
    public Map<Remaining, Integer> counts(IntStream places) {
        int[] byState = new int[STATES.size()];
        places.forEach(place -> byState[states[place]]++);
        Map<Remaining, Integer> counts = new EnumMap<>(Remaining.class);
        for (int i = 0; i < byState.length; i++) {
            if (byState[i] > 0) {
                counts.merge(STATES.get(i).remaining(), byState[i], Integer::sum);
            }
        }
        return counts;
    }

    /** The columns while they are written. */
    private static final class Making {
        private final List<ReadingItem> items;
        private final int[] starts;
        private final long[] signs;
        private final byte[] states;
        private byte[] texts;
        private int count;

        Making(List<ReadingItem> items) {
            this.items = items;
            this.starts = new int[items.size() + 1];
            this.signs = new long[items.size()];
            this.states = new byte[items.size()];
            this.texts = new byte[Math.multiplyExact(items.size(), USUAL)];
        }

        void add(ReadingItem item) {
            byte[] text = RowSearch.text(item);
            int start = starts[count];
            makeRoom(text.length);
            System.arraycopy(text, 0, texts, start, text.length);
            signs[count] = RowSearch.signs(text, 0, text.length);
            states[count] = (byte) STATES.indexOf(item.state());
            starts[++count] = start + text.length;
        }

        /** Rows {@code from} to before {@code to} of another list, which come next in this one. */
        void copy(RowTexts other, int from, int to) {
            int start = other.starts[from];
            int length = other.starts[to] - start;
            makeRoom(length);
            System.arraycopy(other.texts, start, texts, starts[count], length);
            System.arraycopy(other.signs, from, signs, count, to - from);
            System.arraycopy(other.states, from, states, count, to - from);
            int shift = starts[count] - start;
            for (int i = from + 1; i <= to; i++) {
                starts[++count] = other.starts[i] + shift;
            }
        }

        Making rest(int from) {
            for (int i = from; i < items.size(); i++) {
                add(items.get(i));
            }
            texts = Arrays.copyOf(texts, starts[count]);
            return this;
        }

        private void makeRoom(int length) {
            int needed = Math.addExact(starts[count], length);
            if (needed > texts.length) {
                texts = Arrays.copyOf(texts, Math.max(needed, Math.addExact(texts.length, texts.length / 2)));
            }
        }
    }
}
