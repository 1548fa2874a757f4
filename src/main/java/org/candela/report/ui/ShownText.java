package org.candela.report.ui;

import java.util.ArrayList;
import java.util.List;
import org.candela.report.TextSpan;

/**
 * A field's text with what is being understood shown in it, and the way between places in the one and the other. A caret at
 * the place of dictation stands before the words that are shown there.
 *
 * @param greys in the order of their places; several at one place in the order begun
 */
record ShownText(String written, List<Grey> greys) {
    /** Words that are shown before the character {@code at} of what is written. */
    record Grey(int at, String text) {}

    ShownText {
        greys = List.copyOf(greys);
    }

    String text() {
        StringBuilder text = new StringBuilder(written);
        for (int i = greys.size() - 1; i >= 0; i--) {
            text.insert(
                    Math.min(greys.get(i).at(), written.length()), greys.get(i).text());
        }
        return text.toString();
    }

    /** Where a place of what is written is shown. */
    int shown(int position) {
        return position
                + greys.stream()
                        .filter(grey -> grey.at() < position)
                        .mapToInt(grey -> grey.text().length())
                        .sum();
    }

    /** Which place of what is written is shown here; within grey words, the one they are shown at. */
    int written(int position) {
        int before = 0;
        for (Grey grey : greys) {
            int start = grey.at() + before;
            if (position <= start) {
                break;
            }
            if (position <= start + grey.text().length()) {
                return grey.at();
            }
            before += grey.text().length();
        }
        return position - before;
    }

    /** A span of what is written, as it is shown. */
    TextSpan shown(TextSpan span) {
        return span.isEmpty() ? span : new TextSpan(shown(span.from() + 1) - 1, shown(span.to()));
    }

    /** Where the grey words are shown. */
    List<TextSpan> spans() {
        List<TextSpan> spans = new ArrayList<>();
        int before = 0;
        for (Grey grey : greys) {
            int start = grey.at() + before;
            before += grey.text().length();
            spans.add(new TextSpan(start, start + grey.text().length()));
        }
        return spans;
    }
}
