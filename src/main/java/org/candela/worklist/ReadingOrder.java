package org.candela.worklist;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import org.candela.worklist.ReadingItem.Urgency;

/** In which order studies are read: priority, then deadline, then receipt; the UID decides between equals. */
public final class ReadingOrder {
    /** Most urgent first; a total order, so that rows never jump. */
    // [impl->req~worklist.order~1]
    public static final Comparator<ReadingItem> MOST_URGENT_FIRST = Comparator.comparing(
                    (ReadingItem item) -> item.urgency().priority())
            .thenComparing(item -> item.urgency().deadline())
            .thenComparing(item -> item.urgency().receivedAt())
            .thenComparing(item -> item.study().uid())
            .thenComparing(item -> item.study().facility());

    private ReadingOrder() {}

    /** Why the row stands where it stands, as a tooltip. */
    public static String reason(ReadingItem item, Instant now) {
        Urgency urgency = item.urgency();
        String priority = urgency.isStated()
                ? urgency.priority() + " as the facility sent it"
                : "ROUTINE assumed: the facility sent no priority";
        Duration left = Duration.between(now, urgency.deadline());
        String deadline = left.isNegative() ? "overdue by " + text(left.negated()) : "due in " + text(left);
        return priority + "; " + deadline + " (received " + text(Duration.between(urgency.receivedAt(), now))
                + " ago, promised within " + text(Duration.between(urgency.receivedAt(), urgency.deadline())) + ")";
    }

    private static String text(Duration duration) {
        long minutes = Math.max(0, duration.toMinutes());
        return minutes < 60 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
    }
}
