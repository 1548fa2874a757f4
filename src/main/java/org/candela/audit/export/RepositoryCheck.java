package org.candela.audit.export;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.candela.audit.export.Forwarding.Standing;
import org.candela.readiness.ReadinessCheck;
import org.candela.readiness.ReadinessItem;
import org.candela.readiness.ReadinessItem.Status;
import org.candela.store.Database;
import org.candela.store.StoreException;

/** Whether the audit repository takes what happens here; ready where none was agreed with anybody. */
public final class RepositoryCheck implements ReadinessCheck {
    private static final String ID = "audit-repository";
    private static final String TITLE = "Audit repository";
    private static final Duration LATE = Duration.ofHours(1);

    private final Database database;
    private final Clock clock;

    public RepositoryCheck(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public ReadinessItem evaluate() {
        try {
            return Forwarding.standing(database)
                    .map(this::item)
                    .orElseGet(() -> ReadinessItem.ready(
                            ID, TITLE, "None was named; the audit trail is kept on this workstation alone."));
        } catch (StoreException e) {
            return new ReadinessItem(
                    ID,
                    TITLE,
                    Status.NOT_ASSESSED,
                    "How far it is cannot be read (" + e.code() + ").",
                    "See whether the disk is there and can be read.");
        }
    }

    private ReadinessItem item(Standing standing) {
        Optional<Duration> age = standing.oldest().map(oldest -> Duration.between(oldest, clock.instant()));
        if (age.filter(waited -> waited.compareTo(LATE) > 0).isEmpty()) {
            return ReadinessItem.ready(ID, TITLE, standing.collector() + " is up to date.");
        }
        return new ReadinessItem(
                ID,
                TITLE,
                Status.WARNING,
                standing.waiting() + " events wait for " + standing.collector() + ", the oldest for "
                        + age.orElseThrow().toHours() + " h. " + standing.failure(),
                "candela audit repository send tries again and tells what is wrong; none is lost.");
    }
}
