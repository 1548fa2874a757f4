package org.candela.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.candela.measure.FigureKind;
import org.candela.measure.Quantity;
import org.candela.store.StoreException;
import org.candela.study.LoadedFrame;
import org.candela.viewer.MeasuringLayer.Role;
import org.candela.viewer.layout.Place;
import org.candela.viewer.picture.CanvasPoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drawing, selecting and changing marks by pointer. */
class MarksByPointerTest {
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
    void aLineIsDrawnByOneDragOrByTwoClicks() {
        hands.room.session.choose(ViewTool.LENGTH);
        hands.drag(10, 10, 40, 50);
        hands.click(60, 60);
        hands.room.session.hover(Place.LEFT, new CanvasPoint(70, 65));
        assertEquals(Role.DRAFT, hands.last().role());
        hands.click(80, 60);

        assertEquals(2, hands.onScreen().size());
        assertEquals(
                List.of(MarkHands.at(60, 60), MarkHands.at(80, 60)),
                hands.last().figure().points());
    }

    @Test
    void anAngleIsDrawnByClicksAndDragsMixed() {
        hands.room.session.choose(ViewTool.ANGLE);
        hands.drag(10, 10, 50, 50);
        hands.click(90, 10);

        assertEquals(
                90,
                hands.last().reading().magnitude(Quantity.ANGLE).orElseThrow().value(),
                1e-9);
    }

    @Test
    void aPolygonEndsAtItsFirstPointAtItsLastOneOrByEnter() {
        hands.room.session.choose(ViewTool.POLYGON);
        for (int way = 0; way < 3; way++) {
            int right = 20 * way;
            hands.click(10 + right, 10);
            hands.click(50 + right, 10);
            hands.click(50 + right, 60);
            switch (way) {
                case 0 -> hands.click(11 + right, 12);
                case 1 -> hands.click(51 + right, 59);
                default -> hands.room.run(ViewerAction.PLACE_POINT);
            }
            assertEquals(way + 1, hands.marks().size());
            assertEquals(3, hands.last().figure().points().size());
        }
    }

    @Test
    void aClickSelectsALineAndOneBesideItSelectsNothing() {
        hands.room.session.choose(ViewTool.LENGTH);
        hands.drag(10, 10, 40, 10);
        hands.room.session.choose(ViewTool.SCROLL);
        hands.click(80, 80);
        assertTrue(hands.room.session.marks().selected().isEmpty());

        hands.click(25, 12);

        assertTrue(hands.room.session.marks().selected().isPresent());
        assertEquals(0, hands.viewport().frameIndex());
    }

    @Test
    void aDragOnAMarkThatIsNotSelectedIsTheToolsOwn() {
        hands.room.session.choose(ViewTool.LENGTH);
        hands.drag(10, 10, 40, 10);
        hands.room.session.choose(ViewTool.SCROLL);
        hands.click(80, 80);

        hands.drag(25, 10, 25, 46);

        assertEquals(3, hands.viewport().frameIndex());
        assertEquals(
                List.of(MarkHands.at(10, 10), MarkHands.at(40, 10)),
                hands.pointsOf(hands.marks().get(0)));
    }

    // [utest->req~viewer.marks-undo~1]
    @Test
    void aSelectedMarkIsDraggedWholeOrByAPointAndEachDragIsOneEdit() {
        hands.room.session.choose(ViewTool.LENGTH);
        hands.drag(10, 10, 40, 10);
        hands.drag(25, 10, 30, 20);
        assertEquals(
                List.of(MarkHands.at(15, 20), MarkHands.at(45, 20)),
                hands.last().figure().points());
        hands.drag(45, 20, 45, 60);
        assertEquals(
                List.of(MarkHands.at(15, 20), MarkHands.at(45, 60)),
                hands.last().figure().points());

        hands.room.history.undo();
        hands.room.history.undo();
        assertEquals(
                List.of(MarkHands.at(10, 10), MarkHands.at(40, 10)),
                hands.last().figure().points());
        hands.room.history.undo();
        assertTrue(hands.marks().isEmpty());
        hands.room.history.redo();
        assertEquals(1, hands.marks().size());
    }

    // [utest->req~viewer.marks-undo~1]
    @Test
    void aTextWaitsForItsWordsAndWithoutAnyThereIsNone() {
        hands.room.session.choose(ViewTool.TEXT);
        hands.click(20, 20);
        assertEquals(
                MarkPrompt.Asked.NEW_TEXT,
                hands.prompts().prompt().orElseThrow().asked());
        assertTrue(hands.marks().isEmpty());
        assertTrue(hands.prompts().answer("  nodule "));
        assertEquals("nodule", hands.last().text());

        hands.click(70, 70);
        hands.prompts().answer(" ");
        assertEquals(1, hands.marks().size());
    }

    @Test
    void anArrowMayHaveNoWords() {
        hands.room.session.choose(ViewTool.ARROW);
        hands.drag(20, 20, 50, 50);
        hands.prompts().answer("");

        assertEquals(FigureKind.ARROW, hands.last().figure().kind());
    }

    // [utest->req~viewer.reader-calibration~1]
    @Test
    void aLineOfKnownLengthCalibratesItsSeriesAndNoNonsenseDoes() {
        hands.room.session.choose(ViewTool.CALIBRATE);
        hands.drag(10, 10, 50, 10);
        for (String nonsense : List.of("", "abc", "0", "-4", "1e9", "NaN", "Infinity")) {
            assertFalse(hands.prompts().answer(nonsense), nonsense);
        }
        assertTrue(hands.prompts().answer("80,0"));
        assertTrue(hands.marks().isEmpty(), "the line itself is no mark");

        hands.room.session.choose(ViewTool.LENGTH);
        hands.drag(10, 30, 20, 30);

        assertEquals(
                "20.0 mm (calibrated by reader)",
                hands.room
                        .session
                        .activeViewport()
                        .measuring()
                        .latest()
                        .orElseThrow()
                        .text());
        assertEquals(2, hands.last().reading().magnitudes().size(), "beside that of the file");
    }

    @Test
    void aProbeTellsWhatIsSeenThere() {
        hands.room.session.choose(ViewTool.PROBE);
        hands.click(40, 20);

        assertEquals(40, hands.value(Quantity.MODALITY_VALUE));
        assertEquals(40, hands.value(Quantity.STORED_VALUE));
        double seen = hands.value(Quantity.PRESENTATION_VALUE);
        hands.room.run(ViewerAction.INVERT);
        assertEquals(65535 - seen, hands.value(Quantity.PRESENTATION_VALUE));
    }

    // [utest->req~measure.statistics~1]
    @Test
    void nothingIsDrawnOnACoarseFrameThatStandsIn(@TempDir Path folder) throws StoreException {
        LoadedFrame whole = TestImages.slice(100, 100, new int[10_000]);
        LoadedFrame coarse = new LoadedFrame(whole.frame(), whole.description(), List.of(), 1);
        hands.close();
        hands = new MarkHands(folder, coarse);
        hands.room.session.choose(ViewTool.ELLIPSE);

        hands.drag(10, 10, 40, 50);

        assertTrue(hands.marks().isEmpty());
        assertTrue(hands.onScreen().isEmpty());
    }

    @Test
    void marksAreSeenInEveryViewportThatShowsTheirImage() {
        hands.room.session.viewport(Place.RIGHT).hang(hands.room.head);
        hands.room.session.choose(ViewTool.LENGTH);

        hands.drag(10, 10, 40, 10);

        assertEquals(
                1,
                hands.room.session.viewport(Place.RIGHT).measuring().onScreen().size());
    }
}
