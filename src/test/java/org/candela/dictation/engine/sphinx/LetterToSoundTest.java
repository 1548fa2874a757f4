package org.candela.dictation.engine.sphinx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.candela.base.CandelaException;
import org.candela.dictation.engine.WordErrors;
import org.candela.dictation.language.LetterToSound;
import org.candela.dictation.language.Pronunciations;
import org.candela.dictation.language.ReportLanguage;
import org.junit.jupiter.api.Test;

/** Beside the dictionary that it learns from. */
class LetterToSoundTest {
    // [utest->req~dictation.letters~1]
    @Test
    void guessesMostPhonesOfWordsOfRadiologyThatItNeverSaw() throws IOException, CandelaException {
        LetterToSound letters = SphinxLexicon.guesser();
        Pronunciations written = ReportLanguage.shippedSounds();
        WordErrors all = WordErrors.NONE;
        for (String word : written.words()) {
            String guessed = String.join(" ", letters.phones(word));
            WordErrors best = written.of(word).stream()
                    .map(way -> WordErrors.between(String.join(" ", way), guessed))
                    .min(java.util.Comparator.comparingInt(WordErrors::errors))
                    .orElseThrow();
            all = all.and(best);
        }
        System.out.printf(Locale.ROOT, "speech: letters to sounds, %.1f %% of phones wrong%n", 100 * all.rate());

        // every phone by the commonest of its letter alone gives more than 40 % wrong
        assertTrue(all.rate() < 0.25, all.toString());
        assertEquals(List.of("S", "M", "IH", "TH"), letters.phones("Smith"));
        assertEquals(List.of(), letters.phones("123"));
    }
}
