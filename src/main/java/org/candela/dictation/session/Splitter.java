package org.candela.dictation.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import org.candela.dictation.VoiceDetector;
import org.candela.dictation.VoiceDetector.Heard;
import org.jspecify.annotations.Nullable;

/**
 * Cuts what is recorded into utterances where nobody speaks. The second before a voice was noticed belongs to its utterance, so
 * that a detector which notices late takes no word away; an utterance that grows too long is cut without a gap. Recorder's thread.
 */
// [impl->req~dictation.utterances~1]
final class Splitter {
    /** A second. */
    private static final int BEFORE = 50;

    private final VoiceDetector detector;
    private final Supplier<LiveSound> next;
    private final Deque<short[]> silence = new ArrayDeque<>();
    private @Nullable LiveSound current;

    /** @param next makes an utterance that begins now */
    Splitter(VoiceDetector detector, Supplier<LiveSound> next) {
        this.detector = detector;
        this.next = next;
    }

    void began() {
        ended();
        detector.reset();
        silence.clear();
    }

    void sound(short[] frame) {
        boolean isSpeech = detector.hear(frame) == Heard.SPEECH;
        LiveSound open = current;
        if (open == null && isSpeech) {
            open = next.get();
            current = open;
            silence.forEach(open::append);
            silence.clear();
        }
        if (open == null) {
            remember(frame);
            return;
        }
        open.append(frame);
        if (!isSpeech) {
            ended();
        } else if (open.isFull()) {
            ended();
            current = next.get();
        }
    }

    private void remember(short[] frame) {
        silence.addLast(frame);
        if (silence.size() > BEFORE) {
            silence.removeFirst();
        }
    }

    /** Whether somebody speaks. */
    boolean isHearing() {
        return current != null;
    }

    void ended() {
        LiveSound open = current;
        current = null;
        if (open != null) {
            open.end();
        }
    }
}
