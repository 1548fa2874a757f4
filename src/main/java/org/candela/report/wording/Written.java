package org.candela.report.wording;

/**
 * What some words become.
 *
 * @param end behind the last word that it takes
 * @param text as written; not empty
 */
record Written(int end, String text, Glue glue) {
    static Written word(int end, String text) {
        return new Written(end, text, Glue.WORD);
    }

    /** How a text stands to its neighbours. */
    enum Glue {
        /** A space on either side. */
        WORD,
        /** At the word before it: full stop, comma. */
        LEFT,
        /** At the word behind it: opening bracket. */
        RIGHT,
        /** At both: slash, hyphen. */
        BOTH,
        /** Ends the line. */
        BREAK
    }
}
