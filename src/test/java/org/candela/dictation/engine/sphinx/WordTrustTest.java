package org.candela.dictation.engine.sphinx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.candela.base.CandelaException;
import org.candela.dictation.SpokenWord;
import org.candela.dictation.Transcript;
import org.candela.dictation.engine.sphinx.SphinxHearing.Read;
import org.candela.dictation.language.ReportLanguage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

// [utest->req~dictation.confidence~1]
class WordTrustTest {
    private static WordTrust trust;

    @BeforeAll
    static void open() throws CandelaException {
        trust = new WordTrust(ReportLanguage.shipped().model());
    }

    @Test
    void aWordOfALargerShareIsSurer() {
        assertTrue(sure("lungs are clear", 0.9, "lungs are clear", 2)
                > sure("lungs are clear", 0.4, "lungs are clear", 2));
    }

    @Test
    void aWordThatTheFirstPassHeardOtherwiseIsLessSure() {
        assertTrue(
                sure("lungs are clear", 0.9, "lungs are clear", 2) > sure("lungs are clear", 0.9, "lungs are near", 2));
    }

    @Test
    void aWordThatNobodyExpectsThereIsLessSure() {
        assertTrue(sure("lungs are clear", 0.9, "lungs are clear", 2)
                > sure("lungs are effusion", 0.9, "lungs are effusion", 2));
    }

    @Test
    void whatBothPassesHeardIsFoundAmongWordsThatCameOrWent() {
        assertEquals(
                "{0, 2, 3}",
                WordTrust.inBoth(List.of("no", "pleural", "effusion"), List.of("no", "left", "pleural", "effusion"))
                        .toString());
        assertEquals(
                "{0, 2}",
                WordTrust.inBoth(List.of("no", "new", "small", "nodule"), List.of("no", "a", "nodule"))
                        .toString());
        assertEquals("{}", WordTrust.inBoth(List.of(), List.of("no")).toString());
    }

    private static double sure(String heard, double share, String before, int at) {
        List<Read> words =
                Stream.of(heard.split(" ")).map(word -> new Read(word, share)).toList();
        Transcript first = new Transcript(Stream.of(before.split(" "))
                .map(word -> new SpokenWord(word, 0.5, Duration.ZERO, Duration.ZERO))
                .toList());
        return trust.of(words, first).get(at);
    }
}
