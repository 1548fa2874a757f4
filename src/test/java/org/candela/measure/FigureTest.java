package org.candela.measure;

import static org.candela.measure.Pixels.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.candela.image.ImagePoint;
import org.junit.jupiter.api.Test;

// [utest->req~measure.editing~1]
class FigureTest {
    private static final double EXACT = 1e-9;

    @Test
    void aRectangleStaysOneWhicheverCornerIsMoved() {
        Figure turned = new Figure(FigureKind.RECTANGLE, List.of(at(0, 0), at(4, 4), at(2, 6), at(-2, 2)));

        IntStream.range(0, 4).forEach(corner -> {
            Figure moved = turned.withPoint(corner, at(20, 9), 1);
            assertEquals(at(20, 9), moved.points().get(corner));
            assertEquals(turned.points().get((corner + 2) % 4), moved.points().get((corner + 2) % 4));
            for (int side = 0; side < 4; side++) {
                ImagePoint one =
                        moved.points().get((side + 1) % 4).minus(moved.points().get(side));
                ImagePoint next =
                        moved.points().get((side + 2) % 4).minus(moved.points().get((side + 1) % 4));
                assertEquals(0, one.column() * next.column() + one.row() * next.row(), EXACT);
            }
        });
    }

    @Test
    void theEndOfADiameterMovesAloneAndTheEllipseGoesWithItsMiddle() {
        Figure circle = new Figure(FigureKind.ELLIPSE, List.of(at(0, 5), at(10, 5), at(5, 0), at(5, 10)));

        Figure moved = circle.withPoint(1, at(20, 5), 1);

        assertEquals(List.of(at(0, 5), at(20, 5), at(10, 0), at(10, 10)), moved.points());
    }

    @Test
    void theAxesOfABidirectionalMeasurementStayAcrossInThePatient() {
        Figure axes = new Figure(FigureKind.BIDIRECTIONAL, List.of(at(0, 0), at(40, 0), at(20, -2), at(20, 2)));
        double aspect = 4;

        for (int touched = 0; touched < 4; touched++) {
            List<ImagePoint> moved = axes.withPoint(touched, at(31, 7), aspect).points();
            Planar one = Planar.between(moved.get(0), moved.get(1), 1, aspect);
            Planar other = Planar.between(moved.get(2), moved.get(3), 1, aspect);
            assertEquals(at(31, 7), moved.get(touched));
            assertEquals(0, one.dot(other), 1e-6);
        }
    }

    @Test
    void aWholeFigureMovesWithoutChangingItsShape() {
        Figure line = new Figure(FigureKind.LENGTH, List.of(at(1, 2), at(3, 4)));

        assertEquals(List.of(at(11, 0), at(13, 2)), line.movedBy(at(10, -2)).points());
    }

    @Test
    void aFigureOfTooFewPointsOrOfPointsNowhereIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Figure(FigureKind.ANGLE, List.of(at(0, 0), at(1, 1))));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Figure(FigureKind.LENGTH, List.of(at(0, 0), at(Double.NaN, 1))));
    }

    @Test
    void theFootOfADistanceLiesOnItsLineAtARightAngle() {
        List<Strokes.Stroke> strokes =
                Strokes.of(new Figure(FigureKind.PERPENDICULAR, List.of(at(0, 0), at(10, 0), at(30, 7))), 1);

        assertTrue(strokes.contains(new Strokes.Stroke(List.of(at(30, 0), at(30, 7)), Strokes.Style.TICKED)));
    }
}
