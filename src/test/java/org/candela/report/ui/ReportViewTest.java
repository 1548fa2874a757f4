package org.candela.report.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.event.ActionEvent;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.candela.Fx;
import org.candela.Looks;
import org.candela.dictation.DictationStanding;
import org.candela.report.LinkedMeasurement;
import org.candela.report.LinkedMeasurement.Unit;
import org.candela.report.ReportSamples;
import org.candela.ui.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~report.desk~1]
class ReportViewTest {
    @TempDir
    private Path folder;

    private DeskFixture desk;

    @BeforeEach
    void open() throws Exception {
        Fx.start();
        desk = new DeskFixture(folder);
    }

    @AfterEach
    void close() throws Exception {
        if (desk != null) {
            desk.close();
        }
    }

    @Test
    void anEmptyDeskSaysWhatToDo() {
        onStage(view -> assertEquals("Open a study to report it.", label(view, "report-patient")));
    }

    @Test
    void theHeadSaysWhoseReportItIs() {
        onStage(view -> {
            desk.open();

            assertEquals("Zebedee, Quillon  ·  CT CHEST", label(view, "report-patient"));
            assertTrue(label(view, "report-order").contains("AC99"));
        });
    }

    @Test
    void tabGoesFromFieldToFieldInProseToo() {
        onStage(view -> {
            desk.open();
            node(view, "field-comparison").requestFocus();

            press(node(view, "field-comparison"), KeyCode.TAB, false, false);
            assertTrue(node(view, "field-lungs").isFocused());
            press(node(view, "field-lungs"), KeyCode.TAB, true, false);

            assertTrue(node(view, "field-comparison").isFocused());
            assertFalse(desk.model.textProperty("comparison").get().contains("\t"));
        });
    }

    @Test
    void f8GoesToTheNextFieldThatWaits() {
        onStage(view -> {
            desk.open();
            ((TextInputControl) node(view, "field-bones")).setText("[ ]");
            node(view, "field-technique").requestFocus();

            press(node(view, "field-technique"), KeyCode.F8, false, false);

            assertTrue(node(view, "field-bones").isFocused());
            assertTrue(node(view, "field-bones").getStyleClass().contains("unfilled"));
        });
    }

    @Test
    void controlMWritesTheMeasurementAtTheCaret() {
        onStage(view -> {
            desk.open();
            desk.model.measurementMade(new LinkedMeasurement(12.4, Unit.MILLIMETRE, ReportSamples.IMAGE, 41));
            TextArea findings = (TextArea) node(view, "field-findings");
            findings.requestFocus();
            findings.setText("Nodule of, apex.");
            findings.positionCaret(9);

            press(findings, KeyCode.M, false, true);

            assertEquals("Nodule of 12.4 mm, apex.", findings.getText());
            assertEquals(17, findings.getCaretPosition());
        });
    }

    @Test
    void controlEnterAsksForThePinAndEnterThereSigns() {
        onStage(view -> {
            desk.open();
            TextArea impression = (TextArea) node(view, "field-impression");
            impression.setText("No acute disease.");
            impression.requestFocus();
            PasswordField pin = (PasswordField) node(view, "report-pin");

            press(impression, KeyCode.ENTER, false, true);
            assertTrue(pin.isFocused());
            assertEquals("No acute disease.", impression.getText(), "the key writes no line break");
            pin.setText("2468");
            pin.fireEvent(new ActionEvent());

            assertTrue(label(view, "report-notice").startsWith("Final signed by John Doe"));
            assertEquals("", pin.getText());
            assertFalse(impression.isEditable());
        });
    }

    @Test
    void theKeysThatSignPreliminaryLeaveTheFieldsOpen() {
        onStage(view -> {
            desk.open();
            TextArea impression = (TextArea) node(view, "field-impression");
            impression.setText("No acute disease.");
            ((PasswordField) node(view, "report-pin")).setText("2468");

            Event.fireEvent(
                    impression, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.P, true, true, false, false));

            assertTrue(label(view, "report-notice").startsWith("Preliminary signed"));
            assertTrue(impression.isEditable());
        });
    }

    @Test
    void aFindingStandsInlineUntilItIsMended() {
        onStage(view -> {
            desk.open();
            assertTrue(has(view, "sign.section-missing-impression"));

            ((TextArea) node(view, "field-impression")).setText("No acute disease.");

            assertFalse(has(view, "sign.section-missing-impression"));
        });
    }

    // [utest->req~report.live-partials~1]
    @Test
    void whatIsBeingUnderstoodIsShownAtTheCaretWhichStaysWhileFingersGoOn() {
        PlayedDictation voice = new PlayedDictation();
        desk.model.spoken().listenTo(voice);
        onStage(view -> {
            desk.open();
            TextArea findings = (TextArea) node(view, "field-findings");
            findings.requestFocus();
            findings.setText("Lungs clear.");
            findings.positionCaret(5);
            UUID utterance = voice.begin();

            long asked = System.nanoTime();
            voice.partial(utterance, "both of them");
            long millis = (System.nanoTime() - asked) / 1_000_000;
            assertEquals("Lungs both of them clear.", findings.getText());
            assertEquals(5, findings.getCaretPosition());
            assertEquals("Lungs clear.", desk.model.textProperty("findings").get());
            assertTrue(millis < 500, millis + " ms");

            findings.replaceSelection(",");
            assertEquals("Lungs, both of them clear.", findings.getText());
            voice.partial(utterance, "both");
            assertEquals("Lungs, both clear.", findings.getText());
            assertEquals(6, findings.getCaretPosition());

            voice.said(utterance, "both");
            assertEquals(
                    "Lungs, both clear.", desk.model.textProperty("findings").get());
            findings.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.Z, false, true, false, false));
            assertEquals("Lungs, clear.", findings.getText());
        });
    }

    // [utest->req~report.recording-seen~1]
    // [utest->req~report.marks~1]
    @Test
    void theMicrophoneIsSeenOnTheWholeDeskAndUncertainWordsAreUnderlined() throws Exception {
        PlayedDictation voice = new PlayedDictation();
        desk.model.spoken().listenTo(voice);
        Stage stage = stage();
        try {
            Fx.run(() -> {
                desk.open();
                desk.model.measurementMade(new LinkedMeasurement(12.4, Unit.MILLIMETRE, ReportSamples.IMAGE, 41));
                desk.model.insertMeasurement("findings", 0);
                voice.stand(DictationStanding.State.LISTENING);
                voice.say("next field");
                desk.model.desk().fields().go(WritingPlace.at("findings", 7));
                voice.say("nodule? in the right apex? period");
                voice.partial(
                        voice.begin(),
                        "no pleural effusion or pneumothorax on either side and much more that "
                                + "goes on over the end of the line and further");
                voice.say("go to the moon");
            });
            Looks.at(stage.getScene(), "report-recording");

            assertEquals(
                    "RECORDING into Findings",
                    Fx.call(() -> label((ReportView) stage.getScene().getRoot(), "report-voice-state")));
            assertTrue(Fx.call(() -> stage.getScene().getRoot().getPseudoClassStates().stream()
                    .anyMatch(state -> state.getPseudoClassName().equals("recording"))));
            assertTrue(Fx.call(
                    () -> stage.getScene().getRoot().lookupAll(".mark-doubtful").size() >= 2));
            assertTrue(Fx.call(
                    () -> stage.getScene().getRoot().lookupAll(".mark-linked").size() == 1));
            Fx.run(() -> voice.say("what can i say"));
            Looks.at(stage.getScene(), "report-say");
            assertTrue(Fx.call(
                    () -> stage.getScene().getRoot().lookup("#report-say").isVisible()));
            Fx.run(() -> {
                voice.say("what can i say");
                ((ReportView) stage.getScene().getRoot()).chooseTemplate();
            });
            Looks.at(stage.getScene(), "report-template");
            Fx.run(() -> pickFromTheList((ReportView) stage.getScene().getRoot()));
        } finally {
            Fx.run(stage::hide);
        }
    }

    // [utest->req~report.pick~1]
    private void pickFromTheList(ReportView view) {
        TextInputControl search = (TextInputControl) node(view, "report-pick-search");
        search.setText("gen");
        press(search, KeyCode.ESCAPE, false, false);
        assertFalse(node(view, "report-pick").isVisible());
        assertEquals(
                "CT chest",
                desk.model.reportProperty().get().orElseThrow().template().title());

        view.chooseTemplate();
        assertEquals("", search.getText());
        press(search, KeyCode.DOWN, false, false);
        press(search, KeyCode.UP, false, false);
        search.setText("gen");
        press(search, KeyCode.ENTER, false, false);
        assertEquals(
                "General report",
                desk.model.reportProperty().get().orElseThrow().template().title());
    }

    // [utest->req~report.voice-commands~1]
    @Test
    void checkReportGoesToWhatStandsAgainstASignature() {
        PlayedDictation voice = new PlayedDictation();
        desk.model.spoken().listenTo(voice);
        onStage(view -> {
            desk.open();
            voice.say("check report");
            assertTrue(node(view, "field-impression").isFocused());
            assertEquals(
                    "One finding stands against a signature, see below",
                    desk.model.heardProperty().get().text());

            desk.model.textProperty("impression").set("No acute disease.");
            voice.say("check report");
            assertEquals("All checks passed", desk.model.heardProperty().get().text());
        });
    }

    // [utest->req~report.voice-commands~1]
    @Test
    void criticalResultOpensItsRecord() {
        PlayedDictation voice = new PlayedDictation();
        desk.model.spoken().listenTo(voice);
        List<String> opened = new ArrayList<>();
        desk.model.onCritical(() -> opened.add("critical"));
        onStage(view -> {
            desk.open();
            voice.say("critical result");

            assertEquals(List.of("critical"), opened);
            assertEquals("", desk.model.textProperty("findings").get());
        });
    }

    @Test
    void theFieldInFocusIsScrolledIntoView() {
        onStage(view -> {
            desk.open();
            view.layout();
            Node impression = node(view, "field-impression");

            impression.requestFocus();

            Bounds field = impression.localToScene(impression.getBoundsInLocal());
            Node fields = view.lookup(".report-scroll");
            Bounds window = fields.localToScene(fields.getBoundsInLocal());
            assertTrue(field.getMaxY() <= window.getMaxY(), field + " within " + window);
        });
    }

    private Stage stage() {
        return Fx.call(() -> {
            Stage made = new Stage(StageStyle.UNDECORATED);
            Scene scene = new Scene(new ReportView(desk.model), 840, 1040);
            Theme.dress(scene);
            made.setScene(scene);
            made.show();
            return made;
        });
    }

    private void onStage(Consumer<ReportView> test) {
        Stage stage = stage();
        try {
            Fx.settle();
            Fx.run(() -> test.accept((ReportView) stage.getScene().getRoot()));
        } finally {
            Fx.run(stage::hide);
        }
    }

    private static Node node(ReportView view, String id) {
        return find(view, id).orElseThrow(() -> new AssertionError("no node " + id));
    }

    private static boolean has(ReportView view, String id) {
        return find(view, id).isPresent();
    }

    private static Optional<Node> find(Parent parent, String id) {
        return parent.lookupAll("*").stream()
                .filter(node -> id.equals(node.getId()))
                .findFirst();
    }

    private static String label(ReportView view, String id) {
        return ((Label) node(view, id)).getText();
    }

    private static void press(Node target, KeyCode code, boolean isShift, boolean isControl) {
        Event.fireEvent(target, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, isShift, isControl, false, false));
    }
}
