package org.candela.measure;

import static org.candela.measure.Pixels.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.candela.image.Frame;
import org.candela.image.ImagePoint;
import org.candela.image.ImageSpacing;
import org.candela.image.Photometric;
import org.candela.image.PixelLayout;
import org.candela.image.PixelPadding;
import org.candela.image.PixelSpacing;
import org.candela.image.Rescale;
import org.candela.measure.Reading.Remark;
import org.junit.jupiter.api.Test;

class MeasurerTest {
    private static final double EXACT = 1e-9;
    /** Rows 2 mm apart, columns 0.5 mm. */
    private static final Measurer TALL = measurer(Pixels.patient(2, 0.5));

    /** A Doppler trace: 4 ms a column, 0.5 cm/s a row, upwards. */
    private static final AxisRegion TRACE = new AxisRegion(
            new ImageSpacing.Region(0, 0, 99, 99, Optional.empty()),
            new AxisRegion.Axis("s", 0.004),
            new AxisRegion.Axis("cm/s", -0.5));

    private static final Measurer SQUARE = measurer(Pixels.patient(1, 1));

    // [utest->req~measure.lines~1]
    @Test
    void everyAxisOfALengthHasItsOwnSpacing() {
        assertEquals(50, value(TALL, FigureKind.LENGTH, Quantity.LENGTH, at(0, 0), at(60, 20)), EXACT);
        assertEquals(20, value(TALL, FigureKind.LENGTH, Quantity.LENGTH, at(0, 0), at(0, 10)), EXACT);
    }

    @Test
    void aPolylineIsTheSumOfItsParts() {
        assertEquals(
                9, value(TALL, FigureKind.POLYLINE, Quantity.LENGTH, at(0, 0), at(10, 0), at(10, 1), at(6, 1)), EXACT);
    }

    @Test
    void anAngleIsThatOfThePatientAndNotOfThePixels() {
        assertEquals(90, value(SQUARE, FigureKind.ANGLE, Quantity.ANGLE, at(0, 5), at(0, 0), at(5, 0)), EXACT);
        assertEquals(45, value(SQUARE, FigureKind.ANGLE, Quantity.ANGLE, at(5, 5), at(0, 0), at(5, 0)), EXACT);
        assertEquals(45, value(TALL, FigureKind.ANGLE, Quantity.ANGLE, at(20, 5), at(0, 0), at(5, 0)), EXACT);
        assertEquals(135, value(SQUARE, FigureKind.ANGLE, Quantity.ANGLE, at(-5, 5), at(0, 0), at(5, 0)), EXACT);
    }

    @Test
    void pixelsOfUnknownSizeButKnownAspectGiveRightAngles() {
        Measurer tall = new Measurer(ImageSpacing.UNKNOWN, 4, Pixels.numbered(8, 8));

        assertEquals(45, value(tall, FigureKind.ANGLE, Quantity.ANGLE, at(20, 5), at(0, 0), at(5, 0)), EXACT);
    }

    // [utest->req~measure.lines~1]
    @Test
    void theCobbAngleIsAcuteWhicheverWayTheLinesWereDrawn() {
        ImagePoint[] oneWay = {at(0, 0), at(10, 0), at(0, 30), at(10, 20)};
        ImagePoint[] otherWay = {at(10, 0), at(0, 0), at(0, 30), at(10, 20)};
        for (ImagePoint[] points : List.of(oneWay, otherWay)) {
            assertEquals(45, value(SQUARE, FigureKind.COBB, Quantity.ACUTE_ANGLE, points), EXACT);
            assertEquals(135, value(SQUARE, FigureKind.COBB, Quantity.OBTUSE_ANGLE, points), EXACT);
        }
    }

    @Test
    void theDistanceFromALineIsAtARightAngleInThePatient() {
        assertEquals(
                4, value(SQUARE, FigureKind.PERPENDICULAR, Quantity.DISTANCE, at(0, 0), at(10, 0), at(100, -4)), EXACT);
        // The line rises 2 mm over 2 mm; the point lies 4 mm to the right of it: 4 · sin 45°.
        assertEquals(
                4 / Math.sqrt(2),
                value(TALL, FigureKind.PERPENDICULAR, Quantity.DISTANCE, at(0, 0), at(4, 1), at(8, 0)),
                EXACT);
    }

    @Test
    void theLongAxisIsTheLongerOneWhicheverWasDrawnFirst() {
        ImagePoint[] points = {at(10, 10), at(10, 16), at(5, 13), at(15, 13)};

        assertEquals(10, value(SQUARE, FigureKind.BIDIRECTIONAL, Quantity.LONG_AXIS, points), EXACT);
        assertEquals(6, value(SQUARE, FigureKind.BIDIRECTIONAL, Quantity.SHORT_AXIS, points), EXACT);
        assertEquals(
                10,
                SQUARE.length(figure(FigureKind.BIDIRECTIONAL, points))
                        .orElseThrow()
                        .value(),
                EXACT);
    }

    // [utest->req~measure.cardiothoracic~1]
    @Test
    void theCardiothoracicRatioIsHeartOverChestAcrossTheMidline() {
        ImagePoint[] points = {at(50, 0), at(50, 100), at(40, 60), at(80, 70), at(5, 90), at(105, 95)};

        assertEquals(0.4, value(SQUARE, FigureKind.CARDIOTHORACIC, Quantity.RATIO, points), EXACT);
        assertEquals(10, value(SQUARE, FigureKind.CARDIOTHORACIC, Quantity.HEART_FIRST, points), EXACT);
        assertEquals(30, value(SQUARE, FigureKind.CARDIOTHORACIC, Quantity.HEART_SECOND, points), EXACT);
        assertEquals(100, value(SQUARE, FigureKind.CARDIOTHORACIC, Quantity.THORAX, points), EXACT);
    }

    @Test
    void heartBordersOnOneSideOfTheMidlineGiveNoRatio() {
        Reading reading = SQUARE.read(figure(
                FigureKind.CARDIOTHORACIC, at(50, 0), at(50, 100), at(60, 60), at(80, 70), at(5, 90), at(105, 95)));

        assertEquals(List.of(Remark.ONE_SIDE_OF_MIDLINE), reading.remarks());
        assertTrue(reading.magnitude(Quantity.RATIO).isEmpty());
    }

    // [utest->req~measure.areas~1]
    @Test
    void areasUseBothSpacings() {
        assertEquals(
                12, value(TALL, FigureKind.RECTANGLE, Quantity.AREA, at(0, 0), at(4, 0), at(4, 3), at(0, 3)), EXACT);
        assertEquals(
                Math.PI * 2 * 3,
                value(TALL, FigureKind.ELLIPSE, Quantity.AREA, at(0, 3), at(8, 3), at(4, 1.5), at(4, 4.5)),
                EXACT);
        assertEquals(6, value(SQUARE, FigureKind.POLYGON, Quantity.AREA, at(0, 0), at(4, 0), at(0, 3)), EXACT);
    }

    @Test
    void anOutlineHasTheSameAreaWhicheverWayItWasDrawnAndWhereverItLies() {
        assertEquals(
                6,
                value(SQUARE, FigureKind.FREEHAND, Quantity.AREA, at(4000, 4000), at(4000, 4003), at(4004, 4000)),
                EXACT);
    }

    // [utest->req~measure.areas~1]
    @Test
    void anOutlineThatCrossesItselfHasNoArea() {
        Reading bowTie = SQUARE.read(figure(FigureKind.POLYGON, at(0, 0), at(4, 4), at(4, 0), at(0, 4)));

        assertEquals(new Reading(List.of(), List.of(Remark.CROSSES_ITSELF)), bowTie);
    }

    @Test
    void aSplineThroughTheCornersOfASquareIsALittleLargerThanItAndRunsThroughThem() {
        List<ImagePoint> corners = List.of(at(0, 0), at(10, 0), at(10, 10), at(0, 10));
        List<ImagePoint> outline = Spline.outline(corners);

        assertTrue(outline.containsAll(corners));
        double size = new Polygon(outline).size();
        // With equal knots a side is x = 5(t + 3t² − 2t³), y = −5(t − t²): it bulges by 25 · ∫(t − t²)(1 + 6t − 6t²)dt
        // = 25 · 11/30.
        double exact = 100 + 4 * 25 * 11 / 30.0;
        assertEquals(exact, size, 0.1, "but for the chords");
    }

    @Test
    void manyPointsOnACircleMakeASplineOfItsArea() {
        List<ImagePoint> circle = java.util.stream.IntStream.range(0, 16)
                .mapToDouble(i -> 2 * Math.PI * i / 16)
                .mapToObj(angle -> at(50 + 20 * Math.cos(angle), 50 + 20 * Math.sin(angle)))
                .toList();

        double measured = value(SQUARE, FigureKind.SPLINE, Quantity.AREA, circle.toArray(ImagePoint[]::new));

        assertEquals(Math.PI * 400, measured, 0.005 * Math.PI * 400);
    }

    // [utest->req~measure.lines~1]
    @Test
    void withoutSpacingLengthsAndAreasAreInPixelsAndSaySo() {
        Measurer unknown = measurer(ImageSpacing.UNKNOWN);

        Magnitude length = unknown.read(figure(FigureKind.LENGTH, at(0, 0), at(3, 4)))
                .magnitudes()
                .get(0);
        assertEquals(new Magnitude(Quantity.LENGTH, 5, "px", "(no spacing in the file)"), length);
        Magnitude area = unknown.read(figure(FigureKind.POLYGON, at(0, 0), at(4, 0), at(0, 3)))
                .magnitude(Quantity.AREA)
                .orElseThrow();
        assertEquals(new Magnitude(Quantity.AREA, 6, "px²", "(no spacing in the file)"), area);
    }

    @Test
    void whatWasMeasuredAtTheDetectorSaysSo() {
        ImageSpacing detector = new ImageSpacing.Known(new PixelSpacing(0.2, 0.2), ImageSpacing.Source.DETECTOR);

        assertEquals(
                "at detector, not corrected for magnification",
                measurer(detector)
                        .read(figure(FigureKind.LENGTH, at(0, 0), at(3, 4)))
                        .magnitudes()
                        .get(0)
                        .reservation());
    }

    // [utest->req~measure.regions~1]
    @Test
    void nothingIsMeasuredInMillimetresAcrossRegionsOfUltrasound() {
        ImageSpacing regions = new ImageSpacing.Regions(List.of(
                new ImageSpacing.Region(0, 0, 49, 99, Optional.of(new PixelSpacing(0.1, 0.1))),
                new ImageSpacing.Region(50, 0, 99, 99, Optional.of(new PixelSpacing(0.2, 0.2)))));
        Measurer ultrasound = measurer(regions);

        Figure within = figure(FigureKind.POLYLINE, at(60, 0), at(70, 0), at(80, 0));
        Figure across = figure(FigureKind.POLYLINE, at(40, 0), at(45, 0), at(60, 0));
        assertEquals(4, ultrasound.read(within).magnitudes().get(0).value(), EXACT);
        assertEquals("px", ultrasound.read(across).magnitudes().get(0).unit());
    }

    // [utest->req~measure.regions~1]
    @Test
    void aLineOnATraceTellsTimeAndVelocityApartAndIsNoLength() {
        Measurer doppler =
                new Measurer(new ImageSpacing.Regions(List.of(TRACE.area())), 1, Pixels.numbered(8, 8), List.of(TRACE));
        Figure line = figure(FigureKind.LENGTH, at(10, 20), at(60, 50));

        assertEquals(
                List.of(new Magnitude(Quantity.TIME, 200, "ms", ""), new Magnitude(Quantity.VELOCITY, 15, "cm/s", "")),
                doppler.read(line).magnitudes());
        assertEquals(Optional.empty(), doppler.length(line));
        assertEquals(
                List.of(Remark.NOT_LENGTHS),
                doppler.read(figure(FigureKind.POLYGON, at(10, 20), at(60, 50), at(60, 60)))
                        .remarks());
    }

    // [utest->req~measure.regions~1]
    @Test
    void aLineThatLeavesATraceIsInPixels() {
        Measurer doppler =
                new Measurer(new ImageSpacing.Regions(List.of(TRACE.area())), 1, Pixels.numbered(8, 8), List.of(TRACE));

        assertEquals(
                "px",
                doppler.read(figure(FigureKind.LENGTH, at(10, 20), at(10, 120)))
                        .magnitudes()
                        .get(0)
                        .unit());
    }

    // [utest->req~measure.regions~1]
    @Test
    void overlappingRegionsWhoseAxesDifferMeasureNothing() {
        AxisRegion depth =
                new AxisRegion(TRACE.area(), new AxisRegion.Axis("s", 0.004), new AxisRegion.Axis("cm", 0.02));
        Figure line = figure(FigureKind.LENGTH, at(10, 20), at(60, 50));

        assertEquals(Optional.empty(), AxisRegion.holding(List.of(TRACE, depth), line.points()));
        assertEquals(Optional.of(depth), AxisRegion.holding(List.of(depth, depth), line.points()));
        assertEquals(
                new Magnitude(Quantity.DEPTH, 6, "mm", ""),
                depth.differences(at(10, 20), at(60, 50)).get(1));
    }

    // [utest->req~measure.probe~1]
    @Test
    void aProbeTellsTheModalityValueAndTheStoredOne() {
        ValueField field = Pixels.field(2, 2, new short[] {1, 2, 3, 4}, new Rescale(2, -10, "HU"), PixelPadding.NONE);
        Measurer ct = new Measurer(ImageSpacing.UNKNOWN, 1, field);

        Reading reading = ct.read(figure(FigureKind.PROBE, at(0.4, 1.4)));

        assertEquals(
                List.of(
                        new Magnitude(Quantity.MODALITY_VALUE, -4, "HU", ""),
                        new Magnitude(Quantity.STORED_VALUE, 3, "", "")),
                reading.magnitudes());
        assertEquals(
                List.of(Remark.OUTSIDE),
                ct.read(figure(FigureKind.PROBE, at(1.6, 0))).remarks());
    }

    /** A modality LUT was applied, or 32 bits were reduced to 16: the samples are no longer those of the file. */
    @Test
    void aProbeTellsNoStoredValueWhereTheSamplesMayNotBeThoseOfTheFile() {
        PixelLayout sixteen = new PixelLayout(1, 2, Photometric.MONOCHROME2, 16, 16, 15, false, false);
        Frame frame = new Frame(sixteen, new short[] {7, 9});
        ValueField throughTable = new ValueField(frame, new Rescale(1, 0, "OD"), PixelPadding.NONE);
        ValueField reduced = new ValueField(frame, new Rescale(0.5, -3, "GY"), new PixelPadding(0, 0));
        for (ValueField field : List.of(throughTable, reduced)) {
            Reading reading = new Measurer(ImageSpacing.UNKNOWN, 1, field).read(figure(FigureKind.PROBE, at(0, 0)));
            assertTrue(reading.magnitude(Quantity.STORED_VALUE).isEmpty());
            assertTrue(reading.magnitude(Quantity.MODALITY_VALUE).isPresent());
        }
    }

    @Test
    void aProbeOnPaddingSaysThatItIsNoImage() {
        ValueField field = Pixels.field(1, 2, new short[] {-2000, 5}, Rescale.IDENTITY, new PixelPadding(-2000, -2000));

        Reading reading = new Measurer(ImageSpacing.UNKNOWN, 1, field).read(figure(FigureKind.PROBE, at(0, 0)));

        assertEquals(List.of(Remark.PADDING), reading.remarks());
        assertTrue(reading.magnitude(Quantity.MODALITY_VALUE).isEmpty());
    }

    @Test
    void inColourAProbeTellsTheSamplesAndAnAreaHasNoMean() {
        PixelLayout layout = new PixelLayout(1, 2, Photometric.RGB, 8, 8, 7, false, false);
        ValueField field =
                new ValueField(new Frame(layout, new short[] {1, 2, 3, 4, 5, 6}), Rescale.IDENTITY, PixelPadding.NONE);
        Measurer colour = new Measurer(Pixels.patient(1, 1), 1, field);

        Reading probe = colour.read(figure(FigureKind.PROBE, at(1, 0)));
        assertEquals(4, probe.magnitude(Quantity.FIRST_SAMPLE).orElseThrow().value());
        assertEquals(6, probe.magnitude(Quantity.THIRD_SAMPLE).orElseThrow().value());
        Reading area = colour.read(figure(FigureKind.POLYGON, at(0, 0), at(2, 0), at(0, 2)));
        assertEquals(List.of(Remark.COLOUR), area.remarks());
        assertTrue(area.magnitude(Quantity.MEAN).isEmpty());
    }

    private static Measurer measurer(ImageSpacing spacing) {
        return new Measurer(spacing, 1, Pixels.numbered(8, 8));
    }

    private static double value(Measurer measurer, FigureKind kind, Quantity quantity, ImagePoint... points) {
        return value(measurer, figure(kind, points), quantity);
    }

    private static double value(Measurer measurer, Figure figure, Quantity quantity) {
        return measurer.read(figure).magnitude(quantity).orElseThrow().value();
    }

    private static Figure figure(FigureKind kind, ImagePoint... points) {
        return new Figure(kind, List.of(points));
    }
}
