package org.candela.dictation;

import java.util.Optional;

/** A way to get a {@link Transcriber}: an installed speech engine with its model, or the lack of one. Any thread. */
public interface SpeechEngine {
    /** What a workstation without any speech engine has; {@link #open()} is always empty. */
    SpeechEngine NONE = new SpeechEngine() {
        @Override
        public String id() {
            return "none";
        }

        @Override
        public String standing() {
            return "no engine installed; type";
        }

        @Override
        public Optional<Transcriber> open() {
            return Optional.empty();
        }
    };

    /** Short and stable, as {@code sphinx4-radiology-1}: kept with each utterance and each day's accuracy. */
    String id();

    /** One line for the user, without a full stop: which engine and model, or why there is none. */
    String standing();

    /**
     * A transcriber ready to start; empty when the engine or its model is missing. May take seconds.
     *
     * @throws SpeechException when it is there and does not start
     */
    Optional<Transcriber> open() throws SpeechException;
}
