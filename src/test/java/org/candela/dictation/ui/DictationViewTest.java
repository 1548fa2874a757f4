package org.candela.dictation.ui;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.candela.Fx;
import org.candela.Looks;
import org.candela.dictation.Pcm;
import org.candela.dictation.Transcript;
import org.candela.dictation.TranscriptListener;
import org.candela.dictation.VoiceDetector;
import org.candela.dictation.keep.KeptDesk;
import org.candela.dictation.keep.KeptUtterance;
import org.candela.dictation.keep.Sealing;
import org.candela.dictation.session.DictationSession;
import org.candela.dictation.session.FakeEngine;
import org.candela.dictation.sound.FedMicrophone;
import org.candela.dictation.sound.Microphone;
import org.candela.dictation.sound.SoundPlayer;
import org.candela.dictation.trend.Accuracy;
import org.candela.dictation.trend.AccuracyDay;
import org.candela.ui.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~dictation.panel~1]
// [utest->req~dictation.plain-told~1]
class DictationViewTest {
    @TempDir
    private Path home;

    private final FedMicrophone microphone = new FedMicrophone();
    private final List<Pcm> played = new ArrayList<>();
    private final List<String> chosen = new ArrayList<>();

    private final class Devices implements SoundDevices {
        @Override
        public List<Microphone> microphones() {
            return List.of(microphone);
        }

        @Override
        public Optional<String> chosen() {
            return Optional.of("another machine's");
        }

        @Override
        public void choose(String name) {
            chosen.add(name);
        }

        @Override
        public Keeping keeping() {
            return keeping;
        }

        @Override
        public List<AccuracyDay> accuracy() {
            return List.of(
                    new AccuracyDay(LocalDate.parse("2026-11-24"), "fake-1", 3, new Accuracy(412, 25, 61, 57, 1, 0)));
        }
    }

    private volatile SoundDevices.Keeping keeping = SoundDevices.Keeping.LOCKED;

    private final SoundPlayer player = new SoundPlayer() {
        @Override
        public void play(Pcm sound) {
            played.add(sound);
        }

        @Override
        public void stop() {}
    };

    private static final TranscriptListener NOBODY = new TranscriptListener() {
        @Override
        public void partial(UUID utterance, Transcript soFar) {}

        @Override
        public void said(UUID utterance, Transcript words) {}
    };

    /** The keeper's work on the caller's thread; the recorder alone has one of its own. */
    @Test
    void thePanelTellsLevelAndWordsAndIsWorkedByKeys() throws Exception {
        Fx.start();
        ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(4);
        try (KeptDesk desk = new KeptDesk(home, Sealing.NONE);
                DictationSession session = session(desk, threads)) {
            DictationViewModel model = Fx.call(() -> new DictationViewModel(
                    session, new Devices(), new DictationViewModel.Threads(threads, Platform::runLater), desk.clock));
            TextArea report = Fx.call(TextArea::new);
            DictationView view = Fx.call(() -> DictationView.under(report, model));
            Stage stage = Fx.call(() -> shown(view));
            try {
                assertNull(Fx.call(view::getBottom), "calm until it is wanted");
                Fx.run(() -> {
                    report.requestFocus();
                    view.toggle();
                });
                Fx.until(
                        "the microphone", () -> model.microphoneProperty().get().equals("fed"));
                session.aim(KeptDesk.DRAFT, NOBODY);
                say(session, model);
                Fx.until("the words", () -> model.lines().size() == 2);
                Fx.until("the utterance on the disk", () -> desk.utterances.of(KeptDesk.DRAFT).stream()
                        .allMatch(kept -> kept.state() == KeptUtterance.State.HEARD));
                session.talk();
                microphone.feed(30, 9_000);
                Fx.until(
                        "a voice",
                        () -> label(view, "dictation-state").contains("you are heard")
                                && label(view, "dictation-accuracy").contains("6.1 %"));
                Looks.at(view.getScene(), "dictation-panel");
                assertTrue(label(view, "dictation-keeping").startsWith("PLAIN, the key store is locked"));
                assertTrue(Fx.call(() -> node(view, "dictation-level").prefWidth(-1)) > 50, "the bar shows a level");

                keeping = SoundDevices.Keeping.SEALED;
                var unused = Fx.call(model::refresh);
                Fx.until(
                        "sealed is told", () -> label(view, "dictation-keeping").equals("sealed by the key store"));
                press(view, KeyCode.HOME);
                press(view, KeyCode.ENTER);
                Fx.until("the word again", () -> played.size() == 1);
                press(view, KeyCode.DELETE);
                Fx.until("it is gone", () -> model.lines().size() == 1);
                press(view, KeyCode.ESCAPE);

                assertTrue(Fx.call(report::isFocused), "back where the reader was");
                assertNull(Fx.call(view::getBottom));
                Fx.run(() -> model.choose(microphone));
                Fx.until("the choice kept", () -> chosen.equals(List.of("fed")));
                assertFalse(Fx.call(() -> model.standingProperty().get().isTroubled()));
            } finally {
                Fx.run(stage::close);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private DictationSession session(KeptDesk desk, ScheduledThreadPoolExecutor threads) {
        return new DictationSession(
                new DictationSession.Means(
                        desk.utterances, new FakeEngine(), () -> VoiceDetector.ALWAYS, player, desk.clock),
                new DictationSession.Threads(threads, threads, threads, threads));
    }

    private void say(DictationSession session, DictationViewModel model) {
        for (int i = 0; i < 2; i++) {
            int lines = i;
            session.talk();
            microphone.feed(10, 3_000);
            Fx.until(
                    "the voice",
                    () -> model.standingProperty().get().state()
                            == org.candela.dictation.DictationStanding.State.HEARING);
            session.hush();
            microphone.feed(20, 0);
            Fx.until("the words", () -> model.lines().size() == lines + 1);
        }
    }

    private static Stage shown(DictationView view) {
        Theme.install();
        Stage stage = new Stage();
        Scene scene = new Scene(view, 640, 560);
        Theme.dress(scene);
        stage.setScene(scene);
        stage.show();
        return stage;
    }

    private static void press(DictationView view, KeyCode key) {
        Fx.run(() -> {
            Node target = node(view, "dictation-utterances");
            target.requestFocus();
            target.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", key.getName(), key, false, false, false, false));
        });
    }

    private static String label(DictationView view, String id) {
        return ((Label) node(view, id)).getText();
    }

    private static Node node(DictationView view, String id) {
        return view.lookup("#" + id);
    }
}
