package org.candela.viewer.object;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.candela.Corpus;
import org.candela.Peer;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomReader;
import org.candela.dicom.Tag;
import org.candela.dicom.VR;
import org.candela.dicom.image.FrameReader;
import org.candela.dicom.object.ObjectFiles;
import org.candela.dicom.object.ObjectHeader;
import org.candela.dicom.object.SeriesReference;
import org.candela.dicom.object.presentation.DisplayShutter;
import org.candela.dicom.object.presentation.DisplayedArea;
import org.candela.dicom.object.presentation.OverlayActivation;
import org.candela.dicom.object.presentation.PixelRectangle;
import org.candela.dicom.object.presentation.PresentationState;
import org.candela.dicom.object.presentation.PresentationStateReader;
import org.candela.dicom.object.presentation.PresentationStateWriter;
import org.candela.dicom.object.presentation.Scope;
import org.candela.dicom.object.presentation.SpatialTransform;
import org.candela.dicom.object.presentation.StateGreys;
import org.candela.image.DisplayLut;
import org.candela.image.ImagePoint;
import org.candela.image.LookupTable;
import org.candela.image.OverlayPlane;
import org.candela.image.PresentationLut;
import org.candela.image.RasterArgb;
import org.candela.image.Rescale;
import org.candela.image.VoiLut;
import org.candela.image.VoiTransform;
import org.candela.image.VoiWindow;
import org.candela.study.FrameKey;
import org.candela.study.LoadedFrame;
import org.candela.viewer.picture.CanvasSize;
import org.candela.viewer.picture.DataPresentation;
import org.candela.viewer.picture.OverlayInk;
import org.candela.viewer.picture.Picture;
import org.candela.viewer.picture.Renderer;
import org.candela.viewer.picture.ResolvedView;
import org.candela.viewer.picture.ViewState;
import org.candela.viewer.state.StatePresentation;
import org.candela.viewer.state.StatePresentation.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Presentation states applied whole, in pixels: exact arrays, and the pictures that DCMTK makes of the same files. */
// [utest->req~viewer.state-whole~1]
class WholeStateRenderingTest {
    private static final Attributes IMAGE = ObjectFiles.image("1.2.3.4.1.1")
            .setNumbers(Tag.WindowCenter, VR.DS, 30)
            .setNumbers(Tag.WindowWidth, VR.DS, 20);
    private static final FrameKey KEY = new FrameKey(new Uid("1.2.3.4.1.1"), 0);
    private static final PixelRectangle WHOLE = PixelRectangle.whole(8, 6);

    private static final Map<String, StateGreys.Modality> MODALITIES = Map.of(
            "none", new StateGreys.Linear(Rescale.IDENTITY),
            "rescale", new StateGreys.Linear(new Rescale(2, -30, "US")),
            "table", new StateGreys.Table(table(0, 60, 10, i -> 17 * i % 1000), "US"));
    private static final Map<String, List<VoiTransform>> VOIS = Map.of(
            "whole range", List.of(),
            "window", List.of(VoiWindow.linear(25, 40)),
            "table", List.of(new VoiLut(table(0, 90, 12, i -> 4095 - 40 * i), "down")));
    private static final Map<String, PresentationLut> PRESENTATIONS = Map.of(
            "IDENTITY", PresentationLut.Shape.IDENTITY,
            "INVERSE", PresentationLut.Shape.INVERSE,
            "table", new PresentationLut.Table(table(0, 256, 8, i -> i * i / 255)));

    @TempDir
    private Path folder;

    private static LookupTable table(int first, int count, int bits, IntUnaryOperator value) {
        return new LookupTable(first, IntStream.range(0, count).map(value).toArray(), bits);
    }

    private static Stream<Arguments> chains() {
        List<Arguments> chains = new ArrayList<>();
        for (String photometric : List.of("MONOCHROME2", "MONOCHROME1")) {
            for (String modality : MODALITIES.keySet()) {
                for (String voi : VOIS.keySet()) {
                    PRESENTATIONS.keySet().forEach(last -> chains.add(Arguments.of(photometric, modality, voi, last)));
                }
            }
        }
        return chains.stream();
    }

    /** DCMTK 3.6.7 takes the windows of a state as linear whatever their function: SIGMOID is tested by its formula. */
    @ParameterizedTest
    @MethodSource("chains")
    void everyChainOfGreysIsThatOfDcmtk(String photometric, String modality, String voi, String presentation)
            throws Exception {
        Peer.need("dcmp2pgm");
        List<VoiTransform> alternatives = Objects.requireNonNull(VOIS.get(voi));
        StateGreys greys = new StateGreys(
                Objects.requireNonNull(MODALITIES.get(modality)),
                alternatives.isEmpty() ? List.of() : List.of(new StateGreys.SoftcopyVoi(Scope.ALL, alternatives)),
                Objects.requireNonNull(PRESENTATIONS.get(presentation)));
        Attributes image = IMAGE.copy().set(Tag.PhotometricInterpretation, VR.CS, photometric);

        assertSameAsDcmtk(state(greys, SpatialTransform.NONE, area(WHOLE), Optional.empty()), image);
    }

    @Test
    void aSigmoidWindowIsThatOfItsFormula() throws Exception {
        StateGreys greys = new StateGreys(
                new StateGreys.Linear(new Rescale(2, -30, "US")),
                List.of(new StateGreys.SoftcopyVoi(
                        Scope.ALL, List.of(new VoiWindow(20, 30, VoiWindow.Function.SIGMOID)))),
                PresentationLut.Shape.INVERSE);

        int[] seen = rendered(applied(state(greys, SpatialTransform.NONE, area(WHOLE), Optional.empty())), 8, 6);

        for (int i = 0; i < seen.length; i++) {
            double value = 2 * (10 * (i / 8) + i % 8) - 30;
            // PS3.3 C.11.2.1.3.1, inverted
            double expected = 255 * (1 - 1 / (1 + Math.exp(-4 * (value - 20) / 30)));
            assertEquals(expected, seen[i], 0.51, "pixel " + i);
        }
    }

    @Test
    void turnedAndMirroredItStandsAsInDcmtk() throws Exception {
        Peer.need("dcmp2pgm");
        StateGreys greys = windowed(128, 256);
        for (int turns = 0; turns < 4; turns++) {
            for (boolean isMirrored : new boolean[] {false, true}) {
                SpatialTransform spatial = new SpatialTransform(turns, isMirrored);
                assertSameAsDcmtk(state(greys, spatial, area(WHOLE), Optional.empty()), IMAGE);
            }
        }
    }

    /** Scrambled modality, VOI and presentation tables over a picture that only makes sense through all three. */
    @Test
    void scrambledTablesOfTheCorpusComeOutAsInDcmtk() throws Exception {
        Peer.need("dcmp2pgm");
        Path base = Corpus.folder().resolve("nroduit+weasis-dicom-tools/img");
        Path image = base.resolve("imageForPrLUTs.dcm");
        PresentationState state = PresentationStateReader.read(
                DicomReader.read(base.resolve("prLUTs.dcm")).dataSet());
        LoadedFrame loaded = loaded(image);
        FrameKey key = new FrameKey(
                DicomReader.readHeader(image).dataSet().uid(Tag.SOPInstanceUID).orElseThrow(), 0);

        int[] ours = rendered(
                applied(state, key, loaded),
                loaded.frame().layout().columns(),
                loaded.frame().layout().rows());

        assertNear(dcmtk(base.resolve("prLUTs.dcm"), image, ours.length), ours);
    }

    @Test
    void theDisplayedAreaFillsTheCanvasWithPixelsOfTheShapeThatTheStateSays() throws Exception {
        // Columns 2 to 5, rows 1 to 2, pixels twice as high as wide: as wide as high on the screen.
        DisplayedArea area = new DisplayedArea(
                Scope.ALL,
                new PixelRectangle(2, 1, 5, 2),
                new DisplayedArea.ScaleToFit(),
                new DisplayedArea.Ratio(2, 1));
        StatePresentation.Applied applied =
                applied(state(windowed(128, 256), SpatialTransform.NONE, area, Optional.empty()));

        // Rows 0.75, 1.25, 1.75 and 2.25 of 10 · row + column, halves rounded up.
        assertArrayEquals(
                new int[] {10, 11, 12, 13, 15, 16, 17, 18, 20, 21, 22, 23, 25, 26, 27, 28}, rendered(applied, 4, 4));
        assertEquals(Set.of(Part.AREA, Part.ASPECT, Part.WINDOW), applied.parts());
    }

    @Test
    void whatTheShutterCoversHasItsPValueWhicheverWayTheImageIsTurned() throws Exception {
        DisplayShutter shutter = new DisplayShutter(
                Optional.of(new PixelRectangle(1, 0, 7, 4)),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                200 * 257,
                Optional.empty());
        PresentationState state =
                state(windowed(128, 256), new SpatialTransform(2, false), area(WHOLE), Optional.of(shutter));

        int[] seen = rendered(applied(state), 8, 6);

        for (int i = 0; i < seen.length; i++) {
            int row = 5 - i / 8;
            int column = 7 - i % 8;
            boolean isCovered = column == 0 || row == 5;
            assertEquals(isCovered ? 200 : 10 * row + column, seen[i], "pixel " + i);
        }
    }

    @Test
    void aBitmapShutterCoversWhatItMarks() throws Exception {
        BitSet marks = new BitSet();
        marks.set(3);
        OverlayPlane bitmap = new OverlayPlane(0x601E, 6, 8, 0, 0, OverlayPlane.Kind.GRAPHICS, "", marks);
        DisplayShutter shutter = new DisplayShutter(
                Optional.empty(), Optional.empty(), List.of(), Optional.of(bitmap), 0xFFFF, Optional.empty());

        int[] seen = rendered(
                applied(state(windowed(128, 256), SpatialTransform.NONE, area(WHOLE), Optional.of(shutter))), 8, 6);

        assertEquals(List.of(2, 255, 4), List.of(seen[2], seen[3], seen[4]));
    }

    @Test
    void overlaysAreThoseThatTheStateNamesAndItsOwnBeforeThoseOfTheImage() throws Exception {
        Attributes image = IMAGE.copy();
        overlay(image, 0, 1);
        overlay(image, 0x20000, 2);
        LoadedFrame loaded = loaded(ObjectFiles.file(image, folder, "overlaid.dcm"));
        BitSet own = new BitSet();
        own.set(5);
        OverlayPlane plane = new OverlayPlane(0x6000, 6, 8, 0, 0, OverlayPlane.Kind.GRAPHICS, "", own);

        List<Integer> ofImage = marked(loaded, new OverlayActivation(0x6002, "MARKS"));
        List<Integer> ofState = marked(loaded, new OverlayActivation(0x6000, "MARKS", Optional.of(plane)));
        List<Integer> none = marked(loaded);

        assertEquals(List.of(List.of(2), List.of(5), List.of()), List.of(ofImage, ofState, none));
    }

    private static List<Integer> marked(LoadedFrame loaded, OverlayActivation... activations) {
        PresentationState plain = state(windowed(128, 256), SpatialTransform.NONE, area(WHOLE), Optional.empty());
        PresentationState state = new PresentationState(
                plain.label(),
                plain.references(),
                plain.greys(),
                plain.view(),
                plain.shutter(),
                new PresentationState.Graphics(List.of(), List.of(), List.of(activations)),
                List.of());
        int[] seen = rendered(applied(state, KEY, loaded), 8, 6);
        return IntStream.range(0, 48).filter(i -> seen[i] == 255).boxed().toList();
    }

    private static void overlay(Attributes image, int group, int bit) {
        image.setNumbers(Tag.OverlayRows + group, VR.US, 6)
                .setNumbers(Tag.OverlayColumns + group, VR.US, 8)
                .set(Tag.OverlayType + group, VR.CS, "G")
                .setNumbers(Tag.OverlayOrigin + group, VR.SS, 1, 1)
                .setNumbers(Tag.OverlayBitPosition + group, VR.US, 0)
                .setBytes(Tag.OverlayData + group, VR.OW, new byte[] {(byte) (1 << bit), 0, 0, 0, 0, 0});
    }

    @Test
    void anImageWithAModalityTableTakesAStateOfTheSameTableAndRefusesAnother() throws Exception {
        StateGreys.Table table = (StateGreys.Table) Objects.requireNonNull(MODALITIES.get("table"));
        StateGreys same = new StateGreys(table, List.of(), PresentationLut.Shape.IDENTITY);
        Attributes coded = PresentationStateWriter.write(
                state(same, SpatialTransform.NONE, area(WHOLE), Optional.empty()),
                IMAGE,
                ObjectHeader.Place.inNewSeries(901));
        Attributes image = IMAGE.copy().setItems(Tag.ModalityLUTSequence, coded.items(Tag.ModalityLUTSequence));
        LoadedFrame loaded = loaded(ObjectFiles.file(image, folder, "tabled.dcm"));

        int[] throughBoth =
                rendered(applied(state(same, SpatialTransform.NONE, area(WHOLE), Optional.empty()), KEY, loaded), 8, 6);
        int[] throughTheStates =
                rendered(applied(state(same, SpatialTransform.NONE, area(WHOLE), Optional.empty())), 8, 6);
        StatePresentation other = StateApplication.of(
                state(windowed(25, 40), SpatialTransform.NONE, area(WHOLE), Optional.empty()), KEY, loaded);

        assertArrayEquals(throughTheStates, throughBoth);
        assertEquals(new StatePresentation.Refused("stored values are not at hand as it needs them"), other);
    }

    @Test
    void aStateOfGreysIsRefusedOnColoursAndOneWhoseTableIsBrokenOnAll() throws Exception {
        Attributes colours = ColourStateTest.colours(0, 0, 0);
        PresentationState state = state(windowed(25, 40), SpatialTransform.NONE, area(WHOLE), Optional.empty());
        Attributes broken = PresentationStateWriter.write(state, IMAGE, ObjectHeader.Place.inNewSeries(901))
                .setNumbers(Tag.RescaleSlope, VR.DS, 0)
                .setNumbers(Tag.RescaleIntercept, VR.DS, 0);

        assertEquals(
                new StatePresentation.Refused("made for greys, this image has colours"),
                StateApplication.of(state, KEY, loaded(ObjectFiles.file(colours, folder, "colours.dcm"))));
        assertEquals(
                new StatePresentation.Refused("some of its greys cannot be read"),
                StateApplication.of(PresentationStateReader.read(broken), KEY, image()));
    }

    private void assertSameAsDcmtk(PresentationState state, Attributes image) throws Exception {
        Path file = ObjectFiles.file(image, folder, "image.dcm");
        Path object = ObjectFiles.file(
                PresentationStateWriter.write(state, image, ObjectHeader.Place.inNewSeries(901)), folder, "state.dcm");
        PresentationState read =
                PresentationStateReader.read(DicomReader.read(object).dataSet());
        boolean isLying = state.view().spatial().quarterTurns() % 2 == 1;

        int[] ours = rendered(applied(read, KEY, loaded(file)), isLying ? 6 : 8, isLying ? 8 : 6);

        assertNear(dcmtk(object, file, 48), ours);
    }

    /** DCMTK rounds after some steps, we once at the end: one entry of the presentation table apart, two greys at most. */
    private static void assertNear(int[] expected, int[] actual) {
        int worst = IntStream.range(0, expected.length)
                .map(i -> Math.abs(expected[i] - actual[i]))
                .max()
                .orElseThrow();
        assertTrue(worst <= 2, () -> worst + " apart\n" + Arrays.toString(expected) + "\n" + Arrays.toString(actual));
    }

    private int[] dcmtk(Path state, Path image, int count) throws IOException, InterruptedException {
        Path picture = folder.resolve("picture.pgm");
        Peer.run(folder, List.of("dcmp2pgm", "-p", state.toString(), image.toString(), picture.toString()));
        byte[] file = Files.readAllBytes(picture);
        return IntStream.range(file.length - count, file.length)
                .map(i -> file[i] & 0xFF)
                .toArray();
    }

    private StatePresentation.Applied applied(PresentationState state) throws Exception {
        return applied(state, KEY, image());
    }

    private LoadedFrame image() throws Exception {
        return loaded(ObjectFiles.file(IMAGE, folder, "image.dcm"));
    }

    private static LoadedFrame loaded(Path file) throws Exception {
        return LoadedFrame.of(FrameReader.open(file).load(0));
    }

    private static StatePresentation.Applied applied(PresentationState state, FrameKey key, LoadedFrame loaded) {
        return assertInstanceOf(StatePresentation.Applied.class, StateApplication.of(state, key, loaded));
    }

    private static int[] rendered(StatePresentation.Applied applied, int width, int height) {
        CanvasSize canvas = new CanvasSize(width, height);
        ViewState view = new ViewState(
                1,
                new ImagePoint(0, 0),
                applied.view().quarterTurns(),
                applied.view().isMirrored());
        RasterArgb raster = RasterArgb.ofSize(width, height);
        Picture picture = new Picture(
                applied.loaded(),
                DataPresentation.initial(applied.loaded()),
                ResolvedView.of(applied.view().framing(), view, canvas),
                OverlayInk.WHITE);
        Renderer.ON_CALLER.render(picture, DisplayLut.IDENTITY, raster);
        return IntStream.of(raster.pixels()).map(argb -> argb & 0xFF).toArray();
    }

    private static StateGreys windowed(double center, double width) {
        return new StateGreys(
                StateGreys.NONE.modality(),
                List.of(new StateGreys.SoftcopyVoi(Scope.ALL, List.of(VoiWindow.linear(center, width)))),
                PresentationLut.Shape.IDENTITY);
    }

    private static DisplayedArea area(PixelRectangle rectangle) {
        return new DisplayedArea(Scope.ALL, rectangle, new DisplayedArea.ScaleToFit(), new DisplayedArea.Ratio(1, 1));
    }

    private static PresentationState state(
            StateGreys greys, SpatialTransform spatial, DisplayedArea area, Optional<DisplayShutter> shutter) {
        return new PresentationState(
                PresentationState.Label.ofNew("WHOLE", "Reader^Test", ObjectFiles.MOMENT),
                SeriesReference.of(List.of(IMAGE)),
                greys,
                new PresentationState.View(spatial, List.of(area)),
                shutter,
                new PresentationState.Graphics(List.of(), List.of(), List.of()),
                List.of());
    }
}
