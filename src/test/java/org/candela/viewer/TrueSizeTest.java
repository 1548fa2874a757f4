package org.candela.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.candela.store.StoreException;
import org.candela.study.LoadedFrame;
import org.candela.viewer.layout.Place;
import org.candela.viewer.picture.CanvasSize;
import org.candela.viewer.picture.ScreenPitch;
import org.candela.viewer.picture.ViewState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~viewer.true-size~1]
class TrueSizeTest {
    private static final double EXACT = 1e-9;
    /** 11 × 11 pixels of 0.5 mm. */
    private static final LoadedFrame SLICE = TestImages.slice(11, 11, new int[121]);

    private SessionRoom room;
    private Viewport viewport;

    @BeforeEach
    void open(@TempDir Path folder) throws StoreException {
        room = new SessionRoom(folder, ManualLoader.answering(SLICE));
        room.open();
        viewport = room.session.viewport(Place.LEFT);
        viewport.resize(new CanvasSize(330, 220));
    }

    @AfterEach
    void close() throws StoreException {
        room.close();
    }

    @Test
    void aPixelOfHalfAMillimetreCoversTwoOfAQuarter() {
        room.session.lightbox().standOn(0, Optional.of(new ScreenPitch(0.25, 0.25)));

        room.run(ViewerAction.TRUE_SIZE);

        assertEquals(2, viewport.resolvedView().orElseThrow().scale(), EXACT);
        assertTrue(TrueSize.isSeen(viewport, new ScreenPitch(0.25, 0.25)));
        assertFalse(TrueSize.isSeen(viewport, new ScreenPitch(0.2, 0.2)), "on another monitor it is not");
    }

    @Test
    void oneToOneAndTrueSizeStayWhenTheCanvasChanges() {
        room.run(ViewerAction.ONE_TO_ONE);
        viewport.resize(new CanvasSize(700, 500));
        assertEquals(1, viewport.resolvedView().orElseThrow().scale(), EXACT);

        room.run(ViewerAction.RESET);
        assertEquals(500 / 11.0, viewport.resolvedView().orElseThrow().scale(), EXACT, "fitted again");
    }

    @Test
    void aScreenOfUnknownSizeChangesNothingAndSaysWhy() {
        ViewState before = viewport.viewState();

        room.run(ViewerAction.TRUE_SIZE);

        assertEquals(before, viewport.viewState());
        assertEquals("The size of this screen is not known", room.session.notice());
    }

    @Test
    void thePitchComesFromTheSizeThatThePanelStates() {
        // 21.3 inches, 3 megapixels upright: 433 × 325 mm for 1536 × 2048 pixels.
        ScreenPitch upright = ScreenPitch.of(433, 325, 1536, 2048).orElseThrow();
        ScreenPitch lying = ScreenPitch.of(433, 325, 2048, 1536).orElseThrow();

        assertEquals(325 / 1536.0, upright.columnMm(), EXACT);
        assertEquals(433 / 2048.0, upright.rowMm(), EXACT);
        assertEquals(433 / 2048.0, lying.columnMm(), EXACT);
    }

    @Test
    void aSizeThatFitsNoPanelIsNone() {
        assertEquals(Optional.empty(), ScreenPitch.of(0, 0, 1920, 1080), "a projector");
        assertEquals(Optional.empty(), ScreenPitch.of(160, 90, 1920, 800), "pixels that are not square");
        assertEquals(Optional.empty(), ScreenPitch.of(16, 9, 1920, 1080), "the aspect in place of the size");
    }
}
