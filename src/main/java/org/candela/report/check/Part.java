package org.candela.report.check;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a section of a report is for, told by its heading. */
enum Part {
    HISTORY("history|indication|clinical|reason"),
    TECHNIQUE("technique|procedure|protocol|exam"),
    COMPARISON("comparison|prior"),
    IMPRESSION("impression|conclusion|opinion"),
    /** Everything else: what was seen. */
    FINDINGS("");

    private final Pattern heading;

    Part(String heading) {
        this.heading = Pattern.compile(heading);
    }

    static Part of(String heading) {
        String lower = heading.toLowerCase(Locale.ROOT);
        for (Part part : values()) {
            if (part != FINDINGS && part.heading.matcher(lower).find()) {
                return part;
            }
        }
        return FINDINGS;
    }
}
