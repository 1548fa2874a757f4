package org.candela.dicom.object.presentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.candela.dicom.Attributes;
import org.candela.dicom.Dictionary;
import org.candela.dicom.Tag;
import org.candela.dicom.VR;
import org.candela.dicom.image.IccProfile;
import org.candela.dicom.object.ObjectFiles;
import org.candela.dicom.object.SeriesReference;
import org.candela.dicom.object.UnsupportedObjectException;
import org.candela.image.ImagePoint;
import org.candela.image.LookupTable;
import org.candela.image.OverlayPlane;
import org.candela.image.PresentationLut;
import org.candela.image.VoiLut;
import org.candela.image.VoiWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PresentationStateTest {
    // [utest->req~dicom-object.state-write~1]
    @Test
    void aWrittenStateIsReadAsTheSameValue() throws Exception {
        PresentationState state = StateSamples.full();

        Attributes written = PresentationStateWriter.write(state, StateSamples.FIRST, StateSamples.PLACE);

        assertEquals(state, PresentationStateReader.read(ObjectFiles.reread(written)));
    }

    // [utest->req~dicom-object.state-write~1]
    @Test
    void lookupTablesSurviveWithTheirFirstValueAndAll65536Entries() throws Exception {
        int[] many = new int[65536];
        for (int i = 0; i < many.length; i++) {
            many[i] = 65535 - i;
        }
        StateGreys greys = new StateGreys(
                new StateGreys.Table(new LookupTable(0, many, 16), "OD"),
                List.of(new StateGreys.SoftcopyVoi(
                        Scope.ALL, List.of(new VoiLut(new LookupTable(-2, new int[] {0, 7, 200, 255}, 8), "SOFT")))),
                new PresentationLut.Table(new LookupTable(0, new int[] {5, 4095}, 12)));

        StateGreys read = PresentationStateReader.read(ObjectFiles.reread(PresentationStateWriter.write(
                        StateSamples.turned(SpatialTransform.NONE, whole(), greys),
                        StateSamples.FIRST,
                        StateSamples.PLACE)))
                .greys();

        LookupTable modality = ((StateGreys.Table) read.modality()).table();
        assertEquals(65535, modality.value(0));
        assertEquals(0, modality.value(65535));
        assertEquals("OD", ((StateGreys.Table) read.modality()).unit());
        VoiLut voi = (VoiLut) read.voiOf(StateSamples.FIRST_UID, 1).get(0);
        assertEquals(-2, voi.table().firstMapped());
        assertEquals(200, voi.table().value(0));
        assertEquals("SOFT", voi.explanation());
        LookupTable presentation = ((PresentationLut.Table) read.presentation()).table();
        assertEquals(List.of(5, 4095, 12), List.of(presentation.value(0), presentation.value(1), presentation.bits()));
    }

    // [utest->req~dicom-object.state-scope~1]
    @Test
    void itAppliesToTheImagesItNamesAndToNoOthers() {
        PresentationState state = StateSamples.full();

        assertTrue(state.appliesTo(StateSamples.FIRST_UID, 1));
        assertFalse(state.appliesTo(org.candela.base.Uid.random(), 1));
        assertEquals(List.of(VoiWindow.linear(40, 400)), state.greys().voiOf(StateSamples.FIRST_UID, 1));
        assertEquals(
                2,
                state.view()
                        .areaOf(StateSamples.FIRST_UID, 1)
                        .orElseThrow()
                        .rectangle()
                        .top());
        assertEquals(
                1, state.graphics().annotationsOn(StateSamples.FIRST_UID, 1).size());
        assertEquals(List.of(), state.graphics().annotationsOn(StateSamples.SECOND_UID, 2));
    }

    // [utest->req~dicom-object.state-scope~1]
    @Test
    void aStateThatNamesNoImageIsRefused() {
        Attributes state = written();
        state.remove(Tag.ReferencedSeriesSequence);

        UnsupportedObjectException refusal =
                assertThrows(UnsupportedObjectException.class, () -> PresentationStateReader.read(state));

        assertEquals("(0008,1115): the presentation state names no image that it applies to", refusal.getMessage());
    }

    // [utest->req~dicom-object.state-read~1]
    @Test
    void anotherObjectIsRefused() {
        UnsupportedObjectException refusal =
                assertThrows(UnsupportedObjectException.class, () -> PresentationStateReader.read(StateSamples.FIRST));

        assertEquals(Tag.SOPClassUID, refusal.tag());
    }

    // [utest->req~dicom-object.state-read~1]
    @Test
    void whatCannotBeUnderstoodIsLeftOutAndSaid() throws Exception {
        Attributes state = written();
        state.setNumbers(StateTag.ImageRotation, VR.US, 45);
        state.items(StateTag.DisplayedAreaSelectionSequence)
                .get(0)
                .remove(StateTag.PresentationPixelSpacing); // TRUE SIZE without a size
        Attributes graphic = state.items(StateTag.GraphicAnnotationSequence)
                .get(1)
                .items(StateTag.GraphicObjectSequence)
                .get(2);
        graphic.setNumbers(StateTag.GraphicData, VR.FL, 1, 2, 3); // a circle of one point and a half

        PresentationState read = PresentationStateReader.read(state);

        assertEquals(
                List.of(
                        "an image rotation of 45 degrees is not applied",
                        "a displayed area cannot be read, not applied",
                        "a graphic cannot be read, not shown"),
                read.warnings());
        assertEquals(1, read.view().areas().size());
        assertEquals(4, read.graphics().annotations().get(1).graphics().size());
    }

    /** The pixel of the stored image in each corner of the screen, drawn by hand: rotated clockwise, then flipped (C.10.6). */
    // [utest->req~dicom-object.state-graphics~1]
    @ParameterizedTest
    @CsvSource({
        // turns, flipped, image column and row (pixel edges) shown top left, and bottom right, of 8 × 6
        "0, false, -0.5, -0.5,  7.5,  5.5",
        "0, true,   7.5, -0.5, -0.5,  5.5",
        "1, false, -0.5,  5.5,  7.5, -0.5",
        "1, true,  -0.5, -0.5,  7.5,  5.5",
        "2, false,  7.5,  5.5, -0.5, -0.5",
        "2, true,  -0.5,  5.5,  7.5, -0.5",
        "3, false,  7.5, -0.5, -0.5,  5.5",
        "3, true,   7.5,  5.5, -0.5, -0.5"
    })
    void displayUnitsAreCornersOfTheScreen(
            int turns, boolean isFlipped, double left, double top, double right, double bottom) {
        SpatialTransform spatial = new SpatialTransform(turns, isFlipped);
        PixelRectangle area = PixelRectangle.whole(8, 6);

        assertEquals(
                new ImagePoint(left, top), StateSamples.at(Units.DISPLAY, 0, 0).inImage(area, spatial));
        assertEquals(
                new ImagePoint(right, bottom),
                StateSamples.at(Units.DISPLAY, 1, 1).inImage(area, spatial));
    }

    /** C.10.5.1.2: 0\0 is the corner of the first pixel, so its centre is 0.5\0.5. */
    // [utest->req~dicom-object.state-graphics~1]
    @Test
    void pixelUnitsDoNotTurnAndCountFromTheCornerOfTheFirstPixel() {
        ImagePoint point = StateSamples.at(Units.PIXEL, 0.5, 3.5)
                .inImage(PixelRectangle.whole(8, 6), new SpatialTransform(1, true));

        assertEquals(new ImagePoint(0, 3), point);
        assertEquals(StateSamples.at(Units.PIXEL, 0.5, 3.5), AnnotationPoint.of(point));
    }

    // [utest->req~dicom-object.state-graphics~1]
    @Test
    void aRectangleOfPixelsReachesFromEdgeToEdge() {
        PixelRectangle area = new PixelRectangle(-2, 0, 9, 5);

        assertEquals(List.of(12L, 6L), List.of(area.columns(), area.rows()));
        assertEquals(new ImagePoint(3.5, 2.5), area.center());
    }

    /** C.10.4: the corners are those on the screen, so that of an image upside down the first is the last pixel. */
    // [utest->req~dicom-object.state-write~1]
    @Test
    void cornersOfATurnedAreaAreWrittenAsTheyStandOnTheScreen() {
        PresentationState state = StateSamples.turned(new SpatialTransform(2, false), whole(), StateGreys.NONE);

        Attributes area = PresentationStateWriter.write(state, StateSamples.FIRST, StateSamples.PLACE)
                .items(StateTag.DisplayedAreaSelectionSequence)
                .get(0);

        assertEquals(List.of(8.0, 6.0), area.numbers(StateTag.DisplayedAreaTopLeftHandCorner));
        assertEquals(List.of(1.0, 1.0), area.numbers(StateTag.DisplayedAreaBottomRightHandCorner));
    }

    // [utest->req~dicom-object.state-shutter~1]
    @Test
    void aPixelIsSeenOnlyWhereEveryShapeOfTheShutterLeavesItOpen() {
        DisplayShutter square = new DisplayShutter(
                Optional.of(new PixelRectangle(2, 1, 5, 4)),
                Optional.of(new DisplayShutter.Circle(new ImagePoint(3, 2), 2)),
                List.of(),
                Optional.empty(),
                0,
                Optional.empty());

        assertFalse(isCovered(square, 2, 3, 1));
        assertFalse(isCovered(square, 2, 5, 1), "the edge itself is open");
        assertTrue(isCovered(square, 2, 1, 1), "in the circle, left of the rectangle");
        assertTrue(isCovered(square, 4, 5, 1), "in the rectangle, beyond the circle");
        assertFalse(isCovered(square, 4, 3, 1));
        assertTrue(isCovered(square, 4, 3, 1.5), "the radius counts along a row: 2 rows of 1.5 are 3 columns");
    }

    // [utest->req~dicom-object.state-shutter~1]
    @Test
    void aBitmapCoversWhatItMarksAndIsWrittenAlone() throws Exception {
        BitSet bits = new BitSet();
        bits.set(9); // row 1, column 1 of 8 columns
        DisplayShutter bitmap = new DisplayShutter(
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.of(new OverlayPlane(0x601E, 6, 8, 0, 0, OverlayPlane.Kind.GRAPHICS, "", bits)),
                0,
                Optional.empty());

        Attributes written = PresentationStateWriter.write(with(bitmap), StateSamples.FIRST, StateSamples.PLACE);
        DisplayShutter read = PresentationStateReader.read(ObjectFiles.reread(written))
                .shutter()
                .orElseThrow();

        assertEquals(bitmap, read);
        assertTrue(isCovered(read, 1, 1, 1));
        assertFalse(isCovered(read, 1, 2, 1));
    }

    // [utest->req~dicom-object.state-read~1]
    @Test
    void aColourStateIsReadWithoutGreysAndWithItsProfile() throws Exception {
        Attributes state = written()
                .set(Tag.SOPClassUID, VR.UI, "1.2.840.10008.5.1.4.1.1.11.2")
                .setNumbers(StateTag.ShutterPresentationColorCIELabValue, VR.US, 0, 0x8080, 0x8080)
                .setBytes(StateTag.ICCProfile, VR.OB, new byte[128]);

        PresentationState read = PresentationStateReader.read(state);

        assertEquals(PresentationState.Kind.COLOR, read.label().kind());
        assertEquals(StateGreys.NONE, read.greys());
        assertEquals(
                0xFF000000, read.shutter().orElseThrow().color().orElseThrow().argb());
        assertEquals(IccProfile.of(new byte[128]), read.colours());
        assertEquals(List.of(), read.warnings());
        assertEquals(2, read.graphics().annotations().size());
    }

    // [utest->req~dicom-object.state-graphics~1]
    @Test
    void marksOfTheViewerAreWrittenInPixels() {
        GraphicObject line = GraphicObject.onImage(
                GraphicObject.Shape.POLYLINE,
                List.of(new ImagePoint(0, 0), new ImagePoint(2.5, 1)),
                GraphicObject.Fill.OUTLINE);
        TextObject text = TextObject.onImage("5 mm", new ImagePoint(1, 1));

        assertEquals(
                List.of(StateSamples.at(Units.PIXEL, 0.5, 0.5), StateSamples.at(Units.PIXEL, 3, 1.5)), line.points());
        assertEquals(
                StateSamples.at(Units.PIXEL, 1.5, 1.5),
                text.anchor().orElseThrow().point());
    }

    // [utest->req~dicom-object.state-graphics~1]
    @Test
    void roundShapesAreDrawnByTheirAxes() {
        GraphicObject circle = StateSamples.graphic(GraphicObject.Shape.CIRCLE, GraphicObject.Fill.OUTLINE, 4, 3, 6, 3);
        GraphicObject ellipse =
                StateSamples.graphic(GraphicObject.Shape.ELLIPSE, GraphicObject.Fill.OUTLINE, 1, 3, 7, 3, 4, 2, 4, 4);

        for (AnnotationPoint point : circle.outline()) {
            assertEquals(2, Math.hypot(point.x() - 4, point.y() - 3), 1e-9);
        }
        for (AnnotationPoint point : ellipse.outline()) {
            assertEquals(1, Math.pow((point.x() - 4) / 3, 2) + Math.pow(point.y() - 3, 2), 1e-9);
        }
        assertEquals(
                circle.outline().get(0), circle.outline().get(circle.outline().size() - 1));
    }

    // [utest->req~dicom-object.state-graphics~1]
    @Test
    void aSmoothCurveGoesThroughItsPoints() {
        GraphicObject curve = StateSamples.graphic(
                GraphicObject.Shape.INTERPOLATED, GraphicObject.Fill.OUTLINE, 0, 0, 2, 4, 5, 1, 0, 0);

        assertTrue(curve.isClosed());
        assertTrue(curve.outline().containsAll(curve.points()));
        assertTrue(curve.outline().size() > 20);
    }

    // [utest->req~dicom-object.state-write~1]
    @Test
    void aStateThatCouldNotBeValidIsNotWritten() {
        PresentationState good = StateSamples.full();
        PresentationState withoutLayer = new PresentationState(
                good.label(),
                good.references(),
                good.greys(),
                good.view(),
                good.shutter(),
                new PresentationState.Graphics(List.of(), good.graphics().annotations(), List.of()),
                List.of());

        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class,
                () -> PresentationStateWriter.write(withoutLayer, StateSamples.FIRST, StateSamples.PLACE));

        assertEquals("no graphic layer TEXT", refusal.getMessage());
    }

    // [utest->req~dicom-object.state-write~1]
    @Test
    void aStateForImagesOfSeveralClassesIsNotWritten() {
        PresentationState good = StateSamples.full();
        PresentationState mixed = new PresentationState(
                good.label(),
                SeriesReference.of(List.of(StateSamples.FIRST, ObjectFiles.image("1.2.3.4.1.3"))),
                good.greys(),
                good.view(),
                good.shutter(),
                good.graphics(),
                List.of());

        assertThrows(
                IllegalArgumentException.class,
                () -> PresentationStateWriter.write(mixed, StateSamples.FIRST, StateSamples.PLACE));
    }

    /** A mistyped tag would be written and read alike, and nobody else would find the value. */
    @Test
    void everyTagHasTheNameOfTheDictionary() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (var field : StateTag.class.getDeclaredFields()) {
            int tag = field.getInt(null);
            String keyword = Dictionary.standard().keyword(tag).orElse("unknown");
            if (!keyword.equals(field.getName())) {
                wrong.add(field.getName() + " is " + keyword);
            }
        }

        assertEquals(List.of(), wrong);
    }

    private static DisplayedArea whole() {
        return DisplayedArea.wholeOf(StateSamples.FIRST, Scope.ALL);
    }

    private static boolean isCovered(DisplayShutter shutter, int row, int column, double aspect) {
        return !shutter.onImage(aspect).open(6, 8).get(row * 8 + column);
    }

    private static PresentationState with(DisplayShutter shutter) {
        PresentationState plain = StateSamples.turned(SpatialTransform.NONE, whole(), StateGreys.NONE);
        return new PresentationState(
                plain.label(),
                plain.references(),
                plain.greys(),
                plain.view(),
                Optional.of(shutter),
                plain.graphics(),
                List.of());
    }

    private static Attributes written() {
        return PresentationStateWriter.write(StateSamples.full(), StateSamples.FIRST, StateSamples.PLACE);
    }
}
