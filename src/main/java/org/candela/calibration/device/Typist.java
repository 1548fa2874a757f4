package org.candela.calibration.device;

import java.util.Optional;
import org.candela.calibration.Luminance;

/** Who reads a meter and types. Called on the device thread, which waits; an answer may take as long as it takes. */
@FunctionalInterface
public interface Typist {
    /**
     * Asks for a reading.
     *
     * @throws java.util.concurrent.CancellationException when the run is called off meanwhile
     */
    Answer ask(Question question) throws DeviceException;

    /** Fails when there is nobody to ask; called before anything is measured. */
    default void require() throws DeviceException {}

    /**
     * What is asked.
     *
     * @param number of the reading since the meter was made, from 1
     * @param last the reading before, which can be taken back; empty where there is none
     * @param problem what was wrong with the answer before and what to type; empty at first
     */
    record Question(int number, Optional<Luminance> last, String problem) {}

    /** What is answered; closed. */
    sealed interface Answer {
        /** As it was typed. */
        record Typed(String text) implements Answer {}

        /** The reading before was wrong and is to be asked for again. */
        record TakeBack() implements Answer {}

        /** The typist has had enough. */
        record GivenUp() implements Answer {}
    }
}
