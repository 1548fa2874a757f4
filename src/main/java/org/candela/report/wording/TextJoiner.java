package org.candela.report.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.candela.report.wording.Written.Glue;

/** Puts pieces behind each other: spaces where they belong, capitals after full stops. */
final class TextJoiner {
    /** A full stop behind these ends no sentence. */
    private static final Set<String> ABBREVIATED =
            Set.of("dr.", "vs.", "e.g.", "i.e.", "approx.", "no.", "mr.", "mrs.", "ms.");

    private static final int WORDS_OF_A_HEADING = 4;

    private final String before;
    private final StringBuilder text = new StringBuilder();
    private final List<WrittenPiece> pieces = new ArrayList<>();
    private boolean isGlued;
    private int dropped;

    TextJoiner(String before) {
        this.before = before;
    }

    void add(Written written, int firstWord, double confidence) {
        String soFar = soFar();
        if (written.glue() == Glue.LEFT || written.glue() == Glue.BOTH || written.glue() == Glue.BREAK) {
            dropSpace();
        } else if (!isGlued && needsSpace(soFar)) {
            text.append(' ');
        }
        int start = text.length();
        text.append(beginsSentence(soFar) && written.glue() == Glue.WORD ? capital(written.text()) : written.text());
        pieces.add(new WrittenPiece(start, text.length(), firstWord, written.end(), confidence));
        isGlued = written.glue() == Glue.RIGHT || written.glue() == Glue.BOTH;
    }

    WrittenText joined() {
        return new WrittenText(text.toString(), dropped, pieces);
    }

    private String soFar() {
        return before.substring(0, before.length() - dropped) + text;
    }

    private void dropSpace() {
        if (text.isEmpty()) {
            int end = before.length();
            while (end > 0 && before.charAt(end - 1) == ' ') {
                end--;
            }
            dropped = before.length() - end;
        }
    }

    private static boolean needsSpace(String soFar) {
        if (soFar.isEmpty()) {
            return false;
        }
        char last = soFar.charAt(soFar.length() - 1);
        return !Character.isWhitespace(last) && last != '(' && last != '[' && last != '\u201C';
    }

    private static boolean beginsSentence(String soFar) {
        String line = soFar.stripTrailing();
        if (line.isEmpty() || soFar.substring(line.length()).indexOf('\n') >= 0) {
            return true;
        }
        char last = line.charAt(line.length() - 1);
        if (last == '(' || last == '\u201C') {
            return beginsSentence(line.substring(0, line.length() - 1));
        }
        if (last == ':') {
            return isHeading(line);
        }
        String word = line.substring(line.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
        return last == '?' || last == '!' || (last == '.' && !ABBREVIATED.contains(word));
    }

    /** Whether the last line is a few words and a colon: a heading, behind which a sentence begins. */
    private static boolean isHeading(String text) {
        String line = text.substring(Math.max(text.lastIndexOf('\n'), text.lastIndexOf('.')) + 1)
                .strip();
        return line.split("\\s+").length <= WORDS_OF_A_HEADING && line.indexOf(',') < 0;
    }

    private static String capital(String word) {
        if (word.startsWith("x-ray")) {
            return "X" + word.substring(1);
        }
        int first = word.codePointAt(0);
        boolean isMixed = word.length() > 1 && Character.isUpperCase(word.charAt(1)) && Character.isLowerCase(first);
        return isMixed
                ? word
                : Character.toString(Character.toUpperCase(first)) + word.substring(Character.charCount(first));
    }
}
