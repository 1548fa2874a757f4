package org.candela.dictation;

import java.util.UUID;

/**
 * Receives what was understood of utterances, those of one report when it is given to {@link Dictation#aim}. Called on an
 * audio or engine thread: hand over, do not work here.
 */
public interface TranscriptListener {
    /** Somebody began to speak: where the caret stands now is where the words belong. Not told of utterances that waited. */
    default void began(UUID utterance) {}

    /** The utterance so far; replaces the partial transcript before it and may change its words. Never kept. */
    void partial(UUID utterance, Transcript soFar);

    /**
     * The whole utterance; no more calls follow for it. Empty when nothing was understood. Once it is in a draft that is on
     * the disk, {@link Dictation#taken} is called; until then it is told again after a crash.
     */
    void said(UUID utterance, Transcript words);
}
