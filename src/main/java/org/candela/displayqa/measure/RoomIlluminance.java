package org.candela.displayqa.measure;

import java.time.Duration;
import java.time.Instant;
import org.candela.calibration.Illuminance;

/**
 * Light of the room, as somebody or something measured it.
 *
 * @param source {@code MEASURED} by a sensor that was read here, or {@code PROVIDED} by a person who read a meter
 * @param at when it was measured
 * @param by the sensor, or the person's meter: make, model, serial; a simulated one says so
 */
public record RoomIlluminance(Illuminance light, TestBench.AmbientSource source, Instant at, String by) {
    public RoomIlluminance {
        if (source == TestBench.AmbientSource.DEFAULT || by.isBlank()) {
            throw new IllegalArgumentException("light of a room is measured with something: " + source + ", " + by);
        }
    }

    /** How old it is at {@code now}, in whole days; less than 24 hours is the same day. */
    public int ageDays(Instant now) {
        return (int) Math.max(0, Duration.between(at, now).toDays());
    }
}
