package org.candela.study.prior;

import java.util.List;

/**
 * Whether two studies are of one person.
 *
 * @param score in percent; 100 for an exact match
 * @param evidence what speaks for it, then what speaks against it
 */
public record PriorMatch(Sureness sureness, int score, List<Evidence> evidence) {
    /** How far one may rely on it. */
    public enum Sureness {
        /** The same id of the same issuer, and nothing contradicts it. */
        EXACT,
        /** Name and birth date, or an id that something contradicts: a person has to say so. */
        PROBABLE,
        /** Not enough in common. */
        NONE
    }

    /** What two studies say alike or otherwise of their patients. */
    public enum Evidence {
        SAME_ID,
        SAME_NAME,
        /** The same but for spelling, script, or a middle name that one of them lacks. */
        SIMILAR_NAME,
        /** Family name and initial, or family and given name exchanged. */
        PARTLY_SAME_NAME,
        SAME_BIRTH_DATE,
        SAME_SEX,
        /** Day and month exchanged, or one digit differs. */
        CLOSE_BIRTH_DATE,
        OTHER_NAME,
        OTHER_BIRTH_DATE,
        OTHER_SEX;

        /** Whether it speaks against one person. */
        public boolean isContradiction() {
            return this == CLOSE_BIRTH_DATE || this == OTHER_NAME || this == OTHER_BIRTH_DATE || this == OTHER_SEX;
        }
    }

    /** Nothing in common. */
    static final PriorMatch NONE = new PriorMatch(Sureness.NONE, 0, List.of());

    public PriorMatch {
        evidence = List.copyOf(evidence);
    }

    /** What speaks against it; shown wherever the match is. */
    public List<Evidence> contradictions() {
        return evidence.stream().filter(Evidence::isContradiction).toList();
    }
}
