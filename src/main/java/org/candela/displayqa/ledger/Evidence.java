package org.candela.displayqa.ledger;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.candela.calibration.AmbientRatio;
import org.candela.calibration.Chromaticity;
import org.candela.calibration.ContrastResponse;
import org.candela.calibration.Luminance;
import org.candela.calibration.Quantity;
import org.candela.calibration.ScaleEnds;
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
import org.candela.displayqa.measure.QaKind;
import org.candela.displayqa.measure.QaOutcome;
import org.candela.displayqa.measure.RampSeen;
import org.candela.displayqa.measure.TestBench;
import org.candela.displayqa.measure.VisualSeen;

/** The quantities of a finished run that standards limit; of what was measured more than once, the worst. */
final class Evidence implements Finding.Cases<Boolean> {
    private static final Boolean DONE = true;

    /** Runs that also say whether the room is fit to read in; no room keeps a table from being made. */
    private static final Set<QaKind> JUDGE_THE_ROOM =
            EnumSet.of(QaKind.ACCEPTANCE, QaKind.AFTER_SERVICE, QaKind.QUICK_CHECK);

    private final TestBench.Room room;
    private final TreeMap<String, Double> values = new TreeMap<>();
    private final TreeMap<String, String> missing = new TreeMap<>();

    private Evidence(TestBench.Room room) {
        this.room = room;
    }

    /** Values by quantity. The ambient ratio is left out where ambient light was not measured or provided. */
    static Figures of(QaOutcome outcome, TestBench.Room room, Instant at) {
        Evidence evidence = new Evidence(room);
        outcome.findings().forEach(finding -> finding.match(evidence));
        if (JUDGE_THE_ROOM.contains(outcome.kind())) {
            evidence.illuminance(at);
        }
        evidence.missed(Quantity.BETWEEN_DISPLAYS, "no other display was measured");
        evidence.missed(Quantity.WHITE_COLOUR_BETWEEN, "no other display was measured");
        evidence.missing.keySet().removeAll(evidence.values.keySet());
        return new Figures(evidence.values, evidence.missing);
    }

    // [impl->req~displayqa.room-illuminance~1]
    private void illuminance(Instant at) {
        room.illuminance()
                .ifPresentOrElse(
                        light -> values.put(
                                Figures.aged(light.ageDays(at)), light.light().lux()),
                        () -> missed(Quantity.ROOM_ILLUMINANCE, "nobody measured the light of the room"));
    }

    /** Says why a quantity has no figure; the first reason stays, and a figure needs none. */
    private void missed(Quantity quantity, String why) {
        if (!values.containsKey(quantity.name())) {
            missing.putIfAbsent(quantity.name(), why);
        }
    }

    /**
     * The same, but empty when the meter's own calibration is overdue or unknown, or the meter is the monitor's own: then
     * nothing is assessed, and it is said why. A simulated meter is judged, since its record can never be taken for a real
     * one.
     */
    // [impl->req~displayqa.meter-due~1]
    static Figures assessable(QaOutcome outcome, TestBench.Room room, Clock clock) {
        Photometer.Identity meter = outcome.photometer();
        String unfit = meter.isSimulated() ? "" : unfit(meter, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        return unfit.isEmpty() ? of(outcome, room, clock.instant()) : Figures.none(unfit);
    }

    /** Why a meter proves nothing; blank for one that does. */
    private static String unfit(Photometer.Identity meter, LocalDate today) {
        if (meter.aim() == Photometer.Aim.INTERNAL) {
            return "the monitor's own meter proves nothing alone";
        }
        if (meter.calibrationDue().isEmpty()) {
            return "no certificate of the meter is known";
        }
        LocalDate due = meter.calibrationDue().orElseThrow();
        return due.isBefore(today) ? "the meter's certificate ended on " + due : "";
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
        if (field.pValue() >= FieldSeen.BRIGHT) {
            colourWithin(field);
        }
        return DONE;
    }

    /** Of a bright field, as white; dark greys have no colour that matters (pdQC takes 5 cd/m² and more). */
    // [impl->req~displayqa.white-within~1]
    // [impl->req~displayqa.acceptance-passes~1]
    private void colourWithin(FieldSeen field) {
        field.colourWithin()
                .ifPresentOrElse(
                        within -> worst(Quantity.WHITE_COLOUR_WITHIN, 0, within, Math::max),
                        () -> missed(Quantity.WHITE_COLOUR_WITHIN, "the meter sees no colour"));
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
        } else {
            missed(Quantity.WHITE_COLOUR_BETWEEN, "white was measured without colour");
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
        new ScaleEnds(black, white).figures().forEach((quantity, value) -> worst(quantity, 0, value, Math::min));
        Luminance emitted = black.minus(room.ambient());
        if (room.source() != TestBench.AmbientSource.DEFAULT && emitted.cdPerM2() > 0) {
            double ratio = AmbientRatio.of(room.ambient(), emitted).value();
            worst(Quantity.AMBIENT_RATIO, 0, ratio, Math::max);
        } else {
            missed(
                    Quantity.AMBIENT_RATIO,
                    emitted.cdPerM2() > 0
                            ? "nobody measured the light that the screen reflects"
                            : "black gives no light");
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
