package org.candela.study;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.candela.base.Async;
import org.candela.base.Cancellation;
import org.candela.base.Uid;
import org.candela.facility.FacilityId;
import org.candela.facility.ServiceEndpoint;
import org.candela.net.web.WebException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Studies of one facility over several ways to the same service: the first that answers, and the first of all again as soon
 * as it does.
 *
 * <p>Another way is tried when one cannot be reached, does not answer, breaks off or fails with a status of 500 or more; not
 * when it refuses us, or is not who it should be. A way that failed is left alone while another answers, and looked at
 * beside the work after pauses of 10 s to 2 min. All that is asked of a source may be asked twice. Safe from any thread.
 */
// [impl->req~study.failover~1]
public final class RoutedStudies implements StudySource {
    private static final Logger LOG = LoggerFactory.getLogger(RoutedStudies.class);
    /** With another way at hand; the whole of a list may take 25 s. */
    private static final Duration LIST_PATIENCE = Duration.ofSeconds(8);

    private static final int SERVER_ERROR = 500;

    private final List<Circuit> circuits;
    private final Executor io;
    private final Clock clock;

    /**
     * One way to the service.
     *
     * @param probe asks for as little as can be; fails when the way is no good
     */
    public record Way(ServiceEndpoint.Route route, StudySource source, Async.Step probe) {}

    /** @param ways to one facility, in the order they are wanted; at least one */
    public RoutedStudies(List<Way> ways, Executor io, Clock clock) {
        if (ways.isEmpty()) {
            throw new IllegalArgumentException("no way to a facility");
        }
        this.circuits = ways.stream().map(Circuit::new).toList();
        this.io = io;
        this.clock = clock;
    }

    @Override
    public FacilityId facility() {
        return circuits.get(0).way().source().facility();
    }

    @Override
    public Optional<ServiceEndpoint.Route> detour() {
        Circuit used = ways().get(0);
        return used == circuits.get(0)
                ? Optional.empty()
                : Optional.of(used.way().route());
    }

    @Override
    public CompletableFuture<List<StudySummary>> studiesSince(LocalDate day, Cancellation cancellation) {
        return first(new Request<>((source, part) -> source.studiesSince(day, part), LIST_PATIENCE, cancellation));
    }

    @Override
    public CompletableFuture<List<StudySummary>> studiesOf(Patient patient, Cancellation cancellation) {
        return first(new Request<>((source, part) -> source.studiesOf(patient, part), LIST_PATIENCE, cancellation));
    }

    @Override
    public CompletableFuture<Retrieval> retrieve(Uid study, RetrievalListener listener, Cancellation cancellation) {
        // As long as it takes: a way that stalls is ended by the client's own limits, and the next brings what is
        // missing.
        return first(new Request<>(
                (source, part) -> source.retrieve(study, listener, part), Duration.ofDays(1), cancellation));
    }

    private interface Question<T> {
        CompletableFuture<T> ask(StudySource source, Cancellation cancellation);
    }

    /** @param patience with one way while there is another */
    private record Request<T>(Question<T> question, Duration patience, Cancellation cancellation) {}

    private <T> CompletableFuture<T> first(Request<T> request) {
        circuits.stream().filter(circuit -> circuit.isDue(clock.instant())).forEach(this::look);
        return next(request, ways());
    }

    /** Those that answered last, then those that did not, each in the order they are wanted. */
    private List<Circuit> ways() {
        return Stream.concat(
                        circuits.stream().filter(circuit -> !circuit.hasFailed()),
                        circuits.stream().filter(Circuit::hasFailed))
                .toList();
    }

    private <T> CompletableFuture<T> next(Request<T> request, List<Circuit> left) {
        Circuit circuit = left.get(0);
        List<Circuit> others = left.subList(1, left.size());
        Cancellation part = request.cancellation().ofPart();
        CompletableFuture<T> answer = request.question().ask(circuit.way().source(), part);
        CompletableFuture<T> inTime = others.isEmpty()
                ? answer
                : answer.copy().orTimeout(request.patience().toMillis(), TimeUnit.MILLISECONDS);
        return inTime.handle((found, failure) -> new Attempt<T>(circuit, part, answer, Optional.ofNullable(failure)))
                .thenCompose(attempt -> goOn(request, attempt, others));
    }

    /** @param failure why there is no answer */
    private record Attempt<T>(
            Circuit circuit, Cancellation part, CompletableFuture<T> answer, Optional<Throwable> failure) {}

    private <T> CompletableFuture<T> goOn(Request<T> request, Attempt<T> attempt, List<Circuit> others) {
        if (attempt.failure().isEmpty()) {
            worked(attempt.circuit());
            return attempt.answer();
        }
        attempt.part().cancel();
        Throwable failure = attempt.failure().orElseThrow();
        boolean isOfTheWay =
                isOfTheWay(Async.causeOf(failure)) && !request.cancellation().isRequested();
        if (isOfTheWay) {
            failed(attempt.circuit());
        }
        return isOfTheWay && !others.isEmpty() ? next(request, others) : CompletableFuture.failedFuture(failure);
    }

    private static boolean isOfTheWay(Throwable failure) {
        if (failure instanceof TimeoutException) {
            return true;
        }
        if (!(failure instanceof WebException web)) {
            return false;
        }
        return switch (web.kind()) {
            case UNREACHABLE, TIMED_OUT, BROKEN_RESPONSE -> true;
            case REFUSED -> web.status().orElse(0) >= SERVER_ERROR;
            case NOT_TRUSTED, SIGN_IN, FOREIGN_PLACE, UNEXPECTED_CONTENT, LOCAL_DISK -> false;
        };
    }

    /** Beside the work: nobody waits for a way that may still be dead. */
    private void look(Circuit circuit) {
        if (circuits.size() > 1 && circuit.beginLook()) {
            var unused = Async.run(circuit.way().probe(), io).whenComplete((done, failure) -> {
                circuit.endLook();
                if (failure == null) {
                    worked(circuit);
                } else {
                    failed(circuit);
                }
            });
        }
    }

    private void worked(Circuit circuit) {
        if (circuit.worked()) {
            LOG.info(
                    "{}: its {} address answers again",
                    facility(),
                    circuit.way().route());
        }
    }

    private void failed(Circuit circuit) {
        boolean isFirst = circuit.failed(clock.instant());
        if (isFirst && circuits.size() > 1) {
            LOG.warn(
                    "{}: its {} address does not answer [study.detour]",
                    facility(),
                    circuit.way().route());
        }
    }
}
