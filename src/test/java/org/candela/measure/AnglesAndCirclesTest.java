package org.candela.measure;

import static org.candela.measure.Pixels.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.candela.image.ImagePoint;
import org.candela.image.ImageSpacing;
import org.junit.jupiter.api.Test;

/** Parallels, angles of lines and axes, circles and oblique rectangles. */
class AnglesAndCirclesTest {
    private static final double EXACT = 1e-9;
    /** Rows 2 mm apart, columns 0.5 mm. */
    private static final Measurer TALL = measurer(Pixels.patient(2, 0.5));

    private static final Measurer SQUARE = measurer(Pixels.patient(1, 1));

    // [utest->req~measure.lines~1]
    @Test
    void parallelsAreAsFarApartAsTheThirdPointFromTheLine() {
        assertEquals(6, value(TALL, FigureKind.PARALLEL, Quantity.DISTANCE, at(0, 0), at(40, 0), at(-30, 3)), EXACT);
    }

    @Test
    void anOpenAngleIsThatOfTwoLinesAsTheyRunAndWhatCompletesIt() {
        Figure apart = new Figure(FigureKind.OPEN_ANGLE, List.of(at(0, 0), at(5, 0), at(20, 20), at(15, 25)));

        Reading read = SQUARE.read(apart);

        assertEquals(135, read.magnitude(Quantity.ANGLE).orElseThrow().value(), EXACT);
        assertEquals(45, read.magnitude(Quantity.OTHER_ANGLE).orElseThrow().value(), EXACT);
    }

    /** Widths at rows 0 and 10 around column 5, then at columns 0 and 10 around rows 20 and 30: the second axis runs at 45°. */
    @Test
    void anAngleOfTwoAxesIsThatOfTheLinesThroughTheMiddlesOfTheirWidths() {
        assertEquals(
                45,
                value(
                        SQUARE,
                        FigureKind.FOUR_POINT_ANGLE,
                        Quantity.ANGLE,
                        at(4, 0),
                        at(6, 0),
                        at(3, 10),
                        at(7, 10),
                        at(0, 19),
                        at(0, 21),
                        at(10, 28),
                        at(10, 32)),
                EXACT);
    }

    /** Through (0, 0), (8, 0), (0, 6): the middle is (4, 3), the radius 5. */
    @Test
    void aCircleIsThatThroughThreePointsWithItsDiameterAndArea() {
        FigureDraft draft = FigureDraft.begin(FigureKind.CIRCLE, at(0, 0), 1)
                .placedNext()
                .movedTo(at(8, 0))
                .placedNext()
                .movedTo(at(0, 6))
                .placedNext();

        Reading read = SQUARE.read(draft.finished().orElseThrow());

        assertEquals(10, read.magnitude(Quantity.DIAMETER).orElseThrow().value(), EXACT);
        assertEquals(25 * Math.PI, read.magnitude(Quantity.AREA).orElseThrow().value(), EXACT);
    }

    /** Pixels 4 times as high as wide: 2 rows are as far as 8 columns. */
    @Test
    void aCircleIsOneInThePatientAndNotInPixels() {
        FigureDraft draft = FigureDraft.begin(FigureKind.CIRCLE, at(0, 0), 4)
                .placedNext()
                .movedTo(at(8, 0))
                .placedNext()
                .movedTo(at(0, 1.5))
                .placedNext();
        Figure circle = draft.finished().orElseThrow();

        assertEquals(at(9, 0.75), circle.points().get(1));
        assertEquals(5, value(TALL, circle, Quantity.DIAMETER), EXACT);
        for (int end = 0; end < 4; end++) {
            Figure moved = circle.withPoint(end, at(20, 7), 4);
            assertEquals(at(20, 7), moved.points().get(end));
            assertEquals(circle.points().get(end ^ 1), moved.points().get(end ^ 1));
            double one =
                    value(TALL, new Figure(FigureKind.LENGTH, moved.points().subList(0, 2)), Quantity.LENGTH);
            double other =
                    value(TALL, new Figure(FigureKind.LENGTH, moved.points().subList(2, 4)), Quantity.LENGTH);
            assertEquals(one, other, EXACT);
        }
    }

    @Test
    void threePointsOfALineAreNoCircle() {
        FigureDraft draft = FigureDraft.begin(FigureKind.CIRCLE, at(0, 0), 1)
                .placedNext()
                .movedTo(at(8, 4))
                .placedNext()
                .movedTo(at(4, 2))
                .placedNext();

        assertTrue(draft.finished().isEmpty());
    }

    @Test
    void anObliqueRectangleHasItsRightAnglesInThePatient() {
        FigureDraft draft = FigureDraft.begin(FigureKind.OBLIQUE_RECTANGLE, at(0, 0), 4)
                .placedNext()
                .movedTo(at(8, 2))
                .placedNext()
                .movedTo(at(8, 10))
                .placedNext();
        List<ImagePoint> corners = draft.finished().orElseThrow().points();

        assertEquals(90, value(TALL, new Figure(FigureKind.ANGLE, corners.subList(0, 3)), Quantity.ANGLE), EXACT);
        assertEquals(corners.get(1).minus(corners.get(0)), corners.get(2).minus(corners.get(3)));
    }

    private static Measurer measurer(ImageSpacing spacing) {
        return new Measurer(spacing, 1, Pixels.numbered(8, 8));
    }

    private static double value(Measurer measurer, FigureKind kind, Quantity quantity, ImagePoint... points) {
        return value(measurer, new Figure(kind, List.of(points)), quantity);
    }

    private static double value(Measurer measurer, Figure figure, Quantity quantity) {
        return measurer.read(figure).magnitude(quantity).orElseThrow().value();
    }
}
