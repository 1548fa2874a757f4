package org.candela.readiness;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.candela.readiness.ReadinessItem.Status;

/** The whole pre-shift card as it was at one moment; worst items first, else in the order asked. */
// [impl->req~readiness.gate~1]
public record Readiness(List<ReadinessItem> items, Instant at) {
    public Readiness {
        items = items.stream()
                .sorted(Comparator.comparing(ReadinessItem::status))
                .toList();
    }

    /**
     * Whether primary reading may start for at least one facility. Nothing asked is nothing known: an empty card allows
     * nothing.
     */
    public boolean isPrimaryReadingAllowed() {
        Set<String> facilities =
                items.stream().flatMap(item -> item.holdsFor().stream()).collect(Collectors.toSet());
        return facilities.isEmpty()
                ? !items.isEmpty() && isUnblocked()
                : facilities.stream().anyMatch(facility -> forCasesOf(facility).isUnblocked());
    }

    private boolean isUnblocked() {
        return items.stream().noneMatch(item -> item.status() == Status.BLOCKED);
    }

    /** The same card as far as it is about the cases of one facility; all of it for one that no item names. */
    // [impl->req~readiness.by-facility~1]
    public Readiness forCasesOf(String facility) {
        boolean isNamed = items.stream().anyMatch(item -> item.holdsFor().contains(facility));
        return new Readiness(
                items.stream()
                        .filter(item -> !isNamed || item.holdsFor(facility))
                        .map(ReadinessItem::forAll)
                        .toList(),
                at);
    }

    /** What blocks cases, be it of one facility alone; empty when nothing does. */
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
