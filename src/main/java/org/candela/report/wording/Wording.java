package org.candela.report.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.candela.dictation.SpokenWord;

/**
 * Writes spoken words as a report has them: marks, capitals, spaces. Immutable, any thread.
 *
 * <p>Nothing said is dropped but the words of marks, and nothing is written that was not said.
 */
// [impl->req~wording.written~1]
public final class Wording {
    private static final Map<String, String> MARKS = Map.of(
            "period", ".", "comma", ",", "colon", ":", "semicolon", ";", "new paragraph", "\n\n", "new line", "\n");

    private Wording() {}

    /** Wording as it is without choices of the reader. */
    public static Wording standard() {
        return new Wording();
    }

    /**
     * Writes {@code words}.
     *
     * @param before the text of the field before the caret; its last lines suffice. It decides on the space and the
     *     capital at the beginning
     */
    public WrittenText write(List<SpokenWord> words, String before) {
        StringBuilder text = new StringBuilder();
        List<WrittenPiece> pieces = new ArrayList<>();
        int dropped = 0;
        for (int at = 0; at < words.size(); ) {
            int end = at + 2 <= words.size() && MARKS.containsKey(said(words, at, at + 2)) ? at + 2 : at + 1;
            String mark = MARKS.get(said(words, at, end));
            String soFar = before.substring(0, before.length() - dropped) + text;
            if (mark != null && text.isEmpty()) {
                dropped = before.length() - before.stripTrailing().length();
            }
            String written = mark != null ? mark : capital(words.get(at).text(), soFar);
            if (mark == null && !soFar.isEmpty() && !Character.isWhitespace(soFar.charAt(soFar.length() - 1))) {
                text.append(' ');
            }
            int start = text.length();
            text.append(written);
            pieces.add(new WrittenPiece(start, text.length(), at, end, lowest(words.subList(at, end))));
            at = end;
        }
        return new WrittenText(text.toString(), dropped, pieces);
    }

    private static String said(List<SpokenWord> words, int from, int to) {
        return String.join(
                        " ",
                        words.subList(from, to).stream().map(SpokenWord::text).toList())
                .toLowerCase(Locale.ROOT);
    }

    private static String capital(String word, String before) {
        String ended = before.stripTrailing();
        boolean begins = ended.isEmpty() || ended.endsWith(".") || before.endsWith("\n");
        return begins ? word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1) : word;
    }

    private static double lowest(List<SpokenWord> words) {
        return words.stream().mapToDouble(SpokenWord::confidence).min().orElse(0);
    }
}
