package org.candela.report.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A length in a sentence.
 *
 * @param written as in the report, with its unit
 * @param from where it begins in the sentence
 */
record Size(double millimetres, String written, Sentence sentence, int from, int to) {
    private static final String NUMBER = "(\\d{1,4}(?:\\.\\d{1,3})?)";
    private static final Pattern WRITTEN = Pattern.compile("(?<![\\d.])" + NUMBER + "(?:\\s*[x×]\\s*" + NUMBER
            + ")?(?:\\s*[x×]\\s*" + NUMBER + ")?\\s*(mm|cm|millimet(?:er|re)s?|centimet(?:er|re)s?)\\b(?!\\s*/)");
    private static final int NUMBERS = 3;
    private static final double ROUNDING_MM = 0.51;
    private static final double SAME_DIGITS = 0.02;

    static List<Size> in(List<Sentence> sentences) {
        List<Size> sizes = new ArrayList<>();
        for (Sentence sentence : sentences) {
            Matcher written = WRITTEN.matcher(sentence.text());
            while (written.find()) {
                add(written, sentence, sizes);
            }
        }
        return sizes;
    }

    private static void add(Matcher written, Sentence sentence, List<Size> sizes) {
        double factor = written.group(NUMBERS + 1).startsWith("c") ? 10 : 1;
        for (int number = 1; number <= NUMBERS; number++) {
            if (written.group(number) != null) {
                sizes.add(new Size(
                        Double.parseDouble(written.group(number)) * factor,
                        written.group(),
                        sentence,
                        written.start(),
                        written.end()));
            }
        }
    }

    boolean agreesWith(Size other) {
        return Math.abs(millimetres - other.millimetres) <= ROUNDING_MM;
    }

    boolean isTenfold(Size other) {
        return isNear(millimetres / other.millimetres, 10) || isNear(millimetres / other.millimetres, 0.1);
    }

    private static boolean isNear(double value, double wanted) {
        return Math.abs(value - wanted) <= SAME_DIGITS * wanted;
    }
}
