package org.candela.report.wording;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Dates: "November third twenty twenty six", "the third of November twenty twenty six", "November twenty twenty six", and
 * years behind words of time. A day that no calendar has stays as said.
 */
final class DateRule implements WordRule {
    private static final Map<String, Integer> ORDINALS = new HashMap<>();
    private static final Set<String> BEFORE_YEAR = Set.of(
            "in", "since", "from", "year", "dated", "of", "to", "before", "after", "until", "early", "late", "circa");

    static {
        String[] ordinals = {
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth"
        };
        for (int i = 0; i < ordinals.length; i++) {
            ORDINALS.put(ordinals[i], i + 1);
        }
        ORDINALS.put("thirtieth", 30);
    }

    private final DateStyle style;

    DateRule(DateStyle style) {
        this.style = style;
    }

    @Override
    public Optional<Written> at(Words words, int at) {
        Optional<Written> year = BEFORE_YEAR.contains(words.at(at - 1)) ? yearAlone(words, at) : Optional.empty();
        if (year.isPresent()) {
            return year;
        }
        Optional<Written> dayFirst = dayFirst(words, at);
        return dayFirst.isPresent() ? dayFirst : monthFirst(words, at);
    }

    private static Optional<Written> yearAlone(Words words, int at) {
        return spokenYear(words, at).map(year -> Written.word(year.end, String.valueOf(year.value)));
    }

    private Optional<Written> monthFirst(Words words, int at) {
        Optional<Month> month = month(words.at(at));
        if (month.isEmpty()) {
            return Optional.empty();
        }
        Optional<Part> whole = year(words, at + 1);
        if (whole.isPresent() && words.at(at + 1).length() != 2) {
            return Optional.of(
                    Written.word(whole.get().end, style.write(YearMonth.of(whole.get().value, month.get()))));
        }
        Optional<Part> ordinal = ordinal(words, at + 1);
        Optional<Part> day = ordinal.isPresent() ? ordinal : cardinal(words, at + 1);
        boolean isVerb = month.get() == Month.MAY || month.get() == Month.MARCH;
        return day.flatMap(found -> dated(words, month.get(), found, !isVerb || ordinal.isPresent()));
    }

    /** "the third of November", "3 November"; "the" goes with it. */
    private Optional<Written> dayFirst(Words words, int at) {
        int first = words.is(at, "the") ? at + 1 : at;
        Optional<Part> day = ordinal(words, first).filter(part -> words.is(part.end, "of"));
        int monthAt = day.map(part -> part.end + 1).orElse(first);
        if (day.isEmpty() && first == at) {
            day = cardinal(words, first);
            monthAt = day.map(part -> part.end).orElse(first);
        }
        Optional<Month> month = day.isPresent() ? month(words.at(monthAt)) : Optional.empty();
        int end = monthAt + 1;
        boolean isWithoutYear = month.isPresent() && year(words, end).isEmpty();
        if (month.isEmpty() || (isWithoutYear && !words.is(first + 1, "of") && !words.is(first + 2, "of"))) {
            return Optional.empty();
        }
        return day.flatMap(part -> dated(words, month.get(), new Part(end, part.value), true));
    }

    private Optional<Written> dated(Words words, Month month, Part day, boolean withoutYear) {
        int next = words.is(day.end, "comma") || words.is(day.end, ",") ? day.end + 1 : day.end;
        Optional<Part> year = year(words, next);
        try {
            if (year.isPresent()) {
                LocalDate date = LocalDate.of(year.get().value, month, day.value);
                return Optional.of(Written.word(year.get().end, style.write(date)));
            }
            LocalDate.of(2024, month, day.value);
            String name = month.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            return withoutYear ? Optional.of(Written.word(day.end, name + " " + day.value)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty(); // no such day: what was said stays
        }
    }

    private static Optional<Month> month(String word) {
        for (Month month : Month.values()) {
            if (month.name().equalsIgnoreCase(word)) {
                return Optional.of(month);
            }
        }
        return Optional.empty();
    }

    private static Optional<Part> ordinal(Words words, int at) {
        String word = words.at(at);
        if (word.matches("\\d{1,2}(st|nd|rd|th)")) {
            return Optional.of(new Part(at + 1, Integer.parseInt(word.replaceAll("\\D", ""))));
        }
        Integer small = ORDINALS.get(word);
        if (small != null) {
            return Optional.of(new Part(at + 1, small));
        }
        int tens = word.equals("twenty") ? 20 : word.equals("thirty") ? 30 : 0;
        Integer ones = ORDINALS.get(words.at(at + 1));
        return tens > 0 && ones != null && ones < 10 ? Optional.of(new Part(at + 2, tens + ones)) : Optional.empty();
    }

    /** A day as "three"; never the first half of a spoken year. */
    private static Optional<Part> cardinal(Words words, int at) {
        return NumberWords.belowHundred(words, at)
                .map(said -> new Part(said.end(), Integer.parseInt(said.digits())))
                .filter(part -> part.value <= 31);
    }

    private static Optional<Part> year(Words words, int at) {
        if (words.at(at).matches("(19|20)\\d\\d")) {
            return Optional.of(new Part(at + 1, Integer.parseInt(words.at(at))));
        }
        return spokenYear(words, at);
    }

    /** "twenty twenty six", "nineteen oh five", "two thousand six". */
    private static Optional<Part> spokenYear(Words words, int at) {
        if (words.is(at, "nineteen") || words.is(at, "twenty")) {
            int century = words.is(at, "nineteen") ? 1900 : 2000;
            if (words.is(at + 1, "oh")) {
                return NumberWords.digit(words, at + 2)
                        .map(digit -> new Part(at + 3, century + Integer.parseInt(digit)));
            }
            return NumberWords.belowHundred(words, at + 1)
                    .filter(said -> said.value() >= 10)
                    .filter(said -> Units.at(words, said.end()).isEmpty())
                    .map(said -> new Part(said.end(), century + Integer.parseInt(said.digits())));
        }
        if (!words.says(at, "two", "thousand")) {
            return Optional.empty();
        }
        return NumberWords.at(words, at)
                .filter(said -> said.digits().matches("20\\d\\d"))
                .filter(said -> Units.at(words, said.end()).isEmpty())
                .map(said -> new Part(said.end(), Integer.parseInt(said.digits())));
    }

    private record Part(int end, int value) {}
}
