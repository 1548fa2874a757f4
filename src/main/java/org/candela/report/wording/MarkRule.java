package org.candela.report.wording;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.candela.report.wording.Written.Glue;

/** Marks and line breaks that are said by name, except where the name is a noun; see {@link NounContext}. */
final class MarkRule implements WordRule {
    private static final int LONGEST = 3;
    private static final Map<String, Mark> MARKS = new HashMap<>();

    static {
        mark(".", Glue.LEFT, "period", "full stop");
        mark(",", Glue.LEFT, "comma");
        mark(":", Glue.LEFT, "colon");
        mark(";", Glue.LEFT, "semicolon", "semi colon");
        mark("?", Glue.LEFT, "question mark");
        mark("!", Glue.LEFT, "exclamation mark", "exclamation point");
        mark("(", Glue.RIGHT, "open paren", "open parenthesis", "open parentheses");
        mark(")", Glue.LEFT, "close paren", "close parenthesis", "close parentheses");
        mark("[", Glue.RIGHT, "open bracket");
        mark("]", Glue.LEFT, "close bracket");
        mark("\u201C", Glue.RIGHT, "open quote", "begin quote");
        mark("\u201D", Glue.LEFT, "close quote", "end quote", "unquote");
        mark("/", Glue.BOTH, "slash", "forward slash");
        mark("-", Glue.BOTH, "hyphen");
        mark("\u2013", Glue.WORD, "dash");
        mark("+", Glue.WORD, "plus sign");
        mark("=", Glue.WORD, "equals sign", "equal sign");
        mark("\u00B1", Glue.WORD, "plus or minus", "plus minus");
        mark("\n", Glue.BREAK, "new line", "next line", "newline");
        mark("\n\n", Glue.BREAK, "new paragraph", "next paragraph");
    }

    @Override
    public Optional<Written> at(Words words, int at) {
        for (int count = Math.min(LONGEST, words.size() - at); count > 0; count--) {
            Mark mark = MARKS.get(words.phrase(at, count));
            if (mark != null) {
                return NounContext.isNoun(words, at, count)
                        ? Optional.empty()
                        : Optional.of(new Written(at + count, mark.text, mark.glue));
            }
        }
        return Optional.empty();
    }

    /** How many words from {@code at} on name a mark; 0 where none does. */
    static int length(Words words, int at) {
        for (int count = Math.min(LONGEST, words.size() - at); count > 0; count--) {
            if (MARKS.containsKey(words.phrase(at, count))) {
                return count;
            }
        }
        return 0;
    }

    private static void mark(String text, Glue glue, String... spoken) {
        for (String words : spoken) {
            MARKS.put(words, new Mark(text, glue));
        }
    }

    private record Mark(String text, Glue glue) {}
}
