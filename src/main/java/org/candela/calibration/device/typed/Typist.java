package org.candela.calibration.device.typed;

import java.util.Optional;

/** Who reads a meter and types. Called on the device thread, which waits; an answer may take as long as it takes. */
@FunctionalInterface
public interface Typist {
    /**
     * Asks for a reading.
     *
     * @param number of the reading since the meter was made, from 1
     * @param problem what was wrong with the answer before and what to type; empty at first
     * @return what was typed, as it was typed; empty when the typist has had enough
     */
    Optional<String> ask(int number, String problem);
}
