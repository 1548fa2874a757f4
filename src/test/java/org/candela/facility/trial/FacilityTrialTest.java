package org.candela.facility.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.facility.trial.TrialResult.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FacilityTrialTest {
    private final ExecutorService io = Executors.newCachedThreadPool();
    private final CountDownLatch never = new CountDownLatch(1);

    @AfterEach
    void stop() {
        never.countDown();
        io.shutdownNow();
    }

    // [utest->req~facility.trial~1]
    @Test
    void oneThatFailsOrHangsKeepsNoOtherFromBeingTried() {
        List<TrialResult> told = new ArrayList<>();
        Trial hangs = new Trial("hangs", "a", cancellation -> {
            boolean unused = await();
            return "";
        });
        Trial fails = new Trial("fails", "b", cancellation -> {
            throw new CandelaException("web.unreachable", "GET x: no answer");
        });
        Trial works = new Trial("works", "c", cancellation -> "answers");

        List<TrialResult> results = new FacilityTrial(io, Duration.ofSeconds(3))
                .run(List.of(hangs, fails, works), told::add, new Cancellation());

        assertEquals(
                List.of(Verdict.FAILS, Verdict.FAILS, Verdict.WORKS),
                results.stream().map(TrialResult::verdict).toList());
        assertEquals(results, told);
        assertTrue(results.get(0).remedy().contains("Check network and VPN"));
        assertEquals("GET x: no answer", results.get(1).told());
    }

    // [utest->req~facility.trial~1]
    @Test
    void oneThatIsEndedIsToldToStopAndTheRestIsNotTried() {
        Cancellation cancellation = new Cancellation();
        List<Cancellation> given = new ArrayList<>();
        Trial first = new Trial("first", "a", part -> {
            given.add(part);
            cancellation.cancel();
            boolean unused = await();
            return "";
        });
        Trial second = new Trial("second", "b", part -> "answers");

        List<TrialResult> results =
                new FacilityTrial(io, Duration.ofSeconds(20)).run(List.of(first, second), result -> {}, cancellation);

        assertEquals(
                List.of(Verdict.ENDED, Verdict.ENDED),
                results.stream().map(TrialResult::verdict).toList());
        assertTrue(given.get(0).isRequested());
    }

    private boolean await() {
        try {
            return never.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
