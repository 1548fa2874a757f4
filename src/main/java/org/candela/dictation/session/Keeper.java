package org.candela.dictation.session;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.candela.base.CandelaException;
import org.candela.dictation.Pcm;
import org.candela.dictation.keep.SpokenFile;
import org.candela.dictation.keep.Utterances;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes utterances to the disk while they are spoken. What the disk refuses stays in memory, is told at once, and is written as
 * soon as the disk takes it. The work runs on one thread, the keeper's; questions come from any.
 */
// [impl->req~dictation.disk-trouble~1]
final class Keeper {
    /** Half an hour: beyond it nothing more is recorded rather than kept on a promise. */
    static final long MOST_UNKEPT = 30L * 60 * Pcm.SAMPLE_RATE_HZ;

    private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);
    private static final Duration PATIENCE = Duration.ofMillis(250);
    private static final Duration AGAIN_AFTER = Duration.ofSeconds(5);

    private final Utterances utterances;
    private final Runnable changed;
    private final Troubles troubles;
    private final ScheduledExecutorService keep;
    private final Deque<LiveSound> unkept = new ArrayDeque<>();
    /** Those of {@link #unkept} that the disk refused. */
    private final Set<LiveSound> refused = new HashSet<>();

    /**
     * @param keep the keeper's thread
     * @param changed told when trouble came or went
     */
    Keeper(Utterances utterances, Troubles troubles, ScheduledExecutorService keep, Runnable changed) {
        this.utterances = utterances;
        this.troubles = troubles;
        this.keep = keep;
        this.changed = changed;
    }

    /** Follows an utterance that begins. */
    void follow(LiveSound live) {
        remember(live);
        keep.execute(() -> keepWhileSpoken(live));
    }

    private synchronized void remember(LiveSound live) {
        unkept.addLast(live);
    }

    /** Whether no more can be held in memory. */
    synchronized boolean isFull() {
        return unkept.stream().mapToLong(LiveSound::length).sum() > MOST_UNKEPT;
    }

    /** The sound of an utterance that is not on the disk yet. */
    synchronized Optional<LiveSound> find(UUID id) {
        return unkept.stream().filter(live -> live.id().equals(id)).findFirst();
    }

    private void keepWhileSpoken(LiveSound live) {
        try {
            if (write(live)) {
                done(live);
            }
        } catch (CandelaException e) {
            failed(live, e);
        }
    }

    /** False when the process ends in the midst: what is written is mended at the next start. */
    private boolean write(LiveSound live) throws CandelaException {
        try (SpokenFile file = utterances.begin(live.id(), live.draftId(), live.start())) {
            int written = 0;
            while (!live.isOverAt(written)) {
                if (Thread.currentThread().isInterrupted()) {
                    file.flush();
                    return false;
                }
                short[] more = live.after(written, PATIENCE);
                file.append(more, 0, more.length);
                written += more.length;
                if (more.length == 0) {
                    file.flush();
                }
            }
            file.end();
        }
        utterances.kept(live.id());
        return true;
    }

    private void done(LiveSound live) {
        boolean isAllKept;
        synchronized (this) {
            unkept.remove(live);
            refused.remove(live);
            isAllKept = refused.isEmpty();
        }
        live.kept().complete(null);
        if (isAllKept && troubles.clear(Troubles.Source.DISK)) {
            changed.run();
        }
    }

    private void failed(LiveSound live, CandelaException why) {
        LOG.warn("what is said is not on the disk [{}]", why.code(), why);
        synchronized (this) {
            refused.add(live);
        }
        if (troubles.set(
                Troubles.Source.DISK, why.getMessage() + "; what is said is held in memory alone until then")) {
            changed.run();
        }
        var unused = keep.schedule(this::again, AGAIN_AFTER.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** All that is over, in the order spoken; the first that is refused again ends it. */
    private void again() {
        for (LiveSound live : refused()) {
            try {
                if (!live.isOverAt(live.length())) {
                    var unused = keep.schedule(this::again, AGAIN_AFTER.toMillis(), TimeUnit.MILLISECONDS);
                    return;
                }
                utterances.keepWhole(live.id(), live.draftId(), live.start(), live.sound());
                done(live);
            } catch (CandelaException e) {
                failed(live, e);
                return;
            }
        }
    }

    private synchronized List<LiveSound> refused() {
        return unkept.stream().filter(refused::contains).toList();
    }
}
