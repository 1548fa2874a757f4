package org.candela.viewer.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.candela.Peer;
import org.candela.base.CandelaException;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomReader;
import org.candela.dicom.Tag;
import org.candela.dicom.VR;
import org.candela.dicom.image.FrameReader;
import org.candela.dicom.object.ObjectFiles;
import org.candela.dicom.object.presentation.DisplayedArea;
import org.candela.dicom.object.presentation.GraphicAnnotation;
import org.candela.dicom.object.presentation.PixelRectangle;
import org.candela.dicom.object.presentation.PresentationState;
import org.candela.dicom.object.presentation.PresentationStateReader;
import org.candela.dicom.object.presentation.SpatialTransform;
import org.candela.dicom.object.presentation.StateGreys;
import org.candela.image.DisplayLut;
import org.candela.image.ImagePoint;
import org.candela.image.PresentationLut;
import org.candela.image.RasterArgb;
import org.candela.image.Rescale;
import org.candela.image.VoiWindow;
import org.candela.study.LoadedFrame;
import org.candela.viewer.ViewTool;
import org.candela.viewer.ViewerAction;
import org.candela.viewer.ViewerActions;
import org.candela.viewer.Viewport;
import org.candela.viewer.layout.Place;
import org.candela.viewer.picture.Appearance;
import org.candela.viewer.picture.CanvasPoint;
import org.candela.viewer.picture.CanvasSize;
import org.candela.viewer.picture.DataPresentation;
import org.candela.viewer.picture.Picture;
import org.candela.viewer.picture.Renderer;
import org.candela.viewer.picture.ResolvedView;
import org.candela.viewer.picture.ViewState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two images of 6 × 8 whose stored value is 10 · row + column; a canvas of ten device pixels to each. */
// [utest->req~viewer.state-written~1]
class StateExportTest {
    private static final VoiWindow WINDOW = VoiWindow.linear(25, 40);

    @TempDir
    private Path folder;

    @Test
    void whatTheImageShowsIsWrittenAndReadsAsItWasMeant() throws Exception {
        try (ObjectRoom room = opened()) {
            draw(room);
            look(room);

            PresentationState state =
                    state(export(room, StateExport.Extent.IMAGE).files().get(0));

            assertTrue(state.appliesTo(ObjectRoom.FIRST.sopInstance(), 1));
            assertEquals(1, state.references().get(0).objects().size());
            assertEquals(new SpatialTransform(1, true), state.view().spatial());
            assertEquals(List.of(WINDOW), state.greys().voiOf(ObjectRoom.FIRST.sopInstance(), 1));
            assertEquals(PresentationLut.Shape.INVERSE, state.greys().presentation());
            assertEquals(new StateGreys.Linear(Rescale.IDENTITY), state.greys().modality());
            assertEquals(
                    List.of(PixelRectangle.whole(8, 6), new DisplayedArea.ScaleToFit()),
                    List.of(
                            state.view().areas().get(0).rectangle(),
                            state.view().areas().get(0).size()));
            GraphicAnnotation mark = state.graphics().annotations().get(0);
            assertEquals("MARKS", mark.layer());
            // Image points 1/1 and 5/3: PIXEL units count from the corner of the first pixel.
            assertEquals(
                    List.of(1.5, 1.5, 5.5, 3.5),
                    mark.graphics().get(0).points().stream()
                            .flatMap(point -> Stream.of(point.x(), point.y()))
                            .map(value -> Math.rint(value * 10) / 10)
                            .toList());
            assertEquals("as read", mark.texts().get(0).text());
        }
    }

    @Test
    void aMagnifiedPartIsTheDisplayedAreaAndOneToOneIsMagnified() throws Exception {
        try (ObjectRoom room = opened()) {
            Viewport viewport = room.session.activeViewport();
            viewport.look(new ViewState(2, new ImagePoint(0, 0), 0, false));
            DisplayedArea part = area(export(room, StateExport.Extent.IMAGE));
            viewport.look(viewport.viewState().withPixels(4));
            DisplayedArea magnified = area(export(room, StateExport.Extent.IMAGE));

            assertEquals(new PixelRectangle(2, 1, 5, 4), part.rectangle());
            assertEquals(new DisplayedArea.ScaleToFit(), part.size());
            assertEquals(new DisplayedArea.Magnify(4), magnified.size());
            assertEquals(PixelRectangle.whole(8, 6), magnified.rectangle());
        }
    }

    @Test
    void theSeriesHasOneStateWithTheWindowOfEachImageAndTheMarksOnTheirOwn() throws Exception {
        try (ObjectRoom room = opened()) {
            draw(room);

            StateExport.Written written = export(room, StateExport.Extent.SERIES);

            assertEquals(
                    List.of(2, 1, 0), List.of(written.images(), written.files().size(), written.leftOut()));
            PresentationState state = state(written.files().get(0));
            assertEquals(2, state.references().get(0).objects().size());
            assertEquals(
                    1,
                    state.graphics()
                            .annotationsOn(ObjectRoom.FIRST.sopInstance(), 1)
                            .size());
            assertEquals(
                    0,
                    state.graphics()
                            .annotationsOn(ObjectRoom.SECOND.sopInstance(), 1)
                            .size());
            assertEquals(List.of(VoiWindow.linear(30, 20)), state.greys().voiOf(ObjectRoom.FIRST.sopInstance(), 1));
            assertEquals(List.of(VoiWindow.linear(40, 50)), state.greys().voiOf(ObjectRoom.SECOND.sopInstance(), 1));
        }
    }

    @Test
    void ofKeyImagesOnlyTheseAreToldAndNoneIsRefused() throws Exception {
        try (ObjectRoom room = opened()) {
            CandelaException none =
                    assertThrows(CandelaException.class, () -> export(room, StateExport.Extent.KEY_IMAGES));
            room.session.activeViewport().scrollTo(1);
            room.session.toggleKeyImage();

            PresentationState state =
                    state(export(room, StateExport.Extent.KEY_IMAGES).files().get(0));

            assertEquals(StateExport.NOTHING, none.code());
            assertTrue(state.appliesTo(ObjectRoom.SECOND.sopInstance(), 1));
            assertEquals(1, state.references().get(0).objects().size());
        }
    }

    @Test
    void imagesInColourAreLeftOutAndAScreenUnderAStateIsRefused() throws Exception {
        try (ObjectRoom room = new ObjectRoom(folder)) {
            room.admit(ObjectRoom.file(colours(), folder.resolve("colours.dcm")));
            room.open();
            room.session.activeViewport().resize(new CanvasSize(80, 60));
            CandelaException colours =
                    assertThrows(CandelaException.class, () -> export(room, StateExport.Extent.SERIES));

            assertEquals(StateExport.NO_GREYS, colours.code());
            assertEquals(false, Files.exists(room.exports()));
        }
        Path again = Files.createDirectory(folder.resolve("again"));
        try (ObjectRoom room = opened(again)) {
            StateExport.Written written = export(room, StateExport.Extent.IMAGE);
            room.admit(written.files().get(0));
            room.open();
            room.session.activeViewport().resize(new CanvasSize(80, 60));
            new ViewerActions(room.session).run(ViewerAction.NEXT_STATE);
            CandelaException under = assertThrows(CandelaException.class, () -> export(room, StateExport.Extent.IMAGE));

            assertEquals(StateExport.UNDER_A_STATE, under.code());
        }
    }

    @Test
    void peersTakeItForValidAndDcmtkShowsWhatWeShow() throws Exception {
        try (ObjectRoom room = opened()) {
            draw(room);
            look(room);
            Path file = export(room, StateExport.Extent.IMAGE).files().get(0);
            Path image = ObjectFiles.file(image("1.2.3.4.1.1", 30, 20), folder, "peer.dcm");

            ObjectFiles.requireValid(file);
            ObjectFiles.requireNoErrorsOfDicom3tools(file, "Laterality");
            assertEquals(
                    "GRAYSCALE 90 Y INVERSE",
                    ObjectFiles.pydicom(
                            file,
                            "'GRAYSCALE' if ds.SOPClassUID.endswith('11.1') else '?', ds.ImageRotation,"
                                    + " ds.ImageHorizontalFlip, ds.PresentationLUTShape"));
            Peer.need("dcmp2pgm");
            Path picture = folder.resolve("picture.pgm");
            Peer.run(folder, List.of("dcmp2pgm", "-p", file.toString(), image.toString(), picture.toString()));
            byte[] peers = Files.readAllBytes(picture);
            int[] ours = rendered(room.session.activeViewport().appearance(), image);
            for (int i = 0; i < ours.length; i++) {
                assertEquals(ours[i], peers[peers.length - ours.length + i] & 0xFF, 1, "pixel " + i);
            }
        }
    }

    private static int[] rendered(Appearance look, Path image) throws Exception {
        LoadedFrame loaded = LoadedFrame.of(FrameReader.open(image).load(0));
        CanvasSize canvas = new CanvasSize(6, 8);
        RasterArgb raster = RasterArgb.ofSize(6, 8);
        DataPresentation presentation = new DataPresentation(WINDOW, look.polarity());
        Renderer.ON_CALLER.render(
                new Picture(loaded, presentation, ResolvedView.of(loaded, look.view(), canvas)),
                DisplayLut.IDENTITY,
                raster);
        return IntStream.of(raster.pixels()).map(argb -> argb & 0xFF).toArray();
    }

    /** A length from 1/1 to 5/3. */
    private static void draw(ObjectRoom room) {
        room.session.choose(ViewTool.LENGTH);
        Viewport viewport = room.session.activeViewport();
        CanvasPoint from = viewport.resolvedView().orElseThrow().canvasPoint(new ImagePoint(1, 1));
        CanvasPoint to = viewport.resolvedView().orElseThrow().canvasPoint(new ImagePoint(5, 3));
        room.session.press(Place.LEFT, ViewTool.LENGTH, from);
        room.session.drag(to);
        room.session.release();
        assertEquals(1, room.session.marks().all().size());
    }

    private static void look(ObjectRoom room) {
        Viewport viewport = room.session.activeViewport();
        viewport.chooseWindow(WINDOW);
        viewport.invert();
        viewport.look(new ViewState(1, new ImagePoint(0, 0), 1, true));
    }

    private static StateExport.Written export(ObjectRoom room, StateExport.Extent extent) throws CandelaException {
        return room.stateExport()
                .of(room.session, extent, reading -> List.of("as read"))
                .run();
    }

    private static DisplayedArea area(StateExport.Written written) throws Exception {
        return state(written.files().get(0)).view().areas().get(0);
    }

    private static PresentationState state(Path file) throws Exception {
        return PresentationStateReader.read(DicomReader.read(file).dataSet());
    }

    /** Where the images of the session lie. */
    private static Attributes image(String uid, double center, double width) {
        return ObjectFiles.image(uid)
                .setNumbers(Tag.ImagePositionPatient, VR.DS, 10, 20, 30)
                .setNumbers(Tag.ImageOrientationPatient, VR.DS, 1, 0, 0, 0, 1, 0)
                .setNumbers(Tag.PixelSpacing, VR.DS, 0.5, 0.5)
                .setNumbers(Tag.WindowCenter, VR.DS, center)
                .setNumbers(Tag.WindowWidth, VR.DS, width);
    }

    private static Attributes colours() {
        return ObjectFiles.image("1.2.3.4.1.1")
                .set(Tag.PhotometricInterpretation, VR.CS, "RGB")
                .setNumbers(Tag.SamplesPerPixel, VR.US, 3)
                .setNumbers(Tag.PlanarConfiguration, VR.US, 0)
                .setBytes(Tag.PixelData, VR.OW, new byte[144]);
    }

    private ObjectRoom opened() throws Exception {
        return opened(folder);
    }

    private static ObjectRoom opened(Path folder) throws Exception {
        ObjectRoom room = new ObjectRoom(folder);
        room.admit(ObjectRoom.file(image("1.2.3.4.1.1", 30, 20), folder.resolve("first.dcm")));
        room.admit(ObjectRoom.file(
                image("1.2.3.4.1.2", 40, 50).set(Tag.InstanceNumber, VR.IS, "2"), folder.resolve("second.dcm")));
        room.open();
        room.session.activeViewport().resize(new CanvasSize(80, 60));
        return room;
    }
}
