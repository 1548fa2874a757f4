package org.candela.viewer.mark;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.candela.image.ImageSpacing;
import org.candela.image.Measurement;
import org.candela.measure.Figure;
import org.candela.measure.Magnitude;
import org.candela.measure.Measurer;
import org.candela.measure.Quantity;
import org.candela.measure.Reading;

/** Measures figures on frames, by the reader's calibration where there is one, and then by the file's spacing too. */
final class Readings {
    private static final String BY_FILE = "by the file";

    /** What a size of a pixel makes; the rest is the same with any. */
    private static final Set<Quantity> SIZES = Set.of(
            Quantity.LENGTH,
            Quantity.LONG_AXIS,
            Quantity.SHORT_AXIS,
            Quantity.DISTANCE,
            Quantity.DIAMETER,
            Quantity.AREA,
            Quantity.HEART_FIRST,
            Quantity.HEART_SECOND,
            Quantity.THORAX);

    private Readings() {}

    /** What {@code figure} measures on {@code frame}. */
    // [impl->req~viewer.reader-calibration~1]
    static Reading of(Figure figure, MarkedFrame frame, Optional<Calibration> calibration) {
        Reading byFile = measurer(frame, frame.spacing()).read(figure);
        if (calibration.isEmpty()) {
            return byFile;
        }
        Reading byReader = measurer(frame, spacing(frame, calibration)).read(figure);
        List<Magnitude> both = new ArrayList<>(byReader.magnitudes());
        byFile.magnitudes().stream()
                .filter(magnitude -> SIZES.contains(magnitude.quantity()))
                .map(Readings::markedAsOfFile)
                .forEach(both::add);
        return new Reading(both, byReader.remarks());
    }

    /** The length that a report may take over, by the reader's calibration where there is one. */
    static Optional<Measurement> length(Figure figure, MarkedFrame frame, Optional<Calibration> calibration) {
        return measurer(frame, spacing(frame, calibration)).length(figure);
    }

    private static ImageSpacing spacing(MarkedFrame frame, Optional<Calibration> calibration) {
        return calibration.map(known -> known.spacing(frame.aspect())).orElse(frame.spacing());
    }

    private static Measurer measurer(MarkedFrame frame, ImageSpacing spacing) {
        return new Measurer(spacing, frame.aspect(), frame.values(), frame.regions());
    }

    private static Magnitude markedAsOfFile(Magnitude magnitude) {
        String reservation = magnitude.reservation().isEmpty() ? BY_FILE : BY_FILE + ", " + magnitude.reservation();
        return new Magnitude(magnitude.quantity(), magnitude.value(), magnitude.unit(), reservation);
    }
}
