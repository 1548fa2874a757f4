package org.candela.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.candela.DeskKeyboard;
import org.candela.Fx;
import org.candela.VirtualDesk;
import org.candela.demo.DemoFacility;
import org.candela.demo.SyntheticStudies;
import org.candela.demo.SyntheticStudy;
import org.candela.report.SignFinding;
import org.candela.report.SignatureMeaning;
import org.candela.report.ui.ReportViewModel;
import org.candela.shell.ScreenRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A report is held and released, its spelling mended, its text brought to the study it belongs to and signed there, and a
 * withdrawal begun: by keys, in the product's own room.
 */
class EditorJourneyTest {
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    static Path folder;

    private static Executors served;
    private static DemoFacility facility;
    private static TestRoom room;

    @BeforeAll
    static void openTheRoom() throws Exception {
        Assumptions.assumeTrue(VirtualDesk.ownDesk().isPresent(), VirtualDesk::absence);
        Fx.start();
        served = new Executors();
        Path files = folder.resolve("files");
        List<SyntheticStudy> studies =
                new ArrayList<>(new SyntheticStudies(5, CLOCK.instant()).writeModality("CR", files));
        studies.addAll(new SyntheticStudies(6, CLOCK.instant()).writeModality("CR", files));
        String id = studies.get(0).facility();
        facility = DemoFacility.start(DemoFacility.Settings.of(id, "South", files, studies), served.io(), CLOCK);
        room = new TestRoom(folder.resolve("home"), Duration.ofSeconds(20), facility.facility());
        room.calibrate();
    }

    @AfterAll
    static void close() throws Exception {
        if (room != null) {
            room.close();
        }
        if (facility != null) {
            facility.close();
        }
        if (served != null) {
            served.close();
        }
    }

    // [utest->req~report.hold~1]
    // [utest->req~report.spelling~1]
    // [utest->req~report.carry~1]
    // [utest->req~report.amendment-autosave~1]
    @Test
    void aReportIsHeldMendedBroughtToTheRightStudyAndSignedThere() throws Exception {
        openNext();
        Fx.run(() -> ReportHands.write(report(), "Small efusion on the left."));
        hold();
        spell();
        dates();
        openNext();
        carry();
        sign();
        beginWithdrawal();
    }

    private static void hold() throws Exception {
        key(KeyCode.H, KeyCode.CONTROL, KeyCode.ALT);
        Stage window = window("#hold");
        enter(window, "order is missing");
        Fx.until("the desk says it", () -> text("report-held").startsWith("Held, cannot be signed: order is missing"));
        room.shoot("editor-1-held");
        enter(window, "order came");
        Fx.until("it is free", () -> text("report-held").isEmpty());
        Fx.run(window::hide);
    }

    private static void enter(Stage window, String reason) {
        Fx.until("a reason can be typed", () -> !find(window, "hold-reason").isDisabled());
        String before = Fx.call(() -> ((Label) find(window, "hold-state")).getText());
        Fx.run(() -> {
            TextField field = (TextField) find(window, "hold-reason");
            field.setText(reason);
            field.fireEvent(new javafx.event.ActionEvent());
        });
        Fx.until(
                "it has moved",
                () -> !((Label) find(window, "hold-state")).getText().equals(before));
        Fx.until(
                "it is told there",
                () -> ((Label) find(window, "hold-notice")).getText().matches("(Held|Released)\\..*"));
    }

    private static void spell() throws Exception {
        Fx.until("a wave", Duration.ofSeconds(20), () -> !work().lookupAll(".mark-misspelled")
                .isEmpty());
        for (int left = Fx.call(EditorJourneyTest::misspelt); left > 0; left = Fx.call(EditorJourneyTest::misspelt)) {
            key(KeyCode.S, KeyCode.CONTROL, KeyCode.ALT);
            Fx.until("it is asked what was meant", () -> find("report-pick").isVisible());
            if (left == 1) {
                room.shoot("editor-2-spelling");
            }
            Fx.run(() -> ((TextInputControl) find("report-pick-search")).setText("effusion"));
            key(KeyCode.ENTER);
            int before = left;
            Fx.until("it stands there", () -> misspelt() < before);
        }
        assertEquals("Small effusion on the left.", Fx.call(() -> report().textProperty("findings")
                .get()));
    }

    private static int misspelt() {
        return (int) report().draft().orElseThrow().texts().values().stream()
                .filter(text -> text.contains(" efusion"))
                .count();
    }

    private static void dates() throws Exception {
        key(KeyCode.D, KeyCode.CONTROL, KeyCode.ALT);
        Fx.until("which form", () -> find("report-pick").isVisible());
        room.shoot("editor-3-dates");
        key(KeyCode.DOWN);
        key(KeyCode.ENTER);
        Fx.until("it is told", () -> report().heardProperty().get().text().startsWith("Spoken dates are written"));
    }

    private static void sign() throws Exception {
        key(KeyCode.C, KeyCode.CONTROL, KeyCode.ALT);
        room.shoot("editor-6-checked");
        Fx.run(() -> ReportHands.write(report(), "Small effusion on the left."));
        assertEquals(List.of(), Fx.call(EditorJourneyTest::blocking));
        Fx.run(() -> report().findings().forEach(report()::toggleConfirmed));
        var signed = Fx.call(() -> report().sign(SignatureMeaning.FINAL, TestRoom.PIN.toCharArray()));
        Fx.until("signed: " + signed, () -> report().finalProperty().get());
    }

    private static void beginWithdrawal() throws Exception {
        key(KeyCode.F8, KeyCode.CONTROL, KeyCode.SHIFT);
        Stage window = window("#versions");
        Fx.until(
                "the version",
                () -> find(window, "versions-list") instanceof javafx.scene.control.ListView<?> list
                        && list.getItems().size() == 1);
        Fx.run(() -> {
            kind(window).setValue(SignatureMeaning.WITHDRAWN);
            ((TextArea) find(window, "versions-change")).setText("Dictated into the wrong study.");
            ((TextField) find(window, "versions-told")).setText("Dr. Order, by phone, 01:40");
        });
        Fx.until(
                "it is saved",
                () -> ((Label) find(window, "versions-saving")).getText().startsWith("Saved"));
        room.shoot("editor-7-versions");
        Fx.run(window::hide);
    }

    private static void carry() throws Exception {
        key(KeyCode.W, KeyCode.CONTROL, KeyCode.ALT);
        Fx.until("which report", () -> find("report-pick").isVisible());
        room.shoot("editor-4-carry");
        key(KeyCode.ENTER);
        Fx.until("the text", () -> report().textProperty("findings").get().equals("Small effusion on the left."));
        room.shoot("editor-5-carried");
        assertTrue(Fx.call(() -> report().noticeProperty().get().text()).startsWith("Text brought from"));
        key(KeyCode.Z, KeyCode.CONTROL);
        Fx.until(
                "it is taken back",
                () -> !report().textProperty("findings").get().contains("effusion"));
        key(KeyCode.Z, KeyCode.CONTROL, KeyCode.SHIFT);
        Fx.until(
                "it is here again",
                () -> report().textProperty("findings").get().contains("effusion"));
    }

    private static void openNext() throws Exception {
        Fx.until(
                "a case on the list",
                () -> room.room().models().worklist().next().isPresent());
        Optional<String> before =
                Fx.call(() -> report().draft().map(draft -> draft.id().value()));
        key(KeyCode.F9);
        Fx.until("a report", () -> report().draft()
                .filter(draft -> !before.equals(Optional.of(draft.id().value())))
                .isPresent());
        room.awaitImages(Fx.call(() -> report().draft().orElseThrow().study().studyInstanceUid()));
    }

    private static List<SignFinding> blocking() {
        return report().findings().stream()
                .filter(finding -> finding.severity() == SignFinding.Severity.BLOCK)
                .toList();
    }

    private static void key(KeyCode key, KeyCode... held) {
        if (!Fx.call(() -> room.window(ScreenRole.WORK).isFocused())) {
            DeskKeyboard.turnTo(room.window(ScreenRole.WORK));
        }
        Fx.run(() -> {
            Robot robot = new Robot();
            List.of(held).forEach(robot::keyPress);
            robot.keyType(key);
            List.of(held).forEach(robot::keyRelease);
        });
        Fx.settle();
    }

    private static Stage window(String root) {
        Callable<Optional<Window>> open = () -> Window.getWindows().stream()
                .filter(window -> window.getScene() != null && window.getScene().lookup(root) != null)
                .findFirst();
        Fx.until("the window " + root, () -> open.call().isPresent());
        return (Stage) Fx.call(open).orElseThrow();
    }

    @SuppressWarnings("unchecked") // the window has one of them
    private static ComboBox<SignatureMeaning> kind(Stage window) {
        return (ComboBox<SignatureMeaning>) find(window, "versions-kind");
    }

    private static Node find(Stage window, String id) {
        return window.getScene().getRoot().lookup("#" + id);
    }

    private static Node find(String id) {
        return work().lookup("#" + id);
    }

    private static String text(String id) {
        return ((Label) find(id)).getText();
    }

    private static javafx.scene.Parent work() {
        return room.window(ScreenRole.WORK).getScene().getRoot();
    }

    private static ReportViewModel report() {
        return room.room().models().report();
    }
}
