package org.candela.dictation.engine.whisper;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.candela.dictation.SpokenWord;

/**
 * Words of a segment of whisper.cpp. It tells times of segments alone: a word gets the part of the segment's time that its
 * letters have. It tells no confidence through this library: each word has {@value #CONFIDENCE}, so that all are looked at.
 */
final class WhisperWords {
    static final double CONFIDENCE = 0.5;
    /** {@code [BLANK_AUDIO]}, {@code (coughs)}: what it says of sounds that are no words. */
    private static final Pattern NO_WORDS = Pattern.compile("\\[[^\\]]*\\]|\\([^)]*\\)|\\*[^*]*\\*");

    private WhisperWords() {}

    static List<SpokenWord> of(String segment, long startMillis, long endMillis) {
        String text = NO_WORDS.matcher(segment).replaceAll(" ").strip();
        List<SpokenWord> words = new ArrayList<>();
        if (text.isEmpty()) {
            return words;
        }
        long start = Math.max(0, startMillis);
        double each = Math.max(0, endMillis - start) / (double) text.length();
        int at = 0;
        for (String word : text.split("\\s+")) {
            long from = start + Math.round(at * each);
            long to = start + Math.round((at + word.length()) * each);
            words.add(new SpokenWord(word, CONFIDENCE, Duration.ofMillis(from), Duration.ofMillis(to)));
            at += word.length() + 1;
        }
        return words;
    }
}
