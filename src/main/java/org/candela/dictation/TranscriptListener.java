package org.candela.dictation;

/** Receives what a {@link Transcriber} understood. Called on an audio or engine thread: hand over, do not work here. */
public interface TranscriptListener {
    /** The utterance so far; replaces the partial transcript before it and may change its words. */
    void partial(Transcript soFar);

    /** The whole utterance; no more calls follow for it. Empty when nothing was understood. */
    void finished(Transcript utterance);
}
