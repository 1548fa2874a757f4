package org.candela.practice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * A physician's licence of one state.
 *
 * @param number as the board writes it
 * @param verifiedOn when it was last looked up at the board; empty: never
 * @param documentSha256 hash of the kept copy, lower-case hex; empty where none is kept
 */
public record Licence(
        Jurisdiction jurisdiction,
        String number,
        Grade grade,
        Period period,
        Route route,
        Optional<LocalDate> verifiedOn,
        Optional<String> documentSha256)
        implements PracticeRecord {
    public Licence {
        if (number.isBlank()) {
            throw new IllegalArgumentException("the licence of " + jurisdiction + " needs its number");
        }
    }

    /** What it allows. */
    public enum Grade {
        /** Full and unrestricted. */
        FULL,
        /** Of a resident or fellow. */
        TRAINING,
        /** Of a state that licenses telemedicine alone. */
        TELEMEDICINE,
        /** With conditions of the board. */
        RESTRICTED;

        /** Whether one may read for patients of the state from elsewhere: not in training, not restricted. */
        // [impl->req~licence.full~1]
        public boolean allowsReading() {
            return switch (this) {
                case FULL, TELEMEDICINE -> true;
                case TRAINING, RESTRICTED -> false;
            };
        }
    }

    /** How it was got. */
    public enum Route {
        /** By the Interstate Medical Licensure Compact. */
        COMPACT,
        DIRECT
    }

    @Override
    public String text() {
        return jurisdiction + " licence " + number + " (" + grade.name().toLowerCase(Locale.ROOT) + ", " + period + ")";
    }

    @Override
    public Kind kind() {
        return Kind.LICENCE;
    }

    @Override
    public String key() {
        return jurisdiction + " " + number;
    }

    /** Whether it allows reading for patients there at that moment, by every clock of the state. */
    boolean isInForce(Instant at) {
        return grade.allowsReading() && period.covers(jurisdiction.dates(at));
    }
}
