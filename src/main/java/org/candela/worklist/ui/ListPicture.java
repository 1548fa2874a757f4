package org.candela.worklist.ui;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.candela.facility.ReadingPriority;
import org.candela.worklist.ListFilter;
import org.candela.worklist.ReadingItem;
import org.candela.worklist.ReadingState;
import org.candela.worklist.ReadingState.Remaining;
import org.candela.worklist.RowSearch;
import org.candela.worklist.WorklistSnapshot;

/**
 * What of the list is to be shown, with all that takes a look at every row. Made off the FX thread.
 *
 * @param items the rows that the filter wants, in order
 * @param toRead how many of them are to be read
 * @param preliminary how many await their final report
 * @param done how many are done
 * @param ordered of how many the images are not here yet
 * @param stats the STAT studies of the whole list that nobody has, most urgent first
 * @param places where studies that were asked for stand now
 */
// [impl->req~worklist.scale~1]
record ListPicture(
        WorklistSnapshot snapshot,
        ListFilter filter,
        List<ReadingItem> items,
        int toRead,
        int preliminary,
        int done,
        int ordered,
        List<ReadingItem> stats,
        List<Place> places) {
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
     * @param narrowed rows among which all that the filter wants are, in order
     * @param sought studies whose places are wanted
     */
    record Question(
            WorklistSnapshot snapshot,
            List<ReadingItem> narrowed,
            ListFilter filter,
            ListFilter.Desk desk,
            Collection<ReadingItem.Id> sought) {}

    /** The picture; empty when {@code isStale} says that nobody wants it any more. */
    static Optional<ListPicture> of(Question question, BooleanSupplier isStale) {
        RowSearch search = new RowSearch(question.filter().text());
        boolean isAll = question.filter().equals(ListFilter.ALL);
        List<ReadingItem> items = isAll ? question.narrowed() : new ArrayList<>();
        int[] counts = new int[Remaining.values().length];
        List<Place> places = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < question.narrowed().size(); i++) {
            if (i % STEP == 0 && isStale.getAsBoolean()) {
                return Optional.empty();
            }
            ReadingItem item = question.narrowed().get(i);
            if (!isAll) {
                if (!question.filter().wants(item, question.desk()) || !search.matches(item)) {
                    continue;
                }
                items.add(item);
            }
            counts[column(item.state().remaining())]++;
            note(item, at++, question.sought(), places);
        }
        return Optional.of(new ListPicture(
                question.snapshot(),
                question.filter(),
                items,
                counts[0],
                counts[1],
                counts[2],
                counts[3],
                stats(question),
                places));
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

    private static int column(Remaining remaining) {
        return switch (remaining) {
            case READING -> 0;
            case FINAL_SIGNATURE -> 1;
            case NOTHING -> 2;
            case IMAGES -> 3;
        };
    }

    private static void note(ReadingItem item, int at, Collection<ReadingItem.Id> sought, List<Place> places) {
        for (ReadingItem.Id id : sought) {
            if (item.isOf(id)) {
                places.add(new Place(Optional.of(id), at));
            }
        }
    }

    Place placeOf(Optional<ReadingItem.Id> id) {
        return id.flatMap(sought ->
                        places.stream().filter(place -> place.isOf(sought)).findFirst())
                .orElse(new Place(id, -1));
    }

    /** Rows among which those of a filter that asks for more than this one's are. */
    List<ReadingItem> narrowedFor(WorklistSnapshot now, ListFilter next) {
        boolean isNarrower = now.items() == snapshot.items()
                && filter.withText("").equals(next.withText(""))
                && filter.time() == ListFilter.Time.ANY
                && filter.whose() == ListFilter.Whose.ALL
                && next.text().startsWith(filter.text());
        return isNarrower ? items : now.items();
    }

    /** {@code "3 to read, 1 preliminary"}. */
    String countWords() {
        return toRead + " to read"
                + (preliminary == 0 ? "" : ", " + preliminary + " preliminary")
                + (ordered == 0 ? "" : ", " + ordered + " without images")
                + (done == 0 ? "" : ", " + done + " final");
    }
}
