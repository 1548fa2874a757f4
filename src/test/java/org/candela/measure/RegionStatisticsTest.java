package org.candela.measure;

import static org.candela.measure.Pixels.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.candela.image.ImagePoint;
import org.candela.image.ImageSpacing;
import org.candela.image.PixelPadding;
import org.candela.image.Rescale;
import org.junit.jupiter.api.Test;

// [utest->req~measure.statistics~1]
class RegionStatisticsTest {
    private static final double EXACT = 1e-9;

    @Test
    void aRectangleOfTwoByThreePixelsHasTheMeanThatAHandComputes() {
        // Pixels (row, column) 1..2 × 2..4 hold 12 13 14 22 23 24: mean 18, Σ(x − mean)² = 154, n − 1 = 5.
        RegionStatistics statistics = rectangle(1.5, 0.5, 4.5, 2.5, Pixels.numbered(8, 8));

        assertEquals(6, statistics.count());
        assertEquals(18, statistics.mean(), EXACT);
        assertEquals(Math.sqrt(154 / 5.0), statistics.standardDeviation(), EXACT);
        assertEquals(12, statistics.minimum());
        assertEquals(24, statistics.maximum());
    }

    @Test
    void aCentreOnTheLeftOrUpperEdgeCountsAndOneOnTheRightOrLowerEdgeDoesNot() {
        RegionStatistics statistics = rectangle(2, 1, 4, 3, Pixels.numbered(8, 8));

        assertEquals(4, statistics.count());
        assertEquals(12, statistics.minimum());
        assertEquals(23, statistics.maximum());
    }

    @Test
    void areasSideBySideShareNoPixelAndLeaveNoneOut() {
        ValueField field = Pixels.numbered(9, 9);
        Area left = new Polygon(List.of(at(0, 0), at(4, 0), at(6, 8), at(0, 8)));
        Area right = new Polygon(List.of(at(4, 0), at(8, 0), at(8, 8), at(6, 8)));

        long both = RegionStatistics.of(left, field).orElseThrow().count()
                + RegionStatistics.of(right, field).orElseThrow().count();

        assertEquals(64, both);
    }

    @Test
    void anEllipseHoldsTheCentresWithinIt() {
        // Radius 1.5 about (4, 4): the centres at distance 0, 1 and √2.
        Area circle = new Ellipse(List.of(at(2.5, 4), at(5.5, 4), at(4, 2.5), at(4, 5.5)));

        RegionStatistics statistics =
                RegionStatistics.of(circle, Pixels.numbered(9, 9)).orElseThrow();

        assertEquals(9, statistics.count());
        assertEquals(44, statistics.mean(), EXACT);
    }

    @Test
    void anEllipseTurnedByADiagonalHoldsWhatItsEquationSays() {
        Area turned = new Ellipse(List.of(at(10.3, 10.1), at(30.3, 30.1), at(25.3, 15.1), at(15.3, 25.1)));

        RegionStatistics statistics =
                RegionStatistics.of(turned, Pixels.numbered(40, 40)).orElseThrow();

        int expected = 0;
        for (int row = 0; row < 40; row++) {
            for (int column = 0; column < 40; column++) {
                double along = (column - 20.3 + row - 20.1) / Math.sqrt(2) / Math.hypot(10, 10);
                double across = (column - 20.3 - (row - 20.1)) / Math.sqrt(2) / Math.hypot(5, 5);
                expected += along * along + across * across < 1 ? 1 : 0;
            }
        }
        assertEquals(expected, statistics.count());
    }

    @Test
    void valuesAreModalityValuesAndTheirSpreadIsRescaledToo() {
        ValueField field = Pixels.field(1, 3, new short[] {1, 2, 3}, new Rescale(-2, 100, "HU"), PixelPadding.NONE);

        RegionStatistics statistics = rectangle(-0.5, -0.5, 2.5, 0.5, field);

        assertEquals(96, statistics.mean(), EXACT);
        assertEquals(2, statistics.standardDeviation(), EXACT);
        assertEquals(94, statistics.minimum(), EXACT);
        assertEquals(98, statistics.maximum(), EXACT);
    }

    @Test
    void paddingIsLeftOutAndCountedApart() {
        ValueField field = Pixels.field(
                1, 4, new short[] {-2000, 10, 20, -2000}, new Rescale(1, 0, "HU"), new PixelPadding(-2000, -2000));

        RegionStatistics statistics = rectangle(-0.5, -0.5, 3.5, 0.5, field);

        assertEquals(2, statistics.count());
        assertEquals(2, statistics.padding());
        assertEquals(15, statistics.mean(), EXACT);
        assertEquals(10, statistics.minimum());
    }

    @Test
    void unsignedValuesAboveHalfTheRangeStayLarge() {
        var layout = new org.candela.image.PixelLayout(
                1, 2, org.candela.image.Photometric.MONOCHROME2, 16, 16, 15, false, false);
        ValueField field = new ValueField(
                new org.candela.image.Frame(layout, new short[] {(short) 65000, (short) 65010}),
                new Rescale(1, -1024, "HU"),
                PixelPadding.NONE);

        assertEquals(63981, rectangle(-0.5, -0.5, 1.5, 0.5, field).mean(), EXACT);
    }

    /** Sums of squares in floating point lose a small deviation beside a large mean. */
    @Test
    void aSmallDeviationBesideALargeMeanIsNotLost() {
        var layout = new org.candela.image.PixelLayout(
                1000, 1000, org.candela.image.Photometric.MONOCHROME2, 16, 16, 15, false, false);
        short[] samples = new short[1_000_000];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (65_000 + i % 2);
        }
        ValueField field = new ValueField(
                new org.candela.image.Frame(layout, samples), new Rescale(1, 0, "HU"), PixelPadding.NONE);

        RegionStatistics statistics = rectangle(-0.5, -0.5, 999.5, 999.5, field);

        assertEquals(65_000.5, statistics.mean(), EXACT);
        assertEquals(Math.sqrt(0.25 * 1_000_000 / 999_999), statistics.standardDeviation(), EXACT);
    }

    @Test
    void onlyThePartOnTheImageIsCounted() {
        assertEquals(64, rectangle(-100, -100, 100, 100, Pixels.numbered(8, 8)).count());
        assertEquals(
                Optional.empty(), RegionStatistics.of(new Polygon(corners(-30, -30, -20, -20)), Pixels.numbered(8, 8)));
    }

    @Test
    void aTinyAreaBetweenCentresHasNoValuesButAnArea() {
        Measurer measurer = new Measurer(ImageSpacing.UNKNOWN, 1, Pixels.numbered(8, 8));

        Reading reading = measurer.read(new Figure(FigureKind.RECTANGLE, corners(2.2, 2.2, 2.8, 2.8)));

        assertEquals(List.of(Reading.Remark.NO_PIXELS), reading.remarks());
        assertEquals(0.36, reading.magnitude(Quantity.AREA).orElseThrow().value(), EXACT);
        assertTrue(reading.magnitude(Quantity.MEAN).isEmpty());
    }

    @Test
    void onePixelHasAMeanAndNoDeviation() {
        Measurer measurer = new Measurer(ImageSpacing.UNKNOWN, 1, Pixels.numbered(8, 8));

        Reading reading = measurer.read(new Figure(FigureKind.RECTANGLE, corners(1.5, 1.5, 2.5, 2.5)));

        assertEquals(22, reading.magnitude(Quantity.MEAN).orElseThrow().value());
        assertFalse(reading.magnitude(Quantity.STANDARD_DEVIATION).isPresent());
    }

    // [utest->req~measure.uptake~1]
    @Test
    void aRegionSaysItsUptakeBesideTheModalityValues() {
        List<Magnitude> means = pet(OptionalDouble.of(0.2))
                .read(new Figure(FigureKind.RECTANGLE, corners(-0.5, -0.5, 1.5, 0.5)))
                .magnitudes()
                .stream()
                .filter(magnitude -> magnitude.quantity() == Quantity.MEAN)
                .toList();

        assertEquals(
                List.of(new Magnitude(Quantity.MEAN, 10, "Bq/ml", ""), new Magnitude(Quantity.MEAN, 2, "SUVbw", "")),
                means);
    }

    @Test
    void aProbeSaysItsUptakeBesideTheModalityValue() {
        Reading probed = pet(OptionalDouble.of(0.2)).read(new Figure(FigureKind.PROBE, List.of(at(1, 0))));

        assertEquals(15, probed.magnitude(Quantity.MODALITY_VALUE).orElseThrow().value(), EXACT);
        assertEquals(
                new Magnitude(Quantity.UPTAKE, 3, "SUVbw", ""),
                probed.magnitude(Quantity.UPTAKE).orElseThrow());
    }

    @Test
    void withoutAFactorNoUptakeIsSaid() {
        Reading region =
                pet(OptionalDouble.empty()).read(new Figure(FigureKind.RECTANGLE, corners(-0.5, -0.5, 1.5, 0.5)));

        assertTrue(region.magnitudes().stream()
                .noneMatch(magnitude -> magnitude.unit().equals("SUVbw")));
    }

    /** Stored 10 and 30 are 5 and 15 Bq/ml. */
    private static Measurer pet(OptionalDouble factor) {
        ValueField activity = Pixels.field(1, 2, new short[] {10, 30}, new Rescale(0.5, 0, "Bq/ml"), PixelPadding.NONE);
        return new Measurer(
                ImageSpacing.UNKNOWN,
                1,
                new ValueField(activity.frame(), activity.rescale(), activity.padding(), factor));
    }

    private static RegionStatistics rectangle(double left, double top, double right, double bottom, ValueField field) {
        return RegionStatistics.of(new Polygon(corners(left, top, right, bottom)), field)
                .orElseThrow();
    }

    private static List<ImagePoint> corners(double left, double top, double right, double bottom) {
        return FigureDraft.corners(at(left, top), at(right, bottom));
    }
}
