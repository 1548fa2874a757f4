package org.candela.dictation;

import java.util.UUID;

/**
 * Turns sound into words, one utterance at a time: {@link #start}, many {@link #accept}, one {@link #finish} or {@link
 * #cancel}.
 *
 * <p>One thread at a time, never that of the recorder: it may take as long as it needs, since what was said is on the disk
 * already. The listener is called on that thread or on one of the engine's own. After a {@link SpeechException} the
 * transcriber is closed by its owner and the same utterance given whole to another.
 */
// [impl->req~dictation.port~1]
public interface Transcriber extends AutoCloseable {
    /** Samples a second that {@link #accept} expects. */
    int SAMPLE_RATE_HZ = Pcm.SAMPLE_RATE_HZ;

    /** Begins an utterance. One still running is cancelled first. */
    void start(UUID utterance, TranscriptListener listener) throws SpeechException;

    /**
     * Hears more of the utterance.
     *
     * @param samples mono, signed 16 bit, {@value #SAMPLE_RATE_HZ} Hz; the array is not kept
     * @throws IllegalStateException outside {@link #start} … {@link #finish}
     */
    void accept(short[] samples) throws SpeechException;

    /**
     * Ends the utterance: {@link TranscriptListener#said} follows, once, after a second pass where the engine has one.
     * Without effect when none is running.
     */
    void finish() throws SpeechException;

    /** Drops the utterance; nothing more is told of it. Without effect when none is running. */
    void cancel();

    /** Releases the engine. An utterance still running is dropped without a final transcript. */
    @Override
    void close();
}
