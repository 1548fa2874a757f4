package org.candela.report.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

// [utest->req~wording.written~1]
class WordingTest {
    private static final String BEFORE = "Seen";

    @Test
    void everyCaseOfTheTableIsWrittenAsAReportHasIt() throws Exception {
        List<String[]> cases = cases();
        List<String> wrong = new ArrayList<>();
        for (String[] one : cases) {
            String written = Wording.standard()
                    .write(Spoken.words(one[0]), BEFORE)
                    .text()
                    .replaceFirst("^ ", "");
            if (!written.equals(one[1])) {
                wrong.add(one[0] + " => " + written + " and not " + one[1]);
            }
        }

        assertEquals(List.of(), wrong, wrong.size() + " of " + cases.size() + ":\n" + String.join("\n", wrong));
        assertTrue(cases.size() >= 250, "cases: " + cases.size());
    }

    @Test
    void whatIsWrittenAlreadyComesOutAsItWentIn() throws Exception {
        for (String[] one : cases()) {
            String written = one[1];
            if (!written.contains("\n") && !one[0].startsWith("literal") && !one[0].contains(" literal ")) {
                String again =
                        Wording.standard().write(Spoken.words(written), BEFORE).text();
                assertEquals(written, again.replaceFirst("^ ", ""), one[0]);
            }
        }
    }

    @Test
    void everySpokenWordBelongsToExactlyOnePieceUnlessItIsTheWordLiteral() throws Exception {
        for (String[] one : cases()) {
            var words = Spoken.words(one[0]);
            WrittenText written = Wording.standard().write(words, BEFORE);
            int next = 0;
            for (WrittenPiece piece : written.pieces()) {
                assertEquals(next, piece.firstWord(), one[0]);
                next = piece.endWord();
            }
            assertEquals(words.size(), next, one[0]);
        }
    }

    @Test
    void aPieceHasTheLowestConfidenceOfItsWords() {
        var words =
                List.of(Spoken.word("clear", 0.9, 0), Spoken.word("six", 0.8, 1), Spoken.word("millimeters", 0.3, 2));

        WrittenText written = Wording.standard().write(words, "The lungs are");

        assertEquals(" clear 6 mm", written.text());
        assertEquals("6 mm", written.of(written.pieces().get(1)));
        assertEquals(0.3, written.pieces().get(1).confidence());
    }

    @Test
    void punctuationTakesTheSpaceBeforeTheCaret() {
        WrittenText written = Wording.standard().write(Spoken.words("period no effusion"), "Clear ");

        assertEquals(1, written.spacesToDrop());
        assertEquals(". No effusion", written.text());
    }

    @Test
    void theTextBeforeTheCaretDecidesOnSpaceAndCapital() {
        assertEquals("No effusion", write("no effusion", ""));
        assertEquals("No effusion", write("no effusion", "Clear. "));
        assertEquals(" No effusion", write("no effusion", "Clear."));
        assertEquals(" and no effusion", write("and no effusion", "Clear"));
        assertEquals("No effusion", write("no effusion", "Clear.\n"));
        assertEquals(" doe", write("doe", "Told to Dr."));
        assertEquals("stable", write("stable", "nodule ("));
    }

    @Test
    void theTextBeforeTheCaretTellsANounFromAMark() {
        assertEquals(" colon", write("colon", "Mass of the ascending"));
        assertEquals(":", write("colon", "Findings"));
        assertEquals(" period", write("period", "In the perioperative"));
    }

    @Test
    void theReaderChoosesTheFormOfDatesAndAbbreviations() {
        Wording wording = Wording.of(new WritingStyle(DateStyle.ISO, Map.of("Status post", "s/p")));

        assertEquals(
                "S/p fall on 2026-11-03",
                wording.write(Spoken.words("status post fall on november third twenty twenty six"), "")
                        .text());
        assertEquals(
                "3 November 2026",
                Wording.of(new WritingStyle(DateStyle.NAMED, Map.of()))
                        .write(Spoken.words("november third twenty twenty six"), "")
                        .text());
    }

    @Test
    void anAbbreviationThatHidesASideOrANegationIsRefused() {
        for (String hidden : List.of("right upper quadrant", "no acute disease", "without contrast")) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new WritingStyle(DateStyle.ISO, Map.of(hidden, "RUQ")),
                    hidden);
        }
    }

    private static String write(String spoken, String before) {
        return Wording.standard().write(Spoken.words(spoken), before).text();
    }

    static List<String[]> cases() throws IOException {
        try (InputStream in = WordingTest.class.getResourceAsStream("cases.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.replace("\\n", "\n").split(" => ", 2))
                    .toList();
        }
    }
}
