package org.candela.report.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Numbers as figures: with units, in dimensions ("two by three"), ranges, fractions and behind words that count.
 *
 * <p>A number below ten that merely counts stays a word. A range is written with "to", since a hyphen reads as a minus
 * and "from three to four" is a change.
 */
final class QuantityRule implements WordRule {
    private static final Set<String> LABELS = Set.of(
            "image",
            "images",
            "series",
            "slice",
            "slices",
            "segment",
            "segments",
            "grade",
            "stage",
            "type",
            "zone",
            "category",
            "score",
            "number",
            "phase",
            "class",
            "station",
            "stations",
            "figure",
            "frame",
            "sequence",
            "factor",
            "gleason",
            "fisher",
            "tanner",
            "rib",
            "ribs",
            "age",
            "aged",
            "para",
            "gravida",
            "level",
            "levels",
            "room",
            "kellgren",
            "genant",
            "couinaud",
            "agatston",
            "group",
            "outerbridge");

    private static final Set<String> LISTS = Set.of("and", "through", "to", "or", "comma");
    private static final Set<String> SIGNED = Set.of("HU", "°", "°C", "%");
    private static final Set<String> FRACTION_ENDS = Set.of(Words.NONE, "of", "the", "to", "period", "comma", "its");

    @Override
    public Optional<Written> at(Words words, int at) {
        boolean isNegative = words.is(at, "minus") || words.is(at, "negative");
        if (isNegative) {
            return signed(words, at);
        }
        return NumberWords.at(words, at).flatMap(first -> {
            Optional<Written> dimensions = dimensions(words, first);
            if (dimensions.isPresent()) {
                return dimensions;
            }
            Optional<Written> fraction = fraction(words, at, first);
            return fraction.isPresent() ? fraction : quantity(words, at, first);
        });
    }

    private static Optional<Written> signed(Words words, int at) {
        return NumberWords.at(words, at + 1).flatMap(number -> Units.at(words, number.end())
                .filter(unit -> SIGNED.contains(unit.symbol()))
                .map(unit -> Written.word(unit.end(), unit.behind("-" + number.digits()))));
    }

    /** "two point three by one point one centimeters": 2.3 x 1.1 cm; each may have a unit of its own. */
    private static Optional<Written> dimensions(Words words, NumberWords.Said first) {
        List<String> sides = new ArrayList<>();
        NumberWords.Said side = first;
        while (true) {
            Optional<Units.Said> unit = Units.at(words, side.end());
            NumberWords.Said said = side;
            sides.add(unit.map(found -> found.behind(said.digits())).orElse(said.digits()));
            int end = unit.map(Units.Said::end).orElse(said.end());
            boolean isNext = words.is(end, "by") || words.is(end, "x") || words.is(end, "×");
            Optional<NumberWords.Said> next = isNext ? NumberWords.at(words, end + 1) : Optional.empty();
            if (next.isEmpty() || isOneByOne(side, next.get())) {
                return sides.size() < 2 ? Optional.empty() : Optional.of(Written.word(end, String.join(" x ", sides)));
            }
            side = next.get();
        }
    }

    /** "one by one" is no size. */
    private static boolean isOneByOne(NumberWords.Said side, NumberWords.Said next) {
        return side.isPlain()
                && next.isPlain()
                && side.digits().equals("1")
                && next.digits().equals("1");
    }

    private static Optional<Written> fraction(Words words, int at, NumberWords.Said number) {
        String part = words.at(number.end());
        int below = part.startsWith("third") ? 3 : part.startsWith("quarter") ? 4 : part.startsWith("half") ? 2 : 0;
        boolean isOne = number.digits().equals("1");
        boolean isNamed = isOne ? Set.of("third", "quarter", "half").contains(part) : part.endsWith("s");
        boolean isMeant = below > 0
                && isNamed
                && number.end() == at + 1
                && number.value() <= below
                && (!isOne || words.isOneOf(number.end() + 1, FRACTION_ENDS));
        return isMeant ? Optional.of(Written.word(number.end() + 1, number.digits() + "/" + below)) : Optional.empty();
    }

    private static Optional<Written> quantity(Words words, int at, NumberWords.Said number) {
        Optional<Units.Said> unit = Units.at(words, number.end());
        if (unit.isPresent()) {
            return unit.map(found -> Written.word(found.end(), found.behind(number.digits())));
        }
        Optional<Written> age = age(words, number);
        if (age.isPresent()) {
            return age;
        }
        return !number.isPlain() || isFigure(words, at, number)
                ? Optional.of(Written.word(number.end(), number.digits()))
                : Optional.empty();
    }

    private static Optional<Written> age(Words words, NumberWords.Said number) {
        int at = number.end();
        boolean isAge = (words.is(at, "year") || words.is(at, "month") || words.is(at, "week") || words.is(at, "day"))
                && words.is(at + 1, "old");
        return isAge
                ? Optional.of(Written.word(at + 2, number.digits() + "-" + words.at(at) + "-old"))
                : Optional.empty();
    }

    /** Whether a small number is one of figures here: counted time, a label before it, or part of a range or list. */
    private static boolean isFigure(Words words, int at, NumberWords.Said number) {
        if (Units.isCountedInFigures(words, number.end()) || isBehindLabel(words, at)) {
            return true;
        }
        boolean isRange = words.is(number.end(), "to") || words.is(number.end(), "or");
        Optional<NumberWords.Said> upper = isRange ? NumberWords.at(words, number.end() + 1) : Optional.empty();
        return upper.filter(said -> !said.isPlain()
                                || words.is(number.end(), "to")
                                || Units.at(words, said.end()).isPresent()
                                || Units.isCountedInFigures(words, said.end()))
                        .isPresent()
                || isBehindRange(words, at);
    }

    private static boolean isBehindRange(Words words, int at) {
        return words.is(at - 1, "to") && isNumberWord(words, at - 2);
    }

    /** "ribs four five and six", "series two image forty": the label stands before, with numbers between. */
    private static boolean isBehindLabel(Words words, int at) {
        int back = at - 1;
        while (isNumberWord(words, back) || (words.isOneOf(back, LISTS) && isNumberWord(words, back - 1))) {
            back--;
        }
        boolean isOf =
                words.is(back, "of") && words.isOneOf(back - 1, Set.of("score", "grade", "level", "age", "stage"));
        return words.isOneOf(isOf ? back - 1 : back, LABELS);
    }

    private static boolean isNumberWord(Words words, int at) {
        String word = words.at(at);
        return word.matches("\\d+") || (NumberWords.digit(words, at).isPresent() && !word.equals("o"));
    }
}
