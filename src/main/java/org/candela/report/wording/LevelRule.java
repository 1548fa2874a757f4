package org.candela.report.wording;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Vertebral levels: "L four L five" and "L four five" are L4-L5, "C seven T one" is C7-T1. What is no level of the spine
 * stays as said. "T two" is written as the level and as the sequence alike: T2.
 */
final class LevelRule implements WordRule {
    private static final Map<String, Integer> HIGHEST = Map.of("c", 8, "t", 12, "l", 6, "s", 5);
    private static final String ORDER = "ctls";
    private static final Pattern AS_ONE = Pattern.compile("([ctls])(\\d{1,2})");
    /** What is said behind a sequence: "T one T two hyperintensity" is two sequences. */
    private static final Set<String> SEQUENCE_WORDS = Set.of(
            "weighted", "signal", "hyperintense", "hypointense", "hyperintensity", "isointense", "flair", "images");

    @Override
    public Optional<Written> at(Words words, int at) {
        return level(words, at).map(first -> joined(words, first));
    }

    /** Whether {@code letter} and {@code number} name a level of the spine. */
    static boolean isLevel(String letter, int number) {
        return number >= 1 && number <= HIGHEST.getOrDefault(letter, 0);
    }

    private static Written joined(Words words, Level first) {
        int next = words.is(first.end, "slash") || words.is(first.end, "-") || words.is(first.end, "hyphen")
                ? first.end + 1
                : first.end;
        Optional<Level> second = level(words, next).filter(level -> !words.isOneOf(level.end, SEQUENCE_WORDS));
        if (second.isEmpty()) {
            second = NumberWords.belowHundred(words, next)
                    .filter(number -> isAlone(words, next, number))
                    .map(number -> new Level(number.end(), first.letter, Integer.parseInt(number.digits())));
        }
        return second.filter(level -> level.follows(first))
                .map(level -> Written.word(level.end, first.text() + "-" + level.text()))
                .orElseGet(() -> Written.word(first.end, first.text()));
    }

    /** A number behind a level belongs to it only when it measures nothing: "at L four five millimeters" does. */
    private static boolean isAlone(Words words, int at, NumberWords.Said number) {
        Optional<NumberWords.Said> whole = NumberWords.at(words, at);
        return whole.isPresent()
                && whole.get().end() == number.end()
                && Units.at(words, number.end()).isEmpty()
                && !Units.isCountedInFigures(words, number.end())
                && !words.is(number.end(), "by");
    }

    private static Optional<Level> level(Words words, int at) {
        Matcher one = AS_ONE.matcher(words.at(at));
        if (one.matches()) {
            int number = Integer.parseInt(one.group(2));
            return isLevel(one.group(1), number)
                    ? Optional.of(new Level(at + 1, one.group(1), number))
                    : Optional.empty();
        }
        String letter = words.at(at);
        if (!HIGHEST.containsKey(letter)) {
            return Optional.empty();
        }
        return NumberWords.belowHundred(words, at + 1)
                .filter(number -> isLevel(letter, Integer.parseInt(number.digits())))
                .filter(number -> !words.is(number.end(), "hundred") && !isDecimal(words, number.end()))
                .map(number -> new Level(number.end(), letter, Integer.parseInt(number.digits())));
    }

    private static boolean isDecimal(Words words, int at) {
        return words.is(at, "point") && NumberWords.digit(words, at + 1).isPresent();
    }

    private record Level(int end, String letter, int number) {
        String text() {
            return letter.toUpperCase(Locale.ROOT) + number;
        }

        boolean follows(Level above) {
            if (letter.equals(above.letter)) {
                return number == above.number + 1;
            }
            boolean isLast = above.number == (above.letter.equals("c") ? 7 : above.letter.equals("t") ? 12 : 5)
                    || (above.letter.equals("l") && above.number == 6);
            return number == 1 && isLast && ORDER.indexOf(letter) == ORDER.indexOf(above.letter) + 1;
        }
    }
}
