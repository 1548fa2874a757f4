package org.candela.measure;

import static org.candela.measure.Pixels.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.candela.image.ImagePoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

// [utest->req~measure.drawing~1]
class FigureDraftTest {
    @ParameterizedTest
    @EnumSource(FigureKind.class)
    void everyKindIsFinishedByAsManyPointsAsItNeedsAndNotBefore(FigureKind kind) {
        FigureDraft draft = FigureDraft.begin(kind, at(0, 0), 1);

        for (int placed = 0; placed < kind.fewestPlaced(); placed++) {
            assertEquals(Optional.empty(), draft.finished(), placed + " points");
            assertFalse(draft.isComplete());
            draft = draft.movedTo(at(10.0 * placed, 3.0 * placed * placed)).placedNext();
        }

        assertEquals(kind, draft.finished().orElseThrow().kind());
        assertEquals(!kind.isOpenEnded(), draft.isComplete());
    }

    @Test
    void whatIsDrawnFollowsThePointer() {
        FigureDraft draft = FigureDraft.begin(FigureKind.LENGTH, at(1, 1), 1).placedNext();

        assertEquals(
                List.of(at(1, 1), at(5, 6)),
                draft.movedTo(at(5, 6)).seen().orElseThrow().points());
        assertEquals(Optional.empty(), draft.finished());
    }

    @Test
    void aLineWithoutLengthIsNone() {
        FigureDraft draft = FigureDraft.begin(FigureKind.LENGTH, at(1, 1), 1)
                .placedNext()
                .movedTo(at(1, 1))
                .placedNext();

        assertEquals(Optional.empty(), draft.finished());
    }

    @Test
    void theShortAxisIsHeldAcrossTheLongOneInThePatient() {
        FigureDraft draft = placed(FigureKind.BIDIRECTIONAL, 2, at(0, 0), at(10, 5), at(2, 6));

        List<ImagePoint> points = draft.movedTo(at(7, -3)).seen().orElseThrow().points();

        Planar one = Planar.between(points.get(0), points.get(1), 1, 2);
        assertEquals(0, one.dot(Planar.between(points.get(2), points.get(3), 1, 2)), 1e-9);
    }

    @Test
    void aFreehandOutlineGrowsWhileThePointerMoves() {
        FigureDraft draft = FigureDraft.begin(FigureKind.FREEHAND, at(0, 0), 1).placedNext();
        for (int i = 1; i <= 10; i++) {
            draft = draft.movedTo(at(i * 0.5, i));
        }

        assertEquals(11, draft.placed().size());
        assertEquals(11, draft.movedTo(at(5.1, 10.1)).placed().size(), "closer than a pixel adds nothing");
    }

    @Test
    void aFreehandOutlineHasAnEndHoweverLongOneDraws() {
        FigureDraft draft = FigureDraft.begin(FigureKind.FREEHAND, at(0, 0), 1).placedNext();
        for (int i = 1; i <= 5000; i++) {
            draft = draft.movedTo(at(2.0 * (i % 1000), 2.0 * (i / 1000.0)));
        }

        assertEquals(FigureDraft.MOST_POINTS, draft.placed().size());
    }

    @Test
    void theLastPointCanBeTakenBack() {
        FigureDraft draft = placed(FigureKind.POLYGON, 1, at(0, 0), at(10, 5), at(2, 6));

        assertEquals(
                List.of(at(0, 0), at(10, 5)), draft.withoutLast().orElseThrow().placed());
        assertTrue(placed(FigureKind.POLYGON, 1, at(0, 0)).withoutLast().isEmpty());
    }

    @Test
    void twoCornersMakeARectangleAndAnEllipseThatTouchesItsSides() {
        assertEquals(
                List.of(at(1, 2), at(5, 2), at(5, 8), at(1, 8)),
                placed(FigureKind.RECTANGLE, 1, at(1, 2), at(5, 8))
                        .finished()
                        .orElseThrow()
                        .points());
        assertEquals(
                List.of(at(1, 5), at(5, 5), at(3, 2), at(3, 8)),
                placed(FigureKind.ELLIPSE, 1, at(1, 2), at(5, 8))
                        .finished()
                        .orElseThrow()
                        .points());
    }

    private static FigureDraft placed(FigureKind kind, double aspect, ImagePoint... points) {
        FigureDraft draft = FigureDraft.begin(kind, points[0], aspect);
        for (ImagePoint point : points) {
            draft = draft.movedTo(point).placedNext();
        }
        return draft;
    }
}
