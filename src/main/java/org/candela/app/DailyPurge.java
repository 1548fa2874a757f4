package org.candela.app;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.purge.PurgeLog;
import org.candela.purge.PurgeLog.Run;
import org.candela.worklist.ReadingItem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The purge that an open room does by itself, once a day, when no case was open for a while; a case that is opened meanwhile
 * stops it between two studies, and the next quiet moment goes on. Told of cases on any thread; looks on one at a time.
 */
// [impl->req~purge.daily~1]
final class DailyPurge {
    static final Duration EVERY = Duration.ofHours(20);
    static final Duration QUIET = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(DailyPurge.class);
    private static final String BY = "daily";

    private final Purging purging;
    private final Clock clock;
    private volatile Set<Uid> open = Set.of();
    private volatile Instant quietSince;
    private volatile Cancellation running = new Cancellation();

    DailyPurge(House house, Path temporary) {
        this.clock = house.base().clock();
        this.quietSince = clock.instant();
        this.purging = new Purging(house, temporary, () -> open);
    }

    /** These studies are on the screens now, with the priors beside them; none: no case is open. Does not wait. */
    void shows(Set<Uid> now) {
        open = Set.copyOf(now);
        quietSince = clock.instant();
        running.cancel();
    }

    /** Keeps that a study was looked at: its age begins anew. Blocks on the disk. */
    void keepOpened(ReadingItem.Id opened) {
        try {
            purging.cases().opened(opened.facility(), opened.study());
        } catch (CandelaException e) {
            LOG.warn("that a study was looked at is not kept: it may be deleted earlier [{}]", e.code());
        }
    }

    /** Runs where it is time; whether it did. Blocks on the disk. */
    synchronized boolean look() {
        try {
            if (!isTime()) {
                return false;
            }
            Cancellation now = new Cancellation();
            running = now;
            if (!open.isEmpty()) {
                return false;
            }
            Run run = purging.byAge(BY, now);
            LOG.info("the daily purge {}", run.endedAt().isPresent() ? "is done" : "goes on at the next quiet moment");
            return true;
        } catch (CandelaException e) {
            LOG.warn("what is past its age is not deleted yet; it is tried again [{}]", e.code(), e);
            return false;
        }
    }

    private boolean isTime() throws CandelaException {
        Instant now = clock.instant();
        boolean isQuiet = open.isEmpty() && !quietSince.plus(QUIET).isAfter(now);
        return isQuiet
                && purging.log().runs().stream()
                        .filter(run -> run.kind() == PurgeLog.Kind.AGE)
                        .flatMap(run -> run.endedAt().stream())
                        .noneMatch(ended -> ended.plus(EVERY).isAfter(now));
    }
}
