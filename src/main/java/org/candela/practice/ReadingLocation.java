package org.candela.practice;

import java.time.Duration;
import java.time.Instant;

/**
 * Where the reader sits, as attested.
 *
 * @param country ISO 3166 two letters, as {@code US}; territories of the United States are of the US here
 * @param place state or words
 */
public record ReadingLocation(String country, String place, Instant attestedAt) implements PracticeRecord {
    /** A shift does not last longer. */
    private static final Duration HOLDS = Duration.ofHours(16);

    public ReadingLocation {
        if (!country.matches("[A-Z]{2}")) {
            throw new IllegalArgumentException("a country is two capital letters, as US: \"" + country + "\"");
        }
    }

    /** Whether it was attested for the shift that this moment is in. */
    public boolean holdsAt(Instant moment) {
        return !moment.isBefore(attestedAt) && moment.isBefore(attestedAt.plus(HOLDS));
    }

    /** Whether Medicare pays for what is read there (CMS Transmittal 66, change request 5427). */
    public boolean isInTheUnitedStates() {
        return country.equals("US");
    }

    @Override
    public Kind kind() {
        return Kind.LOCATION;
    }

    @Override
    public String key() {
        return "reader";
    }

    @Override
    public String text() {
        return country + ", " + place + ", attested " + attestedAt;
    }
}
