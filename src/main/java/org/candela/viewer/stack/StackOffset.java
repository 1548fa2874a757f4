package org.candela.viewer.stack;

/**
 * How far two stacks lie apart that a reader laid side by side.
 *
 * @param distance of the second of {@code pair} over the first, along its normal
 */
public record StackOffset(StackPair pair, Unit unit, double distance) {
    /** What a distance counts. */
    public enum Unit {
        /** Of slices whose place in the patient is known. */
        MILLIMETRES,
        /** Of images that lie nowhere. */
        FRAMES
    }

    public StackOffset {
        if (!Double.isFinite(distance)) {
            throw new IllegalArgumentException("no distance: " + distance);
        }
    }
}
