package org.candela.report.wording;

import java.util.List;
import java.util.Optional;
import org.candela.dictation.SpokenWord;

/**
 * Writes spoken words as a report has them: numbers in figures with units, levels, categories, dates, marks, capitals, spaces.
 * Immutable, any thread.
 *
 * <p>What no rule speaks of is written as it was said: a side or a negation is never touched, a number never invented. Text
 * that is written already comes out as it went in.
 */
// [impl->req~wording.written~1]
public final class Wording {
    private final List<WordRule> rules;

    private Wording(List<WordRule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** Wording as it is without choices of the reader. */
    public static Wording standard() {
        return of(WritingStyle.STANDARD);
    }

    /** Wording as this reader wants it. */
    public static Wording of(WritingStyle style) {
        // The order decides: what takes more words stands first where two rules speak of the same word.
        return new Wording(List.of(
                new LiteralRule(),
                new AbbreviationRule(style.abbreviations()),
                new CategoryRule(),
                new SequenceRule(),
                new LevelRule(),
                new DateRule(style.dates()),
                new TimeRule(),
                new CaseRule(),
                new MarkRule(),
                new QuantityRule()));
    }

    /**
     * Writes {@code words}.
     *
     * @param before the text of the field before the caret; its last line suffices. It decides on the space and the capital
     *     at the beginning, and whether a noun or a mark is meant
     */
    public WrittenText write(List<SpokenWord> words, String before) {
        Words looked = new Words(words, before);
        TextJoiner text = new TextJoiner(before);
        for (int at = 0; at < looked.size(); ) {
            Written written = written(looked, at);
            text.add(written, at, looked.confidence(at, written.end()));
            at = written.end();
        }
        return text.joined();
    }

    private Written written(Words words, int at) {
        for (WordRule rule : rules) {
            Optional<Written> written = rule.at(words, at);
            if (written.isPresent()) {
                return written.get();
            }
        }
        return Written.word(at + 1, words.written(at));
    }
}
