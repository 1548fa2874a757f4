package org.candela.displayqa.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.candela.calibration.Chromaticity;
import org.candela.calibration.ContrastResponse;
import org.candela.calibration.Luminance;
import org.candela.calibration.Quantity;
import org.candela.calibration.Uniformity;
import org.candela.calibration.device.Photometer;
import org.candela.displayqa.measure.BacklightSeen;
import org.candela.displayqa.measure.Calibration;
import org.candela.displayqa.measure.ChangeSeen;
import org.candela.displayqa.measure.ColoursSeen;
import org.candela.displayqa.measure.DisplaysCompared;
import org.candela.displayqa.measure.EndsSeen;
import org.candela.displayqa.measure.FieldSeen;
import org.candela.displayqa.measure.Finding;
import org.candela.displayqa.measure.FunctionSeen;
import org.candela.displayqa.measure.LevelsSeen;
import org.candela.displayqa.measure.MatchedTo;
import org.candela.displayqa.measure.QaOutcome;
import org.candela.displayqa.measure.RampSeen;
import org.candela.displayqa.measure.TestBench;
import org.candela.displayqa.measure.VisualSeen;

/** The quantities of a finished run that standards limit; of what was measured more than once, the worst. */
final class Evidence implements Finding.Cases<Boolean> {
    private static final Boolean DONE = true;

    private final TestBench.Room room;
    private final TreeMap<String, Double> values = new TreeMap<>();

    private Evidence(TestBench.Room room) {
        this.room = room;
    }

    /** Values by quantity. The ambient ratio is left out where ambient light was not measured or provided. */
    static Figures of(QaOutcome outcome, TestBench.Room room) {
        Evidence evidence = new Evidence(room);
        outcome.findings().forEach(finding -> finding.match(evidence));
        return new Figures(evidence.values);
    }

    /**
     * The same, but empty when the meter's own calibration is overdue or unknown, or the meter is the monitor's own: then
     * nothing is assessed. A simulated meter is judged, since its record can never be taken for a real one.
     */
    // [impl->req~displayqa.meter-due~1]
    static Figures assessable(QaOutcome outcome, TestBench.Room room, Clock clock) {
        Photometer.Identity meter = outcome.photometer();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        boolean isInDate =
                meter.calibrationDue().filter(due -> !due.isBefore(today)).isPresent();
        boolean isOfTheMonitor = meter.aim() == Photometer.Aim.INTERNAL;
        return meter.isSimulated() || (isInDate && !isOfTheMonitor) ? of(outcome, room) : Figures.NONE;
    }

    @Override
    public Boolean calibration(Calibration made) {
        return DONE;
    }

    /** A limit for 18 levels is held against 18: finer steps show the quantisation of 8 bits too. */
    @Override
    public Boolean levels(LevelsSeen levels) {
        ContrastResponse response = levels.response();
        ends(new Luminance(response.luminance(0)), new Luminance(response.luminance(response.steps())));
        worst(Quantity.CONTRAST_DEVIATION, levels.levels(), response.kappaDelta(), Math::max);
        return DONE;
    }

    @Override
    public Boolean ends(EndsSeen ends) {
        ends(ends.black(), ends.white());
        return DONE;
    }

    @Override
    public Boolean field(FieldSeen field) {
        places(field.uniformity());
        places(field.uniformity().fivePlaces());
        return DONE;
    }

    @Override
    public Boolean colours(ColoursSeen colours) {
        colours.white()
                .light()
                .chromaticity()
                .ifPresent(white ->
                        worst(Quantity.WHITE_COLOUR_FROM_D65, 0, white.distanceTo(Chromaticity.D65), Math::max));
        return DONE;
    }

    @Override
    public Boolean compared(DisplaysCompared compared) {
        worst(Quantity.BETWEEN_DISPLAYS, 0, compared.whiteDeviation(), Math::max);
        if (!Double.isNaN(compared.whiteColourDistance())) {
            worst(Quantity.WHITE_COLOUR_BETWEEN, 0, compared.whiteColourDistance(), Math::max);
        }
        return DONE;
    }

    @Override
    public Boolean change(ChangeSeen change) {
        worst(Quantity.WHITE_DRIFT, 0, Math.abs(change.white()), Math::max);
        worst(Quantity.BLACK_DRIFT, 0, Math.abs(change.black()), Math::max);
        return DONE;
    }

    @Override
    public Boolean ramp(RampSeen ramp) {
        return DONE;
    }

    @Override
    public Boolean function(FunctionSeen function) {
        worst(
                Quantity.FUNCTION_DEVIATION,
                function.levels(),
                function.deviation().largest(),
                Math::max);
        return DONE;
    }

    @Override
    public Boolean matched(MatchedTo matched) {
        return DONE;
    }

    @Override
    public Boolean backlight(BacklightSeen backlight) {
        return DONE;
    }

    /** What was looked at has no figure; it counts by its own outcome. */
    @Override
    public Boolean visual(VisualSeen visual) {
        return DONE;
    }

    private void ends(Luminance black, Luminance white) {
        worst(Quantity.MAXIMUM_LUMINANCE, 0, white.cdPerM2(), Math::min);
        worst(Quantity.MINIMUM_LUMINANCE, 0, black.cdPerM2(), Math::min);
        if (black.cdPerM2() > 0) {
            worst(Quantity.LUMINANCE_RATIO, 0, white.cdPerM2() / black.cdPerM2(), Math::min);
        }
        double emitted = black.minus(room.ambient()).cdPerM2();
        if (room.source() != TestBench.AmbientSource.DEFAULT && emitted > 0) {
            worst(Quantity.AMBIENT_RATIO, 0, room.ambient().cdPerM2() / emitted, Math::max);
        }
    }

    private void places(Uniformity uniformity) {
        int count = uniformity.places();
        worst(Quantity.NON_UNIFORMITY, count, uniformity.maximumLuminanceDeviation(), Math::max);
        worst(Quantity.MEDIAN_DEVIATION, count, uniformity.deviationFromMedian(), Math::max);
        worst(Quantity.CENTRE_DEVIATION, count, uniformity.deviationFromCentre(), Math::max);
    }

    private void worst(Quantity quantity, int count, double value, BinaryOperator<Double> worse) {
        values.merge(Figures.key(quantity, count), value, worse);
    }
}
