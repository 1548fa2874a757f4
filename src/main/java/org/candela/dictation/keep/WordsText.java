package org.candela.dictation.keep;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.candela.dictation.SpokenWord;

/** Words as they are kept: a line each of start and end in ms, confidence and text, apart by tabs. */
final class WordsText {
    private static final int FIELDS = 4;

    private WordsText() {}

    static byte[] write(List<SpokenWord> words) {
        return words.stream()
                .map(WordsText::line)
                .collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String line(SpokenWord word) {
        return String.format(
                Locale.ROOT,
                "%d\t%d\t%.4f\t%s",
                word.start().toMillis(),
                word.end().toMillis(),
                word.confidence(),
                word.text().replaceAll("\\s+", " "));
    }

    static List<SpokenWord> read(byte[] bytes, String utterance) throws SpoolException {
        try {
            return new String(bytes, StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t", FIELDS))
                    .map(field ->
                            new SpokenWord(field[3], Double.parseDouble(field[2]), millis(field[0]), millis(field[1])))
                    .toList();
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new SpoolException("spool.words", "the words of utterance " + utterance + " are damaged", e);
        }
    }

    private static Duration millis(String text) {
        return Duration.ofMillis(Long.parseLong(text));
    }
}
