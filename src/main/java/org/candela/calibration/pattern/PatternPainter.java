package org.candela.calibration.pattern;

import java.util.Optional;

/** Draws a pattern over the whole of a canvas. Stateless. */
@FunctionalInterface
interface PatternPainter {
    void paint(GreyCanvas canvas, PatternRequest request);

    /** Pictures of the sequence on a screen of this size. */
    default int steps(PatternSize size) {
        return 1;
    }

    /** Where the object of a forced choice is. */
    default Optional<Direction> truth(PatternRequest request) {
        return Optional.empty();
    }
}
