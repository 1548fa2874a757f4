package org.candela.report.spelling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.candela.report.template.Template;
import org.candela.report.template.TemplateField;
import org.candela.report.template.TemplateSection;
import org.candela.report.template.Templates;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// [utest->req~spelling.check~1]
class SpellingTest {
    private static Spelling spelling;

    @BeforeAll
    static void open() {
        spelling = Spelling.open(Set.of());
    }

    @Test
    void aWordThatNoDictionaryKnowsIsToldWithItsPlace() {
        String text = "The lungs are claer. No pnuemothorax.";

        List<Misspelling> found = spelling.check(text);

        assertEquals(
                List.of("claer", "pnuemothorax"),
                found.stream().map(Misspelling::word).toList());
        assertEquals("claer", text.substring(found.get(0).start(), found.get(0).end()));
    }

    @ParameterizedTest
    @CsvSource({
        "claer, clear",
        "pnuemothorax, pneumothorax",
        "effussion, effusion",
        "hydronephrois, hydronephrosis",
        "cholelithasis, cholelithiasis",
        "atelectesis, atelectasis",
        "parenchmal, parenchymal",
        "infarkt, infarct"
    })
    void theWordThatWasMeantIsAmongTheSuggestions(String wrong, String meant) {
        assertTrue(spelling.suggestions(wrong).contains(meant), wrong + ": " + spelling.suggestions(wrong));
    }

    /** Enter takes it. */
    @ParameterizedTest
    @CsvSource({"efusion, effusion", "pnuemothorax, pneumothorax", "atelectesis, atelectasis", "claer, clear"})
    void theLikeliestIsTheFirst(String wrong, String meant) {
        assertEquals(meant, spelling.suggestions(wrong).get(0));
    }

    @Test
    void figuresAbbreviationsUnitsAndPossessivesAreNoMistakes() {
        String text =
                "L4-L5, T2-weighted, FLAIR, 2.3 x 1.1 cm, 60 Gy, 15 mGy, 10 HU, SUVmax 4, BI-RADS 4A, Baker's cyst, "
                        + "patient’s left, TR4, urn_test, DOE.";

        assertEquals(List.of(), spelling.check(text));
    }

    @Test
    void noWordOfOurOwnTemplatesIsCalledAMistake() throws Exception {
        Set<String> alarms = new TreeSet<>();
        for (Template template : Templates.shipped().all()) {
            for (String text : texts(template)) {
                spelling.check(text).forEach(wrong -> alarms.add(wrong.word()));
            }
        }

        assertEquals(Set.of(), alarms);
    }

    @Test
    void aWordOfTheReaderIsKnownAtOnce() {
        assertEquals(1, spelling.check("Candelaish").size());
        assertEquals(0, spelling.with(Set.of("candelaish")).check("Candelaish").size());
    }

    @Test
    void proposalsThatBeginAsTheWordDoesComeFirst() {
        assertEquals("effusion", spelling.suggestions("efusion").get(0));
    }

    @Test
    void veryLongWordsAndTextsEndSoon() {
        assertEquals(List.of(), spelling.suggestions("x".repeat(100_000)));
        assertEquals(List.of(), spelling.check("y".repeat(100_000)));
    }

    private static List<String> texts(Template template) {
        List<String> texts = new ArrayList<>(List.of(template.title()));
        for (TemplateSection section : template.sections()) {
            texts.add(section.name());
            for (TemplateField field : section.fields()) {
                texts.add(field.name() + ". " + field.initialText());
                texts.addAll(field.content().options());
            }
        }
        return texts;
    }
}
