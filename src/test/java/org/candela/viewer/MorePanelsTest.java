package org.candela.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.candela.study.LoadedFrame;
import org.candela.viewer.layout.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Desks of more than two diagnostic monitors. */
// [utest->req~viewer.more-panels~1]
class MorePanelsTest {
    private static final LoadedFrame SLICE = TestImages.slice(11, 11, new int[121]);
    private static final Place THIRD = new Place(2, 0);

    @TempDir
    private Path folder;

    @Test
    void aProtocolForTwoScreensSpreadsOverThreeByWhatHangsNowhereYet() throws Exception {
        try (SessionRoom room = new SessionRoom(folder, ManualLoader.answering(SLICE))) {
            room.session.lightbox().provide(3);

            room.open();

            assertEquals(
                    Optional.of(room.head), room.session.viewport(Place.LEFT).stack());
            assertEquals(
                    Optional.of(room.prior), room.session.viewport(Place.RIGHT).stack());
            assertEquals(Optional.of(room.neck), room.session.viewport(THIRD).stack());
            assertEquals(3, room.session.lightbox().panelsInUse());
        }
    }

    @Test
    void whatHungOnThreeScreensIsThereOnADeskOfTwo() throws Exception {
        try (SessionRoom room = new SessionRoom(folder, ManualLoader.answering(SLICE))) {
            room.session.lightbox().provide(3);
            room.open();
            room.session.activate(THIRD);
            room.run(ViewerAction.INVERT);
            room.scheduler.rest();
        }

        try (SessionRoom room = new SessionRoom(folder, ManualLoader.answering(SLICE))) {
            room.open();

            assertEquals(3, room.session.lightbox().panelsInUse());
            assertEquals(Optional.of(room.neck), room.session.viewport(THIRD).stack());
            assertTrue(room.session.lightbox().places().contains(THIRD));
        }
    }

    @Test
    void undoOfAChangeMadeOnTwoScreensTakesTheThirdNotAway() throws Exception {
        try (SessionRoom room = new SessionRoom(folder, ManualLoader.answering(SLICE))) {
            room.open();
            room.run(ViewerAction.GRID_2);
            room.session.lightbox().provide(3);

            room.history.undo();

            assertEquals(3, room.session.lightbox().grids().size());
        }
    }
}
