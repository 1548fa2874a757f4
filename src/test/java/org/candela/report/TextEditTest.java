package org.candela.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// [utest->req~report.spoken-words~1]
class TextEditTest {
    private static final String TEXT = "A nodule in the lung.";
    /** "nodule" in {@link #TEXT}. */
    private static final TextSpan NODULE = new TextSpan(2, 8);

    private static final DictatedWord.Source HEARD =
            new DictatedWord.Source(new UUID(7, 7), Duration.ofMillis(120), Duration.ofMillis(560));

    @ParameterizedTest
    @CsvSource({
        "'', 'a', 0, 0, 'a'",
        "'ab', 'aXb', 1, 1, 'X'",
        "'abc', 'ac', 1, 2, ''",
        "'abc', 'aXYc', 1, 2, 'XY'",
        "'abc', 'abc', 3, 3, ''",
        "'aa', 'aaa', 2, 2, 'a'"
    })
    void theSmallestEditIsFound(String before, String after, int from, int to, String written) {
        TextEdit edit = TextEdit.between(before, after);

        assertEquals(new TextEdit(from, to, written), edit);
        assertEquals(after, edit.applied(before));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 'The ', 6, 12",
        "2, 2, 'small ', 8, 14",
        "8, 8, 's', 2, 8",
        "12, 15, 'a', 2, 8",
        "0, 4, 'No', 2, 6",
        "5, 5, 'x', 2, 9",
        "6, 12, '', 2, 6",
        "2, 8, 'mass', 0, 0",
        "0, 21, '', 0, 0"
    })
    void aSpanMovesWithItsCharactersAndIsNowhereOnceTheyAreGone(
            int from, int to, String written, int spanFrom, int spanTo) {
        assertEquals(new TextSpan(spanFrom, spanTo), NODULE.after(new TextEdit(from, to, written)));
    }

    @Test
    void aSpokenWordIsForgottenOnceItsLettersChangeAndKeptWhereverItMoves() {
        ReportDraft draft = ReportSamples.draft()
                .withText("findings", TEXT)
                .withDictated(List.of(new DictatedWord("findings", NODULE, "nodule", 0.3, false, HEARD)));

        ReportDraft moved = draft.edited("findings", TextEdit.insert(0, "Right: "));
        assertEquals(new TextSpan(9, 15), moved.doubtful().get(0).span());
        assertEquals(
                List.of(),
                moved.withText("findings", "Right: A nodile in the lung.").dictated());
        assertEquals(1, draft.withText("impression", "Nodule.").dictated().size());
    }

    @Test
    void aLookEndsTheDoubt() {
        ReportDraft draft = ReportSamples.draft()
                .withText("findings", TEXT)
                .withDictated(List.of(new DictatedWord("findings", NODULE, "nodule", 0.3, false, HEARD)));

        assertTrue(draft.withEachDictated(DictatedWord::seen).doubtful().isEmpty());
    }

    @Test
    void whatWasSpokenAndWhereAMeasurementStandsIsKeptWithTheDraft() throws Exception {
        ReportDraft draft = ReportSamples.draft()
                .withText("findings", TEXT)
                .withMeasurement(new InsertedMeasurement(
                        "findings",
                        new LinkedMeasurement(12.4, LinkedMeasurement.Unit.MILLIMETRE, ReportSamples.IMAGE, 41),
                        NODULE))
                .withDictated(List.of(new DictatedWord("findings", NODULE, "nodule", 0.3, true, HEARD)));

        assertEquals(draft, ReportJson.toDraft(ReportJson.ofDraft(draft)));
    }
}
