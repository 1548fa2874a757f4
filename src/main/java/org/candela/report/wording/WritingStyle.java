package org.candela.report.wording;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How a reader wants spoken words written.
 *
 * @param dates the form of dates
 * @param abbreviations words in lower case to what is written for them; one that would hide a side or a negation is refused
 */
public record WritingStyle(DateStyle dates, Map<String, String> abbreviations) {
    /** What stands in every workstation at first. */
    public static final WritingStyle STANDARD = new WritingStyle(DateStyle.AMERICAN, Map.of());

    private static final Set<String> NEVER_HIDDEN = Set.of(
            "left",
            "right",
            "bilateral",
            "bilaterally",
            "no",
            "not",
            "without",
            "none",
            "negative",
            "never",
            "nor",
            "neither",
            "denies",
            "absent",
            "absence");

    public WritingStyle {
        Map<String, String> plain = new HashMap<>();
        abbreviations.forEach((words, written) -> {
            String said = words.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
            refuseHiding(said, written);
            plain.put(said, written);
        });
        abbreviations = Map.copyOf(plain);
    }

    private static void refuseHiding(String said, String written) {
        if (said.isEmpty() || written.isBlank()) {
            throw new IllegalArgumentException("an abbreviation needs words and what is written for them");
        }
        List<String> kept = List.of(written.toLowerCase(Locale.ROOT).split("[^a-z]+"));
        for (String word : said.split(" ")) {
            if (NEVER_HIDDEN.contains(word) && !kept.contains(word)) {
                throw new IllegalArgumentException(
                        "\"" + written + "\" for \"" + said + "\" would hide \"" + word + "\"");
            }
        }
    }
}
