package org.candela.report.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

// [utest->req~wording.written~1]
class WordingTest {
    @Test
    void aPieceHasTheLowestConfidenceOfItsWords() {
        var words = List.of(Spoken.word("clear", 0.9, 0), Spoken.word("new", 0.8, 1), Spoken.word("paragraph", 0.3, 2));

        WrittenText written = Wording.standard().write(words, "The lungs are");

        assertEquals(" clear\n\n", written.text());
        assertEquals(0.3, written.pieces().get(1).confidence());
        assertEquals(1, written.pieces().get(1).firstWord());
        assertEquals(3, written.pieces().get(1).endWord());
    }

    @Test
    void punctuationTakesTheSpaceBeforeTheCaret() {
        WrittenText written = Wording.standard().write(Spoken.words("period no effusion"), "Clear ");

        assertEquals(1, written.spacesToDrop());
        assertEquals(". No effusion", written.text());
    }
}
