package org.candela.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.candela.image.Frame;
import org.candela.image.ImagePoint;
import org.candela.image.Photometric;
import org.candela.image.PixelLayout;
import org.candela.image.PixelPadding;
import org.candela.image.Rescale;
import org.junit.jupiter.api.Test;

/** A 10 × 10 frame of the signed values 0 to 99, row by row. */
// [utest->req~measure.value-counts~1]
class ValueCountsTest {
    private static final Rescale HALF = new Rescale(0.5, -10, "HU");

    @Test
    void valuesAreThoseOfTheModalityWithTheirUnit() {
        ValueCounts counts = ValueCounts.of(field(HALF, PixelPadding.NONE)).orElseThrow();

        assertEquals(100, counts.total());
        assertEquals(-10, counts.minimum());
        assertEquals(39.5, counts.maximum());
        assertEquals("HU", counts.unit());
    }

    /** Nearest rank: of 100 values the second is the 2nd percentile. */
    @Test
    void aPercentileIsTheSmallestValueThatSoManyPixelsDoNotExceed() {
        ValueCounts counts =
                ValueCounts.of(field(Rescale.IDENTITY, PixelPadding.NONE)).orElseThrow();

        assertEquals(1, counts.percentile(0.02));
        assertEquals(97, counts.percentile(0.98));
        assertEquals(0, counts.percentile(0));
        assertEquals(99, counts.percentile(1));
    }

    @Test
    void aFallingRescaleTurnsTheOrderOfValues() {
        ValueCounts counts = ValueCounts.of(field(new Rescale(-1, 0, "HU"), PixelPadding.NONE))
                .orElseThrow();

        assertEquals(-98, counts.percentile(0.02));
        assertEquals(-99, counts.minimum());
        assertEquals(0, counts.maximum());
    }

    @Test
    void paddingIsLeftOutAndCounted() {
        ValueCounts counts =
                ValueCounts.of(field(HALF, new PixelPadding(0, 49))).orElseThrow();

        assertEquals(50, counts.total());
        assertEquals(50, counts.padding());
        assertEquals(15, counts.minimum());
        assertTrue(ValueCounts.of(field(HALF, new PixelPadding(0, 99))).isEmpty());
    }

    @Test
    void aRegionCountsThePixelsThatItsStatisticsCount() {
        Figure rectangle = new Figure(
                FigureKind.RECTANGLE, FigureDraft.corners(new ImagePoint(1.5, 1.5), new ImagePoint(4.5, 3.5)));

        ValueCounts counts = ValueCounts.within(rectangle, field(Rescale.IDENTITY, PixelPadding.NONE))
                .orElseThrow();

        assertEquals(6, counts.total());
        assertEquals(22, counts.minimum());
        assertEquals(34, counts.maximum());
    }

    @Test
    void whatHoldsNoPixelsCountsNone() {
        ValueField field = field(Rescale.IDENTITY, PixelPadding.NONE);

        assertTrue(ValueCounts.within(
                        new Figure(FigureKind.LENGTH, List.of(new ImagePoint(1, 1), new ImagePoint(5, 5))), field)
                .isEmpty());
        assertTrue(ValueCounts.within(
                        new Figure(
                                FigureKind.RECTANGLE,
                                FigureDraft.corners(new ImagePoint(50, 50), new ImagePoint(60, 60))),
                        field)
                .isEmpty());
    }

    @Test
    void columnsHoldAllPixelsAndAreNoFinerThanTheValues() {
        ValueCounts counts = ValueCounts.of(field(HALF, PixelPadding.NONE)).orElseThrow();

        assertArrayEquals(new long[] {25, 25, 25, 25}, counts.columns(4));
        assertEquals(100, counts.columns(256).length);
        assertEquals(
                100,
                IntStream.range(0, 7)
                        .mapToLong(i -> i < counts.columns(7).length ? counts.columns(7)[i] : 0)
                        .sum());
    }

    private static ValueField field(Rescale rescale, PixelPadding padding) {
        PixelLayout layout = new PixelLayout(10, 10, Photometric.MONOCHROME2, 16, 16, 15, true, false);
        short[] samples = new short[100];
        IntStream.range(0, 100).forEach(i -> samples[i] = (short) i);
        return new ValueField(new Frame(layout, samples), rescale, padding);
    }
}
