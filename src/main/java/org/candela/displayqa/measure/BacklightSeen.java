package org.candela.displayqa.measure;

/**
 * How steady white was while the native curve was measured.
 *
 * @param whites how often white was read
 * @param largestChange largest change of white against the last one, as a share, signed
 * @param isCorrected whether readings were brought to the last white; small changes are taken for noise of the meter
 */
public record BacklightSeen(int whites, double largestChange, boolean isCorrected) implements Finding {
    @Override
    public <R> R match(Cases<R> cases) {
        return cases.backlight(this);
    }
}
