package org.candela.displayqa.measure;

import org.candela.base.ScreenId;

/**
 * White of this display beside that of another one of the same desk.
 *
 * @param run the run that measured the other one
 * @param whiteDeviation 2 |L1 − L2| / (L1 + L2), as a share
 * @param whiteColourDistance Δu'v' of the whites; NaN where one of them was measured without colour
 */
public record DisplaysCompared(ScreenId other, long run, double whiteDeviation, double whiteColourDistance)
        implements Finding {
    @Override
    public <R> R match(Cases<R> cases) {
        return cases.compared(this);
    }
}
