package org.candela.worklist.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.candela.ui.Formats;
import org.candela.worklist.ReadingItem;

/**
 * Tells once of STAT studies that have come since the list was first shown: one notice for several, until the reader has
 * seen them or nobody needs to. FX thread.
 */
// [impl->req~worklist.stat-notice~1]
final class StatNotice {
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
    private final Map<ReadingItem.Id, ReadingItem> unseen = new LinkedHashMap<>();
    /** Many thousands may be STAT; most looks find them as they were. */
    private List<ReadingItem> looked = List.of();

    private Optional<Set<ReadingItem.Id>> known = Optional.empty();

    /** What is new, in words; empty when nothing is. */
    ReadOnlyStringProperty wordsProperty() {
        return words.getReadOnlyProperty();
    }

    /** The most urgent of the new ones. */
    Optional<ReadingItem> first() {
        return unseen.values().stream().findFirst();
    }

    /**
     * Takes the STAT studies that nobody has, most urgent first.
     *
     * @return whether one is new that was not told of yet
     */
    boolean look(List<ReadingItem> stats, Instant now) {
        if (known.isPresent() && stats.equals(looked)) {
            say(now);
            return false;
        }
        looked = stats;
        Set<ReadingItem.Id> ids = new HashSet<>();
        boolean isNew = false;
        for (ReadingItem item : stats) {
            ids.add(item.id());
            if (known.isPresent() && !known.orElseThrow().contains(item.id())) {
                unseen.put(item.id(), item);
                isNew = true;
            }
        }
        unseen.keySet().retainAll(ids);
        known = Optional.of(ids);
        say(now);
        return isNew;
    }

    /** The reader has seen them. */
    void seen() {
        unseen.clear();
        words.set("");
    }

    private void say(Instant now) {
        words.set(first().map(item -> words(item, now)).orElse(""));
    }

    private String words(ReadingItem item, Instant now) {
        Duration left = Duration.between(now, item.urgency().deadline());
        String due = left.isNegative() ? "overdue " + Formats.span(left.negated()) : "due in " + Formats.span(left);
        String study = item.study().identity().description();
        return (unseen.size() == 1 ? "New STAT study: " : unseen.size() + " new STAT studies, first: ")
                + (study.isBlank() ? String.join(" ", item.study().modalities()) : study) + " of "
                + item.study().facility() + ", " + due;
    }
}
