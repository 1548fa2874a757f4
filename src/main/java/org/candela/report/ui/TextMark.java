package org.candela.report.ui;

import org.candela.report.TextSpan;

/** Something about words of a field that is shown with them: how, and where in what is written. */
record TextMark(Kind kind, TextSpan span) {
    /** What is shown. */
    enum Kind {
        /** Being understood: grey. */
        LIVE("mark-live"),
        /** The engine was not sure and the reader has not looked. */
        DOUBTFUL("mark-doubtful"),
        /** Not in the dictionary. */
        MISSPELLED("mark-misspelled"),
        /** A measurement that leads to its image. */
        LINKED("mark-linked"),
        /** A measurement whose text no longer says what was measured. */
        DISAGREEING("mark-disagreeing");

        private final String styleClass;

        Kind(String styleClass) {
            this.styleClass = styleClass;
        }

        String styleClass() {
            return styleClass;
        }
    }
}
