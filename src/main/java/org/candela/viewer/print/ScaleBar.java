package org.candela.viewer.print;

import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * A line whose length a ruler can check.
 *
 * @param statedMm what it says it is, a round number
 * @param paperMm how long it is on paper
 */
// [impl->req~print.scale-bar~1]
record ScaleBar(double statedMm, double paperMm) {
    private static final double[] ROUND = {200, 100, 50, 20, 10, 5, 2, 1, 0.5, 0.2, 0.1};

    /**
     * The longest round one that has room.
     *
     * @param ratio mm on paper to a mm
     * @param roomMm how long it may be on paper
     */
    static Optional<ScaleBar> of(double ratio, double roomMm) {
        return DoubleStream.of(ROUND)
                .filter(stated -> stated * ratio <= roomMm)
                .mapToObj(stated -> new ScaleBar(stated, stated * ratio))
                .findFirst();
    }
}
