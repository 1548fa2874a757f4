package org.candela.viewer.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.dicom.VR;
import org.candela.dicom.image.FrameReader;
import org.candela.dicom.object.ObjectFiles;
import org.candela.dicom.object.ObjectHeader;
import org.candela.dicom.object.SeriesReference;
import org.candela.dicom.object.presentation.DisplayedArea;
import org.candela.dicom.object.presentation.PixelRectangle;
import org.candela.dicom.object.presentation.PresentationState;
import org.candela.dicom.object.presentation.PresentationStateReader;
import org.candela.dicom.object.presentation.PresentationStateWriter;
import org.candela.dicom.object.presentation.Scope;
import org.candela.dicom.object.presentation.SpatialTransform;
import org.candela.dicom.object.presentation.StateGreys;
import org.candela.study.FrameKey;
import org.candela.study.LoadedFrame;
import org.candela.viewer.state.StatePresentation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Colour states over images of one colour, profile against profile; sRGB values by hand. */
class ColourStateTest {
    private static final Attributes IMAGE = ObjectFiles.image("1.2.3.4.1.1");
    private static final FrameKey KEY = new FrameKey(new Uid("1.2.3.4.1.1"), 0);

    @TempDir
    Path folder;

    /** Linear light as sRGB is 255 · (1.055 y^(1/2.4) − 0.055) (IEC 61966-2-1): 64 is 137, 128 is 188. */
    // [utest->req~dicom-object.state-icc~1]
    @Test
    void theProfileOfAColourStateReadsTheColoursOfAnImageThatHasNone() throws Exception {
        LoadedFrame image = loaded(ObjectFiles.file(colours(64, 128, 255), folder, "plain.dcm"));
        PresentationState state =
                colourState(ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData());

        StatePresentation.Applied applied =
                assertInstanceOf(StatePresentation.Applied.class, StateApplication.of(state, KEY, image));

        assertEquals(137, applied.loaded().frame().samples()[0], 1);
        assertEquals(188, applied.loaded().frame().samples()[1], 1);
        assertEquals(255, applied.loaded().frame().samples()[2]);
        assertTrue(applied.parts().contains(StatePresentation.Part.COLOURS));
        assertEquals(List.of(), applied.leftOut());
        assertEquals(64, image.frame().samples()[0], "the image itself stays");
    }

    // [utest->req~dicom-object.state-icc~1]
    @Test
    void coloursThatTheImagesOwnProfileHasReadAreNotReadTwice() throws Exception {
        byte[] linear = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        byte[] other = linear.clone();
        other[other.length - 1] = (byte) (other[other.length - 1] ^ 1);
        LoadedFrame image = loaded(
                ObjectFiles.file(colours(64, 128, 255).setBytes(Tag.ICCProfile, VR.OB, linear), folder, "own.dcm"));

        assertEquals(137, image.frame().samples()[0], 1);
        assertEquals(List.of(), leftOut(linear, image));
        assertEquals(List.of("its ICC profile: the image is shown by its own"), leftOut(other, image));
    }

    // [utest->req~dicom-object.state-icc~1]
    @Test
    void aProfileThatIsNoneOfColoursIsSaid() throws Exception {
        LoadedFrame image = loaded(ObjectFiles.file(colours(64, 128, 255), folder, "plain.dcm"));

        for (byte[] bad : List.of(
                new byte[] {1, 2, 3},
                ICC_Profile.getInstance(ColorSpace.CS_GRAY).getData())) {
            assertEquals(List.of("its ICC profile cannot be used"), leftOut(bad, image));
        }
    }

    private List<String> leftOut(byte[] profile, LoadedFrame image) throws Exception {
        StatePresentation.Applied applied = assertInstanceOf(
                StatePresentation.Applied.class, StateApplication.of(colourState(profile), KEY, image));
        assertSame(image.frame(), applied.loaded().frame());
        return applied.leftOut();
    }

    private static PresentationState colourState(byte[] profile) throws Exception {
        PresentationState plain = new PresentationState(
                PresentationState.Label.ofNew("COLOURS", "Reader^Test", ObjectFiles.MOMENT),
                SeriesReference.of(List.of(IMAGE)),
                StateGreys.NONE,
                new PresentationState.View(
                        SpatialTransform.NONE,
                        List.of(new DisplayedArea(
                                Scope.ALL,
                                PixelRectangle.whole(8, 6),
                                new DisplayedArea.ScaleToFit(),
                                new DisplayedArea.Ratio(1, 1)))),
                Optional.empty(),
                new PresentationState.Graphics(List.of(), List.of(), List.of()),
                List.of());
        return PresentationStateReader.read(
                PresentationStateWriter.write(plain, IMAGE, ObjectHeader.Place.inNewSeries(901))
                        .set(Tag.SOPClassUID, VR.UI, "1.2.840.10008.5.1.4.1.1.11.2")
                        .setBytes(Tag.ICCProfile, VR.OB, profile));
    }

    /** Every pixel of one colour. */
    static Attributes colours(int red, int green, int blue) {
        byte[] pixels = new byte[144];
        for (int i = 0; i < pixels.length; i += 3) {
            pixels[i] = (byte) red;
            pixels[i + 1] = (byte) green;
            pixels[i + 2] = (byte) blue;
        }
        return IMAGE.copy()
                .set(Tag.PhotometricInterpretation, VR.CS, "RGB")
                .setNumbers(Tag.SamplesPerPixel, VR.US, 3)
                .setNumbers(Tag.PlanarConfiguration, VR.US, 0)
                .setNumbers(Tag.BitsAllocated, VR.US, 8)
                .setNumbers(Tag.BitsStored, VR.US, 8)
                .setNumbers(Tag.HighBit, VR.US, 7)
                .setNumbers(Tag.PixelRepresentation, VR.US, 0)
                .setBytes(Tag.PixelData, VR.OB, pixels);
    }

    private static LoadedFrame loaded(Path file) throws Exception {
        return LoadedFrame.of(FrameReader.open(file).load(0));
    }
}
