package org.candela.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.candela.base.Async;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.shell.AheadJob.Step;
import org.candela.study.FrameKey;
import org.candela.study.Study;
import org.candela.study.StudySource;
import org.candela.study.StudySummary;
import org.candela.study.ahead.StudyWeights;
import org.candela.study.prior.KnownPrior;
import org.candela.viewer.layout.FirstFrames;
import org.candela.viewer.stack.ReadingStudy;
import org.candela.worklist.ReadingItem;
import org.candela.worklist.ui.AheadMark;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does one step after the other for the next cases, always the most urgent one: whatever else runs when a more urgent one
 * comes is stopped, and what came of it stays. Safe from any thread; blocks nobody, works on the I/O executor.
 */
// [impl->req~shell.ahead.live~1]
final class AheadWork {
    private static final Logger LOG = LoggerFactory.getLogger(AheadWork.class);
    /** Those that opening would bring. */
    private static final int PRIORS_EACH = 1;
    /** Told in steps, so that rows do not flicker. */
    private static final int PERCENT_STEP = 10;

    private static final int WHOLE = 100;

    private final CasePrefetch.Services services;
    private final Executor io;
    private final AheadCases cases;
    private volatile Wish wish = new Wish(List.of(), true);
    private volatile Consumer<Map<ReadingItem.Id, AheadMark>> told = marks -> {};
    private volatile Optional<Running> running = Optional.empty();
    private boolean wasHeld = true;
    private final List<CompletableFuture<Integer>> waiting = new ArrayList<>();

    /**
     * What is asked for.
     *
     * @param isHeld whether somebody waits for the line
     */
    private record Wish(List<ReadingItem> next, boolean isHeld) {}

    private record Running(AheadJob job, Cancellation cancellation) {}

    AheadWork(CasePrefetch.Services services, Executor io) {
        this.services = services;
        this.io = io;
        this.cases = new AheadCases(new StudyWeights(services.library()), services.budget());
    }

    /** Who is told how far it is, on any thread. */
    void tell(Consumer<Map<ReadingItem.Id, AheadMark>> listener) {
        told = listener;
    }

    /** From now on makes these ready, the next first. */
    void take(List<ReadingItem> nextFirst) {
        wish = new Wish(List.copyOf(nextFirst), false);
        io.execute(this::advance);
    }

    /** The same; completes with the number that are ready once nothing more can be done, or is to be. */
    CompletableFuture<Integer> prepare(List<ReadingItem> nextFirst) {
        CompletableFuture<Integer> end = new CompletableFuture<>();
        synchronized (this) {
            waiting.add(end);
        }
        take(nextFirst);
        return end;
    }

    /** Somebody waits for the line: stops what is under way, until the next cases are told again. */
    // [impl->req~shell.ahead.held~1]
    void hold() {
        wish = new Wish(wish.next(), true);
        running.ifPresent(now -> now.cancellation().cancel());
        io.execute(this::advance);
    }

    private void advance() {
        Optional<Running> begun;
        List<CompletableFuture<Integer>> ended = List.of();
        int ready;
        synchronized (this) {
            begun = decide();
            ready = cases.ready();
            if (running.isEmpty()) {
                ended = List.copyOf(waiting);
                waiting.clear();
            }
            told.accept(cases.marks(running.map(Running::job)));
        }
        begun.ifPresent(this::begin);
        ended.forEach(each -> each.complete(ready));
    }

    /** What is to be begun; what runs and is still the most urgent goes on. */
    private Optional<Running> decide() {
        Wish now = wish;
        cases.adopt(now.next());
        if (wasHeld && !now.isHeld()) {
            cases.tryAgain();
        }
        wasHeld = now.isHeld();
        Optional<AheadJob> wanted = cases.job().filter(job -> !now.isHeld());
        boolean goesOn = running.filter(each -> !each.cancellation().isRequested())
                .map(Running::job)
                .equals(wanted);
        if (goesOn) {
            return Optional.empty();
        }
        running.ifPresent(each -> each.cancellation().cancel());
        running = wanted.map(job -> new Running(job, new Cancellation()));
        return running;
    }

    private void begin(Running now) {
        if (now.cancellation().isRequested()) {
            ended(now, new CancellationException("not wanted any more"));
            return;
        }
        var unused = stepOf(now).whenCompleteAsync((done, failure) -> ended(now, failure), io);
    }

    private CompletableFuture<Boolean> stepOf(Running now) {
        return switch (now.job().step()) {
            case BRING -> bring(now);
            case ASK -> ask(now);
            case WISH -> Async.supply(() -> wish(now), io);
        };
    }

    private void ended(Running ran, @Nullable Throwable failure) {
        synchronized (this) {
            if (running.filter(ran::equals).isPresent()) {
                running = Optional.empty();
            }
            if (failure == null) {
                if (ran.job().step() == Step.BRING) {
                    cases.brought(ran.job().study());
                }
            } else if (ran.cancellation().isRequested()) {
                cases.weighAgain(ran.job().study());
            } else {
                passOver(ran.job(), Async.causeOf(failure));
            }
        }
        advance();
    }

    /** Whoever opens the case is told why; a case without its prior is ready all the same. */
    private void passOver(AheadJob job, Throwable cause) {
        if (job.step() == Step.ASK) {
            cases.priors(job.study(), List.of());
        } else {
            cases.failed(job.study());
        }
        if (!(cause instanceof CancellationException)) {
            LOG.info("a case could not be made ready ahead [{}]", cause.toString());
        }
    }

    private CompletableFuture<Boolean> bring(Running now) {
        StudySource source = services.sources().get(now.job().from());
        return source == null
                ? CompletableFuture.failedFuture(new CandelaException("study.no-source", "the facility is not known"))
                : source.retrieve(now.job().study(), new Scale(now)::came, now.cancellation())
                        .thenApply(came -> true);
    }

    /** Follows one retrieval, on its thread. */
    private final class Scale {
        private final Running now;
        private int weighAt = 1;

        Scale(Running now) {
            this.now = now;
        }

        /** Early and then at each quarter more, a study is weighed, since its size was an assumption. */
        void came(int here, int total) {
            boolean isWeighed = here >= weighAt && here < total;
            if (isWeighed) {
                weighAt = here + here / 4 + 1;
            }
            if (progress(here, total, isWeighed) || services.budget().left().freeBytes() == 0) {
                advance();
            }
        }

        private boolean progress(int here, int total, boolean isWeighed) {
            int percent = total == 0 ? WHOLE : (int) ((long) here * WHOLE / total) / PERCENT_STEP * PERCENT_STEP;
            Uid study = now.job().study();
            synchronized (AheadWork.this) {
                if (isWeighed) {
                    cases.weighAgain(study);
                }
                return cases.came(study, total, percent) || isWeighed;
            }
        }
    }

    private CompletableFuture<Boolean> ask(Running now) {
        Optional<ReadingItem> item;
        synchronized (this) {
            item = cases.item(now.job().of());
        }
        if (item.isEmpty()) {
            return CompletableFuture.failedFuture(new CancellationException("not wanted any more"));
        }
        StudySummary study = item.orElseThrow().study();
        return services.priors().of(study, now.cancellation()).thenApply(known -> {
            List<StudySummary> earlier = known.accepted().stream()
                    .map(KnownPrior::study)
                    .filter(prior -> services.sources().containsKey(prior.facility()))
                    .limit(PRIORS_EACH)
                    .toList();
            synchronized (this) {
                cases.priors(study.uid(), earlier);
            }
            return true;
        });
    }

    private boolean wish(Running now) throws CandelaException {
        Uid uid = now.job().study();
        Study study = services.library()
                .study(uid)
                .orElseThrow(
                        () -> new CandelaException("study.nothing-came", "the facility sent no object of the study"));
        List<ReadingStudy> priors = services.priors().hanging(services.library(), study).stream()
                .map(services.layouts()::of)
                .toList();
        now.cancellation().throwIfRequested();
        List<FrameKey> first = FirstFrames.of(services.plan()
                .stages(services.layouts().of(study), priors)
                .get(0)
                .hanging());
        List<FrameKey> all;
        synchronized (this) {
            all = cases.wishing(uid, first);
        }
        services.frames().wish(all);
        return true;
    }
}
