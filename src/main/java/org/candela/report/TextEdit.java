package org.candela.report;

/**
 * One change of one field's text: the characters from {@code from} to before {@code to} give way to {@code written}.
 *
 * @param from counted from 0
 * @param to not before {@code from}; the same for an insertion
 */
public record TextEdit(int from, int to, String written) {
    public TextEdit {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("an edit ends after it begins: " + from + " to " + to);
        }
    }

    /** An insertion. */
    public static TextEdit insert(int at, String written) {
        return new TextEdit(at, at, written);
    }

    /** The smallest edit that makes {@code after} of {@code before}; of several, the one nearest to the end. */
    public static TextEdit between(String before, String after) {
        int most = Math.min(before.length(), after.length());
        int same = 0;
        while (same < most && before.charAt(same) == after.charAt(same)) {
            same++;
        }
        int tail = 0;
        while (tail < most - same
                && before.charAt(before.length() - 1 - tail) == after.charAt(after.length() - 1 - tail)) {
            tail++;
        }
        return new TextEdit(same, before.length() - tail, after.substring(same, after.length() - tail));
    }

    /** Whether nothing changes by it. */
    public boolean isNothing() {
        return from == to && written.isEmpty();
    }

    /** Behind what was written. */
    public int end() {
        return from + written.length();
    }

    /** The text after it. */
    public String applied(String text) {
        int begin = Math.min(from, text.length());
        return text.substring(0, begin) + written + text.substring(Math.min(Math.max(to, begin), text.length()));
    }

    /** Where a place between characters is afterwards: behind what is written there, before what is taken away. */
    public int shifted(int position) {
        if (position < from) {
            return position;
        }
        return position >= to ? position + end() - to : end();
    }

    /** The same for a place that stays before what is written at it. */
    public int shiftedBefore(int position) {
        return position <= from ? position : shifted(position);
    }
}
