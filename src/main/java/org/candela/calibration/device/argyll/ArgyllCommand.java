package org.candela.calibration.device.argyll;

import java.util.ArrayList;
import java.util.List;

/**
 * A command line for one reading: {@code spotread -v -e -N -O -x -y TYPE -c PORT} (ArgyllCMS 2.3.1).
 *
 * <p>{@code -v} makes it tell which meter it is, {@code -N} keeps it from calibrating by itself, {@code -O} reads once,
 * {@code -x} shows Yxy beside XYZ.
 *
 * @param mode how to look
 * @param displayType letter that {@code spotread -?} lists for the kind of panel; empty for the meter's own choice
 */
record ArgyllCommand(ArgyllInstrument instrument, Mode mode, String displayType) {
    /** What is measured. */
    enum Mode {
        EMISSIVE("-e"),
        TELEPHOTO("-p"),
        AMBIENT("-a");

        private final String option;

        Mode(String option) {
            this.option = option;
        }
    }

    ArgyllCommand {
        if (!displayType.matches("[A-Za-z0-9]?")) {
            throw new IllegalArgumentException("a display type is one letter: " + displayType);
        }
    }

    List<String> words(Spotread spotread) {
        List<String> words =
                new ArrayList<>(List.of(spotread.program().toString(), "-v", mode.option, "-N", "-O", "-x"));
        if (!displayType.isEmpty() && mode != Mode.AMBIENT) {
            words.addAll(List.of("-y", displayType));
        }
        words.addAll(List.of("-c", Integer.toString(instrument.port())));
        return List.copyOf(words);
    }
}
