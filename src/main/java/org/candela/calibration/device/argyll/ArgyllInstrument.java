package org.candela.calibration.device.argyll;

/**
 * A port that spotread lists.
 *
 * @param port its number for {@code -c}, from 1; holds only until something is plugged in or out
 * @param path where the system has it
 * @param model what is there; empty for a serial port, where nobody has asked yet
 */
public record ArgyllInstrument(int port, String path, String model) {
    public ArgyllInstrument {
        if (port < 1) {
            throw new IllegalArgumentException("ports count from 1: " + port);
        }
    }

    /** Whether spotread saw by the port alone that a meter is there. */
    public boolean isKnown() {
        return !model.isEmpty();
    }

    /** The first word of what is there, as {@code "X-Rite"}; empty for one word alone. */
    String maker() {
        int blank = model.indexOf(' ');
        return blank < 0 ? "" : model.substring(0, blank);
    }

    /** What is there without its maker. */
    String name() {
        return model.substring(model.indexOf(' ') + 1);
    }

    /** As errors name it. */
    public String text() {
        return "spotread port " + port + " (" + (isKnown() ? model : path) + ")";
    }
}
