package org.candela.readiness;

import java.time.Clock;
import java.util.List;
import org.candela.readiness.ReadinessItem.Status;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks every check. Safe from any thread; blocks as long as the checks do. */
public final class ReadinessBoard {
    private static final Logger LOG = LoggerFactory.getLogger(ReadinessBoard.class);

    private final List<ReadinessCheck> checks;
    private final Clock clock;

    public ReadinessBoard(List<ReadinessCheck> checks, Clock clock) {
        this.checks = List.copyOf(checks);
        this.clock = clock;
    }

    /** Asks all checks now, one after the other. */
    public Readiness evaluate() {
        List<ReadinessItem> items =
                checks.stream().flatMap(check -> ask(check).stream()).toList();
        return new Readiness(items, clock.instant());
    }

    /** A check that breaks must not take the card down, and must not pass for an answer: it blocks. */
    private static List<ReadinessItem> ask(ReadinessCheck check) {
        try {
            return check.answers();
        } catch (RuntimeException e) {
            String name = check.getClass().getSimpleName();
            LOG.error("readiness check {} failed [readiness.check-failed]", name, e);
            return List.of(new ReadinessItem(
                    "check." + name,
                    name,
                    Status.BLOCKED,
                    "The check itself failed, so its answer is unknown.",
                    "Check again; if it stays, report code readiness.check-failed."));
        }
    }
}
