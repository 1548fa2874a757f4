package org.candela.report.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candela.base.Uid;
import org.candela.facility.ReadingPriority;
import org.candela.report.LinkedMeasurement;
import org.candela.report.LinkedMeasurement.Unit;
import org.candela.report.ReportSamples;
import org.candela.report.TextEdit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~report.fields~1]
class FieldsModelTest {
    @TempDir
    private Path folder;

    private DeskFixture desk;
    private ReportViewModel model;

    @BeforeEach
    void open() throws Exception {
        desk = new DeskFixture(folder);
        model = desk.model;
        desk.open();
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    @Test
    void oneGoesFromFieldToFieldAndIntoBracketsOnTheWay() {
        model.textProperty("technique").set("[Contrast] CT of the [region].");
        at("indication", 0);

        assertEquals(new WritingPlace("technique", 0, 10), go(model.fields().next()));
        assertEquals(new WritingPlace("technique", 21, 29), go(model.fields().next()));
        assertEquals("comparison", go(model.fields().next()).fieldId());
        assertEquals(new WritingPlace("technique", 0, 10), go(model.fields().previous()));
        assertEquals("indication", go(model.fields().previous()).fieldId());
        assertEquals(Optional.empty(), model.fields().previous());
    }

    @Test
    void whatTheTemplateSaysIsWrittenOverAtTheFirstVisitAndGoneOnWithAtTheNext() {
        at("comparison", 0);

        WritingPlace first = go(model.fields().entering("lungs"));
        assertEquals(new WritingPlace("lungs", 0, 38), first);
        go(model.fields().entering("bones"));

        assertEquals(WritingPlace.at("lungs", 38), go(model.fields().entering("lungs")));
    }

    @Test
    void acceptingDefaultsLeavesOnlyWhatWaits() {
        model.textProperty("bones").set("[ ]");
        at("indication", 0);
        assertTrue(isUntouched("airways"));

        WritingPlace to = go(model.fields().acceptDefaults());

        assertFalse(isUntouched("airways"));
        assertEquals(new WritingPlace("bones", 0, 3), to);
        assertEquals("Patent.", model.textProperty("airways").get(), "nothing is written that was not there");
    }

    @Test
    void aCompleteFieldLeadsToTheNextThatWaits() {
        at("lungs", 0);

        assertEquals("impression", go(model.fields().complete()).fieldId());
    }

    // [utest->req~report.undo~1]
    @Test
    void typingIsTakenBackByRunsAndAChoiceAsOne() {
        at("findings", 0);
        type("A");
        type("B");
        desk.clock.advance(Duration.ofSeconds(3));
        type("C");
        model.fields().choose("effusion", "Small left");

        undo("effusion", "None");
        undo("findings", "AB");
        undo("findings", "");
        assertTrue(model.desk().fields().redo());
        assertEquals("AB", model.textProperty("findings").get());
        assertEquals(WritingPlace.at("findings", 2), model.placeProperty().get());
    }

    // [utest->req~report.template-change~1]
    @Test
    void anotherTemplateKeepsWhatWasWrittenAndOneUndoBringsTheFormerBack() {
        model.textProperty("impression").set("Small nodule.");
        model.textProperty("lungs").set("Nodule in the right apex.");
        PickPane.Question asked = model.templates.question().orElseThrow();
        assertEquals("CT head", asked.answers().get(0), "those of the modality first");

        asked.taker().accept("General report");

        assertEquals("General report", title());
        assertEquals("Small nodule.", model.textProperty("impression").get());
        assertEquals(
                "Lungs: Nodule in the right apex.",
                model.textProperty("findings").get());
        assertTrue(model.desk().fields().undo());
        assertEquals("CT chest", title());
        assertEquals("Nodule in the right apex.", model.textProperty("lungs").get());
    }

    // [utest->req~report.viewer-link~1]
    // [utest->req~report.marks~1]
    @Test
    void aLinkedNumberLeadsToItsImageAndIsMarkedOnceItSaysSomethingElse() {
        List<LinkedMeasurement> shown = new ArrayList<>();
        model.onShowImage(shown::add);
        LinkedMeasurement made = new LinkedMeasurement(12.4, Unit.MILLIMETRE, ReportSamples.IMAGE, 41);
        model.measurementMade(made);
        model.insertMeasurement("findings", 0);
        assertEquals(List.of(TextMark.Kind.LINKED), kinds("findings"));

        at("findings", 2);
        assertTrue(model.marks.showImage());
        assertEquals(List.of(made), shown);
        model.desk().fields().type("findings", new TextEdit(1, 2, "9"), WritingPlace.at("findings", 2));

        assertEquals("19.4 mm", model.textProperty("findings").get());
        assertEquals(List.of(TextMark.Kind.DISAGREEING), kinds("findings"));
        at("impression", 0);
        assertFalse(model.marks.showImage());
    }

    // [utest->req~report.measured-change~1]
    @Test
    void theChangeAgainstAnEarlierLengthIsWrittenWithBothLinks() {
        model.open(ReportSamples.study()).join();
        at("findings", 0);
        model.measurementMade(new LinkedMeasurement(12.4, Unit.MILLIMETRE, ReportSamples.IMAGE, 41));
        assertFalse(model.measurements().insertChange(model.placeProperty().get()), "there is no earlier one yet");

        model.earlierMeasured(
                new LinkedMeasurement(10.1, Unit.MILLIMETRE, new Uid("2.25.77"), 40), ReportSamples.EARLIER);
        assertTrue(model.measurements().insertChange(model.placeProperty().get()));

        assertEquals(
                "12.4 mm (previously 10.1 mm on 2025-03-04, +2.3 mm, +23 %)",
                model.textProperty("findings").get());
        assertEquals(List.of(TextMark.Kind.LINKED, TextMark.Kind.LINKED), kinds("findings"));
    }

    // [utest->req~report.macros~1]
    @Test
    void aMacroComesByItsShortcutOrItsNameAndItsPlacesAreGoneThrough() {
        model.onMacros(() -> List.of(
                new ReadyMacro("small nodule", "sn", "Nodule of [size] in the [place]."),
                new ReadyMacro("clear lungs", "cl", "Clear.")));
        at("findings", 0);
        type("s");
        assertEquals(Optional.empty(), model.macros.offer().get());
        type("n");
        assertEquals(
                "small nodule", model.macros.offer().get().orElseThrow().macro().name());

        assertTrue(model.macros.take());
        assertEquals(
                "Nodule of [size] in the [place].",
                model.textProperty("findings").get());
        assertEquals(new WritingPlace("findings", 10, 16), model.placeProperty().get());
        assertEquals(new WritingPlace("findings", 24, 31), go(model.fields().next()));
        undo("findings", "sn");
        assertTrue(model.macros.insert("clear lungs"));
        assertEquals("snClear.", model.textProperty("findings").get());
        at("effusion", 0);
        assertFalse(model.macros.insert("clear lungs"), "a pick list takes none");
    }

    // [utest->req~report.drafts~1]
    @Test
    void anotherUnfinishedReportIsToldByPatientExaminationDayAndPlace() {
        model.textProperty("findings").set("Small nodule.");
        desk.autosave.flush();
        List<Uid> taken = new ArrayList<>();
        model.onTakeUp(study -> taken.add(study.studyInstanceUid()));
        model.open(ReportSamples.study(new Uid("2.25.5"), "AC100", ReadingPriority.ROUTINE))
                .join();

        PickPane.Question asked = model.drafts.question().orElseThrow();
        assertEquals(1, asked.answers().size());
        assertTrue(
                asked.answers().get(0).startsWith("Zebedee, Quillon  ·  CT CHEST  ·  "),
                asked.answers().get(0));
        asked.taker().accept(asked.answers().get(0));

        assertEquals(List.of(ReportSamples.STUDY), taken);
    }

    private List<TextMark.Kind> kinds(String field) {
        return model
                .marks
                .of(
                        model.desk().field(field).orElseThrow(),
                        model.desk().draft().orElseThrow())
                .stream()
                .map(TextMark::kind)
                .toList();
    }

    private void at(String field, int caret) {
        model.desk().fields().moveTo(WritingPlace.at(field, caret));
    }

    private WritingPlace go(Optional<WritingPlace> place) {
        model.desk().fields().go(place.orElseThrow());
        return place.orElseThrow();
    }

    private void type(String letters) {
        WritingPlace at = model.placeProperty().get();
        model.desk()
                .fields()
                .type(
                        at.fieldId(),
                        TextEdit.insert(at.caret(), letters),
                        WritingPlace.at(at.fieldId(), at.caret() + letters.length()));
    }

    private void undo(String field, String text) {
        assertTrue(model.desk().fields().undo());
        assertEquals(text, model.textProperty(field).get());
    }

    private boolean isUntouched(String field) {
        return model.fields().isUntouched(model.desk().field(field).orElseThrow());
    }

    private String title() {
        return model.reportProperty().get().orElseThrow().template().title();
    }
}
