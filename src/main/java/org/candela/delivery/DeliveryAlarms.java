package org.candela.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.candela.facility.ReadingPriority;
import org.candela.report.DeliveryStanding.Alarm;

/** How long a signed version may wait for its acknowledgement before somebody must look: 30 s and 120 s, half for STAT. */
// [impl->req~delivery.alarm~1]
final class DeliveryAlarms {
    static final Duration AMBER_AFTER = Duration.ofSeconds(30);
    static final Duration RED_AFTER = Duration.ofMinutes(2);

    private Map<Long, Alarm> last = Map.of();

    /** Whether any alarm differs from the last call. One thread at a time. */
    boolean haveChanged(List<OutboxMessage> unacknowledged, Instant now) {
        Map<Long, Alarm> current =
                unacknowledged.stream().collect(Collectors.toMap(OutboxMessage::id, message -> of(message, now)));
        boolean isChanged = !current.equals(last);
        last = current;
        return isChanged;
    }

    static Alarm of(OutboxMessage message, Instant now) {
        return switch (message.progress().state()) {
            case ACKED -> Alarm.NONE;
            case REJECTED, PARKED -> Alarm.RED;
            case QUEUED, SENDING -> ofWaiting(message.content(), now);
        };
    }

    private static Alarm ofWaiting(OutboxMessage.Content content, Instant now) {
        int patience = content.priority() == ReadingPriority.STAT ? 2 : 1;
        Duration waited = Duration.between(content.queuedAt(), now).multipliedBy(patience);
        if (waited.compareTo(RED_AFTER) >= 0) {
            return Alarm.RED;
        }
        return waited.compareTo(AMBER_AFTER) >= 0 ? Alarm.AMBER : Alarm.NONE;
    }
}
