package org.candela.readiness;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.candela.readiness.ReadinessItem.Status;

/** The whole pre-shift card as it was at one moment; worst items first, else in the order asked. */
// [impl->req~readiness.gate~1]
public record Readiness(List<ReadinessItem> items, Instant at) {
    public Readiness {
        items = items.stream()
                .sorted(Comparator.comparing(ReadinessItem::status))
                .toList();
    }

    /** Whether no item blocks. Nothing asked is nothing known: an empty card allows nothing. */
    public boolean isPrimaryReadingAllowed() {
        return !items.isEmpty() && items.stream().noneMatch(item -> item.status() == Status.BLOCKED);
    }

    /** Why primary reading is not allowed; empty when it is. */
    public List<String> blockingReasons() {
        if (items.isEmpty()) {
            return List.of("Nothing has been checked yet.");
        }
        return items.stream()
                .filter(item -> item.status() == Status.BLOCKED)
                .map(item -> item.title() + ": " + item.reason())
                .toList();
    }

    /** The worst answer on the card. */
    public Status worst() {
        return items.isEmpty() ? Status.NOT_ASSESSED : items.get(0).status();
    }
}
