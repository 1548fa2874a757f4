package org.candela.dicom.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.dicom.VR;
import org.candela.image.Frame;
import org.candela.image.ImageSpacing;
import org.candela.image.Palette;
import org.candela.image.Photometric;
import org.candela.image.PixelLayout;
import org.candela.image.PixelPadding;
import org.candela.image.PresentationLut;
import org.candela.image.Rescale;
import org.junit.jupiter.api.Test;

// [utest->req~dicom-image.icc~1]
class SourceColoursTest {
    /** The profile of linear light: sRGB of y is 255 · (1.055 y^(1/2.4) − 0.055) (IEC 61966-2-1). */
    @Test
    void coloursOfAnotherSpaceAreBroughtToSrgb() {
        DescribedFrame linear = rgb(0, 64, 128, 255, 255, 255);

        DescribedFrame shown = inSrgb(linear, profile(ColorSpace.CS_LINEAR_RGB));

        // 64/255 → 137.0; 128/255 → 188.0; the colour module rounds within one code
        assertClose(new int[] {0, 137, 188, 255, 255, 255}, values(shown.frame()));
        assertEquals(Photometric.RGB, shown.frame().layout().photometric());
        assertTrue(shown.description().warnings().isEmpty());
    }

    @Test
    void aPaletteIsConvertedAndItsIndicesStay() {
        PixelLayout layout = new PixelLayout(1, 2, Photometric.PALETTE_COLOR, 8, 8, 7, false, false);
        DescribedFrame indexed = described(
                new Frame(layout, new short[] {0, 1}), Optional.of(new Palette(0, new int[] {0x000000, 0x404040})));

        DescribedFrame shown = inSrgb(indexed, profile(ColorSpace.CS_LINEAR_RGB));

        assertArrayEquals(new int[] {0, 1}, values(shown.frame()));
        int grey = shown.description().palette().orElseThrow().argb(1) & 0xFF;
        assertEquals(137, grey, 1);
    }

    @Test
    void theProfileOfSrgbChangesNothing() {
        DescribedFrame image = rgb(1, 2, 3, 200, 100, 50);

        assertSame(image, inSrgb(image, profile(ColorSpace.CS_sRGB)));
    }

    @Test
    void aProfileThatIsNoneOrOfGreysIsSaidAndColoursStay() {
        DescribedFrame image = rgb(1, 2, 3, 200, 100, 50);

        for (byte[] bad : new byte[][] {{1, 2, 3}, profile(ColorSpace.CS_GRAY)}) {
            DescribedFrame shown = inSrgb(image, bad);
            assertSame(image.frame(), shown.frame());
            assertEquals(List.of(SourceColours.UNUSABLE), shown.description().warnings());
        }
    }

    @Test
    void aProfileWithHolesEndsInAWordAndNoCrash() {
        byte[] profile = profile(ColorSpace.CS_LINEAR_RGB);
        for (int at = 0; at < profile.length; at += 7) {
            byte[] damaged = profile.clone();
            Arrays.fill(damaged, at, Math.min(at + 5, damaged.length), (byte) 0xFF);
            assertEquals(6, inSrgb(rgb(1, 2, 3, 4, 5, 6), damaged).frame().samples().length);
        }
    }

    @Test
    void greyHasNoColours() {
        PixelLayout layout = new PixelLayout(1, 1, Photometric.MONOCHROME2, 8, 8, 7, false, false);
        DescribedFrame grey = described(new Frame(layout, new short[] {7}), Optional.empty());

        assertSame(grey, inSrgb(grey, profile(ColorSpace.CS_LINEAR_RGB)));
    }

    private static DescribedFrame inSrgb(DescribedFrame image, byte[] profile) {
        return new SourceColours(new Attributes().setBytes(Tag.ICCProfile, VR.OB, profile)).inSrgb(image);
    }

    private static byte[] profile(int space) {
        return ICC_Profile.getInstance(space).getData();
    }

    private static int[] values(Frame frame) {
        int[] values = new int[frame.samples().length];
        Arrays.setAll(values, frame::value);
        return values;
    }

    private static void assertClose(int[] expected, int[] actual) {
        assertEquals(expected.length, actual.length);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual[i], 1, "sample " + i);
        }
    }

    private static DescribedFrame rgb(int... samples) {
        short[] values = new short[samples.length];
        for (int i = 0; i < samples.length; i++) {
            values[i] = (short) samples[i];
        }
        PixelLayout layout = new PixelLayout(1, samples.length / 3, Photometric.RGB, 8, 8, 7, false, false);
        return described(new Frame(layout, values), Optional.empty());
    }

    private static DescribedFrame described(Frame frame, Optional<Palette> palette) {
        return new DescribedFrame(
                frame,
                new ImageDescription(
                        frame.layout(),
                        new ImageDescription.GreyMeaning(
                                Rescale.IDENTITY, List.of(), PresentationLut.Shape.IDENTITY, PixelPadding.NONE),
                        new ImageDescription.ImagePlace(
                                Optional.empty(), ImageSpacing.UNKNOWN, List.of(), Optional.empty(), Optional.empty()),
                        palette,
                        false,
                        Optional.empty(),
                        List.of()));
    }
}
