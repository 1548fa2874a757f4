package org.candela.worklist;

import java.util.List;
import java.util.Optional;

/**
 * The list at one moment.
 *
 * @param items most urgent first
 * @param health one entry a facility
 */
public record WorklistSnapshot(List<ReadingItem> items, List<FacilityHealth> health) {
    public WorklistSnapshot {
        items = List.copyOf(items);
        health = List.copyOf(health);
    }

    /** The row with this identity. */
    public Optional<ReadingItem> find(ReadingItem.Id id) {
        return items.stream().filter(item -> item.id().equals(id)).findFirst();
    }

    /** The most urgent study nobody has. */
    public Optional<ReadingItem> next() {
        return items.stream().filter(item -> item.state() == ReadingState.READY).findFirst();
    }
}
