package org.candela.dictation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What was said between two silences, or while the key was held.
 *
 * @param draftId the draft of the report it was said for
 * @param start when the first sample was taken
 * @param words in the order spoken, their times from the first sample; empty before it is transcribed
 * @param engine {@link SpeechEngine#id} of what transcribed it; empty before it is transcribed
 */
public record Utterance(UUID id, String draftId, Instant start, Pcm sound, List<SpokenWord> words, String engine) {
    public Utterance {
        words = List.copyOf(words);
        if (draftId.isBlank()) {
            throw new IllegalArgumentException("an utterance belongs to a draft");
        }
    }

    /** This utterance, transcribed. */
    public Utterance heardAs(Transcript transcript, String by) {
        return new Utterance(id, draftId, start, sound, transcript.words(), by);
    }

    /** Identity and length; never what was said. */
    @Override
    public String toString() {
        return "Utterance[" + id + ", " + sound + "]";
    }
}
