package org.candela.displayqa.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import org.candela.calibration.Chromaticity;
import org.candela.calibration.ContrastResponse;
import org.candela.calibration.Luminance;
import org.candela.calibration.Quantity;
import org.candela.calibration.Uniformity;
import org.candela.calibration.device.Photometer;
import org.candela.displayqa.measure.Calibration;
import org.candela.displayqa.measure.ChangeSeen;
import org.candela.displayqa.measure.ColoursSeen;
import org.candela.displayqa.measure.DisplaysCompared;
import org.candela.displayqa.measure.EndsSeen;
import org.candela.displayqa.measure.FieldSeen;
import org.candela.displayqa.measure.Finding;
import org.candela.displayqa.measure.LevelsSeen;
import org.candela.displayqa.measure.QaOutcome;
import org.candela.displayqa.measure.TestBench;
import org.candela.displayqa.measure.VisualSeen;

/** The quantities of a finished run that standards limit; of what was measured more than once, the worst. */
final class Evidence implements Finding.Cases<Boolean> {
    private static final Boolean DONE = true;

    private final TestBench.Room room;
    private final Map<Quantity, Double> values = new EnumMap<>(Quantity.class);

    private Evidence(TestBench.Room room) {
        this.room = room;
    }

    /** Values by quantity. The ambient ratio is left out where ambient light was not measured or provided. */
    static Map<Quantity, Double> of(QaOutcome outcome, TestBench.Room room) {
        Evidence evidence = new Evidence(room);
        outcome.findings().forEach(finding -> finding.match(evidence));
        return evidence.values;
    }

    /**
     * The same, but empty when the meter's own calibration is overdue or unknown, or the meter is the monitor's own: then
     * nothing is assessed. A simulated meter is judged, since its record can never be taken for a real one.
     */
    // [impl->req~displayqa.meter-due~1]
    static Map<Quantity, Double> assessable(QaOutcome outcome, TestBench.Room room, Clock clock) {
        Photometer.Identity meter = outcome.photometer();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        boolean isInDate =
                meter.calibrationDue().filter(due -> !due.isBefore(today)).isPresent();
        boolean isOfTheMonitor = meter.aim() == Photometer.Aim.INTERNAL;
        return meter.isSimulated() || (isInDate && !isOfTheMonitor) ? of(outcome, room) : Map.of();
    }

    @Override
    public Boolean calibration(Calibration made) {
        return DONE;
    }

    /** The routine test's κδ is what limits are set for; finer steps show the quantisation of 8 bits too. */
    @Override
    public Boolean levels(LevelsSeen levels) {
        ContrastResponse response = levels.response();
        ends(new Luminance(response.luminance(0)), new Luminance(response.luminance(response.steps())));
        if (levels.levels() == ContrastResponse.ROUTINE_LEVELS) {
            values.put(Quantity.CONTRAST_DEVIATION, response.kappaDelta());
        }
        return DONE;
    }

    @Override
    public Boolean ends(EndsSeen ends) {
        ends(ends.black(), ends.white());
        return DONE;
    }

    @Override
    public Boolean field(FieldSeen field) {
        Uniformity uniformity = field.uniformity();
        values.merge(Quantity.NON_UNIFORMITY, uniformity.maximumLuminanceDeviation(), Math::max);
        values.merge(Quantity.MEDIAN_DEVIATION, uniformity.deviationFromMedian(), Math::max);
        values.merge(Quantity.CENTRE_DEVIATION, uniformity.deviationFromCentre(), Math::max);
        return DONE;
    }

    @Override
    public Boolean colours(ColoursSeen colours) {
        colours.white()
                .light()
                .chromaticity()
                .ifPresent(white ->
                        values.merge(Quantity.WHITE_COLOUR_FROM_D65, white.distanceTo(Chromaticity.D65), Math::max));
        return DONE;
    }

    @Override
    public Boolean compared(DisplaysCompared compared) {
        values.merge(Quantity.BETWEEN_DISPLAYS, compared.whiteDeviation(), Math::max);
        if (!Double.isNaN(compared.whiteColourDistance())) {
            values.merge(Quantity.WHITE_COLOUR_BETWEEN, compared.whiteColourDistance(), Math::max);
        }
        return DONE;
    }

    @Override
    public Boolean change(ChangeSeen change) {
        values.merge(Quantity.WHITE_DRIFT, Math.abs(change.white()), Math::max);
        values.merge(Quantity.BLACK_DRIFT, Math.abs(change.black()), Math::max);
        return DONE;
    }

    /** What was looked at has no figure; it counts by its own outcome. */
    @Override
    public Boolean visual(VisualSeen visual) {
        return DONE;
    }

    private void ends(Luminance black, Luminance white) {
        values.merge(Quantity.MAXIMUM_LUMINANCE, white.cdPerM2(), Math::min);
        values.merge(Quantity.MINIMUM_LUMINANCE, black.cdPerM2(), Math::min);
        if (black.cdPerM2() > 0) {
            values.merge(Quantity.LUMINANCE_RATIO, white.cdPerM2() / black.cdPerM2(), Math::min);
        }
        double emitted = black.minus(room.ambient()).cdPerM2();
        if (room.source() != TestBench.AmbientSource.DEFAULT && emitted > 0) {
            values.merge(Quantity.AMBIENT_RATIO, room.ambient().cdPerM2() / emitted, Math::max);
        }
    }
}
