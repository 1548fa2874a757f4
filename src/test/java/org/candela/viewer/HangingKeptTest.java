package org.candela.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candela.base.Uid;
import org.candela.image.ColourTable;
import org.candela.image.ImagePoint;
import org.candela.image.Interpolation;
import org.candela.image.Polarity;
import org.candela.image.VoiWindow;
import org.candela.store.StoreException;
import org.candela.study.FrameKey;
import org.candela.study.LoadedFrame;
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

    @Test
    void everythingOfAHangingComesBackFromItsText() {
        Appearance moved = Appearance.INITIAL.with(new VoiChoice.OfFile(1).at(2000, 700));
        Appearance look = new Appearance(
                new ViewState(2.5, Magnification.OF_PIXELS, new ImagePoint(-3.25, 4), 3, true, Edge.RIGHT),
                new VoiChoice.ByReader(new VoiWindow(40, 80, VoiWindow.Function.SIGMOID), new VoiChoice.OfFile(2)),
                Polarity.INVERTED,
                OverlayInk.NONE,
                new Appearance.Filling(Interpolation.CUBIC, ColourTable.HOT_IRON, Occlusion.LIFTED));
        KeptHanging kept = new KeptHanging(
                List.of(new Grid(2, 3), Grid.SINGLE),
                Map.of(
                        Place.RIGHT,
                        new KeptHanging.Named(
                                new Uid("1.2.4"),
                                new FrameKey(new Uid("1.2.4.1"), 0),
                                new FrameKey(new Uid("1.2.4.1"), 0),
                                moved),
                        new Place(0, 5),
                        new KeptHanging.Named(
                                new Uid("1.2.3"),
                                new FrameKey(new Uid("1.2.3.1"), 0),
                                new FrameKey(new Uid("1.2.3.1"), 7),
                                look)));

        assertEquals(Optional.of(kept), KeptHangingText.read(KeptHangingText.write(kept)));
    }

    @Test
    void aTextThatIsNotUnderstoodIsNoHanging() {
        for (String text : List.of(
                "", "{", "{}", "[]", "{\"grids\":[[0,1]],\"places\":[]}", "{\"grids\":[[1,1]],\"places\":[{}]}")) {
            assertEquals(Optional.empty(), KeptHangingText.read(text), text);
        }
    }

    private SessionRoom room() throws StoreException {
        return new SessionRoom(folder, ManualLoader.answering(SLICE));
    }
}
