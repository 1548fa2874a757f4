package org.candela.readiness.link;

import java.time.Duration;
import java.util.Set;

/**
 * How a link is measured.
 *
 * @param window how long each direction is loaded
 * @param warmUp what of it does not count: connections that get going (RFC 6349 §3.3 asks for the steady state)
 * @param flows how many transfers run at once, so that no one window bounds the rate (RFC 6349 §4)
 * @param requests small ones, one after the other, on the idle link
 * @param mostBytes each direction; reached, it ends the direction early
 * @param directions what is loaded; neither measures delay alone
 */
public record LinkPlan(
        Duration window, Duration warmUp, int flows, int requests, long mostBytes, Set<Direction> directions) {
    /** Which way. */
    public enum Direction {
        DOWN,
        UP
    }

    /** Ten seconds each way of which eight count, four transfers, 500 MB at most. */
    public static final LinkPlan USUAL = new LinkPlan(
            Duration.ofSeconds(10), Duration.ofSeconds(2), 4, 20, 500_000_000L, Set.of(Direction.DOWN, Direction.UP));

    public LinkPlan {
        directions = Set.copyOf(directions);
        if (warmUp.isNegative() || warmUp.compareTo(window) >= 0 || flows < 1 || requests < 2 || mostBytes < 1) {
            throw new IllegalArgumentException("a measurement needs a window behind its warm-up, a flow, two requests");
        }
    }

    /** The same in these directions. */
    public LinkPlan only(Set<Direction> others) {
        return new LinkPlan(window, warmUp, flows, requests, mostBytes, others);
    }

    /** The same over another window, with no more bytes than this; a fifth of the window warms up. */
    public LinkPlan within(Duration otherWindow, long bytes) {
        return new LinkPlan(otherWindow, otherWindow.dividedBy(5), flows, requests, bytes, directions);
    }
}
