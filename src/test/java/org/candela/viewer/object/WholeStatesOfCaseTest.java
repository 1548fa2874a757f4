package org.candela.viewer.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.candela.dicom.Attributes;
import org.candela.dicom.object.ObjectFiles;
import org.candela.dicom.object.ObjectHeader;
import org.candela.dicom.object.SeriesReference;
import org.candela.dicom.object.presentation.DisplayedArea;
import org.candela.dicom.object.presentation.PixelRectangle;
import org.candela.dicom.object.presentation.PresentationState;
import org.candela.dicom.object.presentation.PresentationStateWriter;
import org.candela.dicom.object.presentation.Scope;
import org.candela.dicom.object.presentation.SpatialTransform;
import org.candela.dicom.object.presentation.StateGreys;
import org.candela.image.ImagePoint;
import org.candela.image.PixelSpacing;
import org.candela.image.PresentationLut;
import org.candela.image.Rescale;
import org.candela.image.VoiWindow;
import org.candela.viewer.ViewerAction;
import org.candela.viewer.ViewerActions;
import org.candela.viewer.Viewport;
import org.candela.viewer.layout.Hanging;
import org.candela.viewer.layout.KeptHanging;
import org.candela.viewer.layout.Place;
import org.candela.viewer.picture.Appearance;
import org.candela.viewer.picture.CanvasPoint;
import org.candela.viewer.picture.CanvasSize;
import org.candela.viewer.picture.ScreenPitch;
import org.candela.viewer.picture.StateUse;
import org.candela.viewer.picture.ViewState;
import org.candela.viewer.state.StatePresentation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A state for the first of two images: 6 × 8, signed values without rescale, window 0/100. */
// [utest->req~viewer.state-whole~1]
class WholeStatesOfCaseTest {
    private static final Attributes IMAGE = ObjectFiles.image("1.2.3.4.1.1");
    private static final VoiWindow OWN = VoiWindow.linear(0, 100);
    private static final VoiWindow STATED = VoiWindow.linear(40, 400);
    private static final VoiWindow READERS = VoiWindow.linear(7, 77);

    @TempDir
    private Path folder;

    @Test
    void allOfAStateIsSeenAndWhatTheReaderHadComesBackAfterIt() throws Exception {
        try (ObjectRoom room = opened(new DisplayedArea.ScaleToFit())) {
            Viewport viewport = room.session.activeViewport();
            viewport.chooseWindow(READERS);
            Appearance before = viewport.appearance();

            run(room, ViewerAction.NEXT_STATE);

            assertEquals(STATED, window(viewport));
            assertEquals(new ViewState(1, new ImagePoint(0, 0), 1, true), viewport.viewState());
            StatePresentation.Applied applied = assertInstanceOf(
                    StatePresentation.Applied.class, viewport.stated().orElseThrow());
            assertEquals(
                    PresentationLut.Shape.INVERSE,
                    applied.loaded().description().greys().presentation());
            // 4 columns and 2 rows, turned, on 100 × 100: 100 / 4 device pixels to a column, its middle in the middle.
            CanvasPoint middle = viewport.resolvedView().orElseThrow().canvasPoint(new ImagePoint(3.5, 1.5));
            assertEquals(25, viewport.resolvedView().orElseThrow().scale(), 1e-9);
            assertEquals(49.5, middle.x(), 1e-9);
            assertEquals(49.5, middle.y(), 1e-9);
            run(room, ViewerAction.NEXT_STATE);
            assertEquals(before, viewport.appearance());
            assertEquals(READERS, window(viewport));
        }
    }

    @Test
    void onAnImageThatTheStateWasNotMadeForAllIsAsBeforeAndBothKeepWhatTheReaderDoes() throws Exception {
        try (ObjectRoom room = opened(new DisplayedArea.ScaleToFit())) {
            Viewport viewport = room.session.activeViewport();
            viewport.chooseWindow(READERS);
            run(room, ViewerAction.NEXT_STATE);

            viewport.scrollTo(1);
            assertEquals(READERS, window(viewport));
            assertEquals(ViewState.FIT, viewport.viewState());
            assertEquals(Optional.empty(), viewport.stated());
            viewport.moveWindow(8, 88);
            viewport.scrollTo(0);
            assertEquals(STATED, window(viewport));
            viewport.moveWindow(41, 410);
            run(room, ViewerAction.TURN);
            viewport.scrollTo(1);
            assertEquals(VoiWindow.linear(8, 88), window(viewport));
            assertEquals(ViewState.FIT, viewport.viewState());
            viewport.scrollTo(0);

            assertEquals(VoiWindow.linear(41, 410), window(viewport));
            assertTrue(viewport.use() instanceof StateUse.Whole whole && whole.isViewOwn());
            assertEquals(0, viewport.viewState().quarterTurns()); // mirrored: a turn on the screen takes one back
            run(room, ViewerAction.RESET);
            assertEquals(STATED, window(viewport));
            assertEquals(1, viewport.viewState().quarterTurns());
        }
    }

    @Test
    void undoTakesAStateOffAndRedoPutsItOn() throws Exception {
        try (ObjectRoom room = opened(new DisplayedArea.ScaleToFit())) {
            Viewport viewport = room.session.activeViewport();
            viewport.chooseWindow(READERS);
            run(room, ViewerAction.NEXT_STATE);
            run(room, ViewerAction.INVERT);

            room.history.undo();
            Appearance asStated = viewport.appearance();
            room.history.undo();

            assertEquals(READERS, window(viewport));
            assertEquals(StateUse.none(), viewport.use());
            room.history.redo();
            assertEquals(asStated, viewport.appearance());
            assertEquals(STATED, window(viewport));
        }
    }

    @Test
    void valuesAreMeasuredInTheImageAndNotInWhatTheStateMakesOfThem() throws Exception {
        try (ObjectRoom room = opened(new DisplayedArea.ScaleToFit())) {
            Viewport viewport = room.session.activeViewport();

            run(room, ViewerAction.NEXT_STATE);

            assertEquals(
                    "HU",
                    viewport.shown()
                            .orElseThrow()
                            .loaded()
                            .description()
                            .rescale()
                            .unit());
            assertEquals("OD", viewport.facts().orElseThrow().unit());
        }
    }

    @Test
    void trueSizeFollowsTheMonitorAndIsTheWholeAreaWhereThatIsNotKnown() throws Exception {
        try (ObjectRoom room = opened(new DisplayedArea.TrueSize())) {
            Viewport viewport = room.session.activeViewport();
            run(room, ViewerAction.NEXT_STATE);
            double unknown = viewport.resolvedView().orElseThrow().scale();

            room.session.lightbox().standOn(Place.LEFT.panel(), Optional.of(new ScreenPitch(0.1, 0.1)));

            assertEquals(25, unknown, 1e-9);
            // Pixels of 0.4 mm on a pitch of 0.1 mm.
            assertEquals(4, viewport.resolvedView().orElseThrow().scale(), 1e-9);
        }
    }

    @Test
    void magnifiedByTheStateAnImageColumnTakesSoManyDevicePixels() throws Exception {
        try (ObjectRoom room = opened(new DisplayedArea.Magnify(2.5))) {
            run(room, ViewerAction.NEXT_STATE);

            assertEquals(
                    2.5,
                    room.session.activeViewport().resolvedView().orElseThrow().scale(),
                    1e-9);
        }
    }

    @Test
    void howAStudyHungIsKeptWithoutTheState() throws Exception {
        try (ObjectRoom room = opened(new DisplayedArea.ScaleToFit())) {
            Viewport viewport = room.session.activeViewport();
            viewport.chooseWindow(READERS);
            Appearance before = viewport.appearance();
            run(room, ViewerAction.NEXT_STATE);
            viewport.moveWindow(41, 410);

            Hanging hanging = room.session.lightbox().hanging();

            assertEquals(
                    List.of(before),
                    KeptHanging.of(hanging).hung().values().stream()
                            .map(KeptHanging.Named::appearance)
                            .toList());
        }
    }

    private static VoiWindow window(Viewport viewport) {
        return viewport.presentation().orElseThrow().window();
    }

    private static void run(ObjectRoom room, ViewerAction action) {
        new ViewerActions(room.session).run(action);
    }

    private ObjectRoom opened(DisplayedArea.Size size) throws Exception {
        ObjectRoom room = new ObjectRoom(folder);
        room.admitImages();
        Attributes written = PresentationStateWriter.write(state(size), IMAGE, ObjectHeader.Place.inNewSeries(901));
        room.admit(ObjectRoom.file(written, folder.resolve("state.dcm")));
        room.open();
        Viewport viewport = room.session.activeViewport();
        viewport.resize(new CanvasSize(100, 100));
        assertEquals(OWN, window(viewport));
        return room;
    }

    private static PresentationState state(DisplayedArea.Size size) {
        return new PresentationState(
                PresentationState.Label.ofNew("WHOLE", "Reader^Test", ObjectFiles.MOMENT),
                SeriesReference.of(List.of(IMAGE)),
                new StateGreys(
                        new StateGreys.Linear(new Rescale(2, -100, "OD")),
                        List.of(new StateGreys.SoftcopyVoi(Scope.ALL, List.of(STATED))),
                        PresentationLut.Shape.INVERSE),
                new PresentationState.View(
                        new SpatialTransform(1, true),
                        List.of(new DisplayedArea(
                                Scope.ALL,
                                new PixelRectangle(2, 1, 5, 2),
                                size,
                                new DisplayedArea.Spacing(new PixelSpacing(0.4, 0.4))))),
                Optional.empty(),
                new PresentationState.Graphics(List.of(), List.of(), List.of()),
                List.of());
    }
}
