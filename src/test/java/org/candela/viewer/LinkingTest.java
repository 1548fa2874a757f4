package org.candela.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.candela.base.Uid;
import org.candela.image.ImagePoint;
import org.candela.image.PlaneCut;
import org.candela.image.Polarity;
import org.candela.image.Vector3;
import org.candela.store.StoreException;
import org.candela.study.FrameKey;
import org.candela.study.LoadedFrame;
import org.candela.viewer.layout.Grid;
import org.candela.viewer.layout.Place;
import org.candela.viewer.picture.CanvasPoint;
import org.candela.viewer.picture.CanvasSize;
import org.candela.viewer.stack.ImageStack;
import org.candela.viewer.stack.ReadingStudy;
import org.candela.viewer.stack.StackOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~viewer.linked-stacks~1]
// [utest->req~viewer.guides~1]
// [utest->req~viewer.space-cursor~1]
class LinkingTest {
    private static final Uid SPACE = new Uid("1.9.1");
    private static final Uid OTHER_SPACE = new Uid("1.9.2");
    private static final double EXACT = 1e-9;
    private static final Place LEFT_BELOW = new Place(0, 1);

    private SessionRoom room;
    private ReadingSession session;
    private ImageStack axial;
    private ImageStack sagittal;
    private ImageStack prior;

    /** Axial slices, sagittal ones of the same space beside them, and a prior of another space on the right. */
    @BeforeEach
    void open(@TempDir Path folder) throws StoreException {
        room = new SessionRoom(folder, ManualLoader.answering(this::frame));
        session = room.session;
        axial = TestImages.axial(room.current, 1, 11, 0, 1, SPACE);
        sagittal = TestImages.placed(
                room.current,
                3,
                SPACE,
                11,
                new Vector3(0, 1, 0),
                new Vector3(0, 0, -1),
                index -> new Vector3(index, 0, 10));
        prior = TestImages.axial(room.earlier, 2, 11, 100, 1, OTHER_SPACE);
        session.open(
                new ReadingStudy(room.current, List.of(axial, sagittal)),
                List.of(new ReadingStudy(room.earlier, List.of(prior))));
        session.arrange(new Grid(2, 1));
        session.lightbox().places().forEach(place -> session.viewport(place).resize(new CanvasSize(110, 110)));
    }

    @AfterEach
    void close() throws StoreException {
        room.close();
    }

    @Test
    void aStudyAndItsPriorScrollTogetherOnceLinkedAndAloneOnceFreed() {
        room.run(ViewerAction.PAGE_FORWARD);
        assertEquals(0, at(Place.RIGHT).frameIndex(), "another space");
        room.run(ViewerAction.FIRST_IMAGE);
        at(Place.RIGHT).scrollTo(3);

        room.run(ViewerAction.LINK_STACKS);
        room.run(ViewerAction.NEXT_IMAGE);
        assertEquals(4, at(Place.RIGHT).frameIndex());
        session.activate(Place.RIGHT);
        room.run(ViewerAction.NEXT_IMAGE);
        assertEquals(2, at(Place.LEFT).frameIndex(), "either leads");

        room.history.undo();
        room.run(ViewerAction.NEXT_IMAGE);
        assertEquals(2, at(Place.LEFT).frameIndex(), "a link that was undone moves nothing");
    }

    @Test
    void aLinkIsThereAgainWhenTheStacksHangTogetherAgain() {
        at(Place.RIGHT).scrollTo(3);
        room.run(ViewerAction.LINK_STACKS);
        ReadingStudy study = session.study().orElseThrow();
        List<ReadingStudy> priors = session.priors();
        session.close();

        session.open(study, priors);
        room.run(ViewerAction.FIRST_IMAGE);
        at(Place.LEFT).scrollTo(5);

        assertEquals(8, at(Place.RIGHT).frameIndex());
    }

    @Test
    void scrollingAloneLeavesOthersAlone() {
        ImageStack again = TestImages.axial(room.current, 4, 11, 0, 1, SPACE);
        at(LEFT_BELOW).hang(again);
        at(Place.LEFT).scrollTo(4);
        assertEquals(4, at(LEFT_BELOW).frameIndex(), "one space");

        room.run(ViewerAction.LINK_SCROLL);
        at(Place.LEFT).scrollTo(6);

        assertEquals(4, at(LEFT_BELOW).frameIndex());
    }

    @Test
    void windowAndPolarityAreSharedOnRequestAndComeBackWithOneUndo() {
        room.run(ViewerAction.INVERT);
        assertEquals(Polarity.NORMAL, at(Place.RIGHT).appearance().polarity());
        room.history.undo();

        room.run(ViewerAction.LINK_WINDOW);
        room.run(ViewerAction.INVERT);
        assertEquals(Polarity.INVERTED, at(Place.RIGHT).appearance().polarity());
        room.history.undo();

        assertEquals(Polarity.NORMAL, at(Place.RIGHT).appearance().polarity());
        assertEquals(Polarity.NORMAL, at(Place.LEFT).appearance().polarity());
    }

    @Test
    void aMillimetreIsAsLargeOnBothImagesThatZoomTogether() {
        at(Place.RIGHT).resize(new CanvasSize(220, 220));
        room.run(ViewerAction.LINK_VIEW);

        session.edit(
                "Zoom", () -> at(Place.LEFT).look(at(Place.LEFT).viewState().withZoom(3)));

        double left = at(Place.LEFT).resolvedView().orElseThrow().scale();
        double right = at(Place.RIGHT).resolvedView().orElseThrow().scale();
        assertEquals(30, left, EXACT, "11 columns fit 110 device pixels, three times enlarged");
        assertEquals(left, right, EXACT);
    }

    @Test
    void theActiveImageLeavesItsLineOnImagesOfItsSpaceOnly() {
        session.activate(Place.LEFT);
        at(Place.LEFT).scrollTo(4);

        List<PlaneCut> onSagittal = session.guidesOn(at(LEFT_BELOW)).lines();
        assertEquals(1, onSagittal.size());
        assertEquals(6, onSagittal.get(0).from().row(), EXACT, "z = 4 mm is the row 10 − 4");
        assertEquals(6, onSagittal.get(0).to().row(), EXACT);
        assertEquals(List.of(), session.guidesOn(at(Place.RIGHT)).lines(), "another frame of reference");
        assertEquals(List.of(), session.guidesOn(at(Place.LEFT)).lines(), "none on itself");

        room.run(ViewerAction.REFERENCE_LINES);
        assertEquals(List.of(), session.guidesOn(at(LEFT_BELOW)).lines());
    }

    @Test
    void pointingInSpaceBringsTheOthersToThePointAndMarksIt() {
        session.press(Place.LEFT, ViewTool.SPACE_CURSOR, canvas(Place.LEFT, 7, 2));
        session.release();

        assertEquals(7, at(LEFT_BELOW).frameIndex(), "x = 7 mm is the eighth sagittal slice");
        ImagePoint cross = session.guidesOn(at(LEFT_BELOW)).crosses().get(0);
        assertEquals(2, cross.column(), EXACT, "y = 2 mm");
        assertEquals(10, cross.row(), EXACT, "z = 0 mm");
        assertEquals(0, at(Place.RIGHT).frameIndex(), "another frame of reference");
        assertEquals(List.of(), session.guidesOn(at(Place.RIGHT)).crosses());
        at(LEFT_BELOW).scrollTo(2);
        assertEquals(List.of(), session.guidesOn(at(LEFT_BELOW)).crosses(), "the point is not on this slice");
    }

    @Test
    void viewsHearOfLinesThatMoveOverImagesThatStay() {
        int[] heard = {0};
        session.guides().onMove(() -> heard[0]++);

        at(Place.LEFT).scrollTo(4);

        assertTrue(heard[0] > 0);
        assertFalse(session.guidesOn(at(LEFT_BELOW)).lines().isEmpty());
    }

    @Test
    void theOffsetOfALinkIsTold() {
        at(Place.RIGHT).scrollTo(3);
        room.run(ViewerAction.LINK_STACKS);

        StackOffset offset =
                session.linking().offset(session.active(), Place.RIGHT).orElseThrow();

        assertEquals(StackOffset.Unit.MILLIMETRES, offset.unit());
        assertEquals(103, Math.abs(offset.distance()), EXACT);
        assertEquals(Optional.empty(), session.linking().offset(Place.LEFT, Place.LEFT));
    }

    private Viewport at(Place place) {
        return session.viewport(place);
    }

    private CanvasPoint canvas(Place place, double column, double row) {
        return at(place).resolvedView().orElseThrow().canvasPoint(new ImagePoint(column, row));
    }

    private LoadedFrame frame(FrameKey key) {
        for (ImageStack stack : List.of(axial, sagittal, prior)) {
            int index = stack.frames().indexOf(key);
            if (index >= 0) {
                return TestImages.frameOf(stack, index);
            }
        }
        return TestImages.slice(11, 11, new int[121]);
    }
}
