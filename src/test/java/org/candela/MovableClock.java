package org.candela;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands until it is moved. Safe from any thread. */
public final class MovableClock extends Clock {
    private volatile Instant now;

    /** Stands at some moment of a night shift. */
    public MovableClock() {
        this(Instant.parse("2026-11-24T01:30:12Z"));
    }

    public MovableClock(Instant start) {
        now = start;
    }

    /** Goes on by {@code time}, or back when it is negative. One thread moves it. */
    public void advance(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
