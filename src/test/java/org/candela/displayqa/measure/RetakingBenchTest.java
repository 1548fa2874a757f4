package org.candela.displayqa.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.candela.base.Cancellation;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.Luminance;
import org.candela.calibration.device.Photometer;
import org.candela.calibration.device.ReadingTakenBack;
import org.candela.image.DisplayLut;
import org.junit.jupiter.api.Test;

class RetakingBenchTest {
    private final Deque<String> typed = new ArrayDeque<>();
    private final List<String> done = new ArrayList<>();
    private final RetakingBench retaking = new RetakingBench(new TestBench(
            argb -> done.add(Integer.toHexString(argb & 0xFF)),
            new Typed(),
            new NoRamp(),
            new TestBench.Room(Luminance.ZERO, TestBench.AmbientSource.DEFAULT)));

    // [utest->req~displayqa.taken-back~1]
    @Test
    void aReadingThatIsTakenBackIsReadAgainAndTheOnesBeforeItStay() throws Exception {
        typed.addAll(List.of("5", "back", "0.5", "400"));

        QaOutcome outcome = run(TestPlan.usual(QaKind.QUICK_CHECK), MeterPlacement.NOWHERE);

        assertEquals(
                List.of(0.5, 400.0),
                outcome.readings().stream()
                        .map(reading -> reading.luminance().cdPerM2())
                        .toList());
        assertEquals(List.of("0", "5", "ff", "back", "0", "0.5", "ff", "400"), done);
    }

    // [utest->req~displayqa.taken-back~1]
    @Test
    void patchesThatWereReadAreNotShownAgain() throws Exception {
        TestPlan levels = TestPlan.usual(QaKind.CONSTANCY);
        typed.addAll(List.of("1", "2", "30", "back", "3"));
        for (int level = 3; level < 18; level++) {
            typed.add(Integer.toString(level + 1));
        }

        QaOutcome outcome = run(levels, MeterPlacement.NOWHERE);

        assertEquals(18, outcome.readings().size());
        assertEquals(List.of("0", "1", "f", "2", "1e", "30", "2d", "back", "1e", "3", "2d", "4"), done.subList(0, 12));
    }

    // [utest->req~displayqa.taken-back~1]
    @Test
    void theMeterIsNotMovedAgainForPlacesThatWereRead() throws Exception {
        typed.addAll(List.of("100", "101", "1020", "back", "102", "103", "104", "105", "106", "107", "108"));
        List<Integer> places = new ArrayList<>();

        QaOutcome outcome = run(TestPlan.usual(QaKind.UNIFORMITY), (row, column) -> places.add(row * 3 + column));

        assertEquals(9, outcome.readings().size());
        assertEquals(Arrays.asList(0, 1, 2, 3, 2, 3, 4, 5, 6, 7, 8), places);
    }

    private QaOutcome run(TestPlan plan, MeterPlacement placement) throws Exception {
        QaOutcome.TableSeen table = new QaOutcome.TableSeen("", true);
        return retaking.measured(() -> new TestRun(retaking.bench(), new TestRun.Through(DisplayLut.IDENTITY, table))
                .run(plan, new TestRun.Hands(new Cancellation(), QaProgress.NONE, retaking.placement(placement))));
    }

    private final class Typed implements Photometer {
        @Override
        public Identity identity() {
            return Identity.of("Gossen", "Mavo", "1", Aim.TYPED_CONTACT);
        }

        @Override
        public Luminance read() {
            String next = typed.remove();
            done.add(next);
            if (next.equals("back")) {
                throw new ReadingTakenBack();
            }
            return new Luminance(Double.parseDouble(next));
        }
    }

    private static final class NoRamp implements TestBench.Ramp {
        @Override
        public GammaRamp read() {
            return GammaRamp.identity(256);
        }

        @Override
        public void load(GammaRamp ramp) {
            throw new AssertionError("a test loads no ramp");
        }
    }
}
