package org.candela.pitfall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.dicom.VR;
import org.candela.dicom.object.presentation.GraphicAnnotation;
import org.candela.dicom.object.presentation.PixelRectangle;
import org.candela.dicom.object.presentation.PresentationState;
import org.candela.dicom.object.presentation.PresentationStateReader;
import org.candela.dicom.object.presentation.SpatialTransform;
import org.candela.dicom.object.presentation.StateGreys;
import org.candela.image.GrayscalePipeline;
import org.candela.image.ImagePoint;
import org.candela.image.Photometric;
import org.candela.image.PixelLayout;
import org.candela.image.PixelPadding;
import org.candela.image.Polarity;
import org.candela.image.PresentationLut;
import org.candela.image.Shutter;
import org.candela.image.VoiTransform;
import org.candela.image.VoiWindow;
import org.junit.jupiter.api.Test;

/** Presentation states of an image of 8 columns and 6 rows; its data sets are written out here, element by element. */
class PresentationStatePitfallsTest {
    private static final Uid IMAGE = new Uid("1.2.3.4.1.1");
    private static final PixelRectangle WHOLE = PixelRectangle.whole(8, 6);

    private static Attributes state() {
        Attributes reference = new Attributes()
                .set(Tag.ReferencedSOPClassUID, VR.UI, "1.2.840.10008.5.1.4.1.1.2")
                .set(Tag.ReferencedSOPInstanceUID, VR.UI, IMAGE.value());
        Attributes series = new Attributes()
                .setItems(Tag.ReferencedImageSequence, List.of(reference))
                .set(Tag.SeriesInstanceUID, VR.UI, "1.2.3.4.1");
        return new Attributes()
                .set(Tag.SOPClassUID, VR.UI, "1.2.840.10008.5.1.4.1.1.11.1")
                .set(Tag.SOPInstanceUID, VR.UI, "1.2.3.4.2")
                .set(Tag.PresentationLUTShape, VR.CS, "IDENTITY")
                .setItems(Tag.ReferencedSeriesSequence, List.of(series));
    }

    private static Attributes point(String units, double x, double y) {
        return new Attributes()
                .set(0x00700005, VR.CS, units)
                .setNumbers(0x00700022, VR.FL, x, y)
                .set(0x00700023, VR.CS, "POINT");
    }

    private static Attributes annotated(Attributes... graphics) {
        return state().setItems(
                        0x00700001,
                        List.of(new Attributes().set(0x00700002, VR.CS, "L").setItems(0x00700009, List.of(graphics))));
    }

    /** PS3.3 C.11.11; Weasis 631: a state must not be applied to images that it does not name. */
    @Test
    void pitfall38AStateIsForTheImagesItNamesAlone() throws Exception {
        PresentationState state = PresentationStateReader.read(state());

        assertTrue(state.appliesTo(IMAGE, 1));
        assertFalse(state.appliesTo(new Uid("1.2.3.4.1.2"), 1));
    }

    /**
     * PS3.3 C.10.6: rotated first, then flipped. A quarter clockwise brings the lower left pixel to the top left; flipped, the
     * upper left one stands there. Flipped first it would be the lower right one.
     */
    @Test
    void pitfall38AnImageIsRotatedBeforeItIsFlipped() throws Exception {
        PresentationState state = PresentationStateReader.read(annotated(point("DISPLAY", 0, 0))
                .setNumbers(0x00700042, VR.US, 90)
                .set(0x00700041, VR.CS, "Y"));

        assertEquals(new SpatialTransform(1, true), state.view().spatial());
        assertEquals(new ImagePoint(-0.5, -0.5), onlyPoint(state));
    }

    /** C.10.5.1.2: the first pixel spans 0\0 to 1\1, whatever is rotated; fractions are of the area on the screen. */
    @Test
    void pitfall38PixelUnitsStayOnTheImageAndDisplayUnitsOnTheScreen() throws Exception {
        Attributes pixel = annotated(point("PIXEL", 3.5, 2.5)).setNumbers(0x00700042, VR.US, 180);
        Attributes display = annotated(point("DISPLAY", 0.25, 0.5)).setNumbers(0x00700042, VR.US, 180);

        assertEquals(new ImagePoint(3, 2), onlyPoint(PresentationStateReader.read(pixel)));
        // A quarter from the left of the screen is three quarters of the image turned back: 0.75 · 8 − 0.5.
        assertEquals(new ImagePoint(5.5, 2.5), onlyPoint(PresentationStateReader.read(display)));
    }

    /** C.10.4: the corners are those on the screen; of an image upside down the first is the last pixel. */
    @Test
    void pitfall38CornersOfTheDisplayedAreaMayStandTheOtherWayRound() throws Exception {
        Attributes area = new Attributes()
                .setNumbers(0x00700052, VR.SL, 8, 6)
                .setNumbers(0x00700053, VR.SL, 1, 1)
                .set(0x00700100, VR.CS, "SCALE TO FIT")
                .setNumbers(0x00700102, VR.IS, 1, 1);

        PresentationState state = PresentationStateReader.read(
                state().setNumbers(0x00700042, VR.US, 180).setItems(0x0070005A, List.of(area)));

        assertEquals(WHOLE, state.view().areaOf(IMAGE, 1).orElseThrow().rectangle());
    }

    /** PS3.4 N.2: modality and VOI first, the presentation LUT after them; a shutter's value goes through none of them. */
    @Test
    void pitfall38TheShutterStandsAfterAllTables() throws Exception {
        Attributes voi =
                new Attributes().setNumbers(Tag.WindowCenter, VR.DS, 128).setNumbers(Tag.WindowWidth, VR.DS, 256);
        PresentationState state = PresentationStateReader.read(state().set(Tag.PresentationLUTShape, VR.CS, "INVERSE")
                .setItems(Tag.SoftcopyVOILUTSequence, List.of(voi))
                .set(0x00181600, VR.CS, "RECTANGULAR")
                .setNumbers(0x00181602, VR.IS, 3)
                .setNumbers(0x00181604, VR.IS, 6)
                .setNumbers(0x00181606, VR.IS, 1)
                .setNumbers(0x00181608, VR.IS, 6)
                .setNumbers(0x00181622, VR.US, 100));

        Shutter shutter = state.shutter().orElseThrow().onImage(1);

        assertEquals(100, shutter.presentationValue());
        assertEquals("{2, 3, 4, 5}", shutter.open(1, 8).toString());
        assertEquals(65535, chain(state.greys()).pValue(0));
        assertEquals(0, chain(state.greys()).pValue(255));
    }

    /** PS3.4 N.2.1: what the state lacks is no transformation, and not that of the image. */
    @Test
    void pitfall38ATransformationThatTheStateLacksIsNone() throws Exception {
        StateGreys greys = PresentationStateReader.read(state()).greys();

        assertEquals(StateGreys.NONE, greys);
        assertEquals(List.<VoiTransform>of(), greys.voiOf(IMAGE, 1));
        assertEquals(PresentationLut.Shape.IDENTITY, greys.presentation());
    }

    private static ImagePoint onlyPoint(PresentationState state) {
        GraphicAnnotation annotation = state.graphics().annotationsOn(IMAGE, 1).get(0);
        return annotation
                .graphics()
                .get(0)
                .points()
                .get(0)
                .inImage(WHOLE, state.view().spatial());
    }

    private static GrayscalePipeline chain(StateGreys greys) {
        Optional<VoiTransform> voi = greys.voiOf(IMAGE, 1).stream().findFirst();
        return new GrayscalePipeline(
                new PixelLayout(6, 8, Photometric.MONOCHROME2, 8, 8, 7, false, false),
                ((StateGreys.Linear) greys.modality()).rescale(),
                voi.orElse(VoiWindow.linear(128, 256)),
                greys.presentation(),
                Polarity.NORMAL,
                PixelPadding.NONE);
    }
}
