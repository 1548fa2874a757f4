package org.candela.dictation.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReportModelTest {
    private static final double ROUNDING = 1e-9;

    private final TrigramModel.Builder sentences = new TrigramModel.Builder()
            .sentence(List.of("no", "pleural", "effusion"))
            .sentence(List.of("no", "pleural", "effusion"))
            .sentence(List.of("small", "pleural", "effusion"))
            .sentence(List.of("no", "fracture"));

    private ReportModel model(String... commands) {
        return new ReportModel(
                sentences.build(),
                List.of(commands).stream()
                        .map(phrase -> List.of(phrase.split(" ")))
                        .toList());
    }

    // [utest->req~dictation.language~1]
    @Test
    void whatFollowsTwoWordsAddsUpToOne() {
        ReportModel model = model();

        for (String[] before : new String[][] {{"", "<s>"}, {"<s>", "no"}, {"no", "pleural"}, {"fracture", "small"}}) {
            double sum = probability(model, before[0], before[1], "</s>");
            for (String word : model.vocabulary()) {
                sum += probability(model, before[0], before[1], word);
            }
            // one share of all words is kept for words that were never counted, of which there are none here
            assertEquals(1, sum, 0.15, String.join(" ", before));
        }
    }

    @Test
    void whatWasCountedIsMoreProbableThanWhatWasNot() {
        ReportModel model = model();

        assertTrue(probability(model, "no", "pleural", "effusion") > 0.5);
        assertTrue(probability(model, "no", "pleural", "fracture") > 0);
        assertTrue(
                probability(model, "no", "pleural", "effusion") > 10 * probability(model, "no", "pleural", "fracture"));
    }

    // [utest->req~dictation.commands~1]
    @Test
    void wordsOfCommandsNeverStandBesideWordsOfText() {
        ReportModel model = model("next field", "previous field", "what can i say");

        assertTrue(probability(model, "", "<s>", "!next") > 0);
        assertEquals(1, probability(model, "<s>", "!next", "!field"), ROUNDING);
        assertEquals(1, probability(model, "!next", "!field", "</s>"), ROUNDING);
        assertEquals(0, probability(model, "<s>", "!next", "effusion"));
        assertEquals(0, probability(model, "<s>", "no", "!next"));
        assertEquals(0, probability(model, "<s>", "!next", "!say"));
    }

    @Test
    void anUtteranceIsATextOrACommand() {
        ReportModel model = model("next field", "previous field");

        double commands = probability(model, "", "<s>", "!next") + probability(model, "", "<s>", "!previous");
        double texts = probability(model, "", "<s>", "no");

        assertEquals(0.1, commands, ROUNDING);
        assertTrue(texts > commands);
        assertEquals("next", ReportModel.written("!next"));
        assertFalse(ReportModel.isOfCommand("next"));
    }

    private static double probability(ReportModel model, String a, String b, String word) {
        return model.probability(model.id(a), model.id(b), model.id(word));
    }
}
