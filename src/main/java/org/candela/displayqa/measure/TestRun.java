package org.candela.displayqa.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.calibration.Luminance;
import org.candela.calibration.Tristimulus;
import org.candela.calibration.Uniformity;
import org.candela.image.DisplayLut;

/** Measures the parts of a plan through a display table. Device thread; asks its cancellation between readings. */
// [impl->req~displayqa.test~1]
public final class TestRun {
    private static final int FULL_SCALE = DisplayLut.MAX_P_VALUE / 255;

    private final TestBench bench;
    private final Through through;

    /** The table that patches go through, and what is known of it. */
    public record Through(DisplayLut lut, QaOutcome.TableSeen table) {}

    /** @param through the table in force, and whether what it needs is in force too */
    public TestRun(TestBench bench, Through through) {
        this.bench = bench;
        this.through = through;
    }

    /**
     * How a run is watched and served.
     *
     * @param placement asked before each place of an even field
     */
    public record Hands(Cancellation cancellation, QaProgress progress, MeterPlacement placement) {}

    /**
     * Runs to the end.
     *
     * @throws org.candela.calibration.device.DeviceException when a device fails
     * @throws QaException when what was measured is no light at all
     * @throws java.util.concurrent.CancellationException when cancelled
     */
    public QaOutcome run(TestPlan plan, Hands hands) throws CandelaException {
        MeasuringPass pass = new MeasuringPass(bench, hands.cancellation(), hands.progress());
        List<Finding> findings = new ArrayList<>();
        for (TestPart part : plan.parts()) {
            if (part instanceof TestPart.Levels levels) {
                findings.addAll(
                        new EvenLevels(levels.count()).measure(pass, QaProgress.Step.CONFORMANCE_LEVELS, seen()));
            } else if (part instanceof TestPart.Field field) {
                findings.add(field(pass, field, hands.placement()));
            } else {
                findings.add(ends(pass));
            }
        }
        return new QaOutcome(plan.kind(), bench.photometer().identity(), through.table(), findings, pass.readings());
    }

    private EvenLevels.Shown seen() {
        return new EvenLevels.Shown(through.lut(), bench.room().ambient());
    }

    private Finding ends(MeasuringPass pass) throws CandelaException {
        Luminance black = pass.measure(through.lut().argb(0), MeasuringPass.Bounds.ANYTHING);
        Luminance white = pass.measure(
                through.lut().argb(DisplayLut.MAX_P_VALUE), new MeasuringPass.Bounds(black, Double.POSITIVE_INFINITY));
        return new EndsSeen(
                black.plus(bench.room().ambient()), white.plus(bench.room().ambient()));
    }

    // [impl->req~displayqa.uniformity~1]
    private Finding field(MeasuringPass pass, TestPart.Field field, MeterPlacement placement) throws CandelaException {
        List<Luminance> seen = new ArrayList<>();
        int before = pass.readings().size();
        for (int place = 0; place < Uniformity.SIDE * Uniformity.SIDE; place++) {
            placement.place(place / Uniformity.SIDE, place % Uniformity.SIDE);
            Luminance emitted =
                    pass.measure(through.lut().argb(field.pValue() * FULL_SCALE), MeasuringPass.Bounds.ANYTHING);
            seen.add(emitted.plus(bench.room().ambient()));
        }
        try {
            return new FieldSeen(field.pValue(), Uniformity.of(seen), colours(pass, before));
        } catch (IllegalArgumentException e) {
            throw new QaException("displayqa.no-light", "the field gave no light at any place; is the screen on?", e);
        }
    }

    /** Colours of the places, where the meter sees colour; those of rejected readings do not count. */
    private static List<Tristimulus> colours(MeasuringPass pass, int before) {
        return pass.readings().stream()
                .skip(before)
                .filter(Reading::isAccepted)
                .map(Reading::colour)
                .flatMap(Optional::stream)
                .toList();
    }
}
