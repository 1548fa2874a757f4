package org.candela.viewer.export;

import java.util.List;
import org.candela.measure.Figure;

/**
 * A mark as it is burned into a picture.
 *
 * @param lines what stands beside it
 */
public record InkedMark(Figure figure, List<String> lines) {
    public InkedMark {
        lines = List.copyOf(lines);
    }
}
