package org.candela.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.candela.base.Async;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.facility.FacilityId;
import org.candela.study.FrameKey;
import org.candela.study.Prefetch;
import org.candela.study.Retrieval;
import org.candela.study.Study;
import org.candela.study.StudyLibrary;
import org.candela.study.StudySource;
import org.candela.study.StudySummary;
import org.candela.viewer.layout.FirstFrames;
import org.candela.viewer.layout.HangingPlan;
import org.candela.viewer.stack.ReadingStudy;
import org.candela.worklist.ReadingItem;
import org.candela.worklist.ReadingState;
import org.candela.worklist.ui.WorklistViewModel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the cases ready that will probably be read next: brings study and first prior, lays them out and lets the frames be
 * decoded that will hang first. One after the other, so that the line is shared with nobody who waits.
 *
 * <p>Claims nothing and changes no state of the list: what comes is audited as any object that is admitted. Nothing that
 * hangs on the desk is given up for it. Safe from any thread; blocks nobody, works on the I/O executor.
 */
// [impl->req~shell.next-case-ready~1]
public final class CasePrefetch {
    private static final Logger LOG = LoggerFactory.getLogger(CasePrefetch.class);

    private final Services services;
    private final Executor io;
    /** FX thread. */
    private List<ReadingItem.Id> asked = List.of();

    private Cancellation running = new Cancellation();

    /**
     * What it works with.
     *
     * @param layouts shared with who opens cases, who then need not lay them out again
     * @param frames a wish of its own
     * @param most cases made ready at a time; 0 for none
     */
    public record Services(
            Map<FacilityId, StudySource> sources,
            StudyLibrary library,
            StudyLayouts layouts,
            HangingPlan plan,
            Prefetch frames,
            int most,
            CasePriors priors) {
        /** With priors that are surely the patient's alone. */
        public Services(
                Map<FacilityId, StudySource> sources,
                StudyLibrary library,
                StudyLayouts layouts,
                HangingPlan plan,
                Prefetch frames,
                int most) {
            this(sources, library, layouts, plan, frames, most, CasePriors.sureOnly(sources));
        }
    }

    public CasePrefetch(Services services, Executor io) {
        this.services = services;
        this.io = io;
    }

    /**
     * From now on makes the next cases of the list ready, unless one is being brought for somebody who waits. FX thread.
     */
    public void follow(CaseDesk cases, WorklistViewModel list) {
        Runnable prepareNext =
                () -> prepareIfOther(next(list, cases.currentProperty().get()));
        cases.currentProperty().addListener((value, before, now) -> {
            if (now.isPresent()) {
                prepareNext.run();
            } else {
                stop();
                asked = List.of();
            }
        });
        list.shownAtProperty().addListener((value, before, now) -> {
            if (cases.lineProperty().get().isEmpty()
                    || cases.currentProperty().get().isPresent()) {
                prepareNext.run();
            }
        });
    }

    private List<ReadingItem> next(WorklistViewModel list, Optional<OpenedCase> open) {
        return list.items().stream()
                .filter(item -> item.state() == ReadingState.READY)
                .filter(item ->
                        open.filter(now -> now.item().id().equals(item.id())).isEmpty())
                .limit(services.most())
                .toList();
    }

    /** A list that was asked again and says the same starts nothing. */
    private void prepareIfOther(List<ReadingItem> next) {
        List<ReadingItem.Id> ids = next.stream().map(ReadingItem::id).toList();
        if (!ids.equals(asked)) {
            asked = ids;
            var unused = prepare(next);
        }
    }

    /**
     * Makes these ready, the next first; what was being made ready before and is not among them is left as it is. Completes
     * with the number of cases that are ready; a case that cannot be brought is passed over, since whoever opens it is told.
     */
    public CompletableFuture<Integer> prepare(List<ReadingItem> nextFirst) {
        Cancellation cancellation = restart();
        List<FrameKey> wanted = new ArrayList<>();
        CompletableFuture<Integer> ready = CompletableFuture.completedFuture(0);
        for (ReadingItem item : nextFirst) {
            ready = ready.thenCompose(count -> prepare(item, wanted, cancellation)
                    .handle((done, failure) -> count + (failure == null ? 1 : passedOver(failure))));
        }
        return ready;
    }

    /** Stops bringing, as when somebody waits for the line; what came stays. The frames wished so far stay wished. */
    public void stop() {
        restart();
    }

    private synchronized Cancellation restart() {
        running.cancel();
        running = new Cancellation();
        return running;
    }

    private CompletableFuture<Void> prepare(ReadingItem item, List<FrameKey> wanted, Cancellation cancellation) {
        StudySource source = services.sources().get(item.id().facility());
        if (source == null || cancellation.isRequested()) {
            return CompletableFuture.failedFuture(new CancellationException("not wanted any more"));
        }
        return source.retrieve(item.study().uid(), (here, total) -> {}, cancellation)
                .thenCompose(came -> bringPrior(item.study(), cancellation))
                .thenAcceptAsync(came -> Async.call(() -> wish(item, wanted, cancellation)), io);
    }

    /** A case without its prior is ready all the same. */
    private CompletableFuture<Optional<Retrieval>> bringPrior(StudySummary study, Cancellation cancellation) {
        return services.priors()
                .of(study, cancellation)
                .thenCompose(known -> known.accepted().stream()
                        .filter(prior ->
                                services.sources().containsKey(prior.study().facility()))
                        .findFirst()
                        .map(prior -> Objects.requireNonNull(
                                        services.sources().get(prior.study().facility()))
                                .retrieve(prior.study().uid(), (here, total) -> {}, cancellation)
                                .thenApply(Optional::of))
                        .orElse(CompletableFuture.completedFuture(Optional.empty())))
                .exceptionally(failure -> {
                    LOG.debug("a prior could not be brought ahead [{}]", failure.toString());
                    return Optional.empty();
                });
    }

    private boolean wish(ReadingItem item, List<FrameKey> wanted, Cancellation cancellation) throws CandelaException {
        Study study = services.library()
                .study(item.study().uid())
                .orElseThrow(
                        () -> new CandelaException("study.nothing-came", "the facility sent no object of the study"));
        List<ReadingStudy> priors = services.priors().hanging(services.library(), study).stream()
                .map(services.layouts()::of)
                .toList();
        cancellation.throwIfRequested();
        wanted.addAll(FirstFrames.of(services.plan()
                .stages(services.layouts().of(study), priors)
                .get(0)
                .hanging()));
        services.frames().wish(wanted);
        return true;
    }

    private static int passedOver(Throwable failure) {
        Throwable cause = Async.causeOf(failure);
        if (!(cause instanceof CancellationException)) {
            LOG.info("a case could not be made ready ahead [{}]", cause.toString());
        }
        return 0;
    }
}
