package org.candela.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.candela.Fx;
import org.candela.VirtualDesk;
import org.candela.base.Uid;
import org.candela.demo.DemoFacility;
import org.candela.demo.SyntheticStudies;
import org.candela.demo.SyntheticStudy;
import org.candela.report.SignatureMeaning;
import org.candela.report.ui.ReportViewModel;
import org.candela.shell.OpenedCase.Purpose;
import org.candela.shell.ScreenRole;
import org.candela.study.Patient;
import org.candela.worklist.ReadingState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** A critical finding from the first look to the sentence, with the workstation locked in the middle of it. */
class LockJourneyTest {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final String FIELD = "impression";
    private static final String WORDS = "Large pneumothorax on the left.";
    private static final String SHOW_THEM = "Show them";

    @TempDir
    private Path folder;

    private final Executors served = new Executors();
    private final Logger candela = (Logger) LoggerFactory.getLogger("org.candela");
    private final @Nullable Level before = candela.getLevel();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private DemoFacility facility;
    private Uid study;
    private TestRoom room;

    @BeforeEach
    void aStudyOnTheScreens() throws Exception {
        Assumptions.assumeTrue(VirtualDesk.ownDesk().isPresent(), VirtualDesk::absence);
        Fx.start();
        log.start();
        candela.addAppender(log);
        candela.setLevel(Level.INFO);
        List<SyntheticStudy> studies = new SyntheticStudies(5, CLOCK.instant()).writeModality("CR", folder);
        study = studies.stream()
                .filter(each -> !each.isPrior())
                .findFirst()
                .orElseThrow()
                .uid();
        facility = DemoFacility.start(
                DemoFacility.Settings.of(studies.get(0).facility(), "Clinic", folder, studies), served.io(), CLOCK);
        room = new TestRoom(folder.resolve("home"), Duration.ofSeconds(20), facility.facility());
        room.calibrate();
        room.open(study, Purpose.DIAGNOSIS);
        room.awaitImages(study);
        Fx.until("the report", () -> report().reportProperty().get().isPresent());
    }

    @AfterEach
    void leave() throws Exception {
        if (room != null) {
            room.close();
            facility.close();
        }
        served.close();
        candela.detachAppender(log);
        candela.setLevel(before);
    }

    // [utest->req~critical.room~1]
    // [utest->req~critical.sentence-written~1]
    // [utest->req~critical.shift-end~1]
    // [utest->req~lock.curtain~1]
    // [utest->req~lock.room~1]
    // [utest->req~lock.read-only~1]
    // [utest->req~lock.emergency~1]
    @Test
    void aCriticalFindingIsToldAndTheLockHidesItMeanwhile() throws Exception {
        recordIt();
        endTheShiftInVain();
        Seen before = Seen.in(room, field());

        lockWithADialogOpen();
        lookInAnEmergency();
        unlock();

        Fx.until("as it was", () -> Seen.in(room, field()).equals(before));
        assertEquals(ReadingState.OPEN, room.stateOf(study));
        press(SHOW_THEM, "Cancel");
        closeIt();
        nothingTellsOfThePatient();
    }

    private void recordIt() throws Exception {
        Fx.run(() -> {
            report().textProperty(FIELD).set(WORDS);
            room.room().bus().run("critical.record");
        });
        Fx.until(
                "the form",
                () -> work("critical-finding", TextField.class).getText().equals("pneumothorax"));
        room.shoot("critical-form");
        Fx.run(() -> work("critical-open", Button.class).fire());
        Fx.until("kept", () -> line().contains("1 critical result is open"));
        Fx.run(() -> {
            work("critical-receiver", TextField.class).setText("Roe, Richard");
            work("critical-tried", Button.class).fire();
        });
        Fx.until("the attempt", () -> labels(scene(ScreenRole.WORK)).contains("no answer"));
        room.shoot("critical-tried");
    }

    private void endTheShiftInVain() throws Exception {
        Fx.run(() -> room.room().bus().run("critical.list")); // back to the list
        Fx.run(() -> {
            field().requestFocus();
            field().selectRange(2, 7);
            room.room().bus().run("shift.end");
        });
        Fx.until("the question", () -> dialog(SHOW_THEM).isPresent());
        room.shoot("critical-shift-end");
        Fx.run(() -> field().selectRange(2, 7));
    }

    private void lockWithADialogOpen() throws Exception {
        Fx.run(() -> room.room().bus().run("lock.now"));
        Fx.until("curtains", LockJourneyTest::isAllCovered);
        Fx.run(() -> {
            Stage late = new Stage();
            late.setTitle(patient().name());
            late.setScene(new Scene(new StackPane(new Label(patient().name())), 300, 200));
            late.show();
        });
        Fx.until("the late one too", LockJourneyTest::isAllCovered);
        Fx.settle();
        room.shoot("locked");
        requireNothing(Fx.call(() -> Window.getWindows().stream()
                .map(window -> labels(window.getScene()) + title(window))
                .collect(Collectors.joining("\n"))));

        Fx.run(() -> room.room().bus().run("report.sign-final"));
        Fx.run(() -> {
            var unused = report().sign(SignatureMeaning.FINAL, TestRoom.PIN.toCharArray());
        });
        Fx.settle();
        assertFalse(Fx.call(() -> report().finalProperty().get()));
        tryPin("0000");
        Fx.until("told", () -> labels(scene(ScreenRole.WORK)).contains("That is not it"));
    }

    private void lookInAnEmergency() throws Exception {
        Fx.run(() -> {
            on(ScreenRole.WORK, "curtain-emergency", Button.class).fire();
            on(ScreenRole.WORK, "curtain-reason", TextField.class).setText("Roe, covering: reader fell ill");
            on(ScreenRole.WORK, "curtain-look", Button.class).fire();
        });
        Fx.until(
                "the mark",
                () -> scene(ScreenRole.DIAGNOSTIC_LEFT).getRoot().lookup("#emergency-mark") != null
                        && scene(ScreenRole.DIAGNOSTIC_RIGHT).getRoot().lookup("#emergency-mark") != null
                        && scene(ScreenRole.WORK).getRoot().lookup("#curtain-board") != null);
        room.shoot("emergency");
        String board = Fx.call(() -> labels(scene(ScreenRole.WORK)));
        assertTrue(board.contains(WORDS), board);
        assertTrue(board.contains("Pneumothorax: None"), board);

        Fx.run(() -> {
            var unused = report().sign(SignatureMeaning.FINAL, TestRoom.PIN.toCharArray());
        });
        Fx.settle();
        assertFalse(Fx.call(() -> report().finalProperty().get()));
        Fx.run(() -> room.room().bus().run("lock.now"));
        Fx.until("locked again", LockJourneyTest::isAllCovered);
    }

    private void unlock() {
        tryPin(TestRoom.PIN);
        Fx.until("open", Duration.ofSeconds(20), () -> Window.getWindows().stream()
                .noneMatch(window -> isCurtain(window.getScene())));
        assertTrue(Fx.call(() -> dialog(SHOW_THEM).isPresent()), "the dialog is still there");
        Fx.run(() -> Window.getWindows().stream()
                .filter(window -> title(window).equals(patient().name()))
                .toList()
                .forEach(Window::hide));
    }

    private void closeIt() throws Exception {
        Fx.run(() -> room.room().bus().run("critical.record"));
        Fx.until("the form", () -> work("critical-receiver", TextField.class).isVisible());
        Fx.run(() -> {
            work("critical-receiver", TextField.class).setText("Roe, Richard");
            ((javafx.scene.control.CheckBox) work("critical-read-back", Node.class)).setSelected(true);
            work("critical-told", Button.class).fire();
        });
        Fx.until("the sentence", () -> report().textProperty(FIELD)
                .get()
                .startsWith(WORDS + "\nFindings (pneumothorax, identified at "));
        Fx.settle();
        room.shoot("critical-told");
        assertTrue(Fx.call(() -> report().findings().stream()
                .noneMatch(finding -> finding.ruleId().startsWith("sign.critical"))));
    }

    // [utest->req~lock.log~1]
    private void nothingTellsOfThePatient() {
        QuietThrowables quiet = new QuietThrowables();
        String all = List.copyOf(log.list).stream()
                .map(event -> event.getFormattedMessage() + "\n" + quiet.convert(event))
                .collect(Collectors.joining("\n"));
        assertTrue(all.contains("command critical.record"), "the log was read");
        requireNothing(all);
        requireNothing(Fx.call(
                () -> Window.getWindows().stream().map(LockJourneyTest::title).collect(Collectors.joining("\n"))));
    }

    private void requireNothing(String text) {
        Patient patient = patient();
        String family = patient.name().split("\\^", -1)[0];
        String born = patient.birthDate()
                .map(DateTimeFormatter.BASIC_ISO_DATE::format)
                .orElse("no date");
        String accession = Fx.call(() -> room.room()
                .reading()
                .cases()
                .currentProperty()
                .get()
                .orElseThrow()
                .item()
                .study()
                .identity()
                .accessionNumber());
        for (String part : List.of(family, patient.id(), born, accession, WORDS)) {
            assertFalse(!part.isBlank() && text.contains(part), () -> part + " in:\n" + text);
        }
    }

    private Patient patient() {
        return Optional.of(room.room().reading().cases().currentProperty().get())
                .flatMap(open -> open)
                .orElseThrow()
                .study()
                .identity()
                .patient();
    }

    private void tryPin(String pin) {
        Fx.run(() -> {
            on(ScreenRole.WORK, "curtain-secret", PasswordField.class).setText(pin);
            on(ScreenRole.WORK, "curtain-open", Button.class).fire();
        });
    }

    private static boolean isAllCovered() {
        return Window.getWindows().stream().allMatch(window -> isCurtain(window.getScene()));
    }

    private static boolean isCurtain(Scene scene) {
        return "curtain".equals(scene.getRoot().getId());
    }

    private static String title(Window window) {
        return window instanceof Stage stage ? String.valueOf(stage.getTitle()) : "";
    }

    private ReportViewModel report() {
        return room.room().models().report();
    }

    private Scene scene(ScreenRole role) {
        return room.window(role).getScene();
    }

    private <T extends Node> T on(ScreenRole role, String id, Class<T> kind) {
        return kind.cast(scene(role).getRoot().lookup("#" + id));
    }

    private <T extends Node> T work(String id, Class<T> kind) {
        return on(ScreenRole.WORK, id, kind);
    }

    private String line() {
        return work("critical-open-line", Label.class).getText();
    }

    private TextInputControl field() {
        return (TextInputControl) room.window(ScreenRole.WORK).getScene().getRoot().lookupAll(".text-input").stream()
                .filter(node -> ("field-" + FIELD).equals(node.getId()))
                .findFirst()
                .orElseGet(TextArea::new);
    }

    private static String labels(Scene scene) {
        return Stream.concat(
                        scene.getRoot().lookupAll(".label").stream().map(node -> ((Labeled) node).getText()),
                        scene.getRoot().lookupAll(".text-input").stream()
                                .map(node -> ((TextInputControl) node).getText()))
                .collect(Collectors.joining("\n"));
    }

    private static Optional<Parent> dialog(String button) {
        return Window.getWindows().stream()
                .map(window -> window.getScene().getRoot())
                .filter(root -> root.lookupAll(".button").stream()
                        .anyMatch(node ->
                                node instanceof Button named && named.getText().equals(button)))
                .findFirst();
    }

    private static void press(String dialog, String button) {
        Fx.run(() -> dialog(dialog).orElseThrow().lookupAll(".button").stream()
                .map(Button.class::cast)
                .filter(named -> named.getText().equals(button))
                .findFirst()
                .orElseThrow()
                .fire());
    }
}
