package org.candela.shell;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.candela.base.Async;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.facility.FacilityId;
import org.candela.readiness.Readiness;
import org.candela.readiness.ReadinessBoard;
import org.candela.shell.OpenedCase.Gaps;
import org.candela.shell.OpenedCase.Purpose;
import org.candela.shell.ReadingBlockedException.Way;
import org.candela.study.Retrieval;
import org.candela.study.Study;
import org.candela.study.StudyLibrary;
import org.candela.study.StudySource;
import org.candela.study.StudySource.RetrievalListener;
import org.candela.study.StudySummary;
import org.candela.study.prior.KnownPrior;
import org.candela.study.prior.PriorList;
import org.candela.viewer.stack.ReadingStudy;
import org.candela.worklist.ReadingItem;
import org.candela.worklist.ReadingState;
import org.candela.worklist.Worklist;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way from a row of the list to images: is the desk ready, whose is the study, bring it, find its priors, lay it out.
 *
 * <p>Blocks nobody; works on the I/O executor. What fails half-way gives the claim back.
 */
// [impl->req~shell.open~1]
public final class CaseOpener {
    private static final Logger LOG = LoggerFactory.getLogger(CaseOpener.class);
    /** A prior that takes longer is not waited for; it hangs when the case is opened again. */
    private static final long PATIENCE_WITH_PRIORS_SECONDS = 10;

    private final Services services;
    private final Executor io;
    private final String reader;

    /**
     * Where the parts of a case come from.
     *
     * @param layouts shared with who makes cases ready ahead
     * @param priors which earlier studies are the patient's
     */
    public record Services(
            Worklist worklist,
            Map<FacilityId, StudySource> sources,
            StudyLibrary library,
            ReadinessBoard readiness,
            StudyLayouts layouts,
            CaseGate gate,
            CasePriors priors,
            CaseClaims claims) {
        /** With priors that are surely the patient's alone, and claims that are kept here alone. */
        public Services(
                Worklist worklist,
                Map<FacilityId, StudySource> sources,
                StudyLibrary library,
                ReadinessBoard readiness,
                StudyLayouts layouts,
                CaseGate gate) {
            this(
                    worklist,
                    sources,
                    library,
                    readiness,
                    layouts,
                    gate,
                    CasePriors.sureOnly(sources),
                    CaseClaims.HERE_ONLY);
        }

        /** With layouts of its own, and nothing to keep the reader from a study. */
        public Services(
                Worklist worklist,
                Map<FacilityId, StudySource> sources,
                StudyLibrary library,
                ReadinessBoard readiness) {
            this(worklist, sources, library, readiness, new StudyLayouts(), CaseGate.OPEN);
        }
    }

    /** @param reader who claims */
    public CaseOpener(Services services, Executor io, String reader) {
        this.services = services;
        this.io = io;
        this.reader = reader;
    }

    /**
     * Opens a study. Fails with {@link ReadingBlockedException} when the desk is not ready for diagnosis, with what the
     * worklist says when somebody else has the study, and with what the facility says when it cannot be brought. What is
     * asked to stop is not opened, and nothing more is fetched for it, its priors included, which may come after it.
     */
    // [impl->req~shell.close-stops~1]
    public CompletableFuture<OpenedCase> open(
            ReadingItem row, Purpose purpose, RetrievalListener progress, Cancellation cancellation) {
        Fetching fetching = new Fetching(progress, cancellation);
        return Async.supply(() -> begin(asItIsNow(row), purpose, cancellation), io)
                .thenCompose(item -> bringAll(item, fetching)
                        .thenApplyAsync(came -> Async.call(() -> finish(item, purpose, came, cancellation)), io)
                        .whenComplete((opened, failure) -> {
                            if (failure != null && purpose == Purpose.DIAGNOSIS) {
                                io.execute(() -> giveBack(item));
                            }
                        }));
    }

    /** Who follows it, and who may stop it. */
    private record Fetching(RetrievalListener progress, Cancellation cancellation) {}

    /** The row on the screen may be older than what this desk did to it since. */
    private ReadingItem asItIsNow(ReadingItem row) throws CandelaException {
        return services.worklist().find(row.id()).orElse(row);
    }

    /**
     * Opens a study for diagnosis that the gate blocks, for a reason of the reader; what fails says why none overrides it.
     */
    // [impl->req~shell.gate~1]
    public CompletableFuture<Void> overrule(ReadingItem item, String reason) {
        return Async.run(() -> services.gate().overrule(item, reason), io);
    }

    /** Lays a case aside that was open for diagnosis; one that was signed in the meantime stays signed. */
    public void putAside(OpenedCase opened) {
        if (opened.purpose() == Purpose.DIAGNOSIS) {
            io.execute(() -> {
                change(opened.item(), ReadingState.OPEN, ReadingState.PUT_ASIDE);
                services.claims().laidAside(opened.item().id());
            });
        }
    }

    // [impl->req~displayqa.gate-by-facility~1]
    private ReadingItem begin(ReadingItem item, Purpose purpose, Cancellation cancellation) throws CandelaException {
        cancellation.throwIfRequested();
        if (purpose == Purpose.REVIEW) {
            return item;
        }
        Readiness readiness =
                services.readiness().evaluate().forCasesOf(item.id().facility().value());
        if (!readiness.isPrimaryReadingAllowed()) {
            throw new ReadingBlockedException(readiness.blockingReasons(), Way.MEND);
        }
        services.gate().pass(item);
        claim(item);
        claimAtFacility(item, cancellation);
        return item;
    }

    /** Here first, where a claim can be taken back; nothing is claimed here that the facility refuses. */
    // [impl->req~shell.facility-claim~1]
    private void claimAtFacility(ReadingItem item, Cancellation cancellation) throws CandelaException {
        if (item.state() == ReadingState.FINAL) {
            return;
        }
        try {
            services.claims().take(item, cancellation);
        } catch (ReadingBlockedException e) {
            giveBackHere(item);
            throw e;
        }
    }

    private void claim(ReadingItem item) throws CandelaException {
        boolean isMine =
                item.claim().filter(claim -> claim.reader().equals(reader)).isPresent();
        if (!isMine) {
            services.worklist().claim(item.id(), reader);
        }
    }

    /** The study and, beside it, its priors. Without the study nobody waits for priors. */
    private CompletableFuture<Brought> bringAll(ReadingItem item, Fetching fetching) {
        CompletableFuture<Found> priors = bringPriors(item, fetching.cancellation());
        return bring(item, fetching)
                .whenComplete((missing, failure) -> {
                    if (failure != null) {
                        priors.complete(Found.NOTHING);
                    }
                })
                .thenCombine(priors, (missing, found) -> new Brought(new Gaps(missing, found.gap()), found.known()));
    }

    /** What came, and what is known. */
    private record Brought(Gaps gaps, PriorList known) {}

    /** What is known of earlier studies, and why some of this facility may be missing. */
    private record Found(PriorList known, Optional<String> gap) {
        static final Found NOTHING = new Found(PriorList.NONE, Optional.empty());
    }

    /** What is missing afterwards. A facility that is away stops nobody whose study is here in full. */
    private CompletableFuture<List<String>> bring(ReadingItem item, Fetching fetching) {
        return source(item)
                .retrieve(item.study().uid(), fetching.progress(), fetching.cancellation())
                .handleAsync(
                        (retrieval, failure) -> {
                            if (failure != null && !Async.call(() -> isHereInFull(item))) {
                                throw new CompletionException(located(item, failure));
                            }
                            return retrieval == null ? List.of() : retrieval.refused();
                        },
                        io);
    }

    /** A failure of a facility with its name before it, which a URL alone need not tell. */
    private static Throwable located(ReadingItem item, Throwable failure) {
        Throwable cause = Async.causeOf(failure);
        return cause instanceof CandelaException known && known.code().startsWith("web.")
                ? new CandelaException(known.code(), item.id().facility() + ": " + known.getMessage(), known)
                : cause;
    }

    private boolean isHereInFull(ReadingItem item) throws CandelaException {
        int wanted = item.study().instanceCount();
        return wanted > 0
                && services.library()
                        .study(item.study().uid())
                        .filter(study -> study.instanceCount() >= wanted)
                        .isPresent();
    }

    /** Priors help but are not what was asked for: without them the case opens all the same, and says so. */
    private CompletableFuture<Found> bringPriors(ReadingItem item, Cancellation cancellation) {
        return services.priors()
                .of(item.study(), cancellation)
                .thenCompose(known -> bringFirst(known, cancellation)
                        .orTimeout(PATIENCE_WITH_PRIORS_SECONDS, TimeUnit.SECONDS)
                        .handle((refused, failure) -> new Found(known, gap(item, known, refused, failure))))
                .exceptionally(failure -> new Found(PriorList.NONE, Optional.of(reason(failure))));
    }

    private CompletableFuture<List<String>> bringFirst(PriorList known, Cancellation cancellation) {
        return known.accepted().stream()
                .findFirst()
                .map(prior -> source(prior.study().facility())
                        .retrieve(prior.study().uid(), (here, total) -> {}, cancellation)
                        .thenApply(Retrieval::refused))
                .orElse(CompletableFuture.completedFuture(List.of()));
    }

    /** That another facility is silent is told by the list of priors; that of the study is expected to know. */
    private static Optional<String> gap(
            ReadingItem item, PriorList known, @Nullable List<String> refused, @Nullable Throwable failure) {
        if (failure != null) {
            LOG.warn("priors could not be brought [{}]", failure.toString());
            return Optional.of(item.id().facility() + ": " + reason(failure));
        }
        Optional<String> silent = known.silent().stream()
                .filter(each -> each.facility().equals(item.id().facility()))
                .map(each -> each.facility() + ": " + each.reason())
                .findFirst();
        return silent.or(
                () -> refused == null ? Optional.empty() : refused.stream().findFirst());
    }

    /**
     * The reader says that a probable prior is the patient's, or takes that back; then the case hangs with it, or without. Of
     * what the reader takes back nothing is deleted here.
     */
    // [impl->req~shell.priors-sure~1]
    CompletableFuture<OpenedCase> judge(OpenedCase opened, KnownPrior prior, Cancellation cancellation) {
        StudySummary study = opened.item().study();
        return Async.run(() -> services.priors().say(study, prior, reader), io)
                .thenCompose(said -> prior.isConfirmed()
                        ? CompletableFuture.completedFuture(true)
                        : source(prior.study().facility())
                                .retrieve(prior.study().uid(), (here, total) -> {}, cancellation)
                                .thenApply(came -> true))
                .thenCompose(came -> services.priors().of(study, cancellation))
                .thenApplyAsync(known -> Async.call(() -> again(opened, known)), io);
    }

    private OpenedCase again(OpenedCase opened, PriorList known) throws CandelaException {
        return new OpenedCase(
                opened.item(),
                opened.purpose(),
                opened.study(),
                opened.images(),
                hanging(opened.study()),
                opened.gaps(),
                known);
    }

    private List<ReadingStudy> hanging(Study study) throws CandelaException {
        return services.priors().hanging(services.library(), study).stream()
                .map(services.layouts()::of)
                .toList();
    }

    private static String reason(Throwable failure) {
        Throwable cause = Async.causeOf(failure);
        if (cause instanceof TimeoutException) {
            return "not here within " + PATIENCE_WITH_PRIORS_SECONDS + " s";
        }
        return cause instanceof CandelaException ? String.valueOf(cause.getMessage()) : "internal error";
    }

    private OpenedCase finish(ReadingItem item, Purpose purpose, Brought came, Cancellation cancellation)
            throws CandelaException {
        cancellation.throwIfRequested();
        Study study = services.library()
                .study(item.study().uid())
                .orElseThrow(
                        () -> new CandelaException("study.nothing-came", "the facility sent no object of the study"));
        List<ReadingStudy> priors = hanging(study);
        ReadingStudy images = services.layouts().of(study);
        if (purpose == Purpose.DIAGNOSIS) {
            markOpen(item);
        }
        return new OpenedCase(item, purpose, study, images, priors, came.gaps(), came.known());
    }

    /**
     * A signed report is opened again without going back behind the signature. Another try to open the same study that was
     * given up in the meantime has given back the claim, which both had.
     */
    private void markOpen(ReadingItem asked) throws CandelaException {
        ReadingItem item = asItIsNow(asked);
        claim(item);
        ReadingState from = item.state() == ReadingState.READY ? ReadingState.CLAIMED : item.state();
        if (from.canBecome(ReadingState.OPEN)) {
            services.worklist().change(item.id(), from, ReadingState.OPEN, reader);
        }
    }

    /** There is no way back for a facility's workitem but to cancel it, so that one stays claimed, as the list tells. */
    private void giveBack(ReadingItem item) {
        if (!services.claims().isBound(item.id())) {
            giveBackHere(item);
        }
    }

    private void giveBackHere(ReadingItem item) {
        if (item.state() == ReadingState.READY) {
            change(item, ReadingState.CLAIMED, ReadingState.READY);
        }
    }

    private void change(ReadingItem item, ReadingState from, ReadingState to) {
        try {
            services.worklist().change(item.id(), from, to, reader);
        } catch (CandelaException e) {
            LOG.info("a case stays as it is [{}]", e.code());
        }
    }

    private StudySource source(ReadingItem item) {
        return source(item.id().facility());
    }

    private StudySource source(FacilityId facility) {
        return Optional.ofNullable(services.sources().get(facility))
                .orElseThrow(() -> new IllegalStateException("no source for a facility of the list"));
    }
}
