package org.candela.report.wording;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads spoken numbers: "one hundred and twenty", "two point three", "two and a half", and figures as they are. */
final class NumberWords {
    private static final Pattern FIGURES = Pattern.compile("[-+]?\\d+(\\.\\d+)?");
    private static final Map<String, Integer> ONES = new HashMap<>();
    private static final Map<String, Integer> TEENS = new HashMap<>();
    private static final Map<String, Integer> TENS = new HashMap<>();
    /** Behind these, "point" is a word: "at this point five ribs". */
    private static final Set<String> POINT_IS_A_WORD =
            Set.of("this", "that", "which", "the", "a", "one", "starting", "end", "pressure", "mid", "some", "any");

    private static final Set<String> POINT_IS_A_MARK = Set.of(
            "of",
            "is",
            "was",
            "measures",
            "measuring",
            "approximately",
            "about",
            "to",
            "by",
            "than",
            "from",
            "at",
            "up",
            "least",
            "or",
            "x",
            "-");

    static {
        String[] ones = {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine"};
        String[] teens = {
            "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"
        };
        String[] tens = {"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"};
        for (int i = 0; i < ones.length; i++) {
            ONES.put(ones[i], i + 1);
        }
        for (int i = 0; i < teens.length; i++) {
            TEENS.put(teens[i], i + 10);
        }
        for (int i = 0; i < tens.length; i++) {
            TENS.put(tens[i], (i + 2) * 10);
        }
        TENS.put("fourty", 40);
    }

    private NumberWords() {}

    /**
     * A number that was said.
     *
     * @param end behind its last word
     * @param digits as written, with a point for decimals
     * @param isPlain whether it was said as a number word below ten, which prose writes as a word
     */
    record Said(int end, String digits, boolean isPlain) {
        /** The value; only to compare. */
        double value() {
            return Double.parseDouble(digits);
        }
    }

    /** The number from {@code at} on. */
    static Optional<Said> at(Words words, int at) {
        String first = words.at(at);
        if (FIGURES.matcher(first).matches()) {
            return Optional.of(decimals(words, at + 1, first, false));
        }
        if (first.equals("point")) {
            return leadingPoint(words, at);
        }
        if (first.equals("zero") || (first.equals("oh") && words.is(at + 1, "point"))) {
            return Optional.of(decimals(words, at + 1, "0", true));
        }
        return whole(words, at)
                .map(number -> halves(words, decimals(words, number.end, number.digits, number.isPlain)));
    }

    /** A number from 0 to 99, as in the parts of a year, a time or a level; the end is in {@link Said}. */
    static Optional<Said> belowHundred(Words words, int at) {
        String first = words.at(at);
        if (first.matches("\\d{1,2}")) {
            return Optional.of(new Said(at + 1, first, false));
        }
        if (TENS.containsKey(first)) {
            Integer ones = ONES.get(words.at(at + 1));
            int value = TENS.getOrDefault(first, 0) + (ones == null ? 0 : ones);
            return Optional.of(new Said(at + (ones == null ? 1 : 2), String.valueOf(value), false));
        }
        Integer small = TEENS.containsKey(first) ? TEENS.get(first) : ONES.get(first);
        return small == null
                ? Optional.empty()
                : Optional.of(new Said(at + 1, String.valueOf(small), ONES.containsKey(first)));
    }

    /** One digit, "oh" and "zero" among them. */
    static Optional<String> digit(Words words, int at) {
        String word = words.at(at);
        if (word.equals("oh") || word.equals("zero") || word.equals("o")) {
            return Optional.of("0");
        }
        if (word.matches("\\d")) {
            return Optional.of(word);
        }
        return Optional.ofNullable(ONES.get(word)).map(String::valueOf);
    }

    private static Optional<Said> whole(Words words, int at) {
        Optional<Said> part = upToThousand(words, at);
        if (part.isEmpty() || !words.is(part.get().end, "thousand")) {
            return part;
        }
        long thousands = Long.parseLong(part.get().digits) * 1000;
        int next = part.get().end + 1;
        boolean isJoined = words.is(next, "and");
        Optional<Said> rest = upToThousand(words, isJoined ? next + 1 : next)
                .filter(said -> !isJoined || (said.value() < 100 && !words.is(at - 1, "between")));
        return Optional.of(
                rest.map(said -> new Said(said.end, String.valueOf(thousands + Long.parseLong(said.digits)), false))
                        .orElseGet(() -> new Said(next, String.valueOf(thousands), false)));
    }

    private static Optional<Said> upToThousand(Words words, int at) {
        boolean isA = words.is(at, "a") && (words.is(at + 1, "hundred") || words.is(at + 1, "thousand"));
        Optional<Said> first = isA ? Optional.of(new Said(at + 1, "1", false)) : belowHundred(words, at);
        if (first.isEmpty() || !words.is(first.get().end, "hundred")) {
            return first;
        }
        long hundreds = Long.parseLong(first.get().digits) * 100;
        int next = first.get().end + 1;
        boolean isJoined = words.is(next, "and");
        Optional<Said> rest = isJoined && words.is(at - 1, "between")
                ? Optional.empty()
                : belowHundred(words, isJoined ? next + 1 : next).filter(said -> !isScaled(words, said.end));
        return Optional.of(
                rest.map(said -> new Said(said.end, String.valueOf(hundreds + Long.parseLong(said.digits)), false))
                        .orElseGet(() -> new Said(next, String.valueOf(hundreds), false)));
    }

    private static boolean isScaled(Words words, int at) {
        return words.is(at, "hundred") || words.is(at, "thousand");
    }

    private static Said decimals(Words words, int at, String digits, boolean isPlain) {
        if (!words.is(at, "point") || digits.contains(".")) {
            return new Said(at, digits, isPlain);
        }
        Optional<Said> fraction = fraction(words, at + 1);
        return fraction.map(said -> new Said(said.end, digits + "." + said.digits, false))
                .orElseGet(() -> new Said(at, digits, isPlain));
    }

    private static Optional<Said> leadingPoint(Words words, int at) {
        if (words.isOneOf(at - 1, POINT_IS_A_WORD)) {
            return Optional.empty();
        }
        Optional<Said> fraction = fraction(words, at + 1);
        boolean isMeant = fraction.isPresent()
                && (words.isOneOf(at - 1, POINT_IS_A_MARK)
                        || digit(words, at + 1).filter("0"::equals).isPresent()
                        || Units.at(words, fraction.get().end).isPresent()
                        || words.is(fraction.get().end, "by"));
        return isMeant ? fraction.map(said -> new Said(said.end, "0." + said.digits, false)) : Optional.empty();
    }

    /** Digits behind a point: "oh five", "two five", "twenty five". */
    private static Optional<Said> fraction(Words words, int at) {
        StringBuilder digits = new StringBuilder();
        int next = at;
        for (Optional<String> digit = digit(words, next); digit.isPresent(); digit = digit(words, next)) {
            digits.append(digit.get());
            next++;
        }
        if (digits.isEmpty()) {
            return belowHundred(words, at);
        }
        return Optional.of(new Said(next, digits.toString(), false));
    }

    private static Said halves(Words words, Said number) {
        if (number.digits.contains(".") || !words.is(number.end, "and")) {
            return number;
        }
        if (words.says(number.end + 1, "a", "half") || words.says(number.end + 1, "one", "half")) {
            return new Said(number.end + 3, number.digits + ".5", false);
        }
        if (words.says(number.end + 1, "a", "quarter") || words.says(number.end + 1, "one", "quarter")) {
            return new Said(number.end + 3, number.digits + ".25", false);
        }
        return words.says(number.end + 1, "three", "quarters")
                ? new Said(number.end + 3, number.digits + ".75", false)
                : number;
    }
}
