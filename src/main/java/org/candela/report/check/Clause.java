package org.candela.report.check;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a clause of a sentence begins and ends: what is denied or said of a side reaches no further. */
final class Clause {
    private static final Pattern BREAK =
            Pattern.compile("\\bbut\\b|\\bhowever\\b|\\balthough\\b|\\bexcept(?:ing| for)?\\b|;"
                    + "|\\baside from\\b|\\bother than\\b|\\bapart from\\b|\\bwhich\\b|, there (?:is|are)\\b|, with\\b|, and (?:a|the|there)\\b"
                    + "|\\bwith the exception of\\b|\\botherwise\\b");

    private Clause() {}

    static int start(String sentence, int at) {
        Matcher breaks = BREAK.matcher(sentence).region(0, at);
        int start = 0;
        while (breaks.find()) {
            start = breaks.end();
        }
        return start;
    }

    static int end(String sentence, int at) {
        Matcher breaks = BREAK.matcher(sentence);
        return breaks.find(at) ? breaks.start() : sentence.length();
    }
}
