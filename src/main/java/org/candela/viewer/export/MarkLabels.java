package org.candela.viewer.export;

import java.util.List;
import java.util.function.Function;
import org.candela.measure.Reading;
import org.candela.viewer.MeasuringLayer.Drawn;

/**
 * The words of marks.
 *
 * @param beside all that stands beside one on the screen, the reader's own words too
 * @param says what one measures
 */
public record MarkLabels(Function<Drawn, List<String>> beside, Function<Reading, List<String>> says) {}
