package org.candela.dictation;

/** Tells speech from silence as it comes, frame by frame. One thread. */
public interface VoiceDetector {
    /** Samples of one frame: 20 ms. */
    int FRAME = Pcm.SAMPLE_RATE_HZ / 50;

    /** What a frame belongs to. */
    enum Heard {
        /** Nobody speaks. */
        SILENCE,
        /** Somebody speaks, or paused for less than ends an utterance. */
        SPEECH
    }

    /** Takes every frame for speech: an utterance is as long as the key is held. */
    VoiceDetector ALWAYS = new VoiceDetector() {
        @Override
        public Heard hear(short[] frame) {
            return Heard.SPEECH;
        }

        @Override
        public void reset() {
            // it remembers nothing
        }
    };

    /**
     * Judges the next frame; a detector bridges the short pauses between words itself.
     *
     * @param frame {@value #FRAME} samples; the array is not kept
     */
    Heard hear(short[] frame);

    /** Forgets what came before: a new recording begins. */
    void reset();
}
