package org.candela.report.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.candela.base.Uid;
import org.candela.facility.ReadingPriority;
import org.candela.report.DeliveryStanding;
import org.candela.report.DeliveryStanding.Alarm;
import org.candela.report.DeliveryStanding.State;
import org.candela.report.ImageFacts;
import org.candela.report.LinkedMeasurement;
import org.candela.report.LinkedMeasurement.Unit;
import org.candela.report.ReportSamples;
import org.candela.report.ReportedPrior;
import org.candela.report.ReportedPrior.Whereabouts;
import org.candela.report.ReportedPriors;
import org.candela.report.SignFinding;
import org.candela.report.SignGate;
import org.candela.report.SignatureMeaning;
import org.candela.ui.Tone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~report.desk~1]
class ReportViewModelTest {
    private static final LinkedMeasurement NODULE =
            new LinkedMeasurement(12.4, Unit.MILLIMETRE, ReportSamples.IMAGE, 41);

    @TempDir
    private Path folder;

    private DeskFixture desk;
    private ReportViewModel model;

    @BeforeEach
    void open() throws Exception {
        desk = new DeskFixture(folder);
        model = desk.model;
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    @Test
    void anEmptyDeskTakesNothing() {
        assertTrue(model.readOnlyProperty().get());
        assertEquals(5, model.insertMeasurement("findings", 5));
        model.sign(SignatureMeaning.FINAL, ReportSamples.pin()).join();
        assertEquals(Notice.NONE, model.noticeProperty().get());
    }

    @Test
    void openingFillsTheFieldsWithTheTemplateAndSavesNothing() {
        desk.open();

        assertEquals(
                "CT chest",
                model.reportProperty().get().orElseThrow().template().title());
        assertEquals("Patent.", model.textProperty("airways").get());
        assertEquals("", model.savingProperty().get().text());
    }

    @Test
    void typingIsSavedAndTheAgeOfTheSaveIsShown() {
        desk.open();

        model.textProperty("findings").set("Small nodule.");
        assertEquals("Saving …", model.savingProperty().get().text());
        desk.autosave.flush();
        desk.clock.advance(Duration.ofSeconds(7));
        model.tick();

        assertEquals(
                new Notice(Tone.GOOD, "Saved 7 s ago"), model.savingProperty().get());
    }

    @Test
    void aDraftComesBackAsItWasLeftWhenAnotherStudyWasInBetween() {
        desk.open();
        model.textProperty("findings").set("Small nodule.");
        desk.autosave.flush();

        model.open(ReportSamples.study(new Uid("2.25.5"), "AC100", ReadingPriority.ROUTINE))
                .join();
        assertEquals("", model.textProperty("findings").get());
        assertEquals(1, model.otherDrafts().size());
        model.open(model.otherDrafts().get(0).study()).join();

        assertEquals("Small nodule.", model.textProperty("findings").get());
    }

    // [utest->req~report.unfinished~1]
    @Test
    void whatAnEarlierSessionLeftIsOfferedBeforeAnyStudyIsOpened() throws Exception {
        desk.open();
        model.textProperty("findings").set("Small nodule.");
        desk.autosave.flush();
        desk.close();
        desk = new DeskFixture(folder);

        desk.model.lookForUnfinished().join();

        assertEquals(
                List.of("Small nodule."),
                desk.model.otherDrafts().stream()
                        .map(draft -> draft.text("findings"))
                        .toList());
    }

    // [utest->req~report.images-say~1]
    @Test
    void whatTheImagesSayIsCheckedUntilTheReportLeaves() {
        desk.open();
        model.textProperty("impression").set("No acute disease.");
        assertEquals(List.of(), rules());

        model.imagesSay(new ImageFacts(Set.of("CHEST"), Set.of(), Set.of("M")));
        assertEquals(List.of("sign.sex"), rules());

        model.close();
        desk.open();
        assertEquals(List.of(), rules());
    }

    // [utest->req~report.carry~1]
    @Test
    void theTextOfTheWrongStudyIsBroughtHereByOneActAndCheckedAnew() {
        model.open(ReportSamples.study(new Uid("2.25.5"), "AC100", ReadingPriority.ROUTINE))
                .join();
        model.textProperty("findings").set("The prostate is enlarged.");
        model.textProperty("impression").set("Prostatomegaly.");
        desk.autosave.flush();
        desk.open();
        List<PickPane.Question> asked = new ArrayList<>();

        model.carry.ask(asked::add).join();
        assertTrue(asked.get(0).answers().get(0).startsWith("Draft: "), asked.toString());
        asked.get(0).taker().accept(asked.get(0).answers().get(0));

        assertEquals("The prostate is enlarged.", model.textProperty("findings").get());
        assertTrue(rules().contains("sign.sex"), "the checks are of this patient: " + rules());
        assertEquals(Tone.CAUTION, model.noticeProperty().get().tone());
        model.desk().fields().undo();
        assertEquals("", model.textProperty("findings").get());
    }

    @Test
    void aMeasurementIsWrittenAtTheCaretAndCheckedFromThenOn() {
        desk.open();
        model.textProperty("impression").set("Nodule.");
        model.textProperty("findings").set("Nodule of, apex.");
        model.measurementMade(NODULE);

        int caret = model.insertMeasurement("findings", 9);
        assertEquals("Nodule of 12.4 mm, apex.", model.textProperty("findings").get());
        assertEquals(17, caret);
        assertEquals(List.of(), model.findings());

        model.textProperty("findings").set("Nodule of 12.4 cm, apex.");
        assertEquals(List.of("sign.measurement"), rules());
    }

    // [utest->req~report.comparison-words~1]
    @Test
    void theComparisonIsWrittenOnceHoweverOftenItIsAskedFor() {
        ReportedPriors priors = new ReportedPriors(
                List.of(new ReportedPrior(
                        ReportSamples.EARLIER, ReportSamples.PRIOR, "CT chest", "", Whereabouts.HERE)),
                List.of("south"));
        model.open(ReportSamples.study(priors)).join();
        model.studiesOnScreen(List.of(ReportSamples.STUDY));

        assertEquals(Optional.of("comparison"), model.insertComparison());
        assertEquals(
                "Here and not compared: CT chest of 2025-03-04."
                        + " Earlier examinations may exist elsewhere: south did not answer.",
                model.textProperty("comparison").get());

        model.studiesOnScreen(List.of(ReportSamples.STUDY, ReportSamples.EARLIER));
        model.insertComparison();
        model.insertComparison();
        assertEquals(
                "Compared with CT chest of 2025-03-04."
                        + " Earlier examinations may exist elsewhere: south did not answer.",
                model.textProperty("comparison").get());
        assertEquals(
                List.of(),
                model.findings().stream()
                        .filter(finding -> finding.fieldId().equals("comparison"))
                        .toList());
    }

    // [utest->req~report.comparison-words~1]
    @Test
    void withoutAReportNoComparisonIsWritten() {
        assertEquals(Optional.empty(), model.insertComparison());
    }

    // [utest->req~report.sign-gate-told~1]
    @Test
    void whatTheGateSaysIsToldInItsOwnWords(@TempDir Path other) throws Exception {
        SignGate gate = (study, meaning) ->
                List.of(new SignGate.Obstacle("claim.taken", "clinic keeps this study for another reader."));
        try (DeskFixture gated = new DeskFixture(other, gate)) {
            gated.open();
            gated.model.textProperty("impression").set("No acute disease.");
            assertEquals(List.of(), gated.model.findings());

            gated.model.sign(SignatureMeaning.FINAL, ReportSamples.pin()).join();

            Notice notice = gated.model.noticeProperty().get();
            assertEquals(Tone.BAD, notice.tone());
            assertEquals("Not signed: clinic keeps this study for another reader.", notice.text());
            assertFalse(gated.model.readOnlyProperty().get());
        }
    }

    @Test
    void aFieldThatPrintsItsUnitTakesTheNumberAlone() {
        desk.open();
        model.measurementMade(NODULE);

        model.insertMeasurement("nodule", 0);

        assertEquals("12.4", model.textProperty("nodule").get());
        model.measurementMade(new LinkedMeasurement(37, Unit.PIXEL, ReportSamples.IMAGE, 0));
        model.textProperty("nodule").set("");
        model.insertMeasurement("nodule", 0);
        assertEquals("37.0 px", model.textProperty("nodule").get(), "pixels never pass for millimetres");
    }

    @Test
    void aChoiceTakesNoMeasurement() {
        desk.open();
        model.measurementMade(NODULE);

        model.insertMeasurement("effusion", 0);

        assertEquals("None", model.textProperty("effusion").get());
    }

    @Test
    void theNextUnfilledFieldIsFoundGoingRound() {
        desk.open();
        model.textProperty("impression").set("No acute disease.");
        model.textProperty("technique").set("[Contrast] CT.");
        model.textProperty("bones").set("[ ]");

        assertEquals(Optional.of("bones"), model.nextUnfilled("technique"));
        assertEquals(Optional.of("technique"), model.nextUnfilled("bones"));
    }

    @Test
    void aFinalSignatureLocksTheDesk() {
        complete();

        model.sign(SignatureMeaning.FINAL, ReportSamples.pin()).join();

        assertEquals(
                new Notice(Tone.GOOD, "Final signed by John Doe at 01:30:12"),
                model.noticeProperty().get());
        assertTrue(model.readOnlyProperty().get());
        desk.open();
        assertTrue(model.readOnlyProperty().get(), "and it stays locked");
    }

    @Test
    void aPreliminarySignatureLeavesTheReportOpen() {
        complete();

        model.sign(SignatureMeaning.PRELIMINARY, ReportSamples.pin()).join();

        assertFalse(model.readOnlyProperty().get());
        model.sign(SignatureMeaning.PRELIMINARY, ReportSamples.pin()).join();
        assertEquals(
                "Not signed: a preliminary version exists already. Sign final instead.",
                model.noticeProperty().get().text());
    }

    @Test
    void aWrongPinIsSaidAndTheReportStaysOpen() {
        complete();

        model.sign(SignatureMeaning.FINAL, "0000".toCharArray()).join();

        assertEquals(
                "Not signed: the PIN is wrong.", model.noticeProperty().get().text());
        assertFalse(model.readOnlyProperty().get());
    }

    @Test
    void aWarningHasToBeConfirmedAndAnEditTakesTheConfirmationBack() {
        complete();
        model.textProperty("comparison").set("CT of 2020-01-01.");
        model.sign(SignatureMeaning.FINAL, ReportSamples.pin()).join();
        assertEquals(
                "Not signed: one finding is open above.",
                model.noticeProperty().get().text());

        SignFinding warning = model.findings().get(0);
        model.toggleConfirmed(warning);
        assertTrue(model.isConfirmed(warning));
        model.textProperty("comparison").set("CT of 2020-01-02.");
        assertFalse(model.isConfirmed(warning));

        model.toggleConfirmed(model.findings().get(0));
        model.sign(SignatureMeaning.FINAL, ReportSamples.pin()).join();
        assertEquals(Tone.GOOD, model.noticeProperty().get().tone());
    }

    @Test
    void anotherStudyOnTheScreensIsAFindingAtOnce() {
        complete();

        model.studiesOnScreen(List.of(new Uid("2.25.99")));

        assertEquals(List.of("sign.other-study"), rules());
    }

    @Test
    void deliveryIsToldInWordsAndTone() {
        desk.open();

        deliver(State.QUEUED, Alarm.NONE, "");
        assertRow(Tone.NEUTRAL, "Final by HL7 message: waiting to be sent, 0 s");
        desk.clock.advance(Duration.ofSeconds(40));
        deliver(State.SENDING, Alarm.AMBER, "");
        assertRow(Tone.CAUTION, "Final by HL7 message: sent, waiting for the facility, 0 s");
        deliver(State.REJECTED, Alarm.RED, "AR unknown order");
        assertRow(Tone.BAD, "Final by HL7 message: refused by the facility 0 s ago");
        assertEquals(
                "AR unknown order \u00b7 ask the facility for the order or its accession number, then send again; hold it until then"
                        + " (Ctrl+Alt+H)",
                model.deliveries().get(0).detail());
        model.retryDelivery(1).join();
        assertEquals(List.of(1), desk.deliveries.retried);
        deliver(State.ACKNOWLEDGED, Alarm.NONE, "");
        assertRow(Tone.GOOD, "Final by HL7 message: received by the facility at 01:30:52");
    }

    @Test
    void withoutASpeechEngineTheDeskSaysSo() {
        assertEquals("Voice: no engine installed; type", model.speech());
    }

    private void complete() {
        desk.open();
        model.textProperty("impression").set("No acute disease.");
        assertEquals(List.of(), model.findings());
    }

    private List<String> rules() {
        return model.findings().stream().map(SignFinding::ruleId).toList();
    }

    private void deliver(State state, Alarm alarm, String answer) {
        desk.deliveries.become(new DeliveryStanding(
                model.reportProperty().get().orElseThrow().draft().id(),
                1,
                SignatureMeaning.FINAL,
                new DeliveryStanding.Channel("hl7", "HL7", true),
                state,
                alarm,
                desk.clock.instant(),
                1,
                answer));
    }

    private void assertRow(Tone tone, String text) {
        DeliveryRow row = model.deliveries().get(0);
        assertEquals(tone + " " + text, row.tone() + " " + row.text());
    }
}
