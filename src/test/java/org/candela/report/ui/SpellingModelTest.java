package org.candela.report.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.candela.report.LinkedMeasurement;
import org.candela.report.LinkedMeasurement.Unit;
import org.candela.report.ReportSamples;
import org.candela.report.spelling.Spelling;
import org.candela.report.template.TemplateField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~report.spelling~1]
class SpellingModelTest {
    private static final Spelling SPELLING = Spelling.open(Set.of());

    @TempDir
    private Path folder;

    private final List<String> kept = new ArrayList<>();
    private final List<PickPane.Question> asked = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // set before each test
    private DeskFixture desk;

    @SuppressWarnings("NullAway.Init") // set before each test
    private ReportViewModel model;

    @BeforeEach
    void layTheDesk() throws Exception {
        desk = new DeskFixture(folder);
        model = desk.model;
        desk.open();
        model.spelling().use(SPELLING, kept::add);
    }

    @AfterEach
    void clearTheDesk() throws Exception {
        desk.close();
    }

    @Test
    void unknownWordsAreMarkedWhereTheyStandNow() {
        write("findings", "The lugns are clear. No efusion.");
        assertEquals(List.of("lugns", "efusion"), marked("findings"));

        write("findings", "Today the lugns are clear. No effusion.");
        assertEquals(List.of("lugns"), marked("findings"));
    }

    @Test
    void theWordThatIsTypedIsMarkedOnceTheCaretHasLeftIt() {
        write("findings", "The lugns");
        model.desk().fields().moveTo(WritingPlace.at("findings", 9));
        assertEquals(List.of(), marked("findings"));

        model.desk().fields().moveTo(WritingPlace.at("findings", 2));
        assertEquals(List.of("lugns"), marked("findings"));
    }

    @Test
    void measurementsPlacesAndNamesOfTheOrderAreNoWords() {
        model.measurementMade(new LinkedMeasurement(12.4, Unit.PIXEL, ReportSamples.IMAGE, 0));
        write("findings", "Nodule of  in [lokation], {fied}, LI-RADS, L4-L5, per Dr. Quillon.");
        model.insertMeasurement("findings", 10);

        assertEquals(List.of(), marked("findings"));
    }

    @Test
    void aChosenProposalStandsThereAndCanBeTakenBack() {
        write("findings", "Small efusion. Lugns are clear.");

        assertTrue(model.spelling().ask(asked::add));
        assertTrue(
                asked.get(0).answers().contains("effusion"),
                asked.get(0).answers().toString());
        assertEquals(new WritingPlace("findings", 6, 13), model.placeProperty().get());
        asked.get(0).taker().accept("effusion");
        assertEquals("Small effusion. Lugns are clear.", text("findings"));

        assertTrue(model.spelling().ask(asked::add));
        asked.get(1).taker().accept("Lungs");
        assertEquals("Small effusion. Lungs are clear.", text("findings"));
        assertFalse(model.spelling().ask(asked::add));

        model.desk().fields().undo();
        assertEquals("Small effusion. Lugns are clear.", text("findings"));
    }

    @Test
    void whatIsLeftIsPassedOverWhenTheNextIsAskedFor() {
        write("findings", "Small efusion. Lugns are clear.");

        model.spelling().ask(asked::add);
        model.spelling().ask(asked::add);

        assertEquals(
                List.of("NOT IN THE DICTIONARY: efusion", "NOT IN THE DICTIONARY: Lugns"),
                asked.stream().map(PickPane.Question::title).toList());
    }

    @Test
    void aWordOfTheReadersIsKeptAndNoLongerMarked() {
        write("findings", "Candelaish pattern. Candelaish again.");

        model.spelling().ask(asked::add);
        List<String> answers = asked.get(0).answers();
        asked.get(0).taker().accept(answers.get(answers.size() - 1));

        assertEquals(List.of("Candelaish"), kept);
        assertEquals(List.of(), marked("findings"));
    }

    @Test
    void numbersAndPickListsAreNotLookedAt() {
        boolean hasNumber = model.desk().templateFields().stream()
                .anyMatch(field -> field.content().kind() == TemplateField.Kind.NUMBER);

        assertEquals(
                Set.of(),
                Set.copyOf(model.desk().templateFields().stream()
                        .flatMap(field -> marked(field.id()).stream())
                        .toList()),
                "numbers: " + hasNumber);
    }

    private void write(String field, String text) {
        model.textProperty(field).set(text);
        model.desk().fields().moveTo(WritingPlace.at(field, 0));
    }

    private String text(String field) {
        return model.textProperty(field).get();
    }

    private List<String> marked(String fieldId) {
        TemplateField field = model.desk().field(fieldId).orElseThrow();
        return model.spelling().marks(field, model.draft().orElseThrow()).stream()
                .map(mark -> mark.span().of(text(fieldId)))
                .toList();
    }
}
