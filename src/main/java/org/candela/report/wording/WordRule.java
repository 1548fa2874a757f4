package org.candela.report.wording;

import java.util.Optional;

/** One way in which words become something else in writing. Looks, and changes nothing. */
interface WordRule {
    /** What the words from {@code at} on become; empty where the rule does not speak of them. */
    Optional<Written> at(Words words, int at);
}
