package org.candela.worklist;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import org.candela.order.OrderFacts;
import org.candela.worklist.ReadingItem.Urgency;

/**
 * In which order studies are read: what is still to be read, then what awaits its final report, then what is done;
 * within these by rank, deadline and receipt. The rank is the priority; late routine work ranks as urgent where its facility
 * wants that. The UID decides between equals.
 */
public final class ReadingOrder {
    /** Most urgent first; a total order, so that rows never jump. */
    // [impl->req~worklist.order~1]
    public static final Comparator<ReadingItem> MOST_URGENT_FIRST = ReadingOrder::compare;

    private ReadingOrder() {}

    /** By hand, since half a million rows are put in order with it. */
    private static int compare(ReadingItem one, ReadingItem other) {
        int order = one.state().remaining().compareTo(other.state().remaining());
        if (order != 0) {
            return order;
        }
        order = compare(one.urgency(), other.urgency());
        if (order != 0) {
            return order;
        }
        order = one.study().uid().compareTo(other.study().uid());
        return order != 0
                ? order
                : one.study().facility().compareTo(other.study().facility());
    }

    private static int compare(Urgency one, Urgency other) {
        int order = one.rank().compareTo(other.rank());
        if (order != 0) {
            return order;
        }
        order = one.deadline().compareTo(other.deadline());
        return order != 0 ? order : one.receivedAt().compareTo(other.receivedAt());
    }

    /** Why the row stands where it stands, as a tooltip. */
    public static String reason(ReadingItem item, Instant now) {
        String listing = item.listing().isCurrent()
                ? ""
                : "; no longer listed by the facility, last "
                        + text(Duration.between(item.listing().lastSeen(), now)) + " ago";
        String words =
                switch (item.state().remaining()) {
                    case READING -> urgency(item, now) + listing;
                    case FINAL_SIGNATURE ->
                        "preliminary report signed, awaits the final one; " + priority(item) + listing;
                    case IMAGES -> "ordered, images not here yet; " + priority(item);
                    case NOTHING ->
                        item.state() == ReadingState.CANCELLED
                                ? "the facility took the order back; nobody here had begun"
                                : "final report signed" + listing;
                };
        return words + orderWords(item);
    }

    /** What orders say, and where they contradict each other. */
    // [impl->req~worklist.orders~1]
    private static String orderWords(ReadingItem item) {
        OrderFacts order = item.order();
        StringBuilder words = new StringBuilder();
        boolean isTakenBackLate =
                order.standing() == OrderFacts.Standing.CANCELLED && item.state() != ReadingState.CANCELLED;
        if (isTakenBackLate) {
            words.append("; the facility took the order back");
        }
        order.deadline().ifPresent(deadline -> words.append("; deadline as the facility set it"));
        order.conflicts().forEach(conflict -> words.append("; ").append(conflict));
        return words.toString();
    }

    private static String priority(ReadingItem item) {
        return item.urgency().isStated()
                ? item.urgency().priority() + " as the facility sent it"
                : "ROUTINE assumed: the facility sent no priority";
    }

    private static String urgency(ReadingItem item, Instant now) {
        Urgency urgency = item.urgency();
        Duration left = Duration.between(now, urgency.deadline());
        String deadline = left.isNegative() ? "overdue by " + text(left.negated()) : "due in " + text(left);
        return priority(item) + "; " + deadline + " (received " + text(Duration.between(urgency.receivedAt(), now))
                + " ago, promised within " + text(Duration.between(urgency.receivedAt(), urgency.deadline())) + ")"
                + (urgency.rank() == urgency.priority() ? "" : "; late, so it stands among urgent work");
    }

    private static String text(Duration duration) {
        long minutes = Math.max(0, duration.toMinutes());
        return minutes < 60 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
    }
}
