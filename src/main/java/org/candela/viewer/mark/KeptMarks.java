package org.candela.viewer.mark;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candela.base.Uid;
import org.candela.measure.Reading;

/**
 * The marks of a case as they stood at one moment. Immutable; safe from any thread.
 *
 * @param all oldest first
 * @param calibrations what the reader said of the size of a pixel, by series
 */
public record KeptMarks(List<Mark> all, Map<Uid, Calibration> calibrations) {
    public KeptMarks {
        all = List.copyOf(all);
        calibrations = Map.copyOf(calibrations);
    }

    /** What {@code mark} measures: on its own frame there, on another one as it was measured on its own. */
    public Reading reading(Mark mark, MarkedFrame frame) {
        Optional<Calibration> calibration = Optional.ofNullable(calibrations.get(frame.seriesUid()));
        return frame.isOwn(mark)
                ? frame.figure(mark)
                        .map(figure -> Readings.of(figure, frame, calibration))
                        .orElse(mark.reading())
                : mark.reading();
    }
}
