package org.candela.dictation.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.candela.dictation.VoiceDetector;
import org.junit.jupiter.api.Test;

// [utest->req~dictation.utterances~1]
class SplitterTest {
    private final List<LiveSound> begun = new ArrayList<>();
    private final List<List<short[]>> unheard = new ArrayList<>();

    private LiveSound next() {
        LiveSound live = new LiveSound(new UUID(0, begun.size()), "draft-1", Instant.EPOCH);
        begun.add(live);
        return live;
    }

    /** Hears a voice in each frame whose first sample is not 0. */
    private static final VoiceDetector FIRST_SAMPLE = new VoiceDetector() {
        @Override
        public Heard hear(short[] frame) {
            return frame[0] == 0 ? Heard.SILENCE : Heard.SPEECH;
        }

        @Override
        public void reset() {}
    };

    private static void feed(Splitter splitter, int frames, int value) {
        for (int i = 0; i < frames; i++) {
            short[] frame = new short[VoiceDetector.FRAME];
            frame[0] = (short) value;
            splitter.sound(frame);
        }
    }

    @Test
    void anUtteranceEndsWithTheSilenceAndTheNextBeginsASecondBeforeItsVoiceWasNoticed() {
        Splitter splitter = new Splitter(FIRST_SAMPLE, this::next, unheard::add);
        splitter.began();

        feed(splitter, 10, 1);
        feed(splitter, 100, 0);
        feed(splitter, 10, 2);
        splitter.ended();

        assertEquals(2, begun.size());
        assertEquals(11 * VoiceDetector.FRAME, begun.get(0).length());
        assertEquals((50 + 10) * VoiceDetector.FRAME, begun.get(1).length());
        assertTrue(begun.stream().allMatch(live -> live.isOverAt(live.length())));
    }

    @Test
    void whereNobodySpeaksThereIsNoUtterance() {
        Splitter splitter = new Splitter(FIRST_SAMPLE, this::next, unheard::add);
        splitter.began();

        feed(splitter, 100, 0);
        splitter.ended();

        assertEquals(List.of(), begun);
        assertFalse(splitter.isHearing());
    }

    @Test
    void aRecordingWithoutAVoiceThatWasNoticedIsHandedOverWholeUnlessItWasSilent() {
        Splitter splitter = new Splitter(FIRST_SAMPLE, this::next, unheard::add);
        splitter.began();
        feed(splitter, 10, 0);
        splitter.ended();
        assertEquals(List.of(), unheard, "silent");

        splitter.began();
        for (int i = 0; i < 30; i++) {
            short[] quiet = new short[VoiceDetector.FRAME];
            quiet[7] = 400; // not where the detector listens
            splitter.sound(quiet);
        }
        splitter.ended();
        splitter.began();

        assertEquals(1, unheard.size(), "once");
        assertEquals(30, unheard.get(0).size());
        assertEquals(List.of(), begun);
    }

    @Test
    void whatGrowsTooLongIsCutAndNoFrameIsMissing() {
        Splitter splitter = new Splitter(VoiceDetector.ALWAYS, this::next, unheard::add);
        splitter.began();
        int frames = LiveSound.MOST_SAMPLES / VoiceDetector.FRAME + 100;

        feed(splitter, frames, 1);
        splitter.ended();

        assertEquals(2, begun.size());
        assertEquals(
                frames * VoiceDetector.FRAME,
                begun.stream().mapToInt(LiveSound::length).sum());
    }
}
