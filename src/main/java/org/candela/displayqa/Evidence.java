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

/** The quantities of a finished run that standards limit. */
final class Evidence {
    private Evidence() {}

    /** Values by quantity. The ambient ratio is left out where ambient light was not measured or provided. */
    static Map<Quantity, Double> of(QaOutcome outcome, TestBench.Room room) {
        return outcome.match(
                calibration -> ofResponse(calibration.after(), room),
                constancy -> ofResponse(constancy.response(), room),
                quick -> ofEnds(quick.black(), quick.white(), room),
                evenness -> Map.of(
                        Quantity.NON_UNIFORMITY, evenness.uniformity().maximumLuminanceDeviation(),
                        Quantity.MEDIAN_DEVIATION, evenness.uniformity().deviationFromMedian(),
                        Quantity.CENTRE_DEVIATION, evenness.uniformity().deviationFromCentre()));
    }

    /**
     * The same, but empty when the meter's own calibration is overdue or unknown: then nothing is assessed. A simulated
     * meter is judged, since its record can never be taken for a real one.
     */
    // [impl->req~displayqa.meter-due~1]
    static Map<Quantity, Double> assessable(QaOutcome outcome, TestBench.Room room, Clock clock) {
        Photometer.Identity meter = outcome.photometer();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        boolean isInDate =
                meter.calibrationDue().filter(due -> !due.isBefore(today)).isPresent();
        return meter.isSimulated() || isInDate ? of(outcome, room) : Map.of();
    }

    private static Map<Quantity, Double> ofResponse(ContrastResponse response, TestBench.Room room) {
        Map<Quantity, Double> values =
                ofEnds(new Luminance(response.luminance(0)), new Luminance(response.luminance(response.steps())), room);
        values.put(Quantity.CONTRAST_DEVIATION, response.kappaDelta());
        return values;
    }

    private static Map<Quantity, Double> ofEnds(Luminance black, Luminance white, TestBench.Room room) {
        Map<Quantity, Double> values = new EnumMap<>(Quantity.class);
        values.put(Quantity.MAXIMUM_LUMINANCE, white.cdPerM2());
        values.put(Quantity.MINIMUM_LUMINANCE, black.cdPerM2());
        if (black.cdPerM2() > 0) {
            values.put(Quantity.LUMINANCE_RATIO, white.cdPerM2() / black.cdPerM2());
        }
        double emitted = black.minus(room.ambient()).cdPerM2();
        if (room.source() != TestBench.AmbientSource.DEFAULT && emitted > 0) {
            values.put(Quantity.AMBIENT_RATIO, room.ambient().cdPerM2() / emitted);
        }
        return values;
    }
}
