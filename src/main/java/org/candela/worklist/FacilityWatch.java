package org.candela.worklist;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.candela.base.Async;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.facility.FacilityId;
import org.candela.store.StoreException;
import org.candela.study.StudySource;
import org.candela.study.StudySummary;
import org.candela.worklist.ListedRepository.Answer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks one facility for its list: one request at a time, within a time limit, with growing pauses while it fails.
 *
 * <p>Safe from any thread. What it learns it keeps on the thread that completes the source's answer.
 */
final class FacilityWatch {
    private static final Logger LOG = LoggerFactory.getLogger(FacilityWatch.class);
    /** A poll that comes a moment before a pause is over counts as on time, or the pause would double. */
    private static final Duration EARLY = Duration.ofSeconds(1);

    private final StudySource source;
    private final Keeper keeper;
    private final Clock clock;
    private final Patience patience;
    private final AtomicReference<CompletableFuture<Void>> running =
            new AtomicReference<>(CompletableFuture.completedFuture(null));
    /** Written by one request at a time. */
    private volatile Standing standing = new Standing(Instant.EPOCH, 0, Optional.of("not asked since the start"));

    /** Keeps an answer where it outlives the program. */
    @FunctionalInterface
    interface Keeper {
        void keep(Answer answer) throws StoreException;
    }

    /**
     * How the last request went.
     *
     * @param failures in a row
     */
    private record Standing(Instant askedAt, int failures, Optional<String> failure) {}

    FacilityWatch(StudySource source, Keeper keeper, Clock clock, Patience patience) {
        this.source = source;
        this.keeper = keeper;
        this.clock = clock;
        this.patience = patience;
    }

    FacilityId facility() {
        return source.facility();
    }

    /** Whether a facility that failed has been left alone long enough; one that answers is always due. */
    // [impl->req~worklist.pauses~1]
    boolean isDue() {
        Standing now = standing;
        Duration since = Duration.between(now.askedAt(), clock.instant());
        boolean wasClockSetBack = since.isNegative();
        return wasClockSetBack || since.plus(EARLY).compareTo(patience.pauseAfter(now.failures())) >= 0;
    }

    /** Asks, or joins the request under way; done when it has answered, failed or used up its time. Never fails. */
    // [impl->req~worklist.one-request~1]
    CompletableFuture<Void> ask(LocalDate since, Cancellation cancellation) {
        CompletableFuture<Void> mine = new CompletableFuture<>();
        CompletableFuture<Void> now = running.updateAndGet(request -> request.isDone() ? mine : request);
        if (now == mine) {
            request(since, cancellation.ofPart(), mine);
        }
        return now;
    }

    FacilityHealth health(Optional<Instant> lastAnswer) {
        Standing now = standing;
        Optional<Instant> again = now.failures() == 0
                ? Optional.empty()
                : Optional.of(now.askedAt().plus(patience.pauseAfter(now.failures())));
        return new FacilityHealth(facility(), lastAnswer, now.failure(), again, source.detour());
    }

    private void request(LocalDate since, Cancellation request, CompletableFuture<Void> outcome) {
        Instant askedAt = clock.instant();
        var unused = CompletableFuture.completedFuture(since)
                .thenCompose(day -> source.studiesSince(day, request)) // a throw becomes a failure
                .orTimeout(patience.answer().toMillis(), TimeUnit.MILLISECONDS)
                .handle((found, failure) -> note(askedAt, found, failure))
                .whenComplete((noted, bug) -> {
                    request.cancel(); // a source that is still at work after the time limit may stop
                    if (bug == null) {
                        outcome.complete(null);
                    } else {
                        outcome.completeExceptionally(bug);
                    }
                });
    }

    private boolean note(Instant askedAt, @Nullable List<StudySummary> found, @Nullable Throwable failure) {
        if (found == null) {
            failed(askedAt, cause(failure));
            return false;
        }
        try {
            keeper.keep(new Answer(facility(), found, clock.instant()));
            standing = new Standing(askedAt, 0, Optional.empty());
            return true;
        } catch (StoreException e) {
            failed(askedAt, e);
            return false;
        }
    }

    private void failed(Instant askedAt, Throwable cause) {
        if (cause instanceof CancellationException) {
            return; // the wish to stop says nothing about the facility
        }
        Standing before = standing;
        if (before.failures() == 0) {
            warn(cause);
        }
        standing = new Standing(askedAt, before.failures() + 1, Optional.of(words(cause)));
    }

    private void warn(Throwable cause) {
        if (cause instanceof CandelaException known) {
            LOG.warn("the list of {} is out of date [{}]", facility(), known.code());
        } else if (cause instanceof TimeoutException) {
            LOG.warn("the list of {} is out of date [worklist.no-answer]", facility());
        } else {
            LOG.error("the list of {} is out of date [worklist.internal]", facility(), cause);
        }
    }

    private String words(Throwable cause) {
        if (cause instanceof TimeoutException) {
            long millis = patience.answer().toMillis();
            return "no answer within " + (millis < 1000 ? millis + " ms" : millis / 1000 + " s");
        }
        return cause instanceof CandelaException ? String.valueOf(cause.getMessage()) : "internal error: " + cause;
    }

    private static Throwable cause(@Nullable Throwable failure) {
        return failure == null ? new IllegalStateException("no answer") : Async.causeOf(failure);
    }
}
