package org.candela.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.candela.image.Polarity;
import org.candela.store.StoreException;
import org.candela.study.LoadedFrame;
import org.candela.viewer.layout.Grid;
import org.candela.viewer.layout.Hanging;
import org.candela.viewer.layout.Place;
import org.candela.viewer.stack.ImageStack;
import org.candela.viewer.stack.ReadingStudy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~viewer.hanging-kept~1]
class HangingKeptTest {
    private static final LoadedFrame SLICE = TestImages.slice(11, 11, new int[121]);

    @TempDir
    private Path folder;

    @Test
    void aStudyOpenedAgainHangsAsItHungInAnotherRunOfTheProgram() throws StoreException {
        Hanging left;
        try (SessionRoom room = room()) {
            room.open();
            room.run(ViewerAction.GRID_2);
            room.run(ViewerAction.PAGE_FORWARD);
            room.run(ViewerAction.PRESET_2);
            room.run(ViewerAction.INVERT);
            room.run(ViewerAction.TURN);
            room.scheduler.rest();
            left = room.session.lightbox().hanging();
        }

        try (SessionRoom room = room()) {
            room.open();

            assertEquals(left, room.session.lightbox().hanging());
            assertEquals(10, room.session.viewport(Place.LEFT).frameIndex());
        }
    }

    @Test
    void whatChangedInTheLastMomentBeforeTheCaseIsClosedIsKept() throws StoreException {
        try (SessionRoom room = room()) {
            room.open();
            room.run(ViewerAction.INVERT);
            room.session.close();
            room.open();

            assertEquals(
                    Polarity.INVERTED,
                    room.session.viewport(Place.LEFT).appearance().polarity());
        }
    }

    @Test
    void aSeriesThatIsGoneLeavesItsPlaceEmptyAndOneThatGrewStaysAtItsImage() throws StoreException {
        try (SessionRoom room = room()) {
            room.open();
            room.run(ViewerAction.PAGE_FORWARD);
            room.session.close();
            ImageStack grown = TestImages.stack(room.current, 1, "CT", 40);

            room.session.open(new ReadingStudy(room.current, List.of(grown)), List.of());

            assertEquals(Optional.of(grown), room.session.viewport(Place.LEFT).stack());
            assertEquals(10, room.session.viewport(Place.LEFT).frameIndex());
            assertTrue(room.session.viewport(Place.RIGHT).stack().isEmpty());
        }
    }

    @Test
    void aStudyOfWhichNothingIsLeftHangsAfresh() throws StoreException {
        try (SessionRoom room = room()) {
            room.open();
            room.run(ViewerAction.GRID_4);
            room.session.close();

            room.session.open(new ReadingStudy(room.current, List.of(room.neck)), List.of());
            assertEquals(new Grid(2, 2), room.session.lightbox().grids().get(0), "the neck hung in it");
            room.session.close();
            ImageStack other = TestImages.stack(room.current, 9, "CT", 3);
            room.session.open(new ReadingStudy(room.current, List.of(other)), List.of());

            assertEquals(Hanging.EMPTY.grids(), room.session.lightbox().grids());
            assertEquals(Optional.of(other), room.session.viewport(Place.LEFT).stack());
        }
    }

    @Test
    void aStudyHangsAlsoWhenTheStoreCannotBeRead() throws StoreException {
        SessionRoom room = room();
        room.close();

        room.open();

        assertEquals(Optional.of(room.head), room.session.viewport(Place.LEFT).stack());
    }

    private SessionRoom room() throws StoreException {
        return new SessionRoom(folder, ManualLoader.answering(SLICE));
    }
}
