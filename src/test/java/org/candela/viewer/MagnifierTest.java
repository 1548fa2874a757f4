package org.candela.viewer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.candela.image.DisplayLut;
import org.candela.image.RasterArgb;
import org.candela.store.StoreException;
import org.candela.study.LoadedFrame;
import org.candela.viewer.layout.Place;
import org.candela.viewer.picture.CanvasPoint;
import org.candela.viewer.picture.CanvasSize;
import org.candela.viewer.picture.Loupe;
import org.candela.viewer.picture.Picture;
import org.candela.viewer.picture.Renderer;
import org.candela.viewer.picture.ViewState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On a slice of 101 × 101 pixels shown one to one, each with the value of its column. */
// [utest->req~viewer.magnifier~1]
class MagnifierTest {
    private static final int SIDE = 101;
    private static final LoadedFrame COLUMNS = TestImages.slice(
            SIDE, SIDE, IntStream.range(0, SIDE * SIDE).map(i -> i % SIDE).toArray());
    private static final CanvasPoint MIDDLE = new CanvasPoint(50, 50);

    private SessionRoom room;
    private Magnifier magnifier;

    @BeforeEach
    void open(@TempDir Path folder) throws StoreException {
        room = new SessionRoom(folder, ManualLoader.answering(COLUMNS));
        room.open();
        viewport().resize(new CanvasSize(SIDE, SIDE));
        magnifier = room.session.instruments().magnifier();
    }

    @AfterEach
    void close() throws StoreException {
        room.close();
    }

    /** What the whole view shows at {@code factor} times the zoom around the same point is what the loupe shows, to the pixel. */
    @ParameterizedTest
    @CsvSource({"2, 50, 50", "3, 40, 60", "4, 30, 50"})
    void whatIsSeenThroughTheLoupeIsWhatTheRendererDrawsAtThatSize(int factor, int x, int y) {
        Picture whole = viewport().picture().orElseThrow();
        CanvasPoint at = new CanvasPoint(x, y);
        viewport()
                .look(ViewState.FIT
                        .withZoom(factor)
                        .withShift(
                                whole.view().imagePoint(at).minus(whole.view().imagePoint(MIDDLE))));
        Picture zoomed = viewport().picture().orElseThrow();

        Picture lens = new Loupe(factor, Loupe.Shape.ROUND).over(whole, at, new CanvasSize(SIDE, SIDE));

        assertArrayEquals(drawn(zoomed), drawn(lens));
        assertTrue(Arrays.stream(drawn(lens)).distinct().count() > 10, "a picture of greys");
    }

    @Test
    void theImageUnderTheMiddleOfTheLoupeIsTheOneItLiesOver() {
        Picture whole = viewport().picture().orElseThrow();

        Picture lens = Loupe.USUAL.over(whole, new CanvasPoint(20, 70), new CanvasSize(11, 11));

        assertEquals(
                whole.view().imagePoint(new CanvasPoint(20, 70)), lens.view().imagePoint(new CanvasPoint(5, 5)));
    }

    @Test
    void itFollowsThePointerAndStaysUntilItIsPutAway() {
        assertEquals(Optional.empty(), magnifier.on(Place.LEFT));
        room.run(ViewerAction.MAGNIFIER);
        assertEquals(Optional.of(MIDDLE), magnifier.on(Place.LEFT));

        room.session.hover(Place.LEFT, new CanvasPoint(12, 34));
        assertEquals(Optional.of(new CanvasPoint(12, 34)), magnifier.on(Place.LEFT));
        room.session.hover(Place.RIGHT, new CanvasPoint(5, 6));
        assertEquals(Optional.empty(), magnifier.on(Place.LEFT));
        assertEquals(Optional.of(new CanvasPoint(5, 6)), magnifier.on(Place.RIGHT));
        room.session.close();
        room.open();
        assertEquals(Optional.of(MIDDLE), magnifier.on(Place.LEFT));
        room.run(ViewerAction.MAGNIFIER);

        assertEquals(Optional.empty(), magnifier.on(Place.LEFT));
    }

    @Test
    void keysOfItsOwnMoveIt() {
        room.run(ViewerAction.MAGNIFIER);

        room.run(ViewerAction.MAGNIFIER_RIGHT);
        room.run(ViewerAction.MAGNIFIER_UP);

        assertEquals(Optional.of(new CanvasPoint(51, 49)), magnifier.on(Place.LEFT));
        assertEquals(0, viewport().frameIndex(), "nothing else was moved");
    }

    @Test
    void itFollowsTheCrosshairOfTheKeys() {
        room.run(ViewerAction.MAGNIFIER);
        room.run(ViewerAction.LENGTH_TOOL);
        room.run(ViewerAction.PLACE_POINT);

        room.run(ViewerAction.NEXT_IMAGE);

        assertEquals(Optional.of(new CanvasPoint(50, 51)), magnifier.on(Place.LEFT));
    }

    @Test
    void itMagnifiesTwoThreeOrFourTimesRoundOrSquare() {
        room.run(ViewerAction.MAGNIFIER);
        room.run(ViewerAction.MAGNIFIER_FACTOR);
        assertEquals(new Loupe(3, Loupe.Shape.ROUND), magnifier.loupe());
        room.run(ViewerAction.MAGNIFIER_FACTOR);
        room.run(ViewerAction.MAGNIFIER_FACTOR);
        room.run(ViewerAction.MAGNIFIER_SHAPE);

        assertEquals(new Loupe(2, Loupe.Shape.SQUARE), magnifier.loupe());
    }

    private static int[] drawn(Picture picture) {
        RasterArgb raster = RasterArgb.ofSize(
                picture.view().canvas().width(), picture.view().canvas().height());
        Renderer.ON_CALLER.render(picture, DisplayLut.IDENTITY, raster);
        return raster.pixels();
    }

    private Viewport viewport() {
        return room.session.activeViewport();
    }
}
