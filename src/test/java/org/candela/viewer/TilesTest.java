package org.candela.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.candela.image.VoiWindow;
import org.candela.store.StoreException;
import org.candela.study.LoadedFrame;
import org.candela.viewer.layout.Grid;
import org.candela.viewer.layout.Place;
import org.candela.viewer.picture.CanvasPoint;
import org.candela.viewer.picture.CanvasSize;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stack of 30 images, four of them side by side. */
// [utest->req~viewer.tiles~1]
class TilesTest {
    private static final LoadedFrame SLICE = TestImages.slice(11, 11, new int[121]);

    private SessionRoom room;

    @BeforeEach
    void open(@TempDir Path folder) throws StoreException {
        room = new SessionRoom(folder, ManualLoader.answering(SLICE));
        room.open();
        viewport().resize(new CanvasSize(50, 50));
        room.run(ViewerAction.TILES_4);
    }

    @AfterEach
    void close() throws StoreException {
        room.close();
    }

    @Test
    void consecutiveImagesStandSideBySide() {
        assertEquals(List.of(0, 1, 2, 3), seen());
        assertEquals(0, tiles().focus());
    }

    @Test
    void scrollingByOneMovesEveryTileByOne() {
        room.run(ViewerAction.NEXT_IMAGE);

        assertEquals(List.of(1, 2, 3, 4), seen());
    }

    @Test
    void aPageShowsTheImagesThatFollow() {
        room.run(ViewerAction.PAGE_FORWARD);
        assertEquals(List.of(4, 5, 6, 7), seen());
        room.run(ViewerAction.PAGE_BACK);

        assertEquals(List.of(0, 1, 2, 3), seen());
    }

    @Test
    void atTheEndOfTheStackTheFocusGoesOnAndNoTileIsEmpty() {
        room.run(ViewerAction.LAST_IMAGE);

        assertEquals(List.of(26, 27, 28, 29), seen());
        assertEquals(3, tiles().focus());
    }

    @Test
    void anotherTileBecomesTheFocusAndNothingMoves() {
        tiles().focusOn(2);
        assertEquals(List.of(0, 1, 2, 3), seen());
        assertEquals(2, viewport().frameIndex());
        room.run(ViewerAction.NEXT_TILE);
        assertEquals(3, tiles().focus());
        room.run(ViewerAction.NEXT_TILE);

        assertEquals(List.of(1, 2, 3, 4), seen());
        assertEquals(4, viewport().frameIndex());
    }

    @Test
    void allTilesHaveOneWindowAndOneZoom() {
        room.run(ViewerAction.PRESET_3);
        room.run(ViewerAction.ONE_TO_ONE);

        for (Viewport tile : others()) {
            assertEquals(
                    VoiWindow.linear(-600, 1500),
                    tile.presentation().orElseThrow().window());
            assertEquals(viewport().resolvedView(), tile.resolvedView());
        }
    }

    @Test
    void aMarkIsDrawnOnTheTileOfItsSliceAlone() {
        room.session.press(Place.LEFT, ViewTool.LENGTH, new CanvasPoint(10, 10));
        room.session.drag(new CanvasPoint(40, 40));
        room.session.release();
        tiles().focusOn(1);

        List<Integer> marks = IntStream.range(0, 4)
                .mapToObj(cell -> tiles().other(cell).orElse(viewport()))
                .map(tile -> tile.measuring().onScreen().size())
                .toList();
        assertEquals(List.of(1, 0, 0, 0), marks);
    }

    @Test
    void tilesAreUndoneAndKeptWithHowTheStudyHangs() {
        room.history.undo();
        assertEquals(Grid.SINGLE, tiles().grid());
        assertEquals(List.of(), others());
        room.history.redo();
        assertEquals(new Grid(2, 2), tiles().grid());
        room.scheduler.rest();
        room.session.close();
        room.open();

        assertEquals(new Grid(2, 2), tiles().grid());
        assertEquals(List.of(0, 1, 2, 3), seen());
    }

    // [utest->req~viewer.clear-on-case-change~1]
    @Test
    void noTileOfTheFormerCaseIsLeft() {
        List<Viewport> former = others();

        room.session.close();

        assertTrue(former.stream()
                .allMatch(tile -> tile.shown().isEmpty() && tile.stack().isEmpty()));
    }

    @Test
    void aStackWithFewerImagesThanTilesLeavesCellsEmpty() {
        viewport().hang(TestImages.stack(room.current, 9, "CT", 3));
        room.run(ViewerAction.TILES_16);

        assertEquals(List.of(0, 1, 2), seen());
        assertEquals(Optional.empty(), tiles().other(3));
    }

    private List<Integer> seen() {
        return IntStream.range(0, tiles().grid().cells())
                .filter(cell -> cell == tiles().focus() || tiles().other(cell).isPresent())
                .mapToObj(cell -> tiles().other(cell).orElse(viewport()).frameIndex())
                .toList();
    }

    private List<Viewport> others() {
        return IntStream.range(0, tiles().grid().cells())
                .mapToObj(cell -> tiles().other(cell))
                .flatMap(Optional::stream)
                .toList();
    }

    private Tiles tiles() {
        return viewport().tiles();
    }

    private Viewport viewport() {
        return room.session.activeViewport();
    }
}
