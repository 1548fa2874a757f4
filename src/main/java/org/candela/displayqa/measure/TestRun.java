package org.candela.displayqa.measure;

import java.util.ArrayList;
import java.util.List;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.calibration.Luminance;
import org.candela.calibration.ReadingRule;
import org.candela.calibration.Tristimulus;
import org.candela.calibration.Uniformity;
import org.candela.image.DisplayLut;

/** Measures the parts of a plan through a display table. Device thread; asks its cancellation between readings. */
// [impl->req~displayqa.test~1]
public final class TestRun {
    private static final int FULL_SCALE = DisplayLut.MAX_P_VALUE / 255;
    private static final int PLACES = Uniformity.SIDE * Uniformity.SIDE;

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
        List<Reading> blacks = pass.repeated(through.lut().argb(0), MeasuringPass.Bounds.ANYTHING, rule());
        Luminance black = MeasuringPass.mean(blacks);
        List<Reading> whites = pass.repeated(
                through.lut().argb(DisplayLut.MAX_P_VALUE),
                new MeasuringPass.Bounds(black, Double.POSITIVE_INFINITY),
                rule());
        return new EndsSeen(
                black.plus(bench.room().ambient()),
                MeasuringPass.mean(whites).plus(bench.room().ambient()),
                blacks.size(),
                whites.size());
    }

    private ReadingRule rule() {
        return ReadingRule.brief(bench.room().ambient());
    }

    // [impl->req~displayqa.uniformity~1]
    private Finding field(MeasuringPass pass, TestPart.Field field, MeterPlacement placement) throws CandelaException {
        List<Luminance> seen = new ArrayList<>();
        List<Integer> readings = new ArrayList<>();
        List<Tristimulus> colours = new ArrayList<>();
        int argb = through.lut().argb(field.pValue() * FULL_SCALE);
        for (int place = 0; place < PLACES; place++) {
            placement.place(place / Uniformity.SIDE, place % Uniformity.SIDE);
            List<Reading> read = pass.repeated(argb, MeasuringPass.Bounds.ANYTHING, rule());
            seen.add(MeasuringPass.mean(read).plus(bench.room().ambient()));
            readings.add(read.size());
            read.get(read.size() - 1).colour().ifPresent(colours::add);
        }
        try {
            List<Tristimulus> whole = colours.size() == PLACES ? colours : List.of();
            return new FieldSeen(field.pValue(), Uniformity.of(seen), whole, readings);
        } catch (IllegalArgumentException e) {
            throw new QaException("displayqa.no-light", "the field gave no light at any place; is the screen on?", e);
        }
    }
}
