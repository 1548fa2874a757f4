package org.candela.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.candela.delivery.DeliveryChannel.Need;
import org.candela.facility.ReadingPriority;
import org.candela.report.DeliveryStanding.Alarm;

/**
 * How long a signed version may wait for its acknowledgement before somebody must look: 30 s and 120 s, half for STAT. A
 * channel that a report can do without is never worse than amber.
 */
// [impl->req~delivery.alarm~1]
final class DeliveryAlarms {
    static final Duration AMBER_AFTER = Duration.ofSeconds(30);
    static final Duration RED_AFTER = Duration.ofMinutes(2);

    private Map<Long, Alarm> last = Map.of();

    /** What became of the alarms since they were looked at last. */
    enum Change {
        NONE,
        /** Some differ, and none became red. */
        SOME,
        /** One became red. */
        RED
    }

    /** Looks again. Any thread. */
    synchronized Change look(List<OutboxMessage> unacknowledged, Instant now) {
        Map<Long, Alarm> current =
                unacknowledged.stream().collect(Collectors.toMap(OutboxMessage::id, message -> of(message, now)));
        Map<Long, Alarm> before = last;
        last = current;
        boolean isRedder = current.entrySet().stream()
                .anyMatch(one -> one.getValue() == Alarm.RED && before.get(one.getKey()) != Alarm.RED);
        if (isRedder) {
            return Change.RED;
        }
        return current.equals(before) ? Change.NONE : Change.SOME;
    }

    static Alarm of(OutboxMessage message, Instant now) {
        Alarm alarm =
                switch (message.progress().state()) {
                    case ACKED -> Alarm.NONE;
                    case REJECTED, PARKED -> Alarm.RED;
                    case QUEUED, SENDING -> ofWaiting(message.content(), now);
                };
        boolean isNeeded = message.content().lane().need() == Need.REQUIRED;
        return alarm == Alarm.RED && !isNeeded ? Alarm.AMBER : alarm;
    }

    private static Alarm ofWaiting(OutboxMessage.Content content, Instant now) {
        int patience = content.lane().priority() == ReadingPriority.STAT ? 2 : 1;
        Duration waited = Duration.between(content.queuedAt(), now).multipliedBy(patience);
        if (waited.compareTo(RED_AFTER) >= 0) {
            return Alarm.RED;
        }
        return waited.compareTo(AMBER_AFTER) >= 0 ? Alarm.AMBER : Alarm.NONE;
    }
}
