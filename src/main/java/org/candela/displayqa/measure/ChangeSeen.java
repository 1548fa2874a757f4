package org.candela.displayqa.measure;

/**
 * Ends of the scale against those right after the calibration in force.
 *
 * @param run the calibration
 * @param white relative change of L'max, signed
 * @param black relative change of L'min, signed
 */
public record ChangeSeen(long run, double white, double black) implements Finding {
    @Override
    public <R> R match(Cases<R> cases) {
        return cases.change(this);
    }
}
