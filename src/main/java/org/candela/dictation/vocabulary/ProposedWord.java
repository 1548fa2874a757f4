package org.candela.dictation.vocabulary;

import java.time.Instant;
import org.candela.dictation.language.AddedWord;

/**
 * A word that a reader may add.
 *
 * @param word with what was heard in its place, where that was clear
 * @param times in how many signed reports it stood in place of what was heard
 * @param lastAt when last
 */
public record ProposedWord(AddedWord word, int times, Instant lastAt) {
    public ProposedWord {
        if (times < 1) {
            throw new IllegalArgumentException("a word is proposed once or more: " + times);
        }
    }
}
