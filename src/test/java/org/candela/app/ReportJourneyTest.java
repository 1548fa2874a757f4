package org.candela.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import org.candela.DeskKeyboard;
import org.candela.Fx;
import org.candela.VirtualDesk;
import org.candela.demo.DemoFacility;
import org.candela.demo.SyntheticStudies;
import org.candela.demo.SyntheticStudy;
import org.candela.dictation.DictationStanding;
import org.candela.report.ReportDraft;
import org.candela.report.SignFinding;
import org.candela.report.SignatureMeaning;
import org.candela.report.ui.PlayedDictation;
import org.candela.report.ui.ReportViewModel;
import org.candela.shell.ScreenRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One report by keys alone, one by voice alone: from the list to the signature, in the product's own room. */
class ReportJourneyTest {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final Map<Character, KeyCode> SIGNS =
            Map.of(' ', KeyCode.SPACE, '.', KeyCode.PERIOD, '-', KeyCode.MINUS);

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

    // [utest->req~report.by-keys~1]
    // [utest->req~report.by-voice~1]
    @Test
    void aReportIsWrittenAndSignedByKeysAndAnotherOneByVoice() throws Exception {
        byKeys();
        byVoice();
    }

    private static void byKeys() throws Exception {
        openNext();
        measure();
        room.shoot("keys-1-measured");

        key(ScreenRole.WORK, KeyCode.T, KeyCode.CONTROL);
        Fx.until("the list of templates", () -> node("report-pick").isVisible());
        type("gener");
        room.shoot("keys-2-templates");
        key(ScreenRole.WORK, KeyCode.ENTER);
        Fx.until("another template", () -> title().equals("General report"));
        key(ScreenRole.WORK, KeyCode.Z, KeyCode.CONTROL);
        Fx.until("the former template", () -> !title().equals("General report"));

        key(ScreenRole.WORK, KeyCode.F8);
        Fx.until("a place that waits", () -> field().equals("technique"));
        type("Two views");
        Fx.until("in place of the brackets", () -> text("technique").equals("Two views of the chest."));
        key(ScreenRole.WORK, KeyCode.F, KeyCode.CONTROL, KeyCode.SHIFT);
        Fx.until("what waits is the impression", () -> field().equals("impression"));
        key(ScreenRole.WORK, KeyCode.UP, KeyCode.CONTROL);
        Fx.until("the free text", () -> field().equals("findings"));
        type("Measured length");
        key(ScreenRole.WORK, KeyCode.M, KeyCode.CONTROL);
        Fx.until("the length", () -> text("findings").matches("Measured length [0-9.]+ .*"));
        key(ScreenRole.WORK, KeyCode.LEFT);
        key(ScreenRole.WORK, KeyCode.I, KeyCode.CONTROL);
        Fx.until("its image", () -> report().heardProperty().get().text().startsWith("Image of"));
        key(ScreenRole.WORK, KeyCode.DOWN, KeyCode.CONTROL);
        type("No acute disease.");
        room.shoot("keys-3-written");
        key(ScreenRole.WORK, KeyCode.R, KeyCode.CONTROL);
        Fx.until("nothing against it", () -> blocking().isEmpty());

        sign(SignatureMeaning.PRELIMINARY, KeyCode.P, KeyCode.CONTROL, KeyCode.SHIFT);
        sign(SignatureMeaning.FINAL, KeyCode.ENTER, KeyCode.CONTROL);
        room.shoot("keys-4-signed");
    }

    /** Words as a recogniser gives them; that one hears them right is shown elsewhere. */
    private static void byVoice() throws Exception {
        openNext();
        PlayedDictation voice = new PlayedDictation();
        Fx.run(() -> report().spoken().listenTo(voice));
        Fx.run(() -> voice.stand(DictationStanding.State.HEARING));
        Fx.run(() -> voice.say("what can i say"));
        room.shoot("voice-1-what-can-i-say");
        Fx.run(() -> voice.say("what can i say"));

        Fx.run(() -> voice.say("go to technique"));
        Fx.run(() -> voice.say("two views"));
        Fx.until("in place of the brackets", () -> text("technique").equals("Two views of the chest."));
        Fx.run(() -> voice.say("go to pleural effusion"));
        Fx.run(() -> voice.say("small right"));
        Fx.run(() -> voice.say("next field"));
        Fx.run(() -> voice.say("accept defaults"));
        Fx.until("what waits is the impression", () -> field().equals("impression"));
        UUID utterance = Fx.call(voice::begin);
        Fx.run(() -> voice.partial(utterance, "small right pleural"));
        room.shoot("voice-2-being-understood");
        Fx.run(() -> {
            voice.said(utterance, "small right pleural effusion? period");
            voice.say("next report please");
            voice.say("scratch that");
        });
        Fx.until("the impression", () -> text("impression").equals("Small right pleural effusion."));
        room.shoot("voice-3-written");
        Fx.run(() -> voice.say("play that back"));
        assertEquals(List.of(), Fx.call(() -> draft().doubtful()));
        Fx.run(() -> voice.say("insert comparison"));

        Fx.run(() -> voice.say("sign final"));
        DeskKeyboard.turnTo(room.window(ScreenRole.WORK)); // as a window manager does where the server refuses
        Fx.until("the PIN is asked for", () -> node("report-pin").isFocused());
        assertFalse(Fx.call(() -> report().finalProperty().get()), "a voice never signs");
        room.shoot("voice-4-pin");
        Fx.run(() -> report().findings().forEach(report()::toggleConfirmed)); // by eye and hand
        type(TestRoom.PIN);
        key(ScreenRole.WORK, KeyCode.ENTER);
        Fx.until("final", () -> report().finalProperty().get());
        assertEquals("", voice.draft, "the microphone is off");
        room.shoot("voice-5-signed");
    }

    private static void openNext() throws Exception {
        Fx.until(
                "a case on the list",
                () -> room.room().models().worklist().next().isPresent());
        key(ScreenRole.WORK, KeyCode.F9);
        Fx.until(
                "a report",
                () -> report().reportProperty().get().isPresent()
                        && !report().finalProperty().get());
        room.awaitImages(Fx.call(() -> draft().study().studyInstanceUid()));
    }

    /** A length between two places of the crosshair. */
    private static void measure() throws Exception {
        key(ScreenRole.DIAGNOSTIC_LEFT, KeyCode.L);
        key(ScreenRole.DIAGNOSTIC_LEFT, KeyCode.ENTER);
        key(ScreenRole.DIAGNOSTIC_LEFT, KeyCode.ENTER);
        for (int i = 0; i < 20; i++) {
            key(ScreenRole.DIAGNOSTIC_LEFT, KeyCode.RIGHT);
        }
        key(ScreenRole.DIAGNOSTIC_LEFT, KeyCode.ENTER);
        Fx.until("a length", () -> !report().measurementProperty().get().isEmpty());
    }

    private static void sign(SignatureMeaning meaning, KeyCode key, KeyCode... held) throws Exception {
        key(ScreenRole.WORK, key, held);
        Fx.until("the PIN is asked for", () -> node("report-pin").isFocused());
        confirmWarnings();
        type(TestRoom.PIN);
        key(ScreenRole.WORK, KeyCode.ENTER);
        String word = meaning == SignatureMeaning.FINAL ? "Final" : "Preliminary";
        Fx.until("signed", () -> report().noticeProperty().get().text().startsWith(word + " signed"));
    }

    private static void confirmWarnings() {
        Fx.run(() -> report().findings().stream()
                .filter(finding -> !report().isConfirmed(finding))
                .forEach(report()::toggleConfirmed));
    }

    private static List<SignFinding> blocking() {
        return report().findings().stream()
                .filter(finding -> finding.severity() == SignFinding.Severity.BLOCK)
                .toList();
    }

    private static void key(ScreenRole role, KeyCode key, KeyCode... held) {
        if (!Fx.call(() -> room.window(role).isFocused())) {
            DeskKeyboard.turnTo(room.window(role));
        }
        Fx.run(() -> {
            Robot robot = new Robot();
            List.of(held).forEach(robot::keyPress);
            robot.keyType(key);
            List.of(held).forEach(robot::keyRelease);
        });
        Fx.settle();
    }

    private static void type(String words) {
        for (int i = 0; i < words.length(); i++) {
            char sign = words.charAt(i);
            KeyCode code = SIGNS.getOrDefault(sign, KeyCode.getKeyCode(String.valueOf(Character.toUpperCase(sign))));
            Fx.run(() -> {
                Robot robot = new Robot();
                if (Character.isUpperCase(sign)) {
                    robot.keyPress(KeyCode.SHIFT);
                }
                robot.keyType(code);
                if (Character.isUpperCase(sign)) {
                    robot.keyRelease(KeyCode.SHIFT);
                }
            });
        }
        Fx.settle();
    }

    private static Node node(String id) {
        return room.window(ScreenRole.WORK).getScene().getRoot().lookup("#" + id);
    }

    private static ReportViewModel report() {
        return room.room().models().report();
    }

    private static ReportDraft draft() {
        return report().draft().orElseThrow();
    }

    private static String title() {
        return report().reportProperty().get().orElseThrow().template().title();
    }

    private static String field() {
        return report().placeProperty().get().fieldId();
    }

    private static String text(String field) {
        return report().textProperty(field).get();
    }
}
