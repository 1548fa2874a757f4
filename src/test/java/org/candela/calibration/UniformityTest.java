package org.candela.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class UniformityTest {
    private static final double ROUNDING = 1e-12;

    /** 80 at one corner, 120 in the centre, 100 elsewhere: worked by hand. */
    // [utest->req~calibration.uniformity~1]
    @Test
    void theFormulasOfTheStandardsGiveTheirDifferentNumbers() {
        Uniformity screen = Uniformity.of(places(80, 100, 100, 100, 120, 100, 100, 100, 100));

        assertEquals(2 * 40 / 200.0, screen.maximumLuminanceDeviation(), ROUNDING);
        assertEquals(0.20, screen.deviationFromMedian(), ROUNDING);
        assertEquals(120, screen.luminance(1, 1));
        assertEquals(80, screen.luminance(0, 0));
    }

    @Test
    void eachPlaceDeviatesFromTheMedianBySign() {
        Uniformity screen = Uniformity.of(places(90, 100, 95, 100, 120, 105, 98, 101, 80));

        assertEquals(100, screen.median());
        assertEquals(120, screen.maximum());
        assertEquals(0.20, screen.deviationFromMedian(1, 1), ROUNDING);
        assertEquals(-0.20, screen.deviationFromMedian(2, 2), ROUNDING);
    }

    /** Each figure worked by hand: |80 − 120| / 120 for the corner, 2·40/200, |80 − 110| / 110. */
    // [utest->req~calibration.uniformity~1]
    @Test
    void fivePlacesAreTheCornersAndTheCentre() {
        Uniformity five = Uniformity.ofFive(places(80, 110, 120, 115, 100));

        assertEquals(1 / 3.0, five.deviationFromCentre(), ROUNDING);
        assertEquals(0.4, five.maximumLuminanceDeviation(), ROUNDING);
        assertEquals(30 / 110.0, five.deviationFromMedian(), ROUNDING);
        assertEquals(120, five.luminance(1, 1));
        assertEquals(100, five.luminance(2, 2));
        assertThrows(IndexOutOfBoundsException.class, () -> five.luminance(0, 1));
    }

    /** The dark place is no corner: it counts over nine places, not over five, and not from corner to centre. */
    // [utest->req~calibration.uniformity~1]
    @Test
    void nineRawPlacesAnswerStandardsOfFiveToo() {
        Uniformity nine = Uniformity.of(places(100, 60, 100, 100, 110, 100, 100, 100, 105));

        assertEquals(2 * 50 / 170.0, nine.maximumLuminanceDeviation(), ROUNDING);
        assertEquals(2 * 10 / 210.0, nine.fivePlaces().maximumLuminanceDeviation(), ROUNDING);
        assertEquals(10 / 110.0, nine.deviationFromCentre(), ROUNDING);
        assertEquals(nine.deviationFromCentre(), nine.fivePlaces().deviationFromCentre(), ROUNDING);
        assertEquals(5, nine.fivePlaces().fivePlaces().places());
    }

    @Test
    void anEvenScreenDeviatesNowhere() {
        Uniformity screen = Uniformity.of(Collections.nCopies(9, new Luminance(200)));

        assertEquals(0, screen.maximumLuminanceDeviation());
        assertEquals(0, screen.deviationFromMedian());
    }

    @Test
    void twoDisplaysAreComparedByTheirMean() {
        assertEquals(0.1, Uniformity.betweenDisplays(new Luminance(380), new Luminance(420)), ROUNDING);
    }

    @Test
    void eightPlacesOrNoLightAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Uniformity.of(places(1, 2, 3, 4, 5, 6, 7, 8)));
        assertThrows(IllegalArgumentException.class, () -> Uniformity.ofFive(places(1, 2, 3, 4)));
        assertThrows(IllegalArgumentException.class, () -> Uniformity.of(Collections.nCopies(9, Luminance.ZERO)));
    }

    private static List<Luminance> places(double... luminances) {
        return DoubleStream.of(luminances).mapToObj(Luminance::new).toList();
    }
}
