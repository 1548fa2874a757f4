package org.candela.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.candela.DeskKeyboard;
import org.candela.Fx;
import org.candela.base.AppPaths;
import org.candela.base.EditHistory;
import org.candela.codec.video.FfmpegSearch.Places;
import org.candela.dictation.Dictation;
import org.candela.dictation.DictationStanding.State;
import org.candela.dictation.Transcript;
import org.candela.dictation.TranscriptListener;
import org.candela.dictation.session.DictationSession;
import org.candela.dictation.session.FakeEngine;
import org.candela.dictation.sound.FedMicrophone;
import org.candela.dictation.trend.AccuracyDay;
import org.candela.dictation.trend.AccuracyTrend;
import org.candela.report.ReportDraft;
import org.candela.report.ReportSamples;
import org.candela.report.Reports;
import org.candela.report.SignatureMeaning;
import org.candela.report.SignedReport;
import org.candela.report.template.Templates;
import org.candela.shell.CommandBus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dictation as the house has it: its own store, threads and clock; a microphone that is fed and an engine that counts. */
// [utest->req~app.speech~1]
class SpeechRoomTest {
    @TempDir
    private Path home;

    private final Shutdown shutdown = new Shutdown(Duration.ofSeconds(10));
    private final FedMicrophone microphone = new FedMicrophone();
    private final ReportDraft draft = ReportSamples.draft();
    private House house;
    private Executors executors;
    private Speech speech;

    @BeforeEach
    void open() throws Exception {
        Fx.start();
        executors = new Executors();
        house = House.open(
                new Config(AppPaths.under(home), "", false, Places.NONE, TestRoom.READER, 30, 0),
                Clock.systemUTC(),
                executors);
        shutdown.closing("database", house.base().database());
        shutdown.closing("executors", executors);
        speech = shutdown.closing(
                "speech",
                Speech.of(
                        house,
                        executors,
                        new Speech.Seat(
                                TestRoom.READER,
                                new FakeEngine(),
                                new Reports(house.base().database(), Templates.shipped()))));
    }

    @AfterEach
    void close() {
        shutdown.close();
    }

    private static final class Heard implements TranscriptListener {
        private final LinkedBlockingQueue<UUID> said = new LinkedBlockingQueue<>();

        @Override
        public void partial(UUID utterance, Transcript soFar) {}

        @Override
        public void said(UUID utterance, Transcript words) {
            said.add(utterance);
        }
    }

    @Test
    void aFinalSignatureCountsWhatWasDictatedAndThenLetsTheSoundGo() throws Exception {
        DictationSession session = speech.session();
        Heard heard = new Heard();
        session.choose(microphone);
        session.aim(draft.id().value(), heard);
        session.talk();
        microphone.feed(6, 0); // a sound that is there from the first moment on is a noise
        microphone.feed(20, 500);
        Fx.until("a voice", () -> isStanding(session, State.HEARING));
        session.hush();
        microphone.feed(20, 500);
        UUID id = heard.said.poll(10, TimeUnit.SECONDS);
        session.taken(id);
        Fx.until("the words in the store", () -> "TAKEN".equals(stateOf(id)));
        assertEquals(1, sounds());

        sign(SignatureMeaning.PRELIMINARY, 1);
        assertEquals(1, sounds(), "it can be heard until the report is final");
        sign(SignatureMeaning.FINAL, 2);

        Fx.until("the sound gone", () -> sounds() == 0);
        assertEquals("DELETED", stateOf(id));
        List<AccuracyDay> days = AccuracyTrend.days(house.base().database());
        assertEquals(1, days.size());
        assertEquals("fake-1", days.get(0).engine());
        assertTrue(days.get(0).accuracy().words() > 0);
    }

    private void sign(SignatureMeaning meaning, int version) throws Exception {
        SignedReport report = ReportSamples.signed(draft, meaning, version, Clock.systemUTC());
        house.base().database().change(tx -> speech.inTx(tx, report));
    }

    private String stateOf(UUID id) throws Exception {
        return house.base()
                .database()
                .read(tx ->
                        tx.one("SELECT state FROM utterance WHERE id = ?", row -> row.string("state"), id.toString()))
                .orElse("");
    }

    private long sounds() throws Exception {
        try (Stream<Path> files = Files.list(house.base().paths().dictation())) {
            return files.count();
        }
    }

    private static boolean isStanding(DictationSession session, State state) {
        List<State> now = new ArrayList<>();
        session.onChange(standing -> now.add(standing.state()));
        return now.get(0) == state;
    }

    @Test
    void theHeldKeyRecordsUntilItIsLetGoAndTheOtherTurnsOnAndOff() {
        CommandBus bus = new CommandBus(new EditHistory(), failure -> {
            throw new AssertionError(failure);
        });
        List<Dictation> listening = new ArrayList<>();
        Stage stage = Fx.call(() -> {
            SpeechRoom room = new SpeechRoom(speech, house, executors);
            Stage shown = new Stage();
            shown.setScene(new Scene((Parent) room.under(new TextArea(), bus, listening::add), 400, 300));
            shown.show();
            return shown;
        });
        try {
            DictationSession session = speech.session();
            assertEquals(List.of(session), listening);
            session.choose(microphone);
            session.aim(draft.id().value(), new Heard());
            DeskKeyboard.turnTo(stage);

            Fx.run(() -> bus.run("dictation.hold"));
            Fx.run(() -> bus.run("dictation.hold")); // a key repeats while it is held
            assertTrue(isStanding(session, State.LISTENING));
            Fx.run(() -> release(stage, KeyCode.SHIFT));
            assertTrue(isStanding(session, State.LISTENING), "the key itself is held still");
            Fx.run(() -> release(stage, KeyCode.F8));
            assertTrue(isStanding(session, State.IDLE));

            Fx.run(() -> bus.run("dictation.toggle"));
            assertTrue(isStanding(session, State.LISTENING));
            Fx.run(() -> bus.run("dictation.stop"));
            assertTrue(isStanding(session, State.IDLE));
        } finally {
            Fx.run(stage::close);
        }
    }

    private static void release(Stage stage, KeyCode key) {
        javafx.event.Event.fireEvent(
                stage.getScene(),
                new KeyEvent(KeyEvent.KEY_RELEASED, "", key.getName(), key, false, false, false, false));
    }
}
