package org.candela.dictation;

/**
 * Turns sound into words, one utterance at a time: {@link #start}, many {@link #accept}, one {@link #finish}.
 *
 * <p>One thread at a time (the audio thread). The listener is called on that thread or on one of the engine's own.
 */
// [impl->req~dictation.port~1]
public interface Transcriber extends AutoCloseable {
    /** Samples a second that {@link #accept} expects. */
    int SAMPLE_RATE_HZ = 16_000;

    /** Begins an utterance. An utterance still running is finished first. */
    void start(TranscriptListener listener);

    /**
     * Hears more of the utterance.
     *
     * @param samples mono, signed 16 bit, {@value #SAMPLE_RATE_HZ} Hz; the array is not kept
     * @throws IllegalStateException outside {@link #start} … {@link #finish}
     */
    void accept(short[] samples);

    /** Ends the utterance: {@link TranscriptListener#finished} follows, once. Without effect when none is running. */
    void finish();

    /** Releases the engine. An utterance still running is dropped without a final transcript. */
    @Override
    void close();
}
