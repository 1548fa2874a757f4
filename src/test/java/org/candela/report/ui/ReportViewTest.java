package org.candela.report.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
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
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.candela.Fx;
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
            ((TextField) node(view, "field-bones")).setText("[ ]");
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

    private void onStage(Consumer<ReportView> test) {
        Stage stage = Fx.call(() -> {
            Stage made = new Stage(StageStyle.UNDECORATED);
            Scene scene = new Scene(new ReportView(desk.model), 840, 1040);
            Theme.dress(scene);
            made.setScene(scene);
            made.show();
            return made;
        });
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
