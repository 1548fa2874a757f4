package org.candela.net.web;

import java.time.Duration;

/**
 * How often and after which pauses a request that is safe to repeat is repeated.
 *
 * <p>The pause doubles from {@code first} to {@code longest}; half of it is chance, so that many stations do not come back
 * at once. What a server asks for by Retry-After (RFC 9110 §10.2.3) is waited for if it is no more than {@code longest}.
 *
 * @param attempts how often in all, 1 for never again
 * @param first before the second attempt
 * @param longest no pause is longer
 */
public record RetryPolicy(int attempts, Duration first, Duration longest) {
    /** Once and no more. */
    public static final RetryPolicy NONE = new RetryPolicy(1, Duration.ofMillis(1), Duration.ofMillis(1));
    /** Four times within about 15 seconds. */
    public static final RetryPolicy STANDARD = new RetryPolicy(4, Duration.ofMillis(500), Duration.ofSeconds(20));

    public RetryPolicy {
        if (attempts < 1 || first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("no way to retry: " + attempts + ", " + first + ", " + longest);
        }
    }

    /**
     * The pause after {@code failures} failed attempts.
     *
     * @param chance 0 to 1
     */
    // [impl->req~net.web.retry~1]
    Duration pauseAfter(int failures, double chance) {
        int doublings = Math.min(failures - 1, 30);
        long millis = Math.min(first.toMillis() << doublings, longest.toMillis());
        return Duration.ofMillis(Math.max(1, Math.round(millis * (0.5 + chance / 2))));
    }
}
