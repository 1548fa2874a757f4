package org.candela.worklist;

import java.util.function.ToIntFunction;

/** How many unread messages are about a row; a change is told like one of the list. Safe from any thread. */
public final class RowNotices {
    private final Runnable listener;
    private volatile ToIntFunction<ReadingItem> unread = row -> 0;

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
}
