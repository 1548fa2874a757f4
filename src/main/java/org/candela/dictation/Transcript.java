package org.candela.dictation;

import java.util.List;
import java.util.stream.Collectors;

/** The words of one utterance, in the order spoken. */
public record Transcript(List<SpokenWord> words) {
    public Transcript {
        words = List.copyOf(words);
    }

    /** The words joined by single spaces; empty when nothing was understood. */
    public String text() {
        return words.stream().map(SpokenWord::text).collect(Collectors.joining(" "));
    }

    /** Words the engine was less sure of than {@code confidence}, in order: what a reader should look at again. */
    public List<SpokenWord> wordsBelow(double confidence) {
        return words.stream().filter(word -> word.confidence() < confidence).toList();
    }
}
