package org.candela.dictation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

// [utest->req~dictation.port~1]
class TranscriptTest {
    private static final SpokenWord NO = word("no", 0.98, 0, 200);
    private static final SpokenWord PNEUMOTHORAX = word("pneumothorax", 0.41, 250, 1100);

    @Test
    void joinsItsWordsInTheOrderSpoken() {
        assertEquals("no pneumothorax", new Transcript(List.of(NO, PNEUMOTHORAX)).text());
    }

    @Test
    void namesTheWordsTheEngineWasUnsureOf() {
        assertEquals(List.of(PNEUMOTHORAX), new Transcript(List.of(NO, PNEUMOTHORAX)).wordsBelow(0.5));
    }

    @Test
    void nothingUnderstoodIsAnEmptyText() {
        assertEquals("", new Transcript(List.of()).text());
    }

    @Test
    void aWordCannotEndBeforeItBegins() {
        assertThrows(IllegalArgumentException.class, () -> word("left", 0.9, 300, 200));
    }

    @Test
    void confidenceIsAFraction() {
        assertThrows(IllegalArgumentException.class, () -> word("left", 1.2, 0, 200));
        assertThrows(IllegalArgumentException.class, () -> word("left", Double.NaN, 0, 200));
    }

    @Test
    void aWorkstationWithoutAnEngineSaysSo() throws Exception {
        assertTrue(SpeechEngine.NONE.open().isEmpty());
        assertEquals("no engine installed; type", SpeechEngine.NONE.standing());
    }

    private static SpokenWord word(String text, double confidence, int startMillis, int endMillis) {
        return new SpokenWord(text, confidence, Duration.ofMillis(startMillis), Duration.ofMillis(endMillis));
    }
}
