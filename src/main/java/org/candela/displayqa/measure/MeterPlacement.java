package org.candela.displayqa.measure;

/** Puts the meter before a place of the screen; a person does, or a simulation. Device thread. */
@FunctionalInterface
public interface MeterPlacement {
    /** For runs that leave the meter where it is. */
    MeterPlacement NOWHERE = (row, column) -> {};

    /**
     * Returns when the meter is there.
     *
     * @param row 0 (top) to 2
     * @param column 0 (left) to 2
     * @throws java.util.concurrent.CancellationException when whoever places it gives up
     */
    void place(int row, int column);
}
