package org.candela.dictation.sound;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.candela.dictation.Pcm;
import org.candela.dictation.VoiceDetector;
import org.junit.jupiter.api.Test;

/** The recorder on the test's own thread: what happens at which frame is written down beforehand. */
// [utest->req~dictation.recorder~1]
class RecorderTest {
    private final List<String> told = new ArrayList<>();
    private final List<Integer> kept = new ArrayList<>();
    private final Recorder recorder = new Recorder(Runnable::run, new Told(), Duration.ZERO);

    private final class Told implements Recorder.Listener {
        @Override
        public void began() {
            told.add("began");
        }

        @Override
        public void sound(short[] frame) {
            kept.add((int) frame[0]);
        }

        @Override
        public void ended() {
            told.add("ended");
        }

        @Override
        public void level(LevelMeter.Reading reading) {}

        @Override
        public void lost(SoundException why) {
            told.add(why.code());
        }

        @Override
        public void found() {
            told.add("found");
        }
    }

    /** The key goes down at any moment, mostly while the recorder waits for sound. */
    @Test
    void theMicrophoneIsToldOfEachBeginningOnce() {
        Scripted microphone = new Scripted(
                40, Map.of(3, recorder::begin, 10, recorder::end, 30, recorder::begin, 35, recorder::rest));

        recorder.listen(microphone);

        assertEquals(2, microphone.begun[0]);
    }

    /** Gives frames whose samples are their number, and does what is written for each before it is read. */
    private record Scripted(int frames, Map<Integer, Runnable> script, int[] next, int[] begun) implements Microphone {
        Scripted(int frames, Map<Integer, Runnable> script) {
            this(frames, script, new int[1], new int[1]);
        }

        @Override
        public String name() {
            return "scripted";
        }

        @Override
        public Open open() {
            return new Open() {
                @Override
                public SoundFormat format() {
                    return new SoundFormat(Pcm.SAMPLE_RATE_HZ, 1);
                }

                @Override
                public void began() {
                    begun[0]++;
                }

                @Override
                public int read(byte[] into, Duration patience) throws SoundException {
                    int number = next[0];
                    next[0]++;
                    script.getOrDefault(number, () -> {}).run();
                    if (number == frames) {
                        throw new SoundException("sound.gone", "unplugged");
                    }
                    short[] frame = new short[VoiceDetector.FRAME];
                    frame[0] = (short) number;
                    byte[] bytes = Pcm.of(frame).bytes();
                    System.arraycopy(bytes, 0, into, 0, bytes.length);
                    return bytes.length;
                }

                @Override
                public void close() {}
            };
        }
    }

    @Test
    void aWordThatBeganBeforeTheKeyAndOneThatEndsAfterItAreWhole() {
        recorder.listen(new Scripted(200, Map.of(50, recorder::begin, 100, recorder::end, 150, recorder::rest)));

        assertEquals(List.of("found", "began", "ended"), told);
        assertEquals(50 - 300 / 20, kept.get(0), "300 ms before the key went down");
        assertEquals(100 + 200 / 20 - 1, kept.get(kept.size() - 1), "200 ms after it was let go");
        assertEquals(75, kept.size(), "and none is missing");
    }

    @Test
    void beforeTheKeyGoesDownNothingIsKept() {
        recorder.listen(new Scripted(200, Map.of(150, recorder::rest)));

        assertEquals(List.of("found"), told);
        assertEquals(List.of(), kept);
    }

    @Test
    void aMicrophoneThatIsUnpluggedInTheMidstIsToldAndWhatWasSaidIsKeptAndItIsTakenUpAgain() {
        recorder.begin();
        recorder.listen(new Scripted(30, Map.of(60, recorder::rest)));

        assertEquals(List.of("found", "began", "ended", "sound.gone", "found", "began", "ended"), told);
        assertEquals(60, kept.size(), "all but the frame in which it was unplugged");
    }

    @Test
    void whateverBreaksWhileItListensIsToldAndItIsTakenUpAgain() {
        Runnable broken = () -> {
            throw new IllegalStateException("a driver's own idea");
        };
        recorder.begin();
        recorder.listen(new Scripted(200, Map.of(30, broken, 60, recorder::rest)));

        assertEquals(List.of("found", "began", "ended", "sound.broken", "found", "began", "ended"), told);
        assertEquals(60, kept.size(), "all but the frame at which it broke");
    }

    @Test
    void aShortPressIsKeptToo() {
        recorder.listen(new Scripted(200, Map.of(50, recorder::begin, 51, recorder::end, 99, recorder::rest)));

        assertEquals(List.of("found", "began", "ended"), told);
        assertEquals(15 + 1 + 10, kept.size());
    }
}
