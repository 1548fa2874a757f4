package org.candela.report.check;

import java.util.Set;
import org.candela.report.TextSpan;

/**
 * A finding as one sentence speaks of it.
 *
 * @param concept id of the {@link Concept}
 * @param words as written, in lower case
 * @param sides said of it; empty when no side is
 * @param span of the words in the field's text
 */
record Mention(
        String concept, String words, Stance stance, Change change, Set<Side> sides, Sentence sentence, TextSpan span) {
    Mention {
        sides = Set.copyOf(sides);
    }

    boolean isAffirmed() {
        return stance == Stance.AFFIRMED;
    }

    /** Whether this may be said of the same place as {@code other}: no side is said, or a common one. */
    boolean mayMean(Mention other) {
        return sides.isEmpty() || other.sides.isEmpty() || sides.stream().anyMatch(other.sides::contains);
    }

    /** What a sentence says of a finding. */
    enum Stance {
        /** It is there. */
        AFFIRMED,
        /** It is not there. */
        DENIED,
        /** Some form of it is not there: no new one, no displaced one. */
        PARTLY_DENIED,
        /** It may be there. */
        UNSURE,
        /** It was there: old, healed, resolved, treated. */
        PAST,
        /** It is only spoken of: a question, a recommendation. */
        SPOKEN_OF
    }

    /** How it has changed since it was seen last. */
    enum Change {
        UNTOLD,
        NEW,
        MORE,
        LESS,
        SAME
    }
}
