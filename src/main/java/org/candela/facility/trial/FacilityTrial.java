package org.candela.facility.trial;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.candela.base.Async;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.facility.trial.TrialResult.Verdict;

/** Tries services one after the other, each within a time limit. Blocks for as long as all of them together. */
// [impl->req~facility.trial~1]
public final class FacilityTrial {
    private static final long LOOK_FOR_CANCELLATION_MILLIS = 50;

    private final Executor io;
    private final Duration limit;

    /** @param limit for each service */
    public FacilityTrial(Executor io, Duration limit) {
        this.io = io;
        this.limit = limit;
    }

    /**
     * Tries all of them.
     *
     * @param progress told of each as it is done, on this thread
     * @return one result for each, in their order; those that were not tried after a cancellation are ENDED
     */
    public List<TrialResult> run(List<Trial> trials, Consumer<TrialResult> progress, Cancellation cancellation) {
        List<TrialResult> results = new ArrayList<>();
        for (Trial trial : trials) {
            TrialResult result = run(trial, cancellation);
            results.add(result);
            progress.accept(result);
        }
        return List.copyOf(results);
    }

    private TrialResult run(Trial trial, Cancellation cancellation) {
        if (cancellation.isRequested()) {
            return ended(trial);
        }
        Cancellation part = cancellation.ofPart();
        long start = System.nanoTime();
        CompletableFuture<String> answer = Async.supply(() -> trial.attempt().run(part), io);
        try {
            String told = await(answer, cancellation);
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            return new TrialResult(trial.service(), trial.address(), Verdict.WORKS, took, told, "");
        } catch (TimeoutException e) {
            return failed(trial, "no answer within " + limit.toSeconds() + " s", Remedies.UNREACHABLE);
        } catch (ExecutionException e) {
            return failed(trial, Async.causeOf(e.getCause() == null ? e : e.getCause()));
        } catch (CancellationException e) {
            return ended(trial);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ended(trial);
        } finally {
            part.cancel();
        }
    }

    private String await(CompletableFuture<String> answer, Cancellation cancellation)
            throws TimeoutException, ExecutionException, InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (System.nanoTime() < end) {
            try {
                return answer.get(LOOK_FOR_CANCELLATION_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                cancellation.throwIfRequested();
            }
        }
        throw new TimeoutException();
    }

    private static TrialResult failed(Trial trial, Throwable cause) {
        return cause instanceof CandelaException known
                ? failed(trial, String.valueOf(known.getMessage()), Remedies.of(known))
                : failed(trial, "internal error: " + cause, "");
    }

    private static TrialResult failed(Trial trial, String told, String remedy) {
        return new TrialResult(trial.service(), trial.address(), Verdict.FAILS, Duration.ZERO, told, remedy);
    }

    private static TrialResult ended(Trial trial) {
        return new TrialResult(trial.service(), trial.address(), Verdict.ENDED, Duration.ZERO, "", "");
    }
}
