package org.candela.worklist.ui;

import java.util.AbstractList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableListBase;
import org.candela.worklist.ReadingItem;
import org.jspecify.annotations.Nullable;

/**
 * The rows on the screen: words are made of a row when it is looked at, so that half a million cost what a screenful
 * does. FX thread.
 *
 * <p>All rows are swapped at once. A row is found again by the identity of its study.
 */
// [impl->req~worklist.scale~1]
final class ShownRows extends ObservableListBase<WorklistRow> {
    /** Some screenfuls. */
    private static final int MADE_AT_MOST = 256;

    private Content content = new Content(List.of(), item -> {
        throw new IllegalStateException("there are no rows yet");
    });
    private ListPicture.Place chosen = ListPicture.Place.NONE;

    /** Shows {@code items} in the place of all rows, in words by {@code words}. */
    void show(List<ReadingItem> items, ListPicture.Place place, Function<ReadingItem, WorklistRow> words) {
        Content before = content;
        content = new Content(items, words);
        chosen = place;
        if (!before.isEmpty() || !content.isEmpty()) {
            fireChange(new Swap(this, before));
        }
    }

    /** What the rows are made of. */
    List<ReadingItem> items() {
        return content.items;
    }

    @Override
    public WorklistRow get(int index) {
        return content.get(index);
    }

    @Override
    public int size() {
        return content.size();
    }

    /** Asked by the table for the selected row after each swap. */
    @Override
    public int indexOf(@Nullable Object row) {
        return row instanceof WorklistRow known ? placeOf(known.item().id()) : -1;
    }

    @Override
    public int lastIndexOf(@Nullable Object row) {
        return indexOf(row);
    }

    @Override
    public boolean contains(@Nullable Object row) {
        return indexOf(row) >= 0;
    }

    /** Where a study stands; -1 where it is not shown. At once for the one that is chosen. */
    int placeOf(ReadingItem.Id id) {
        if (chosen.isOf(id)) {
            return chosen.index();
        }
        List<ReadingItem> items = content.items;
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).isOf(id)) {
                return i;
            }
        }
        return -1;
    }

    /** Rows at one moment. */
    private static final class Content extends AbstractList<WorklistRow> {
        private final List<ReadingItem> items;
        private final Function<ReadingItem, WorklistRow> words;
        private final Map<Integer, WorklistRow> made = new LinkedHashMap<>(64, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Integer, WorklistRow> eldest) {
                return size() > MADE_AT_MOST;
            }
        };

        Content(List<ReadingItem> items, Function<ReadingItem, WorklistRow> words) {
            this.items = items;
            this.words = words;
        }

        @Override
        public WorklistRow get(int index) {
            return made.computeIfAbsent(index, place -> words.apply(items.get(place)));
        }

        @Override
        public int size() {
            return items.size();
        }
    }

    /** All rows in the place of all that were; makes none of them. */
    private static final class Swap extends ListChangeListener.Change<WorklistRow> {
        private final List<WorklistRow> removed;
        private boolean isBeforeFirst = true;

        Swap(ShownRows rows, List<WorklistRow> removed) {
            super(rows);
            this.removed = removed;
        }

        @Override
        public boolean next() {
            boolean isFirst = isBeforeFirst;
            isBeforeFirst = false;
            return isFirst;
        }

        @Override
        public void reset() {
            isBeforeFirst = true;
        }

        @Override
        public int getFrom() {
            return 0;
        }

        @Override
        public int getTo() {
            return getList().size();
        }

        @Override
        public List<WorklistRow> getRemoved() {
            return removed;
        }

        @Override
        protected int[] getPermutation() {
            return new int[0];
        }
    }
}
