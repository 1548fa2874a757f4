package org.candela.report.wording;

import java.util.Optional;

/** Times of day: "ten thirty a m" is 10:30 AM, "fourteen thirty hours" is 14:30. Without such an end they are numbers. */
final class TimeRule implements WordRule {
    @Override
    public Optional<Written> at(Words words, int at) {
        return NumberWords.belowHundred(words, at)
                .filter(hour -> hour.value() <= 24)
                .flatMap(hour -> time(words, hour));
    }

    private static Optional<Written> time(Words words, NumberWords.Said hour) {
        int next = hour.end();
        if (words.is(next, "o'clock")) {
            return half(words, next + 1)
                    .map(half -> Written.word(half.end, hour.digits() + ":00 " + half.name))
                    .or(() -> Optional.of(Written.word(next + 1, hour.digits() + ":00")));
        }
        if (words.says(next, "hundred", "hours")) {
            return Optional.of(Written.word(next + 2, twoFigures(hour.digits()) + ":00"));
        }
        Optional<Half> whole = half(words, next);
        if (whole.isPresent() && hour.value() >= 1 && hour.value() <= 12) {
            return whole.map(half -> Written.word(half.end, hour.digits() + ":00 " + half.name));
        }
        return minutes(words, next).flatMap(minutes -> withMinutes(words, hour, minutes));
    }

    private static Optional<Written> withMinutes(Words words, NumberWords.Said hour, NumberWords.Said minutes) {
        String time = hour.digits() + ":" + twoFigures(minutes.digits());
        if (words.is(minutes.end(), "hours")) {
            return hour.value() < 24 && minutes.value() < 60
                    ? Optional.of(Written.word(
                            minutes.end() + 1, twoFigures(hour.digits()) + time.substring(time.indexOf(':'))))
                    : Optional.empty();
        }
        return half(words, minutes.end())
                .filter(half -> hour.value() >= 1 && hour.value() <= 12)
                .map(half -> Written.word(half.end, time + " " + half.name));
    }

    private static Optional<NumberWords.Said> minutes(Words words, int at) {
        if (words.is(at, "oh")) {
            return NumberWords.digit(words, at + 1).map(digit -> new NumberWords.Said(at + 2, digit, false));
        }
        return NumberWords.belowHundred(words, at).filter(said -> said.value() >= 10 && said.value() < 60);
    }

    private static Optional<Half> half(Words words, int at) {
        for (String half : new String[] {"am", "pm"}) {
            String dotted = half.charAt(0) + ".m.";
            if (words.is(at, half) || words.is(at, dotted)) {
                return Optional.of(new Half(at + 1, half.equals("am") ? "AM" : "PM"));
            }
            if (words.is(at, half.substring(0, 1)) && words.is(at + 1, "m")) {
                return Optional.of(new Half(at + 2, half.equals("am") ? "AM" : "PM"));
            }
        }
        return Optional.empty();
    }

    private static String twoFigures(String digits) {
        return digits.length() == 1 ? "0" + digits : digits;
    }

    private record Half(int end, String name) {}
}
