package org.candela.report.wording;

import java.util.Optional;

/** "literal period", "literal next field": what follows is written in words, though it names a mark or a command. */
final class LiteralRule implements WordRule {
    /** Said before a command or a mark, it makes them text. */
    static final String LITERAL = "literal";

    private static final int LONGEST = 4;

    @Override
    public Optional<Written> at(Words words, int at) {
        if (!words.is(at, LITERAL)) {
            return Optional.empty();
        }
        int length = Math.max(MarkRule.length(words, at + 1), commandLength(words, at + 1));
        return length == 0
                ? Optional.empty()
                : Optional.of(Written.word(at + 1 + length, words.phrase(at + 1, length)));
    }

    private static int commandLength(Words words, int at) {
        for (int count = Math.min(LONGEST, words.size() - at); count > 0; count--) {
            if (CommandWords.ACTIONS.containsKey(words.phrase(at, count))) {
                return count;
            }
        }
        return 0;
    }
}
