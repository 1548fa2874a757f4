package org.candela.displayqa.measure;

import java.util.List;
import org.candela.base.ScreenId;
import org.candela.calibration.Luminance;

/**
 * What the white of a display was matched to: the dimmest that every display of a group reaches.
 *
 * @param white L'max of the whole group, ambient light included
 * @param dimmest the display that set it; where all reach their standard's goal, the one whose goal is lowest
 * @param group all displays that were calibrated to it, in the order measured
 */
public record MatchedTo(Luminance white, ScreenId dimmest, List<ScreenId> group) implements Finding {
    public MatchedTo {
        group = List.copyOf(group);
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.matched(this);
    }
}
