package org.candela.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Set;
import org.candela.store.StoreException;
import org.candela.study.LoadedFrame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~viewer.key-images~1]
class KeyImagesTest {
    private static final LoadedFrame SLICE = TestImages.slice(11, 11, new int[121]);

    @TempDir
    private Path folder;

    @Test
    void aMarkIsThereInAnotherRunOfTheProgramAndOneTakenAwayIsNot() throws StoreException {
        try (SessionRoom room = room()) {
            room.open();
            room.run(ViewerAction.KEY_IMAGE);
            room.run(ViewerAction.PAGE_FORWARD);
            room.run(ViewerAction.KEY_IMAGE);
            room.run(ViewerAction.NEXT_IMAGE);
            room.run(ViewerAction.KEY_IMAGE);
            room.run(ViewerAction.KEY_IMAGE);
        }

        try (SessionRoom room = room()) {
            room.open();

            assertEquals(
                    Set.of(room.head.frames().get(0), room.head.frames().get(10)),
                    room.session.keyImages().marked());
        }
    }

    @Test
    void undoAndRedoAreKeptAsWell() throws StoreException {
        try (SessionRoom room = room()) {
            room.open();
            room.run(ViewerAction.KEY_IMAGE);
            room.history.undo();
            assertFalse(room.session.keyImages().isMarked(room.head.frames().get(0)));
            room.history.redo();
            room.history.undo();
        }

        try (SessionRoom room = room()) {
            room.open();
            assertEquals(Set.of(), room.session.keyImages().marked());
        }
    }

    @Test
    void theNextKeyImageIsBroughtFromAnotherSeriesAndComesRound() throws StoreException {
        try (SessionRoom room = room()) {
            room.open();
            room.run(ViewerAction.KEY_IMAGE);
            room.run(ViewerAction.NEXT_SERIES);
            room.run(ViewerAction.PAGE_FORWARD);
            room.run(ViewerAction.KEY_IMAGE);
            room.run(ViewerAction.LAST_IMAGE);

            room.run(ViewerAction.NEXT_KEY_IMAGE);
            assertEquals(room.head, room.session.activeViewport().stack().orElseThrow());
            assertEquals(0, room.session.activeViewport().frameIndex());
            room.run(ViewerAction.NEXT_KEY_IMAGE);
            assertEquals(room.neck, room.session.activeViewport().stack().orElseThrow());
            assertEquals(10, room.session.activeViewport().frameIndex());
        }
    }

    @Test
    void marksOfAnotherStudyAreNotShown() throws StoreException {
        try (SessionRoom room = room()) {
            room.open();
            room.run(ViewerAction.KEY_IMAGE);
            room.session.close();

            assertTrue(room.session.keyImages().marked().isEmpty());
        }
    }

    private SessionRoom room() throws StoreException {
        return new SessionRoom(folder, ManualLoader.answering(SLICE));
    }
}
