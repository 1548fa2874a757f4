package org.candela.practice;

import java.time.LocalDate;
import java.util.Collection;

/**
 * From a date through a date, both included.
 *
 * @param through the last day it holds, as {@code expires} on a licence
 */
public record Period(LocalDate from, LocalDate through) {
    /** @throws IllegalArgumentException when it ends before it begins */
    public Period {
        if (through.isBefore(from)) {
            throw new IllegalArgumentException("ends on " + through + " before it begins on " + from);
        }
    }

    /** Whether it holds on that day. */
    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(through);
    }

    /** Whether it holds on each of these days. */
    public boolean covers(Collection<LocalDate> days) {
        return days.stream().allMatch(this::covers);
    }

    @Override
    public String toString() {
        return from + " to " + through;
    }
}
