package org.candela.dictation.engine.sphinx;

import edu.cmu.sphinx.frontend.DataProcessingException;
import java.util.function.Supplier;
import org.candela.dictation.SpeechException;

/** What sphinx4 throws where it gives up, told as a failure of the engine. */
final class SphinxFaults {
    private SphinxFaults() {}

    static void guard(Runnable work) throws SpeechException {
        guarded(() -> {
            work.run();
            return "";
        });
    }

    static <T> T guarded(Supplier<T> work) throws SpeechException {
        try {
            return work.get();
        } catch (DataProcessingException | IllegalStateException | IndexOutOfBoundsException | NullPointerException e) {
            throw new SpeechException("speech.sphinx-failed", "sphinx4 gave up on this utterance", e);
        }
    }
}
