package org.candela.pad;

/**
 * What a hand did on a pad.
 *
 * @param number of the button that was pressed, from 1; −1 or 1 for a step of the jog wheel back or on; −7 to 7 for where the
 *     shuttle ring stands now, 0 being let go
 */
public record PadEvent(Control control, int number) {
    /** The parts of a pad. */
    public enum Control {
        BUTTON,
        JOG,
        SHUTTLE
    }
}
