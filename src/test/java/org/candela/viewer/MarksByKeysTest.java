package org.candela.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.candela.store.StoreException;
import org.candela.viewer.MeasuringLayer.Role;
import org.candela.viewer.mark.Mark;
import org.candela.viewer.picture.CanvasPoint;
import org.candela.viewer.picture.CanvasSize;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drawing, selecting and changing marks by keys alone. */
class MarksByKeysTest {
    private MarkHands hands;

    @BeforeEach
    void open(@TempDir Path folder) throws StoreException {
        hands = new MarkHands(folder);
    }

    @AfterEach
    void close() throws StoreException {
        hands.close();
    }

    @Test
    void backspaceTakesBackOnePointAfterTheOther() {
        hands.room.session.choose(ViewTool.POLYGON);
        hands.click(10, 10);
        hands.click(50, 10);
        hands.click(50, 60);

        hands.room.run(ViewerAction.BACK_POINT);
        hands.click(90, 60);
        hands.room.run(ViewerAction.PLACE_POINT);

        assertEquals(
                List.of(MarkHands.at(10, 10), MarkHands.at(50, 10), MarkHands.at(90, 60)),
                hands.last().figure().points());
    }

    @Test
    void escapeDropsWhatIsBeingDrawn() {
        hands.room.session.choose(ViewTool.ANGLE);
        hands.click(10, 10);
        hands.click(50, 50);

        hands.room.run(ViewerAction.CANCEL_DRAWING);
        hands.click(90, 90);

        assertTrue(hands.marks().isEmpty());
        assertEquals(List.of(MarkHands.at(90, 90)), hands.pen().points());
    }

    @Test
    void scrollingOnDropsWhatIsNotFinished() {
        hands.room.session.choose(ViewTool.ANGLE);
        hands.click(10, 10);

        hands.room.run(ViewerAction.NEXT_IMAGE);

        assertTrue(hands.pen().points().isEmpty());
    }

    // [utest->req~viewer.measuring-by-keys~1]
    @Test
    void aLengthIsMeasuredByKeysAlone() {
        hands.room.run(ViewerAction.LENGTH_TOOL);
        hands.room.run(ViewerAction.PLACE_POINT);
        assertEquals(Optional.of(new CanvasPoint(49.5, 49.5)), hands.pen().crosshair());
        hands.room.run(ViewerAction.PLACE_POINT);
        hands.times(3, ViewerAction.NEXT_SERIES);
        hands.times(2, ViewerAction.NEXT_IMAGE);
        hands.room.run(ViewerAction.PLACE_POINT);

        assertEquals(
                List.of(MarkHands.at(49.5, 49.5), MarkHands.at(52.5, 51.5)),
                hands.last().figure().points());
        assertEquals(0, hands.viewport().frameIndex(), "arrows moved the crosshair, not the stack");
        hands.room.run(ViewerAction.CANCEL_DRAWING);
        assertEquals(Optional.empty(), hands.pen().crosshair());
        hands.room.run(ViewerAction.NEXT_IMAGE);
        assertEquals(1, hands.viewport().frameIndex());
    }

    // [utest->req~viewer.measuring-by-keys~1]
    @Test
    void aPolygonIsClosedByKeysWithASecondEnterAtItsLastPoint() {
        hands.room.run(ViewerAction.POLYGON_TOOL);
        hands.room.run(ViewerAction.PLACE_POINT);
        hands.room.run(ViewerAction.PLACE_POINT);
        hands.times(20, ViewerAction.NEXT_SERIES);
        hands.room.run(ViewerAction.PLACE_POINT);
        hands.times(20, ViewerAction.NEXT_IMAGE);
        hands.room.run(ViewerAction.PLACE_POINT);
        hands.room.run(ViewerAction.PLACE_POINT);

        assertEquals(1, hands.marks().size());
        assertEquals(3, hands.last().figure().points().size());
    }

    @Test
    void theCrosshairGoesFasterTheLongerItGoesOneWayAndStaysOnTheImage() {
        CanvasCursor cursor = CanvasCursor.at(new CanvasPoint(0, 0));
        CanvasSize large = new CanvasSize(2000, 2000);
        for (int i = 0; i < 4; i++) {
            cursor = cursor.moved(1, 0, large);
        }
        assertEquals(new CanvasPoint(4, 0), cursor.at());
        assertEquals(new CanvasPoint(6, 0), cursor.moved(1, 0, large).at());
        assertEquals(new CanvasPoint(4, 1), cursor.moved(0, 1, large).at(), "another way begins finely");
        for (int i = 0; i < 500; i++) {
            cursor = cursor.moved(1, 0, large);
        }
        assertEquals(new CanvasPoint(1999, 0), cursor.at());
    }

    // [utest->req~viewer.measuring-by-keys~1]
    @Test
    void aMarkIsSelectedMovedAndOneOfItsPointsChangedByKeys() {
        hands.room.session.choose(ViewTool.LENGTH);
        hands.drag(10, 10, 40, 10);
        hands.drag(10, 30, 40, 30);
        hands.room.session.choose(ViewTool.SCROLL);
        hands.room.session.marks().deselect();

        hands.room.run(ViewerAction.NEXT_MARK);
        assertEquals(Role.SELECTED, hands.onScreen().get(0).role());
        hands.room.run(ViewerAction.PLACE_POINT);
        hands.times(4, ViewerAction.NEXT_IMAGE);
        hands.room.run(ViewerAction.PLACE_POINT);
        assertEquals(
                List.of(MarkHands.at(10, 14), MarkHands.at(40, 14)),
                hands.onScreen().get(0).figure().points());

        hands.room.run(ViewerAction.NEXT_POINT);
        hands.room.run(ViewerAction.NEXT_POINT);
        hands.times(2, ViewerAction.NEXT_SERIES);
        hands.room.run(ViewerAction.PLACE_POINT);
        assertEquals(
                List.of(MarkHands.at(10, 14), MarkHands.at(42, 14)),
                hands.onScreen().get(0).figure().points());
        hands.room.history.undo();
        hands.room.history.undo();
        assertEquals(
                List.of(MarkHands.at(10, 10), MarkHands.at(40, 10)),
                hands.onScreen().get(0).figure().points());
    }

    @Test
    void deleteRemovesTheSelectedMarkAndUndoBringsItBack() {
        hands.room.session.choose(ViewTool.LENGTH);
        hands.drag(10, 10, 40, 10);
        hands.drag(10, 30, 40, 30);
        hands.room.run(ViewerAction.PREVIOUS_MARK);
        Mark selected = hands.room.session.marks().selected().orElseThrow();

        hands.room.run(ViewerAction.REMOVE_MARK);

        assertFalse(hands.marks().contains(selected));
        hands.room.history.undo();
        assertTrue(hands.marks().contains(selected));
    }

    @Test
    void theWordsOfAMarkAreChangedAndTheChangeIsUndone() {
        hands.room.session.choose(ViewTool.LENGTH);
        hands.drag(10, 10, 40, 10);
        hands.room.run(ViewerAction.MARK_TEXT);
        hands.prompts().answer("aorta");
        assertEquals("aorta", hands.last().text());

        hands.room.history.undo();

        assertEquals("", hands.last().text());
    }
}
