package org.candela.worklist;

import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * What is about a row beside what it holds: unread messages, a report that its facility refused. A change is told like one of
 * the list. Safe from any thread.
 */
public final class RowNotices {
    private final Runnable listener;
    private volatile ToIntFunction<ReadingItem> unread = row -> 0;

    private volatile Map<ReadingItem.Id, String> refused = Map.of();

    /** @param listener called after each change, on the thread that made it */
    RowNotices(Runnable listener) {
        this.listener = listener;
    }

    /** Unread messages about {@code row}. */
    public int unreadOf(ReadingItem row) {
        return unread.applyAsInt(row);
    }

    /** Counts by {@code now} from here on; it is asked often, on any thread, and answers at once. */
    public void countBy(ToIntFunction<ReadingItem> now) {
        unread = now;
        listener.run();
    }

    /** Why the facility of {@code row} refused its report, in the facility's words; empty: it did not. */
    // [impl->req~delivery.refused-shown~1]
    public Optional<String> refusalOf(ReadingItem row) {
        return Optional.ofNullable(refused.get(row.id()));
    }

    /** These reports are refused from here on, and no others. */
    public void refused(Map<ReadingItem.Id, String> now) {
        if (!now.equals(refused)) {
            refused = Map.copyOf(now);
            listener.run();
        }
    }
}
