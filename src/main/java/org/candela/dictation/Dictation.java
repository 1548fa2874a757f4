package org.candela.dictation;

import java.util.UUID;
import java.util.function.Consumer;

/**
 * Dictation as the report desk uses it: what is said goes to the report that it is aimed at. Any thread; no call waits.
 *
 * <p>An utterance is kept from its first second on. Words come when an engine has them, also after a crash or once an engine
 * is there again; those of a report that is not on the desk wait until it is.
 */
public interface Dictation {
    /** A workstation that cannot listen. */
    Dictation NONE = new Dictation() {
        @Override
        public void aim(String draftId, TranscriptListener listener) {}

        @Override
        public void rest() {}

        @Override
        public void talk() {}

        @Override
        public void hush() {}

        @Override
        public void taken(UUID utterance) {}

        @Override
        public void discard(UUID utterance) {}

        @Override
        public void replay(SpokenSpan span) {}

        @Override
        public void onChange(Consumer<DictationStanding> listener) {}
    };

    /**
     * From now on what is said belongs to this draft, and its words go to {@code listener} alone. Utterances of the draft that
     * nobody took are told again.
     */
    void aim(String draftId, TranscriptListener listener);

    /** No report is on the desk: the microphone goes off; {@link #talk} has no effect until the next {@link #aim}. */
    void rest();

    /** Turns the microphone on. Without effect when it is. */
    void talk();

    /** Turns the microphone off; the utterance ends here and is transcribed. Without effect when it is. */
    void hush();

    /** The words of this utterance are in a draft that is on the disk. */
    void taken(UUID utterance);

    /** The reader threw this utterance away ({@code scratch that}): its sound and words are deleted, audited. */
    void discard(UUID utterance);

    /** Plays a piece of an utterance with a little around it; another that plays stops. */
    void replay(SpokenSpan span);

    /** Told of each change, at first of how it stands; on an audio thread. */
    void onChange(Consumer<DictationStanding> listener);
}
