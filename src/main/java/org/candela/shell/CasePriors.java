package org.candela.shell;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.candela.base.Async;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.facility.FacilityId;
import org.candela.store.StoreException;
import org.candela.study.Study;
import org.candela.study.StudyLibrary;
import org.candela.study.StudySource;
import org.candela.study.StudySummary;
import org.candela.study.prior.KnownPrior;
import org.candela.study.prior.PriorConfirmations;
import org.candela.study.prior.PriorList;
import org.candela.study.prior.PriorMatch.Sureness;
import org.candela.study.prior.PriorRules;
import org.candela.study.prior.PriorRules.Listed;
import org.candela.study.prior.PriorSearch;

/**
 * The earlier studies of a case: what all facilities know of, and what of it may hang. Only what is surely the patient's, or
 * what the reader took for it, hangs. Any thread.
 */
// [impl->req~shell.priors-sure~1]
public final class CasePriors {
    private static final Duration LIMIT = Duration.ofSeconds(6);

    private final PriorSearch search;
    private final Optional<PriorConfirmations> confirmations;
    private final Executor io;
    private final PriorRules rules = PriorRules.shipped();

    /** Asks {@code search}; what the reader says is kept in {@code confirmations}. */
    public CasePriors(PriorSearch search, PriorConfirmations confirmations, Executor io) {
        this(search, Optional.of(confirmations), io);
    }

    private CasePriors(PriorSearch search, Optional<PriorConfirmations> confirmations, Executor io) {
        this.search = search;
        this.confirmations = confirmations;
        this.io = io;
    }

    /** Of all these sources, with what the reader says kept in {@code confirmations}. */
    public static CasePriors of(
            Map<FacilityId, StudySource> sources, PriorConfirmations confirmations, Clock clock, Executor io) {
        return new CasePriors(new PriorSearch(sources, clock, LIMIT), confirmations, io);
    }

    /** For desks where nobody is asked whose a study is: only what is surely the patient's. */
    static CasePriors sureOnly(Map<FacilityId, StudySource> sources) {
        Clock still = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
        return new CasePriors(new PriorSearch(sources, still, LIMIT), Optional.empty(), Runnable::run);
    }

    /** What is known of earlier studies; never fails over a facility. */
    CompletableFuture<PriorList> of(StudySummary study, Cancellation cancellation) {
        return Async.supply(() -> confirmed(study.uid()), io)
                .thenCompose(confirmed -> search.of(study, confirmed, cancellation));
    }

    private Set<Uid> confirmed(Uid study) throws StoreException {
        return confirmations.isPresent() ? confirmations.orElseThrow().of(study) : Set.of();
    }

    /** What of the library may hang beside a study, newest first. Blocks on the disk. */
    List<Study> hanging(StudyLibrary library, Study study) throws CandelaException {
        List<Study> priors = new ArrayList<>();
        for (Study prior : library.priorsOf(study)) {
            if (rules.compare(new Listed(study), new Listed(prior)).sureness() == Sureness.EXACT) {
                priors.add(prior);
            }
        }
        for (Uid uid : confirmed(study.uid())) {
            library.study(uid)
                    .filter(prior ->
                            priors.stream().noneMatch(other -> other.uid().equals(uid)))
                    .ifPresent(priors::add);
        }
        priors.sort(Comparator.comparing((Study prior) -> prior.dateTime().orElse(LocalDateTime.MIN))
                .reversed());
        return priors;
    }

    /** The reader says whose a prior is: the patient's, or not. Blocks on the disk. */
    void say(StudySummary study, KnownPrior prior, String reader) throws StoreException {
        if (confirmations.isEmpty()) {
            return;
        }
        if (prior.isConfirmed()) {
            confirmations.orElseThrow().takeBack(study, prior, reader);
        } else {
            confirmations.orElseThrow().confirm(study, prior, reader);
        }
    }
}
