package org.candela.study.prior;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.candela.base.Async;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.facility.FacilityId;
import org.candela.study.OfferedStudy;
import org.candela.study.StudySource;
import org.candela.study.StudySummary;
import org.candela.study.prior.PriorMatch.Sureness;
import org.candela.study.prior.PriorRules.Listed;
import org.jspecify.annotations.Nullable;

/**
 * Asks all facilities at once what they have of a patient, each within a limit of time; one that is silent keeps nobody
 * waiting and is named. What a facility answered is not asked again for a while.
 *
 * <p>Safe from any thread; never blocks its caller.
 */
// [impl->req~study.prior.search~1]
public final class PriorSearch {
    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final int MOST_KEPT = 200;

    private final Map<FacilityId, StudySource> sources;
    private final Clock clock;
    private final Duration limit;
    private final PriorRules rules = PriorRules.shipped();
    private final Map<Question, Answer> kept = new LinkedHashMap<>();

    /** @param limit for the answer of each facility */
    public PriorSearch(Map<FacilityId, StudySource> sources, Clock clock, Duration limit) {
        this.sources = Map.copyOf(sources);
        this.clock = clock;
        this.limit = limit;
    }

    private record Question(FacilityId asked, FacilityId facility, Uid study) {}

    private record Answer(Instant at, List<OfferedStudy> found) {}

    private record Reply(FacilityId facility, List<OfferedStudy> found, Optional<String> silence) {}

    /** What is known of earlier studies of the patient of {@code study}; {@code confirmed} are those the reader took. */
    public CompletableFuture<PriorList> of(StudySummary study, Set<Uid> confirmed, Cancellation cancellation) {
        List<CompletableFuture<Reply>> replies = sources.values().stream()
                .map(source -> ask(source, study, cancellation))
                .toList();
        return CompletableFuture.allOf(replies.toArray(CompletableFuture[]::new))
                .thenApply(all -> list(
                        study, replies.stream().map(CompletableFuture::join).toList(), confirmed));
    }

    private CompletableFuture<Reply> ask(StudySource source, StudySummary study, Cancellation cancellation) {
        Question question = new Question(source.facility(), study.facility(), study.uid());
        Optional<Answer> known = known(question);
        if (known.isPresent()) {
            return CompletableFuture.completedFuture(
                    new Reply(source.facility(), known.orElseThrow().found(), Optional.empty()));
        }
        Cancellation request = cancellation.ofPart();
        return CompletableFuture.completedFuture(study.patient())
                .thenCompose(patient -> source.offeredFor(patient, request))
                .orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
                .handle((found, failure) -> {
                    request.cancel();
                    return reply(question, found, failure);
                });
    }

    private Reply reply(Question question, @Nullable List<OfferedStudy> found, @Nullable Throwable failure) {
        if (found == null) {
            return new Reply(question.asked(), List.of(), Optional.of(words(failure)));
        }
        keep(question, found);
        return new Reply(question.asked(), found, Optional.empty());
    }

    private String words(@Nullable Throwable failure) {
        Throwable cause = failure == null ? new IllegalStateException("no answer") : Async.causeOf(failure);
        if (cause instanceof TimeoutException) {
            return "no answer within " + Math.max(1, limit.toSeconds()) + " s";
        }
        if (cause instanceof CancellationException) {
            return "not asked to the end";
        }
        return cause instanceof CandelaException ? String.valueOf(cause.getMessage()) : "internal error";
    }

    private synchronized Optional<Answer> known(Question question) {
        Instant oldest = clock.instant().minus(KEPT);
        return Optional.ofNullable(kept.get(question))
                .filter(answer -> answer.at().isAfter(oldest));
    }

    private synchronized void keep(Question question, List<OfferedStudy> found) {
        kept.remove(question);
        kept.put(question, new Answer(clock.instant(), List.copyOf(found)));
        if (kept.size() > MOST_KEPT) {
            kept.remove(kept.keySet().iterator().next());
        }
    }

    private PriorList list(StudySummary study, List<Reply> replies, Set<Uid> confirmed) {
        List<KnownPrior> priors = new ArrayList<>();
        List<PriorList.Silent> silent = new ArrayList<>();
        for (Reply reply : replies) {
            reply.silence().ifPresent(words -> silent.add(new PriorList.Silent(reply.facility(), words)));
            reply.found().stream()
                    .filter(offered -> isEarlier(offered.study(), study))
                    .filter(offered -> priors.stream()
                            .noneMatch(prior ->
                                    prior.study().uid().equals(offered.study().uid())))
                    .map(offered -> known(study, offered, confirmed))
                    .filter(prior -> prior.match().sureness() != Sureness.NONE)
                    .forEach(priors::add);
        }
        priors.sort(Comparator.comparing((KnownPrior prior) -> !prior.isAccepted())
                .thenComparing(prior -> !isSamePart(prior.study(), study))
                .thenComparing(prior -> !isSameModality(prior.study(), study))
                .thenComparing(prior -> when(prior.study()), Comparator.reverseOrder()));
        return new PriorList(priors, silent);
    }

    private KnownPrior known(StudySummary study, OfferedStudy offered, Set<Uid> confirmed) {
        return new KnownPrior(
                offered.study(),
                rules.compare(new Listed(study), new Listed(offered.study())),
                offered.availability(),
                confirmed.contains(offered.study().uid()));
    }

    private static boolean isEarlier(StudySummary found, StudySummary study) {
        boolean isItself = found.uid().equals(study.uid());
        return !isItself
                && found.identity().dateTime().isPresent()
                && study.identity().dateTime().filter(when(found)::isBefore).isPresent();
    }

    private static LocalDateTime when(StudySummary study) {
        return study.identity().dateTime().orElse(LocalDateTime.MIN);
    }

    private static boolean isSameModality(StudySummary prior, StudySummary study) {
        return prior.modalities().stream().anyMatch(study.modalities()::contains);
    }

    private static boolean isSamePart(StudySummary prior, StudySummary study) {
        Set<BodyPart> parts = BodyPart.in(study.identity().description());
        return BodyPart.in(prior.identity().description()).stream().anyMatch(parts::contains);
    }
}
