package org.candela.worklist;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.candela.facility.FacilityId;
import org.candela.worklist.RowOrder.Difference;

/**
 * The rows of all facilities as they are on the disk, and all of them in one order.
 *
 * <p>Safe from any thread. Written by transactions that have been committed, in their order; read without a wait for the
 * disk.
 */
final class ListMemory {
    private static final ReadingItem[] NOTHING = {};

    private final Map<FacilityId, FacilityRows> facilities = new ConcurrentHashMap<>();
    private final Map<FacilityId, FacilityRows> shown = new ConcurrentHashMap<>();
    private Map<FacilityId, FacilityRows> mergedFrom = Map.of();
    private List<ReadingItem> merged = List.of();

    /** What is known of a facility; empty until it was read from the disk. */
    Optional<FacilityRows> rows(FacilityId facility) {
        return Optional.ofNullable(facilities.get(facility));
    }

    void put(FacilityId facility, FacilityRows rows) {
        facilities.put(facility, rows);
    }

    /** Shows the rows of a facility; those that were shown already stay as they have risen since. */
    void show(FacilityId facility, FacilityRows rows) {
        if (shown.put(facility, rows) != rows) {
            facilities.put(facility, rows);
        }
    }

    /** Changes what is known of a facility; nothing when nothing is known yet, since then the disk is read later. */
    void change(FacilityId facility, UnaryOperator<FacilityRows> change) {
        facilities.computeIfPresent(facility, (id, rows) -> change.apply(rows));
    }

    /** All rows as they stand at {@code at}, most urgent first; the same list while no row has changed. */
    synchronized List<ReadingItem> inOrder(Instant at) {
        facilities.replaceAll((id, rows) -> rows.risen(at));
        Map<FacilityId, FacilityRows> now = Map.copyOf(facilities);
        List<ReadingItem> dropped = new ArrayList<>();
        List<ReadingItem> added = new ArrayList<>();
        now.forEach((id, rows) -> {
            ReadingItem[] before = Optional.ofNullable(mergedFrom.get(id))
                    .map(FacilityRows::inOrder)
                    .orElse(NOTHING);
            if (before != rows.inOrder()) {
                Difference difference = RowOrder.difference(before, rows.inOrder());
                dropped.addAll(difference.dropped());
                added.addAll(difference.added());
            }
        });
        if (!dropped.isEmpty() || !added.isEmpty()) {
            merged = List.of(
                    RowOrder.patched(merged.toArray(NOTHING), RowOrder.sorted(dropped), RowOrder.sorted(added)));
        }
        mergedFrom = now;
        return merged;
    }
}
