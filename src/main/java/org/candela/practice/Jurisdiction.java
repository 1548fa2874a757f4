package org.candela.practice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A state, the District of Columbia or a territory of the United States that licenses physicians.
 *
 * @param code its two-letter postal code, as {@code TX}
 */
public record Jurisdiction(String code) implements Comparable<Jurisdiction> {
    /** @throws IllegalArgumentException when nothing has this code */
    public Jurisdiction {
        if (!Jurisdictions.isKnown(code)) {
            throw new IllegalArgumentException("no state or territory has the postal code \"" + code + "\"");
        }
    }

    /** That of a code in any case, with blanks around it. */
    public static Jurisdiction of(String code) {
        return new Jurisdiction(code.strip().toUpperCase(Locale.ROOT));
    }

    /** Whether a code in any case is one. */
    public static boolean isOne(String code) {
        return Jurisdictions.isKnown(code.strip().toUpperCase(Locale.ROOT));
    }

    /** Its name in English. */
    public String title() {
        return Jurisdictions.named(code).title();
    }

    /**
     * The dates that it is there: two where midnight has passed in one of its time zones only. What holds on a date must
     * hold on each of them.
     */
    // [impl->req~licence.time-zones~1]
    public SortedSet<LocalDate> dates(Instant at) {
        return Jurisdictions.named(code).zones().stream()
                .map(zone -> LocalDate.ofInstant(at, zone))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public int compareTo(Jurisdiction other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
