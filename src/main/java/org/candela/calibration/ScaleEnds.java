package org.candela.calibration;

import java.util.EnumMap;
import java.util.Map;

/**
 * Both ends of the scale as the eye sees them, room light in them.
 *
 * @param black L'min, of P-value 0
 * @param white L'max, of the highest P-value
 */
public record ScaleEnds(Luminance black, Luminance white) {
    /** What they answer of a standard's limits: L'max, L'min and, where black gives any light, their ratio. */
    public Map<Quantity, Double> figures() {
        Map<Quantity, Double> figures = new EnumMap<>(Quantity.class);
        figures.put(Quantity.MAXIMUM_LUMINANCE, white.cdPerM2());
        figures.put(Quantity.MINIMUM_LUMINANCE, black.cdPerM2());
        if (black.cdPerM2() > 0) {
            figures.put(Quantity.LUMINANCE_RATIO, white.cdPerM2() / black.cdPerM2());
        }
        return figures;
    }
}
