package org.candela.displayqa;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import org.candela.calibration.ContrastResponse;
import org.candela.calibration.Luminance;
import org.candela.calibration.Quantity;
import org.candela.calibration.device.Photometer;

/** The quantities of a measured response that standards limit. */
public final class Evidence {
    private Evidence() {}

    /**
     * Values by quantity. The ambient ratio is left out where ambient light was not measured or provided.
     *
     * @param response L' at 18 levels, ambient light included
     */
    public static Map<Quantity, Double> of(ContrastResponse response, TestBench.Room room) {
        Map<Quantity, Double> values = new EnumMap<>(Quantity.class);
        double minimum = response.luminance(0);
        double maximum = response.luminance(response.steps());
        values.put(Quantity.MAXIMUM_LUMINANCE, maximum);
        values.put(Quantity.MINIMUM_LUMINANCE, minimum);
        values.put(Quantity.LUMINANCE_RATIO, maximum / minimum);
        values.put(Quantity.CONTRAST_DEVIATION, response.kappaDelta());
        double emitted = new Luminance(minimum).minus(room.ambient()).cdPerM2();
        if (room.source() != TestBench.AmbientSource.DEFAULT && emitted > 0) {
            values.put(Quantity.AMBIENT_RATIO, room.ambient().cdPerM2() / emitted);
        }
        return values;
    }

    /**
     * The same, but empty when the meter's own calibration is overdue or unknown: then nothing is assessed. A simulated
     * meter is judged, since its record can never be taken for a real one.
     */
    // [impl->req~displayqa.meter-due~1]
    public static Map<Quantity, Double> assessable(
            ContrastResponse response, TestBench.Room room, Photometer.Identity meter, Clock clock) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        boolean isInDate =
                meter.calibrationDue().filter(due -> !due.isBefore(today)).isPresent();
        return meter.isSimulated() || isInDate ? of(response, room) : Map.of();
    }
}
