package org.candela.dictation;

import java.util.Optional;

/** A way to get a {@link Transcriber}: an installed speech engine with its model, or the lack of one. */
public interface SpeechEngine {
    /** What a workstation without any speech engine has; {@link #open()} is always empty. */
    SpeechEngine NONE = new SpeechEngine() {
        @Override
        public String standing() {
            return "no engine installed; type";
        }

        @Override
        public Optional<Transcriber> open() {
            return Optional.empty();
        }
    };

    /** One line for the user, without a full stop: which engine and model, or why there is none. */
    String standing();

    /** A transcriber ready to start; empty when the engine or its model is missing. Any thread; may take seconds. */
    Optional<Transcriber> open();
}
