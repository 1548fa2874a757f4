package org.candela.displayqa.measure;

import org.candela.calibration.pattern.VisualResult;

/**
 * What an observer answered of one pattern.
 *
 * @param result pattern, conditions and answers
 */
public record VisualSeen(VisualResult result) implements Finding {
    @Override
    public <R> R match(Cases<R> cases) {
        return cases.visual(this);
    }
}
