package org.candela.report.wording;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.candela.dictation.SpokenWord;

/** Words as an engine hands them over. */
final class Spoken {
    private Spoken() {}

    /** The words of {@code text}, all of them certain, a quarter of a second each. */
    static List<SpokenWord> words(String text) {
        List<SpokenWord> words = new ArrayList<>();
        for (String word : text.strip().split("\\s+")) {
            if (!word.isEmpty()) {
                words.add(word(word, 0.9, words.size()));
            }
        }
        return words;
    }

    static SpokenWord word(String text, double confidence, int index) {
        return new SpokenWord(text, confidence, Duration.ofMillis(250L * index), Duration.ofMillis(250L * index + 250));
    }
}
