package org.candela.worklist.ui;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.candela.facility.ReadingPriority;
import org.candela.worklist.ListFilter;
import org.candela.worklist.ReadingItem;
import org.candela.worklist.ReadingOrder;
import org.candela.worklist.ReadingState;
import org.candela.worklist.ReadingState.Remaining;
import org.candela.worklist.RowSearch;
import org.candela.worklist.RowTexts;
import org.candela.worklist.WorklistSnapshot;

/**
 * What of the list is to be shown, with all that takes a look at every row. Made off the FX thread.
 *
 * @param texts of all rows of the snapshot
 * @param items the rows that the filter wants, in order
 * @param counts how many of them are there by what remains to be done
 * @param stats the STAT studies of the whole list that nobody has, most urgent first
 * @param sought where studies that were asked for stand now
 */
// [impl->req~worklist.scale~1]
record ListPicture(
        WorklistSnapshot snapshot,
        RowTexts texts,
        ListFilter filter,
        List<ReadingItem> items,
        Map<Remaining, Integer> counts,
        List<ReadingItem> stats,
        List<Place> sought) {
    /** How many rows are looked at between two looks whether the picture is still wanted. */
    private static final int STEP = 4096;

    /** Where a study stands. */
    record Place(Optional<ReadingItem.Id> id, int index) {
        static final Place NONE = new Place(Optional.empty(), -1);

        boolean isOf(ReadingItem.Id other) {
            return id.isPresent() && id.orElseThrow().equals(other);
        }
    }

    /**
     * What is to be pictured.
     *
     * @param texts of the snapshot's rows, to look through them fast
     * @param before the picture before this one, in which some of the work may be done already
     * @param sought studies whose places are wanted
     */
    record Question(
            WorklistSnapshot snapshot,
            RowTexts texts,
            Optional<ListPicture> before,
            ListFilter filter,
            ListFilter.Desk desk,
            Collection<ReadingItem> sought) {}

    /** Some rows of a list, by their places in it. */
    private static final class Chosen extends AbstractList<ReadingItem> implements RandomAccess {
        private final List<ReadingItem> all;
        private final int[] places;

        Chosen(List<ReadingItem> all, int[] places) {
            this.all = all;
            this.places = places;
        }

        @Override
        public ReadingItem get(int index) {
            return all.get(places[index]);
        }

        @Override
        public int size() {
            return places.length;
        }
    }

    /** The picture; empty when {@code isStale} says that nobody wants it any more. */
    static Optional<ListPicture> of(Question question, BooleanSupplier isStale) {
        List<ReadingItem> all = question.snapshot().items();
        if (question.filter().equals(ListFilter.ALL)) {
            return Optional.of(picture(question, all, question.texts().counts(IntStream.range(0, all.size()))));
        }
        return found(question, isStale)
                .flatMap(places -> wanted(question, places, isStale))
                .map(places -> picture(
                        question, new Chosen(all, places), question.texts().counts(Arrays.stream(places))));
    }

    private static Optional<int[]> found(Question question, BooleanSupplier isStale) {
        RowSearch search = new RowSearch(question.filter().text());
        Optional<int[]> among = question.before().flatMap(before -> before.placesFor(question));
        return among.isPresent()
                ? question.texts().find(search, among.orElseThrow(), isStale)
                : question.texts().find(search, isStale);
    }

    /** Of the rows in which the words are, those that the rest of the filter wants. */
    private static Optional<int[]> wanted(Question question, int[] places, BooleanSupplier isStale) {
        if (question.filter().withText("").equals(ListFilter.ALL)) {
            return Optional.of(places);
        }
        int count = 0;
        int[] wanted = new int[places.length];
        for (int i = 0; i < places.length; i++) {
            if (i % STEP == 0 && isStale.getAsBoolean()) {
                return Optional.empty();
            }
            if (question.filter().wants(question.snapshot().items().get(places[i]), question.desk())) {
                wanted[count++] = places[i];
            }
        }
        return Optional.of(Arrays.copyOf(wanted, count));
    }

    /** The texts of a later snapshot; those of rows that stayed are taken from this one's. */
    RowTexts textsOf(WorklistSnapshot later) {
        return texts.isOf(later.items()) ? texts : texts.following(later.items());
    }

    /** Rows among which those of a filter that asks for more than this one's are; empty for all rows. */
    private Optional<int[]> placesFor(Question next) {
        boolean isNarrower = next.snapshot().items() == snapshot.items()
                && filter.withText("").equals(next.filter().withText(""))
                && filter.time() == ListFilter.Time.ANY
                && filter.whose() == ListFilter.Whose.ALL
                && next.filter().text().startsWith(filter.text());
        return isNarrower && items instanceof Chosen chosen ? Optional.of(chosen.places) : Optional.empty();
    }

    private static ListPicture picture(Question question, List<ReadingItem> items, Map<Remaining, Integer> counts) {
        return new ListPicture(
                question.snapshot(),
                question.texts(),
                question.filter(),
                items,
                counts,
                stats(question),
                places(question, items));
    }

    /** They stand at the top of the order. */
    private static List<ReadingItem> stats(Question question) {
        return question.snapshot().items().stream()
                .takeWhile(item -> item.state().remaining() == Remaining.READING
                        && item.urgency().rank() == ReadingPriority.STAT)
                .filter(item -> item.state() == ReadingState.READY
                        && !question.desk().standings().of(item.id()).isTaken())
                .toList();
    }

    private static List<Place> places(Question question, List<ReadingItem> items) {
        return question.sought().stream()
                .map(item -> new Place(
                        Optional.of(item.id()),
                        placeAmong(items, place(item, question.snapshot().items()))))
                .toList();
    }

    private static int placeAmong(List<ReadingItem> items, int place) {
        return items instanceof Chosen chosen ? Math.max(-1, Arrays.binarySearch(chosen.places, place)) : place;
    }

    /** By halves; one after the other where the row has moved on and stands elsewhere than it would by what is known of it now. */
    private static int place(ReadingItem sought, List<ReadingItem> all) {
        int place = Collections.binarySearch(all, sought, ReadingOrder.MOST_URGENT_FIRST);
        if (place >= 0) {
            return place;
        }
        ReadingItem.Id id = sought.id();
        return IntStream.range(0, all.size())
                .filter(i -> all.get(i).isOf(id))
                .findFirst()
                .orElse(-1);
    }

    Place placeOf(Optional<ReadingItem.Id> id) {
        return id.flatMap(wanted ->
                        sought.stream().filter(place -> place.isOf(wanted)).findFirst())
                .orElse(new Place(id, -1));
    }

    private int count(Remaining remaining) {
        return counts.getOrDefault(remaining, 0);
    }

    /** {@code "3 to read, 1 preliminary"}. */
    String countWords() {
        int preliminary = count(Remaining.FINAL_SIGNATURE);
        int ordered = count(Remaining.IMAGES);
        int done = count(Remaining.NOTHING);
        return count(Remaining.READING) + " to read"
                + (preliminary == 0 ? "" : ", " + preliminary + " preliminary")
                + (ordered == 0 ? "" : ", " + ordered + " without images")
                + (done == 0 ? "" : ", " + done + " final");
    }
}
