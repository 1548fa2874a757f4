package org.candela.displayqa.measure;

import org.candela.calibration.Luminance;

/**
 * Whether the light of a display follows its graphics LUT: one grey under the neutral ramp and under one that must make it
 * brighter.
 *
 * @param bits of the ramp that were seen to reach the panel: 10 where a quarter of an 8-bit step moved the light by a quarter,
 *     else 8; more than 10 no meter here can tell. 0 where there is no effect
 * @param neutral light of the grey under the neutral ramp, emitted
 * @param tested light of the same grey under the test ramp
 */
public record RampSeen(RampEffect effect, int bits, Luminance neutral, Luminance tested) implements Finding {
    @Override
    public <R> R match(Cases<R> cases) {
        return cases.ramp(this);
    }
}
