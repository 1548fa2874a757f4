package org.candela.report.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What holds for every utterance, tried on many that chance puts together. */
// [utest->req~wording.written~1]
class WordingPropertiesTest {
    private static final int ROUNDS = 1500;
    private static final Pattern FIGURES = Pattern.compile("\\d+(?:\\.\\d+)?");
    private static final List<String> SIDES_AND_NEGATIONS =
            List.of("left", "right", "bilateral", "no", "not", "without", "none", "neither", "nor", "absent");
    private static final List<String> OTHERS = List.of(
            "effusion",
            "nodule",
            "measures",
            "period",
            "comma",
            "the",
            "colon",
            "a",
            "six",
            "millimeters",
            "by",
            "two",
            "point",
            "l",
            "four",
            "five",
            "t",
            "weighted",
            "bi",
            "rads",
            "november",
            "third",
            "twenty",
            "oh",
            "and",
            "half",
            "new",
            "line",
            "paragraph",
            "open",
            "paren",
            "literal",
            "next",
            "field",
            "hundred",
            "to",
            "gi",
            "percent",
            "may",
            "a",
            "m",
            "minus",
            "ten",
            "hounsfield",
            "units",
            "image",
            "of",
            "thousand",
            "slash",
            "year",
            "old",
            "o'clock",
            "negative");

    private final Random random = new Random(20261129);
    private final Wording wording = Wording.standard();

    @Test
    void everyNumberThatCanBeSpokenIsWrittenInItsFigures() {
        for (int number = 0; number < 10_000; number += number < 1200 ? 1 : 7) {
            String spoken = NumberSpeaker.speak(number);
            assertEquals(" " + number + " mm", write(spoken + " millimeters", "About"), spoken);
        }
    }

    @Test
    void everyDecimalIsWrittenInItsFigures() {
        for (int tenths = 0; tenths < 2000; tenths += 3) {
            String figures = tenths / 10 + "." + tenths % 10;
            assertEquals(" " + figures + " cm", write(NumberSpeaker.speakDecimal(figures) + " centimeters", "About"));
        }
        assertEquals(" 12.05 cm", write(NumberSpeaker.speakDecimal("12.05") + " centimeters", "About"));
    }

    @Test
    void dimensionsKeepEachNumberAndTheirOrder() {
        for (int round = 0; round < ROUNDS; round++) {
            String first = decimal();
            String second = decimal();
            String third = decimal();
            String spoken = NumberSpeaker.speakDecimal(first) + " by " + NumberSpeaker.speakDecimal(second) + " by "
                    + NumberSpeaker.speakDecimal(third) + " centimeters";
            assertEquals(" " + first + " x " + second + " x " + third + " cm", write(spoken, "Mass"));
        }
    }

    @Test
    void everySideAndNegationSurvivesInItsOrder() {
        for (int round = 0; round < ROUNDS; round++) {
            List<String> spoken = utterance(SIDES_AND_NEGATIONS, OTHERS);
            assertEquals(
                    kept(String.join(" ", spoken)), kept(write(String.join(" ", spoken), "Seen")), spoken::toString);
        }
    }

    @Test
    void noFigureStandsThatNobodySaid() {
        for (int round = 0; round < ROUNDS; round++) {
            List<String> spoken = utterance(
                    SIDES_AND_NEGATIONS,
                    List.of(
                            "effusion",
                            "the",
                            "period",
                            "colon",
                            "nodule",
                            "a",
                            "l",
                            "t",
                            "bi",
                            "rads",
                            "point",
                            "by",
                            "millimeters",
                            "gi",
                            "half",
                            "hundred",
                            "thousand",
                            "november"));
            String written = write(String.join(" ", spoken), "Seen").replaceAll("\\b100(0)?\\b", "");
            assertEquals(0, FIGURES.matcher(written).results().count(), () -> spoken + " is written " + written);
        }
    }

    @Test
    void wordsOfManyKindsNeverFailAndEachBelongsToOnePiece() {
        for (int round = 0; round < ROUNDS; round++) {
            List<String> spoken = utterance(OTHERS, OTHERS);
            WrittenText written = wording.write(Spoken.words(String.join(" ", spoken)), "");
            int next = 0;
            for (WrittenPiece piece : written.pieces()) {
                assertEquals(next, piece.firstWord(), spoken::toString);
                next = piece.endWord();
            }
            assertEquals(spoken.size(), next, spoken::toString);
        }
    }

    private String write(String spoken, String before) {
        return wording.write(Spoken.words(spoken), before).text();
    }

    private String decimal() {
        return random.nextInt(30) + "." + random.nextInt(10);
    }

    private List<String> utterance(List<String> some, List<String> others) {
        List<String> words = new ArrayList<>();
        for (int i = random.nextInt(12) + 1; i > 0; i--) {
            List<String> from = random.nextInt(3) == 0 ? some : others;
            words.add(from.get(random.nextInt(from.size())));
        }
        return words;
    }

    private static List<String> kept(String text) {
        return Pattern.compile("[A-Za-z]+")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .filter(SIDES_AND_NEGATIONS::contains)
                .toList();
    }

    /** Says numbers in words; knows nothing of the reader of numbers that it tries. */
    private static final class NumberSpeaker {
        private static final List<String> SMALL = Arrays.asList(
                "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
                        .split(" "));
        private static final List<String> TENS =
                Arrays.asList("- - twenty thirty forty fifty sixty seventy eighty ninety".split(" "));

        static String speak(int number) {
            if (number < 20) {
                return SMALL.get(number);
            }
            if (number < 100) {
                return TENS.get(number / 10) + (number % 10 == 0 ? "" : " " + SMALL.get(number % 10));
            }
            if (number < 1000) {
                String and = number % 3 == 0 ? " and " : " ";
                return SMALL.get(number / 100) + " hundred" + (number % 100 == 0 ? "" : and + speak(number % 100));
            }
            int rest = number % 1000;
            String and = rest < 100 && rest % 2 == 0 ? " and " : " ";
            return speak(number / 1000) + " thousand" + (rest == 0 ? "" : and + speak(rest));
        }

        static String speakDecimal(String figures) {
            int point = figures.indexOf('.');
            StringBuilder spoken =
                    new StringBuilder(speak(Integer.parseInt(figures.substring(0, point)))).append(" point");
            for (char digit : figures.substring(point + 1).toCharArray()) {
                spoken.append(' ').append(digit == '0' ? "oh" : SMALL.get(digit - '0'));
            }
            return spoken.toString();
        }
    }
}
