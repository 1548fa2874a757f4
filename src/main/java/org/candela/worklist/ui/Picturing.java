package org.candela.worklist.ui;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.candela.base.CandelaException;
import org.candela.worklist.ListFilter;
import org.candela.worklist.ReadingItem;
import org.candela.worklist.RowTexts;
import org.candela.worklist.Worklist;
import org.candela.worklist.WorklistSnapshot;

/** Makes pictures of the list as it is now, with what can be taken from the one before. Not for the FX thread. */
final class Picturing {
    private final Worklist worklist;
    private final String reader;
    private final Clock clock;

    Picturing(Worklist worklist, String reader, Clock clock) {
        this.worklist = worklist;
        this.reader = reader;
        this.clock = clock;
    }

    /** What is known when a picture is begun. */
    record Wish(ListFilter filter, Optional<ListPicture> before, List<ReadingItem.Id> sought) {}

    /** The picture; empty when {@code isStale} says that nobody wants it any more. */
    Optional<ListPicture> picture(Wish wish, BooleanSupplier isStale) throws CandelaException {
        WorklistSnapshot snapshot = worklist.snapshot();
        RowTexts texts =
                wish.before().map(picture -> picture.textsOf(snapshot)).orElseGet(() -> RowTexts.of(snapshot.items()));
        List<ReadingItem> sought = wish.sought().stream()
                .flatMap(id -> worklist.known(id).stream())
                .toList();
        ListFilter.Desk desk = new ListFilter.Desk(reader, worklist.standings(), clock.instant());
        return ListPicture.of(
                new ListPicture.Question(snapshot, texts, wish.before(), wish.filter(), desk, sought), isStale);
    }
}
