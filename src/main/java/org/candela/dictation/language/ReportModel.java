package org.candela.dictation.language;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What an utterance may be: dictated text, by trigrams, or a command, by its own grammar. Words of commands are marked and
 * never stand beside words of text, so that an utterance is wholly the one or the other, and sound alone does not decide: the
 * engine weighs both in one search. Immutable; any thread.
 */
// [impl->req~dictation.commands~1]
public final class ReportModel {
    /** What the words of commands begin with; {@link #written} takes it away. */
    private static final String MARK = "!";
    /** How many of all utterances are taken to be commands. */
    private static final double COMMANDS = 0.1;

    private static final int OFFSET = 1 << 19;

    private final TrigramModel text;
    private final PhraseModel commands;

    ReportModel(TrigramModel text, List<List<String>> commands) {
        this.text = text;
        this.commands = new PhraseModel(commands);
    }

    /** All words; those of commands are marked. */
    public Set<String> vocabulary() {
        Set<String> words = new HashSet<>(text.vocabulary());
        commands.words().forEach(word -> words.add(MARK + word));
        return words;
    }

    /** A word as it is spoken and written, without the mark of a command. */
    public static String written(String word) {
        return isOfCommand(word) ? word.substring(MARK.length()) : word;
    }

    /** Whether this word of {@link #vocabulary} belongs to a command. */
    public static boolean isOfCommand(String word) {
        return word.startsWith(MARK) && word.length() > MARK.length();
    }

    /** The number of a word for {@link #probability}; 0 for one that is not known. */
    public int id(String word) {
        return isOfCommand(word) ? OFFSET + commands.id(written(word)) : text.id(word);
    }

    /** How probable {@code word} is after {@code a b}; 0 stands for a word before that is not there. */
    public double probability(int a, int b, int word) {
        int start = text.id(TrigramModel.START);
        boolean isBegin = b == start;
        if (word >= OFFSET) {
            double share = isBegin || b == 0 ? COMMANDS : 1;
            return b >= OFFSET || isBegin || b == 0
                    ? share * commands.probability(command(a), command(b), word - OFFSET)
                    : 0;
        }
        if (b >= OFFSET) {
            return word == text.id(TrigramModel.END) ? commands.end(command(a), command(b)) : 0;
        }
        return text.probability(a, b, word) * (isBegin && !commands.words().isEmpty() ? 1 - COMMANDS : 1);
    }

    /** The model of dictated text. */
    public TrigramModel text() {
        return text;
    }

    private int command(int id) {
        return id >= OFFSET ? id - OFFSET : id == text.id(TrigramModel.START) ? PhraseModel.START : 0;
    }
}
