package org.candela.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import org.candela.DeskKeyboard;
import org.candela.Fx;
import org.candela.VirtualDesk;
import org.candela.demo.DemoFacility;
import org.candela.demo.SyntheticStudies;
import org.candela.demo.SyntheticStudy;
import org.candela.dictation.engine.Flite;
import org.candela.dictation.engine.SpokenWav;
import org.candela.dictation.session.DictationSession;
import org.candela.dictation.sound.WavMicrophone;
import org.candela.report.ReportDraft;
import org.candela.report.SignFinding;
import org.candela.report.ui.ReportViewModel;
import org.candela.shell.ScreenRole;
import org.candela.ui.Tone;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One report by voice, from a sound file to what the facility has received. Files stand for the microphone, spoken by flite and
 * played as fast as a person speaks; recorder, detector, engine, session, editor, checks, signature and delivery are the
 * product's own. The hand presses a key for the next case, one for the microphone, and types the PIN.
 */
class VoiceJourneyTest {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final Duration PATIENCE = Duration.ofSeconds(100);
    /** A breath: shorter than the engine needs to understand a command. */
    private static final Duration BREATH = Duration.ofMillis(750);

    /** One in which the engine understands all of it (docs/speech.md). */
    private static final String VOICE = "rms";

    @TempDir
    static Path folder;

    private static final List<String> HEARD = new CopyOnWriteArrayList<>();
    private static Executors served;
    private static DemoFacility facility;
    private static TestRoom room;

    @BeforeAll
    static void openTheRoom() throws Exception {
        Flite.needed();
        Assumptions.assumeTrue(VirtualDesk.ownDesk().isPresent(), VirtualDesk::absence);
        Fx.start();
        HEARD.clear();
        served = new Executors();
        Path files = folder.resolve("files");
        List<SyntheticStudy> studies = new SyntheticStudies(5, CLOCK.instant()).writeModality("CR", files);
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

    // [utest->req~report.by-voice~1]
    // [utest->req~report.spoken-order~1]
    // [utest->req~report.voice-checks~1]
    @Test
    void whatIsSaidIntoTheMicrophoneIsSignedAndReachesTheFacilityOnce() throws Exception {
        DictationSession session = room.dictation();
        session.onHeard(words -> HEARD.add(words.words().text()));
        session.choose(new WavMicrophone(List.of(dictated(), signature()), WavMicrophone.Pace.REAL_TIME));
        openNext();

        key(KeyCode.SPACE, KeyCode.CONTROL);
        Fx.until(
                "the microphone on",
                () -> report().spoken().standingProperty().get().isRecording());
        heard("technique", "Two views of the chest.");
        room.shoot("voice-1-named");
        heard("effusion", "Small right");
        heard("impression", "Small right pleural effusion. No pneumothorax.");
        room.shoot("voice-2-written");
        Fx.until("the PIN is asked for", PATIENCE, () -> node("report-pin").isFocused());
        Fx.until("the microphone off, as it was told", PATIENCE, () -> HEARD.contains("stop listening"));
        room.shoot("voice-3-pin");
        assertEquals(List.of(), open(), HEARD::toString);
        assertTrue(facility.receivedReports().isEmpty(), "a voice never signs");

        pin("Preliminary");
        Fx.until("the preliminary report at the facility", PATIENCE, () -> received() == 1);

        key(KeyCode.SPACE, KeyCode.CONTROL);
        Fx.until(
                "the PIN is asked for again", PATIENCE, () -> node("report-pin").isFocused());
        Fx.until("what is shown before a signature", () -> open().isEmpty());
        assertFalse(Fx.call(() -> report().finalProperty().get()), "a voice never signs");
        room.shoot("voice-4-pin-again");
        pin("Final");
        Fx.until("the final report at the facility", PATIENCE, () -> received() == 2);
        Fx.until("that it was received is shown", () -> report().deliveries().stream()
                .allMatch(row -> row.tone() == Tone.GOOD));
        assertEquals("", Fx.call(() -> report().heardProperty().get().text()), "nothing is asked for any more");
        room.shoot("voice-5-received");

        requireOnce("P", Files.readString(facility.receivedReports().get(0)));
        requireOnce("F", Files.readString(facility.receivedReports().get(1)));
    }

    /** One recording; nobody waits until a command was obeyed. */
    private static Path dictated() throws Exception {
        return new SpokenWav(folder, VOICE)
                .say("go to technique", BREATH)
                .say("two views", BREATH)
                .say("go to pleural effusion", BREATH)
                .say("small right", BREATH)
                .say("accept defaults", BREATH)
                .say("small right pleural effusion period", BREATH)
                .say("no pneumothorax period", BREATH)
                .say("check report", BREATH)
                .say("confirm warning", BREATH)
                .say("confirm warning", BREATH)
                .say("sign preliminary", BREATH)
                .say("stop listening", BREATH)
                .write("report.wav");
    }

    private static Path signature() throws Exception {
        return new SpokenWav(folder, VOICE)
                .say("confirm warning", BREATH)
                .say("sign final", BREATH)
                .write("signature.wav");
    }

    private static void openNext() throws Exception {
        Fx.until(
                "a case on the list",
                () -> room.room().models().worklist().next().isPresent());
        key(KeyCode.F9);
        Fx.until("a report", () -> report().reportProperty().get().isPresent());
        room.awaitImages(Fx.call(() -> draft().study().studyInstanceUid()));
    }

    private static void pin(String meaning) {
        Fx.run(() -> {
            Robot robot = new Robot();
            TestRoom.PIN.chars().forEach(digit -> robot.keyType(KeyCode.getKeyCode(String.valueOf((char) digit))));
        });
        Fx.settle();
        key(KeyCode.ENTER);
        Fx.until("signed", () -> report().noticeProperty().get().text().startsWith(meaning + " signed"));
    }

    /** What the facility has says each thing once. */
    private static void requireOnce(String state, String message) {
        assertTrue(message.contains("|" + state), message);
        for (String said : List.of("Two views of the chest.", "Small right pleural effusion.", "No pneumothorax.")) {
            assertEquals(2, message.split(java.util.regex.Pattern.quote(said), -1).length, message);
        }
        for (String command : List.of("go to", "warning", "sign ", "listening", "check")) {
            assertFalse(message.contains(command), message);
        }
    }

    private static long received() throws Exception {
        return facility.receivedReports().size();
    }

    /** What still stands against the signature. */
    private static List<String> open() {
        return report().findings().stream()
                .filter(finding -> finding.severity() == SignFinding.Severity.BLOCK || !report().isConfirmed(finding))
                .map(SignFinding::message)
                .collect(Collectors.toList());
    }

    private static void heard(String field, String written) {
        try {
            Fx.until(written, PATIENCE, () -> text(field).equals(written));
        } catch (AssertionError e) {
            throw new AssertionError(field + " has \"" + text(field) + "\"; heard was " + HEARD, e);
        }
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

    private static Node node(String id) {
        return room.window(ScreenRole.WORK).getScene().getRoot().lookup("#" + id);
    }

    private static ReportViewModel report() {
        return room.room().models().report();
    }

    private static ReportDraft draft() {
        return report().draft().orElseThrow();
    }

    private static String text(String field) {
        return report().textProperty(field).get();
    }
}
