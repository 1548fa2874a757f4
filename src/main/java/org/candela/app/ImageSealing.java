package org.candela.app;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.candela.base.CandelaException;
import org.candela.study.LibrarySealing;
import org.candela.study.LibrarySweep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Seals the images that came before there was a key store, while the workstation runs: a moment of work, behind all others at the
 * processor, then as long a rest, until all are sealed. The pre-shift card tells how far it is.
 */
// [impl->req~app.images-sealed~1]
final class ImageSealing {
    private static final Logger LOG = LoggerFactory.getLogger(ImageSealing.class);
    /** The first cases of a shift come before it. */
    private static final Duration BEFORE = Duration.ofSeconds(10);

    private static final long MILLIS = 100;

    private final House house;
    private final Executors executors;
    private final LibrarySealing sealing;

    ImageSealing(House house, Executors executors) {
        this.house = house;
        this.executors = executors;
        this.sealing =
                new LibrarySealing(house.base().database(), house.library().files());
    }

    /** Soon, until all are sealed or the executors close. */
    void start() {
        startAfter(BEFORE);
    }

    void startAfter(Duration time) {
        if (house.library().files().isSealing()) {
            after(time.toMillis(), this::sweep);
        }
    }

    private void after(long millis, Runnable work) {
        ScheduledExecutorService scheduler = executors.scheduler();
        if (!scheduler.isShutdown()) {
            var unused = scheduler.schedule(() -> executors.aside().execute(work), millis, TimeUnit.MILLISECONDS);
        }
    }

    private void sweep() {
        House.Base base = house.base();
        try {
            int unused = new LibrarySweep(base.database(), house.library().files(), base.clock()).run();
            seal();
        } catch (CandelaException e) {
            LOG.warn("images that lie plain cannot be sealed [{}]", e.code());
        }
    }

    private void seal() {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(MILLIS);
        try {
            boolean isMore = sealing.seal(
                    () -> System.nanoTime() > until || executors.scheduler().isShutdown());
            if (isMore) {
                after(MILLIS, this::seal);
            } else {
                tellEnd(sealing.progress());
            }
        } catch (CandelaException e) {
            LOG.warn("images that lie plain cannot be sealed [{}]", e.code());
        }
    }

    private static void tellEnd(LibrarySealing.Progress end) {
        if (end.failed() > 0) {
            LOG.warn("{} of {} images could not be sealed and lie plain [images.plain]", end.failed(), end.all());
        } else {
            LOG.info("all {} images are sealed", end.all());
        }
    }
}
