package org.candela.dictation.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.candela.dictation.VoiceDetector;
import org.candela.dictation.VoiceDetector.Heard;
import org.jspecify.annotations.Nullable;

/**
 * Cuts what is recorded into utterances where nobody speaks. The second before a voice was noticed belongs to its utterance, so
 * that a detector which notices late takes no word away; an utterance that grows too long is cut without a gap. A recording in
 * which it noticed no voice at all, though there was sound, is handed over whole: the reader pressed the key for something.
 * Recorder's thread.
 */
// [impl->req~dictation.utterances~1]
final class Splitter {
    /** A second. */
    private static final int BEFORE = 50;
    /** A minute. */
    private static final int MOST_UNHEARD = 3_000;
    /** 50 dB below full scale: less is the noise of a room or a muted microphone. */
    private static final int SOUND = 100;

    private final VoiceDetector detector;
    private final Supplier<LiveSound> next;
    private final Consumer<List<short[]>> unheard;
    private final Deque<short[]> silence = new ArrayDeque<>();
    private @Nullable LiveSound current;
    private boolean hasHeard;

    /**
     * @param next makes an utterance that begins now
     * @param unheard given the frames of a recording without a voice
     */
    Splitter(VoiceDetector detector, Supplier<LiveSound> next, Consumer<List<short[]>> unheard) {
        this.detector = detector;
        this.next = next;
        this.unheard = unheard;
    }

    void began() {
        ended();
        detector.reset();
        silence.clear();
        hasHeard = false;
    }

    void sound(short[] frame) {
        boolean isSpeech = detector.hear(frame) == Heard.SPEECH;
        LiveSound open = current;
        if (open == null && isSpeech) {
            open = next.get();
            current = open;
            hasHeard = true;
            while (silence.size() > BEFORE) {
                silence.removeFirst();
            }
            silence.forEach(open::append);
            silence.clear();
        }
        if (open == null) {
            remember(frame);
            return;
        }
        open.append(frame);
        if (!isSpeech) {
            finish();
        } else if (open.isFull()) {
            finish();
            current = next.get();
        }
    }

    private void remember(short[] frame) {
        silence.addLast(frame);
        if (silence.size() > (hasHeard ? BEFORE : MOST_UNHEARD)) {
            silence.removeFirst();
        }
    }

    private static boolean isSound(short[] frame) {
        for (short sample : frame) {
            if (Math.abs((int) sample) > SOUND) {
                return true;
            }
        }
        return false;
    }

    /** Whether somebody speaks. */
    boolean isHearing() {
        return current != null;
    }

    void ended() {
        finish();
        if (!hasHeard && silence.stream().anyMatch(Splitter::isSound)) {
            unheard.accept(List.copyOf(silence));
        }
        silence.clear();
    }

    private void finish() {
        LiveSound open = current;
        current = null;
        if (open != null) {
            open.end();
        }
    }
}
