package org.candela.dictation.trend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.candela.dictation.SpokenWord;
import org.candela.dictation.Transcript;
import org.candela.dictation.keep.KeptDesk;
import org.candela.dictation.keep.Sealing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// [utest->req~dictation.trend~1]
class AccuracyTrendTest {
    private static final Set<String> TERMS = Set.of("effusion", "pneumothorax", "nodule");
    private static final String REPORT =
            "Findings: Lungs are clear. No left pleural effusion or pneumothorax. Impression: 6 mm nodule.";

    @TempDir
    private Path home;

    @ParameterizedTest
    @CsvSource({
        // said, words, edits, terms, heard, sides, negations
        "no left pleural effusion or pneumothorax, 6, 0, 2, 2, 0, 0",
        "no right pleural effusion or pneumothorax, 6, 1, 2, 2, 1, 0",
        "left pleural effusion or pneumothorax, 5, 0, 2, 2, 0, 0",
        "lungs are clear now left pleural confusion, 7, 2, 1, 0, 0, 1",
        "lungs are clear left pleural effusion, 6, 1, 1, 1, 0, 1",
        "6 mm nodule, 3, 0, 1, 1, 0, 0"
    })
    void whatWasChangedUntilItWasSignedIsCounted(
            String said, int words, int edits, int terms, int heard, int sides, int negations) {
        assertEquals(
                new Accuracy(words, edits, terms, heard, sides, negations),
                Comparing.compare(said, Comparing.words(REPORT), TERMS));
    }

    @Test
    void theRestOfTheReportCostsNothingAndWhatIsNotInItAtAllCostsEveryWord() {
        assertEquals(
                0,
                Comparing.compare("lungs are clear", Comparing.words(REPORT), TERMS)
                        .edits());
        assertEquals(
                3,
                Comparing.compare("the liver enlarged", Comparing.words(REPORT), TERMS)
                        .edits());
        assertEquals(Accuracy.NOTHING, Comparing.compare("", Comparing.words(REPORT), TERMS));
    }

    @Test
    void daysAddUpByEngineAndHoldNoWordOfAnyReport() throws Exception {
        LocalDate day = LocalDate.parse("2026-11-24");
        try (KeptDesk desk = new KeptDesk(home, Sealing.NONE)) {
            AccuracyTrend trend = new AccuracyTrend(desk.database, desk.utterances, AccuracyTrend::plain);
            say(desk, "lungs are clear", true);
            say(desk, "no right pleural effusion", true);
            say(desk, "never taken", false);

            trend.signed(KeptDesk.DRAFT, REPORT, day);
            trend.signed(KeptDesk.DRAFT, REPORT, day);

            AccuracyDay only = AccuracyTrend.days(desk.database).get(0);
            assertEquals(new AccuracyDay(day, "test-1", 2, new Accuracy(14, 2, 4, 4, 2, 0)), only);
            List<String> columns = desk.database.read(
                    tx -> tx.query("SELECT day || engine AS text FROM dictation_accuracy", row -> row.string("text")));
            assertEquals(List.of("2026-11-24test-1"), columns);
        }
    }

    private static void say(KeptDesk desk, String text, boolean isTaken) throws Exception {
        UUID id = desk.spoken(500);
        List<SpokenWord> words = Arrays.stream(text.split(" "))
                .map(word -> new SpokenWord(word, 0.9, Duration.ZERO, Duration.ZERO))
                .toList();
        desk.utterances.heard(id, new Transcript(words), "test-1");
        if (isTaken) {
            desk.utterances.taken(id);
        }
    }

    @Test
    void theShippedTermsAreWordsOfOneKind() throws Exception {
        String text = Files.readString(
                Path.of("src/main/resources/org/candela/dictation/trend/terms.txt"), StandardCharsets.UTF_8);

        assertFalse(text.lines().filter(line -> !line.startsWith("#")).anyMatch(line -> !line.matches("[a-z]+")));
    }
}
