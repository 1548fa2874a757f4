package org.candela.net.web;

import java.time.Duration;

/**
 * How long a server is waited for.
 *
 * @param answer until the status line of an answer has come
 * @param stall longest pause within the body of an answer; a body that comes slower than
 *     {@value #SLOWEST_BYTES_PER_SECOND} bytes a second is not waited for much longer than that either
 * @param retry what is done about a request that failed and is safe to repeat
 */
public record WebPatience(Duration answer, Duration stall, RetryPolicy retry) {
    /** A server that sends less than this is as good as silent. */
    static final long SLOWEST_BYTES_PER_SECOND = 1 << 10;
    /** 30 s to answer, 20 s of silence at most, nothing repeated. */
    public static final WebPatience STANDARD =
            new WebPatience(Duration.ofSeconds(30), Duration.ofSeconds(20), RetryPolicy.NONE);

    public WebPatience {
        if (answer.isNegative() || answer.isZero() || stall.isNegative() || stall.isZero()) {
            throw new IllegalArgumentException("timeouts must be positive: " + answer + ", " + stall);
        }
    }
}
