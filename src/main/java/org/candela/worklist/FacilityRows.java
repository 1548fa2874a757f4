package org.candela.worklist;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candela.base.Uid;
import org.candela.facility.ReadingPriority;
import org.candela.facility.UrgencyRules;
import org.candela.facility.UrgencyRules.OverdueRoutine;
import org.candela.worklist.ReadingState.Remaining;
import org.jspecify.annotations.Nullable;

/** What is known of one facility's list, in memory: its rows by their UIDs and in order. Immutable. */
final class FacilityRows {
    private final Map<Uid, ReadingItem> byUid;
    private final ReadingItem[] inOrder;
    private final Standing standing;

    /**
     * What the rows are as of.
     *
     * @param lastAnswer when the facility last answered; empty when it never did
     * @param edition of the file they were read from; another one, and another process has written since
     * @param rules how urgent its studies are
     */
    record Standing(Optional<Instant> lastAnswer, long edition, UrgencyRules rules) {
        Standing answered(Instant at) {
            return new Standing(Optional.of(at), edition, rules);
        }
    }

    private FacilityRows(Map<Uid, ReadingItem> byUid, ReadingItem[] inOrder, Standing standing) {
        this.byUid = byUid;
        this.inOrder = inOrder;
        this.standing = standing;
    }

    /** These rows, each of another study. */
    static FacilityRows of(Collection<ReadingItem> items, Standing standing) {
        Map<Uid, ReadingItem> byUid = new HashMap<>(items.size() * 4 / 3 + 1);
        items.forEach(item -> byUid.put(item.study().uid(), item));
        return new FacilityRows(byUid, RowOrder.sorted(byUid.values()), standing);
    }

    Standing standing() {
        return standing;
    }

    /** How many rows there are. */
    int size() {
        return inOrder.length;
    }

    Optional<ReadingItem> find(Uid study) {
        return Optional.ofNullable(byUid.get(study));
    }

    /** All rows in no order. */
    Collection<ReadingItem> items() {
        return byUid.values();
    }

    /** All rows, most urgent first. The array is the same one while no row has changed, and nobody writes to it. */
    ReadingItem[] inOrder() {
        return inOrder;
    }

    /** The same rows as of another moment. */
    FacilityRows as(Standing other) {
        return new FacilityRows(byUid, inOrder, other);
    }

    /** With {@code changed} in the place of what they replace, and without {@code gone}. */
    FacilityRows with(Collection<ReadingItem> changed, Collection<Uid> gone) {
        if (changed.isEmpty() && gone.isEmpty()) {
            return this;
        }
        Map<Uid, ReadingItem> next = new HashMap<>(byUid);
        List<ReadingItem> dropped = new ArrayList<>();
        gone.forEach(uid -> note(dropped, next.remove(uid)));
        changed.forEach(item -> note(dropped, next.put(item.study().uid(), item)));
        return new FacilityRows(
                next, RowOrder.patched(inOrder, RowOrder.sorted(dropped), RowOrder.sorted(changed)), standing);
    }

    /** The same rows as they stand at {@code now}: where the facility wants it, late routine work rises. */
    // [impl->req~worklist.overdue-rises~1]
    FacilityRows risen(Instant now) {
        if (standing.rules().overdueRoutine() == OverdueRoutine.STAYS) {
            return this;
        }
        List<ReadingItem> rising = new ArrayList<>();
        for (ReadingItem row : inOrder) {
            if (row.state().remaining() != Remaining.READING) {
                break; // in order: what is still to be read comes first
            }
            if (row.urgency().rank() == ReadingPriority.ROUTINE) {
                if (!now.isAfter(row.urgency().deadline())) {
                    break; // and the earliest deadline first
                }
                rising.add(row.risen());
            }
        }
        return with(rising, List.of());
    }

    private static void note(List<ReadingItem> dropped, @Nullable ReadingItem item) {
        if (item != null) {
            dropped.add(item);
        }
    }
}
