package org.candela.critical;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.candela.critical.CriticalPolicy.Step;

/**
 * How an open loop stands at a moment: how long it took so far, how much is left, whom to call next. Pure.
 *
 * @param elapsed since identification; never negative
 * @param limit what the policy allows
 * @param next whom to call; empty where the policy has nobody
 * @param isSilent whether the reader wants no sound for now; it stays on the list in its colour
 */
// [impl->req~critical.timer~1]
public record LoopStanding(CriticalLoop loop, Duration elapsed, Duration limit, Optional<Step> next, boolean isSilent) {
    /** How much of the limit may go before it is amber: half. */
    private static final int AMBER_PART = 2;

    /** How urgent it is. */
    public enum Urgency {
        IN_TIME,
        AMBER,
        RED
    }

    /** At {@code now}, by the policy in force. */
    // [impl->req~critical.ladder~1]
    public static LoopStanding of(CriticalLoop loop, CriticalPolicy policy, Instant now) {
        Duration since = Duration.between(loop.identifiedAt(), now);
        Duration elapsed = since.isNegative() ? Duration.ZERO : since;
        return new LoopStanding(
                loop,
                elapsed,
                policy.limit(loop.category()),
                next(loop, policy.ladder(loop.category()), elapsed),
                loop.snoozedUntil().filter(now::isBefore).isPresent());
    }

    /**
     * The step whose time has come; where it was tried in vain, the one after it, and after the last the first again. Who was
     * never tried comes before who was tried.
     */
    private static Optional<Step> next(CriticalLoop loop, List<Step> ladder, Duration elapsed) {
        if (ladder.isEmpty()) {
            return Optional.empty();
        }
        int due = 0;
        for (int i = 0; i < ladder.size(); i++) {
            if (ladder.get(i).after().compareTo(elapsed) <= 0) {
                due = i;
            }
        }
        int best = due;
        for (int i = 0; i < ladder.size(); i++) {
            int candidate = (due + i) % ladder.size();
            if (tries(loop, ladder.get(candidate)) < tries(loop, ladder.get(best))) {
                best = candidate;
            }
        }
        return Optional.of(ladder.get(best));
    }

    private static long tries(CriticalLoop loop, Step step) {
        return loop.attempts().stream()
                .filter(attempt ->
                        attempt.phone().equals(step.phone()) || attempt.who().equals(step.who()))
                .count();
    }

    /** What is left of the limit; negative once it is over. */
    public Duration left() {
        return limit.minus(elapsed);
    }

    /** Its colour. */
    public Urgency urgency() {
        if (elapsed.compareTo(limit) >= 0) {
            return Urgency.RED;
        }
        return elapsed.compareTo(limit.dividedBy(AMBER_PART)) >= 0 ? Urgency.AMBER : Urgency.IN_TIME;
    }

    /** Whether it is to be heard. */
    public boolean isHeard() {
        return urgency() == Urgency.RED && !isSilent;
    }
}
