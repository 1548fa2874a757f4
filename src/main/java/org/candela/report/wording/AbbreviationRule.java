package org.candela.report.wording;

import java.util.Map;
import java.util.Optional;

/** The reader's own abbreviations: "status post" becomes s/p for who wants it. */
final class AbbreviationRule implements WordRule {
    private final Map<String, String> abbreviations;
    private final int longest;

    AbbreviationRule(Map<String, String> abbreviations) {
        this.abbreviations = abbreviations;
        this.longest = abbreviations.keySet().stream()
                .mapToInt(words -> words.split(" ").length)
                .max()
                .orElse(0);
    }

    @Override
    public Optional<Written> at(Words words, int at) {
        for (int count = Math.min(longest, words.size() - at); count > 0; count--) {
            String written = abbreviations.get(words.phrase(at, count));
            if (written != null) {
                return Optional.of(Written.word(at + count, written));
            }
        }
        return Optional.empty();
    }
}
