package org.candela.displayqa.measure;

import java.util.Optional;

/**
 * What only whoever sits before the display can tell.
 *
 * @param temperatureCelsius of the room; empty where it was not told
 * @param isScreenCleaned whether the screen was cleaned before the run; empty where it was not told
 */
public record ToldConditions(Optional<Double> temperatureCelsius, Optional<Boolean> isScreenCleaned) {
    /** Nobody told anything. */
    public static final ToldConditions NOTHING = new ToldConditions(Optional.empty(), Optional.empty());

    private static final double COLDEST = -20;
    private static final double HOTTEST = 60;

    public ToldConditions {
        if (temperatureCelsius
                .filter(told -> !(told >= COLDEST && told <= HOTTEST))
                .isPresent()) {
            throw new IllegalArgumentException("a room has -20 to 60 °C, not " + temperatureCelsius.orElseThrow());
        }
    }
}
