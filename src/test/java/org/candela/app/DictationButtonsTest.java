package org.candela.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.candela.base.EditHistory;
import org.candela.dictation.DictationStanding.State;
import org.candela.dictation.Pcm;
import org.candela.dictation.SpeechEngine;
import org.candela.dictation.Transcript;
import org.candela.dictation.TranscriptListener;
import org.candela.dictation.VoiceDetector;
import org.candela.dictation.keep.ButtonAction;
import org.candela.dictation.keep.KeptDesk;
import org.candela.dictation.keep.Sealing;
import org.candela.dictation.keep.TaughtButtons;
import org.candela.dictation.session.DictationSession;
import org.candela.dictation.sound.FedMicrophone;
import org.candela.dictation.sound.SoundPlayer;
import org.candela.pad.hid.ButtonPress;
import org.candela.pad.hid.ButtonPress.Edge;
import org.candela.shell.Command;
import org.candela.shell.CommandBus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~dictation.buttons~1]
class DictationButtonsTest {
    private static final TranscriptListener NOBODY = new TranscriptListener() {
        @Override
        public void partial(java.util.UUID utterance, Transcript soFar) {}

        @Override
        public void said(java.util.UUID utterance, Transcript words) {}
    };
    private static final SoundPlayer DEAF = new SoundPlayer() {
        @Override
        public void play(Pcm sound) {}

        @Override
        public void stop() {}
    };

    @TempDir
    private Path home;

    @Test
    void theRecordButtonRecordsWhileItIsHeldAndOthersRunCommandsOnceAndCanBeTaught() throws Exception {
        ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(4);
        List<String> run = new ArrayList<>();
        CommandBus bus = new CommandBus(new EditHistory(), failure -> {});
        bus.register(new Command("dictation.replay-last", "replay", () -> run.add("replay")));
        bus.register(new Command("report.sign-preliminary", "sign", () -> run.add("sign")));
        List<State> states = new ArrayList<>();
        try (KeptDesk desk = new KeptDesk(home, Sealing.NONE);
                DictationSession session = new DictationSession(
                        new DictationSession.Means(
                                desk.utterances, SpeechEngine.NONE, () -> VoiceDetector.ALWAYS, DEAF, desk.clock),
                        new DictationSession.Threads(threads, threads, threads, threads))) {
            session.choose(new FedMicrophone());
            session.aim(KeptDesk.DRAFT, NOBODY);
            session.onChange(standing -> states.add(standing.state()));
            DictationButtons buttons = new DictationButtons(session, bus, Runnable::run);

            press(buttons, "record");
            assertEquals(List.of(State.IDLE, State.LISTENING, State.IDLE), states);
            press(buttons, "play");
            press(buttons, "f1");
            press(buttons, "next"); // this room has no such command
            assertEquals(List.of("replay"), run);

            TaughtButtons.teach(desk.database, "0911:0c1c", "f1", ButtonAction.SIGN);
            buttons.reload(desk.database);
            press(buttons, "f1");
            assertEquals(List.of("replay", "sign"), run);
        } finally {
            threads.shutdownNow();
        }
    }

    private static void press(DictationButtons buttons, String button) {
        buttons.take(new ButtonPress("0911:0c1c", button, Edge.DOWN));
        buttons.take(new ButtonPress("0911:0c1c", button, Edge.UP));
    }
}
