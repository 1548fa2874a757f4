package org.candela.report.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.candela.report.DictatedWord;
import org.candela.report.ReportSamples;
import org.candela.report.SignFinding;
import org.candela.report.SignatureMeaning;
import org.candela.report.TextEdit;
import org.candela.ui.Tone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~report.live-partials~1]
// [utest->req~report.voice-commands~1]
class SpokenInputTest {
    @TempDir
    private Path folder;

    private final PlayedDictation voice = new PlayedDictation();
    private DeskFixture desk;
    private ReportViewModel model;

    @BeforeEach
    void open() throws Exception {
        desk = new DeskFixture(folder);
        model = desk.model;
        model.spoken().listenTo(voice);
        desk.open();
        model.desk().fields().moveTo(WritingPlace.at("findings", 0));
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    @Test
    void whatIsUnderstoodSoFarIsShownAndNeitherWrittenNorMovesTheCaret() {
        UUID utterance = voice.begin();

        voice.partial(utterance, "small nodule");

        assertEquals(
                List.of(new LiveText(utterance, "Small nodule")),
                model.spoken().live().get());
        assertEquals("", text("findings"));
        assertEquals(WritingPlace.at("findings", 0), model.placeProperty().get());
        voice.partial(utterance, "small nodules in");
        assertEquals("Small nodules in", model.spoken().live().get().get(0).text());
    }

    @Test
    void whatWasSaidIsWrittenWhereTheCaretStoodAndTakesItAlong() {
        voice.say("small nodule period");

        assertEquals("Small nodule.", text("findings"));
        assertEquals(WritingPlace.at("findings", 13), model.placeProperty().get());
        assertEquals(List.of(), model.spoken().live().get());
        voice.say("no effusion");
        assertEquals("Small nodule. No effusion", text("findings"));
    }

    @Test
    void wordsGoWhereTheyWereBegunThoughTheReaderTypesBeforeThemMeanwhile() {
        type("findings", 0, "Lungs: clear.");
        UUID utterance = voice.begin();
        voice.partial(utterance, "no effusion");

        type("findings", 0, "CT. ");
        voice.said(utterance, "no effusion");

        assertEquals("CT. Lungs: clear. No effusion", text("findings"));
        assertEquals(4, model.placeProperty().get().caret(), "the caret stays with the fingers");
    }

    @Test
    void wordsNeverGoIntoAFieldThatWasEnteredAfterTheyWereBegun() {
        UUID utterance = voice.begin();
        model.desk().fields().moveTo(WritingPlace.at("impression", 0));

        voice.said(utterance, "no effusion");

        assertEquals("No effusion", text("findings"));
        assertEquals("", text("impression"));
        assertEquals(WritingPlace.at("impression", 0), model.placeProperty().get());
    }

    @Test
    void whatIsTypedAtThePlaceOfDictationStandsBeforeIt() {
        UUID utterance = voice.begin();
        voice.partial(utterance, "no effusion");
        type("findings", 0, "Clear. ");

        voice.said(utterance, "no effusion");

        assertEquals("Clear. No effusion", text("findings"));
    }

    @Test
    void ofTwoUtterancesTheFirstComesFirstThoughItIsUnderstoodLast() {
        UUID first = voice.begin();
        UUID second = voice.begin();

        voice.said(second, "no effusion period");
        voice.said(first, "lungs clear period");

        assertEquals("Lungs clear. No effusion.", text("findings").replace(".No", ". No"));
    }

    @Test
    void whatIsSelectedGivesWayToWhatIsSaid() {
        type("findings", 0, "Small nodule.");
        model.desk().fields().moveTo(new WritingPlace("findings", 0, 5));

        voice.say("large");

        assertEquals("Large nodule.", text("findings"));
    }

    // [utest->req~report.spoken-words~1]
    @Test
    void anUncertainWordWaitsUntilTheCaretWasThereOrItWasHeardAgain() {
        voice.say("small nodule? and effusion?");
        assertEquals(List.of("nodule", "effusion"), doubtful());

        model.desk().fields().moveTo(WritingPlace.at("findings", 8));
        assertEquals(List.of("effusion"), doubtful());
        model.desk().fields().go(WritingPlace.at("findings", 21));
        assertEquals(List.of("effusion"), doubtful(), "a command that passes is no look");
        voice.say("play that back");
        assertEquals(1, voice.replayed.size());
        assertEquals(List.of(), doubtful());
    }

    // [utest->req~report.undo~1]
    @Test
    void anUtteranceIsTakenBackAsOneAndComesBackAsOne() {
        voice.say("lungs clear period");
        voice.say("no effusion?");

        voice.say("undo that");
        assertEquals("Lungs clear.", text("findings"));
        voice.say("redo that");
        assertEquals("Lungs clear. No effusion", text("findings"));
        assertEquals(List.of("effusion"), doubtful(), "and is as doubtful as it was");
    }

    @Test
    void scratchThatTakesOutTheUtteranceAndThrowsItsSoundAway() {
        voice.say("lungs clear period");
        UUID second = voice.say("no effusion");
        type("findings", 0, "CT: ");

        voice.say("scratch that");

        assertEquals("CT: Lungs clear.", text("findings"));
        assertEquals(List.of(second), voice.discarded);
    }

    @Test
    void commandsAreDoneAndNeverWritten() {
        voice.say("next field");
        assertEquals("impression", model.placeProperty().get().fieldId());
        voice.say("previous field");
        voice.say("go to bones");
        assertEquals("bones", model.placeProperty().get().fieldId());
        assertEquals("“Bones”", model.heardProperty().get().text());

        voice.say("go to the moon");

        assertEquals(Tone.CAUTION, model.heardProperty().get().tone());
        assertEquals(
                "Not understood: “go to the moon”", model.heardProperty().get().text());
        assertTrue(model.desk().draft().orElseThrow().texts().values().stream()
                .noneMatch(text -> text.contains("field") || text.contains("moon")));
    }

    // [utest->req~report.spoken-order~1]
    @Test
    void wordsBegunBeforeACommandWasUnderstoodGoWhereItLeads() {
        UUID first = voice.begin();
        UUID command = voice.begin();
        UUID second = voice.begin();
        UUID another = voice.begin();
        UUID third = voice.begin();

        voice.said(first, "lungs clear period");
        voice.said(command, "go to bones");
        voice.said(second, "no fracture period");
        voice.said(another, "go to impression");
        voice.said(third, "no acute disease period");

        assertEquals("Lungs clear.", text("findings"));
        assertEquals("No fracture.", text("bones"));
        assertEquals("No acute disease.", text("impression"));
    }

    /** The engine is behind: a sentence begins before the pick, the next after it, both before the command is understood. */
    // [utest->req~report.spoken-order~1]
    @Test
    void wordsBegunInAPickListGoWhereACommandLeadsWhateverWasPickedMeanwhile() {
        voice.say("go to pleural effusion");
        UUID picked = voice.begin();
        UUID command = voice.begin();
        voice.said(picked, "small right");
        UUID first = voice.begin();
        UUID second = voice.begin();

        voice.said(command, "go to impression");
        voice.said(first, "small right pleural effusion period");
        voice.said(second, "no pneumothorax period");

        assertEquals("Small right", text("effusion"));
        assertEquals("Small right pleural effusion. No pneumothorax.", text("impression"));
    }

    /** A sentence that is written meanwhile moves the caret. */
    // [utest->req~report.spoken-order~1]
    @Test
    void wordsBegunAfterASentenceWasWrittenGoWhereTheCommandBeforeThemLeads() {
        model.desk().fields().moveTo(WritingPlace.at("technique", 0));
        UUID sentence = voice.begin();
        UUID command = voice.begin();
        voice.said(sentence, "axial images");
        UUID words = voice.begin();

        voice.said(command, "go to impression");
        voice.said(words, "no acute disease period");

        assertEquals("No acute disease.", text("impression"));
    }

    // [utest->req~report.spoken-order~1]
    @Test
    void wordsStayWhereTheHandWentThoughACommandBeforeThemIsUnderstoodLater() {
        UUID command = voice.begin();
        model.desk().fields().moveTo(WritingPlace.at("impression", 0));
        UUID words = voice.begin();

        voice.said(command, "go to bones");
        voice.said(words, "no acute disease period");

        assertEquals("No acute disease.", text("impression"));
    }

    // [utest->req~report.voice-checks~1]
    @Test
    void warningsAreConfirmedOneAtATimeInTheOrderShown() {
        voice.say("small left nodule? period");
        model.textProperty("impression").set("Right nodule.");
        List<SignFinding> warnings = model.findings().stream()
                .filter(finding -> finding.severity() == SignFinding.Severity.WARN)
                .toList();
        assertTrue(warnings.size() >= 2, warnings.toString());

        voice.say("confirm warning");

        assertEquals(
                List.of(warnings.get(0)),
                warnings.stream().filter(model::isConfirmed).toList());
        assertEquals(
                "Confirmed: " + warnings.get(0).message(),
                model.heardProperty().get().text());
        warnings.forEach(warning -> voice.say("confirm warning"));
        assertEquals(
                "No warning waits to be confirmed", model.heardProperty().get().text());
        assertEquals(warnings, warnings.stream().filter(model::isConfirmed).toList());
    }

    @Test
    void aVoiceNeverSigns() {
        List<SignatureMeaning> asked = new ArrayList<>();
        model.acts().onSign(asked::add);
        voice.say("no acute disease");
        model.textProperty("impression").set("No acute disease.");

        voice.say("sign final");

        assertEquals(List.of(SignatureMeaning.FINAL), asked);
        assertTrue(model.reportProperty().get().orElseThrow().versions().isEmpty());
        assertTrue(model.heardProperty().get().text().contains("never signs"));
    }

    @Test
    void aPickListTakesItsOptionsAndNothingElse() {
        voice.say("go to pleural effusion");
        voice.say("small left");
        assertEquals("Small left", text("effusion"));

        voice.say("enormous");

        assertEquals("Small left", text("effusion"));
        assertEquals("Not understood: “enormous”", model.heardProperty().get().text());
    }

    @Test
    void aNumberFieldTakesTheNumberWithoutTheUnitItPrints() {
        voice.say("go to largest nodule");

        voice.say("12 mm");

        assertEquals("12", text("nodule"));
    }

    @Test
    void wordsAreToldAsTakenOnceTheyAreOnTheDiskAndAreNotWrittenTwice() {
        UUID utterance = voice.say("lungs clear");
        assertEquals(List.of(), voice.taken);

        desk.autosave.flush();
        assertEquals(List.of(utterance), voice.taken);
        voice.said(utterance, "lungs clear");

        assertEquals("Lungs clear", text("findings"));
    }

    // [utest->req~report.crash-speech~1]
    @Test
    void afterACrashWordsComeToTheirPlaceAndUncertainOnesAreStillMarked() throws Exception {
        voice.say("lungs clear? period");
        UUID late = voice.begin();
        model.desk().fields().moveTo(WritingPlace.at("impression", 0));
        desk.autosave.flush();
        desk.close();
        desk = new DeskFixture(folder);
        model = desk.model;
        model.spoken().listenTo(voice);
        desk.open();

        voice.said(late, "no effusion");

        assertEquals("Lungs clear. No effusion", text("findings"));
        assertEquals(List.of("clear"), doubtful());
    }

    @Test
    void wordsThatComeWhileASignatureIsMadeAreAskedForAgain() {
        UUID utterance = voice.begin();
        model.desk().isReadOnly.set(true);
        voice.said(utterance, "no effusion");
        assertEquals("", text("findings"));
        int before = voice.aims;

        model.desk().isReadOnly.set(false);

        assertEquals(before + 1, voice.aims);
        voice.said(utterance, "no effusion"); // as what keeps it tells again
        assertEquals("No effusion", text("findings"));
    }

    @Test
    void aFinalReportTakesNoMoreWords() {
        model.textProperty("impression").set("No acute disease.");
        UUID utterance = voice.begin();
        model.sign(SignatureMeaning.FINAL, ReportSamples.pin()).join();

        voice.said(utterance, "no effusion");

        assertEquals("", text("findings"));
        assertEquals("", voice.draft, "and the microphone is off");
    }

    private void type(String field, int at, String written) {
        model.desk().fields().type(field, TextEdit.insert(at, written), WritingPlace.at(field, at + written.length()));
    }

    private String text(String field) {
        return model.textProperty(field).get();
    }

    private List<String> doubtful() {
        return model.desk().draft().orElseThrow().doubtful().stream()
                .map(DictatedWord::word)
                .toList();
    }
}
