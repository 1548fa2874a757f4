package org.candela.dictation.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.candela.dictation.Pcm;
import org.candela.dictation.VoiceDetector;

/** Cuts sound that is there as a whole, as of a file, into utterances at its pauses. */
public final class PauseCutter {
    private static final int FRAME = VoiceDetector.FRAME;

    private PauseCutter() {}

    /**
     * A piece between two pauses, with a little silence on both sides.
     *
     * @param start from the beginning of the sound
     */
    public record Piece(Duration start, Pcm sound) {}

    /** The pieces in order; empty when nobody speaks. */
    public static List<Piece> cut(Pcm sound, VoiceDetector detector) {
        short[] samples = sound.samples();
        List<Piece> pieces = new ArrayList<>();
        detector.reset();
        int begun = -1;
        int lastEnd = 0;
        for (int at = 0; at < samples.length; at += FRAME) {
            short[] frame = Arrays.copyOf(Arrays.copyOfRange(samples, at, Math.min(samples.length, at + FRAME)), FRAME);
            boolean isSpeech = detector.hear(frame) == VoiceDetector.Heard.SPEECH;
            if (isSpeech && begun < 0) {
                begun = Math.max(lastEnd, at - EnergyVoiceDetector.PREROLL * FRAME);
            } else if (!isSpeech && begun >= 0) {
                pieces.add(piece(samples, begun, at));
                begun = -1;
                lastEnd = at;
            }
        }
        if (begun >= 0) {
            pieces.add(piece(samples, begun, samples.length));
        }
        return List.copyOf(pieces);
    }

    private static Piece piece(short[] samples, int from, int to) {
        return new Piece(
                Duration.ofMillis(from * 1000L / Pcm.SAMPLE_RATE_HZ), Pcm.of(Arrays.copyOfRange(samples, from, to)));
    }
}
