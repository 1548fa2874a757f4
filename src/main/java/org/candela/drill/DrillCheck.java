package org.candela.drill;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.candela.drill.DrillStep.Mark;
import org.candela.readiness.ReadinessCheck;
import org.candela.readiness.ReadinessItem;
import org.candela.readiness.ReadinessItem.Status;
import org.candela.store.StoreException;

/** Whether the desk was tried without its link lately. Never blocks reading. */
// [impl->req~drill.card~1]
public final class DrillCheck implements ReadinessCheck {
    /** A drill older than this is asked for again; a month covers most updates of this program and of the system. */
    static final Duration FRESH = Duration.ofDays(30);

    private static final String TITLE = "Disconnect drill";
    private static final String RUN = "Run candela drill, or the command Disconnect drill; it takes about a minute.";

    private final DrillLog log;
    private final Clock clock;

    public DrillCheck(DrillLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    @Override
    public ReadinessItem evaluate() {
        try {
            return log.last()
                    .map(this::judge)
                    .orElseGet(() -> item(Status.NOT_ASSESSED, "None was run here yet.", RUN));
        } catch (StoreException e) {
            return item(Status.NOT_ASSESSED, "What was run cannot be read (" + e.code() + ").", RUN);
        }
    }

    private ReadinessItem judge(DrillRecord drill) {
        long days = Math.max(0, Duration.between(drill.at(), clock.instant()).toDays());
        String when = days == 0 ? "today" : days == 1 ? "a day ago" : days + " days ago";
        Optional<DrillStep> worst = drill.steps().stream()
                .filter(step -> step.mark() == drill.mark())
                .findFirst();
        if (drill.mark() != Mark.PASSED) {
            String what = worst.map(step -> step.name() + ": " + step.found()).orElse("");
            return item(Status.WARNING, "The last one, " + when + ", found trouble. " + what, RUN);
        }
        return Duration.ofDays(days).compareTo(FRESH) > 0
                ? item(Status.WARNING, "Passed " + when + ", which is long ago.", RUN)
                : item(Status.READY, "Passed " + when + ", nothing was lost.", "");
    }

    private static ReadinessItem item(Status status, String reason, String whatToDo) {
        return new ReadinessItem("drill", TITLE, status, reason, whatToDo);
    }
}
