package org.candela.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.candela.image.Polarity;
import org.candela.image.VoiWindow;
import org.candela.store.StoreException;
import org.candela.study.LoadedFrame;
import org.candela.viewer.layout.Grid;
import org.candela.viewer.layout.HangingPlan;
import org.candela.viewer.layout.Place;
import org.candela.viewer.picture.Appearance;
import org.candela.viewer.picture.CanvasPoint;
import org.candela.viewer.picture.CanvasSize;
import org.candela.viewer.stack.ImageStack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~viewer.grids~1]
// [utest->req~viewer.undo~1]
class LightboxTest {
    private static final LoadedFrame SLICE = TestImages.slice(11, 11, new int[121]);
    private static final CanvasSize CANVAS = new CanvasSize(101, 101);
    private static final CanvasPoint MIDDLE = new CanvasPoint(50, 50);

    private SessionRoom room;
    private ReadingSession session;

    @BeforeEach
    void open(@TempDir Path folder) throws StoreException {
        room = new SessionRoom(folder, ManualLoader.answering(SLICE));
        session = room.session;
        room.open();
        session.viewport(Place.LEFT).resize(CANVAS);
    }

    @AfterEach
    void close() throws StoreException {
        room.close();
    }

    @Test
    void aGridKeepsWhatHangsAndFillsItsEmptyPlacesWithWhatHangsNowhere() {
        room.run(ViewerAction.GRID_4);

        assertEquals(List.of(new Grid(2, 2), Grid.SINGLE), session.lightbox().grids());
        assertEquals(Optional.of(room.head), stackAt(0, 0));
        assertEquals(Optional.of(room.neck), stackAt(0, 1));
        assertEquals(Optional.empty(), stackAt(0, 2));
        assertEquals(Optional.of(room.prior), stackAt(1, 0));
    }

    @Test
    void whoIsToldOfAChangeMayAskForAPlaceThatWasNeverThere() {
        int[] asked = {0};
        session.viewport(Place.LEFT).onChange(() -> session.viewport(new Place(0, 10 + asked[0]++)));

        session.close();
        room.open();

        assertTrue(asked[0] > 1, "asked " + asked[0] + " times");
        assertEquals(Optional.of(room.head), stackAt(0, 0));
        assertEquals(Optional.of(room.prior), stackAt(1, 0));
    }

    @Test
    void undoOfAGridBringsBackPlacesAndWhatHung() {
        room.run(ViewerAction.GRID_2);
        room.run(ViewerAction.NEXT_PLACE);
        assertEquals(new Place(0, 1), session.active());
        room.run(ViewerAction.NEXT_SERIES);

        room.history.undo();
        assertEquals(Optional.of(room.neck), stackAt(0, 1));
        room.history.undo();

        assertEquals(List.of(Grid.SINGLE, Grid.SINGLE), session.lightbox().grids());
        assertEquals(List.of(Place.LEFT, Place.RIGHT), session.lightbox().places());
        assertEquals(Place.LEFT, session.active(), "keys act on a place that is seen");
        room.history.redo();
        assertEquals(Optional.of(room.neck), stackAt(0, 1));
    }

    @Test
    void aWholeDragIsOneEdit() {
        session.press(Place.LEFT, ViewTool.WINDOW, MIDDLE);
        session.drag(new CanvasPoint(60, 50));
        session.drag(new CanvasPoint(70, 55));
        session.release();
        VoiWindow dragged = window();

        room.history.undo();
        VoiWindow before = window();
        room.history.redo();

        assertFalse(before.equals(dragged));
        assertEquals(dragged, window());
        assertEquals(Optional.empty(), room.history.redoable());
    }

    @Test
    void undoGoesBackThroughWindowPolarityAndViewInOrderAndScrollsNothing() {
        room.run(ViewerAction.PRESET_1);
        room.run(ViewerAction.INVERT);
        room.run(ViewerAction.TURN);
        room.run(ViewerAction.PAGE_FORWARD);

        room.history.undo();
        assertEquals(0, viewport().viewState().quarterTurns());
        assertEquals(Polarity.INVERTED, polarity());
        room.history.undo();
        assertEquals(Polarity.NORMAL, polarity());
        room.history.undo();

        assertEquals(Appearance.INITIAL, viewport().hung().orElseThrow().appearance());
        assertEquals(10, viewport().frameIndex());
        assertTrue(room.history.undoable().isEmpty(), "scrolling is no edit");
    }

    @Test
    void undoActsWhereTheChangeWasMadeWhateverIsActiveNow() {
        room.run(ViewerAction.INVERT);
        session.activate(Place.RIGHT);

        room.history.undo();

        assertEquals(Polarity.NORMAL, polarity());
    }

    @Test
    void enlargedPlaceFillsItsPanelAndGivesItBack() {
        room.run(ViewerAction.GRID_4);
        room.run(ViewerAction.NEXT_PLACE);

        room.run(ViewerAction.ENLARGE);
        assertEquals(List.of(new Place(0, 1)), session.lightbox().places(0));
        assertEquals(Grid.SINGLE, session.lightbox().shownGrid(0));
        room.run(ViewerAction.ENLARGE);

        assertEquals(4, session.lightbox().places(0).size());
    }

    @Test
    void aPlaceThatASmallerGridLeavesOutKeepsItsViewport() {
        room.run(ViewerAction.GRID_2);
        Viewport second = session.viewport(new Place(0, 1));
        room.run(ViewerAction.GRID_1);

        room.run(ViewerAction.GRID_2);

        assertSame(second, session.viewport(new Place(0, 1)));
        assertEquals(Optional.of(room.neck), second.stack());
    }

    @Test
    void anotherCaseTakesDownWhatHangsInPlacesOutOfSightAndForgetsEdits() {
        room.run(ViewerAction.GRID_2);
        room.run(ViewerAction.GRID_1);

        session.close();

        assertTrue(session.viewport(new Place(0, 1)).stack().isEmpty());
        assertTrue(room.history.undoable().isEmpty(), "undo must not bring back images of another patient");
    }

    // [utest->req~viewer.stages~1]
    @Test
    void stagesOfTheProtocolFollowOneAnotherByKeyAndComeBackByUndo() {
        assertEquals(
                List.of("Current and prior", "All series"),
                session.stages().all().stream().map(HangingPlan.Stage::name).toList());

        room.run(ViewerAction.NEXT_STAGE);
        assertEquals(new Grid(2, 2), session.lightbox().grids().get(0));
        assertEquals(Optional.of(room.neck), stackAt(0, 1));
        room.run(ViewerAction.NEXT_STAGE);
        assertEquals(1, session.stages().index(), "held at the last");
        room.history.undo();

        assertEquals(Grid.SINGLE, session.lightbox().grids().get(0));
    }

    @Test
    void aNoticeIsToldAndGoes() {
        session.tell("Saved");
        assertEquals("Saved", session.notice());

        room.scheduler.rest();

        assertEquals("", session.notice());
    }

    @Test
    void aGridBeyondTheLimitIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Grid(0, 1));
        assertThrows(IllegalArgumentException.class, () -> new Grid(1, Grid.MOST + 1));
    }

    private Optional<ImageStack> stackAt(int panel, int cell) {
        return session.viewport(new Place(panel, cell)).stack();
    }

    private Viewport viewport() {
        return session.viewport(Place.LEFT);
    }

    private Polarity polarity() {
        return viewport().presentation().orElseThrow().polarity();
    }

    private VoiWindow window() {
        return viewport().presentation().orElseThrow().window();
    }
}
