package org.candela.pitfall;

import static org.candela.pitfall.PitfallImages.bytes;
import static org.candela.pitfall.PitfallImages.colour;
import static org.candela.pitfall.PitfallImages.drawn;
import static org.candela.pitfall.PitfallImages.load;
import static org.candela.pitfall.PitfallImages.row;
import static org.candela.pitfall.PitfallImages.signedRow;
import static org.candela.pitfall.PitfallImages.window;
import static org.candela.pitfall.PitfallImages.words;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.BulkData;
import org.candela.dicom.Fragments;
import org.candela.dicom.Tag;
import org.candela.dicom.TransferSyntax;
import org.candela.dicom.VR;
import org.candela.dicom.image.FrameReader;
import org.candela.image.AffineMap;
import org.candela.image.ColourTable;
import org.candela.image.DisplayLut;
import org.candela.image.Photometric;
import org.candela.image.Polarity;
import org.candela.image.RasterArgb;
import org.candela.image.VoiWindow;
import org.candela.study.LoadedFrame;
import org.candela.viewer.picture.CanvasSize;
import org.candela.viewer.picture.DataPresentation;
import org.candela.viewer.picture.Picture;
import org.candela.viewer.picture.Renderer;
import org.candela.viewer.picture.ResolvedView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Photometric interpretations, palettes, and what colour has to do with P-values. */
class ColourPitfallsTest {
    private static final int RED = 0xFFFF0000;
    private static final int BLUE = 0xFF0000FF;
    private static final int SEGMENTED_GREEN = 0x00281222;
    private static final int SEGMENTED_BLUE = 0x00281223;
    /** A display whose every grey is a red, to see what passes it. */
    private static final DisplayLut REDDISH = DisplayLut.of(new int[] {0x100000, 0xF00000});

    @TempDir
    private Path folder;

    /** JPEG of the usual kind holds YCbCr; a header that says RGB, or that chroma is halved when it is not, is wrong. */
    @ParameterizedTest
    @ValueSource(strings = {"YBR_FULL_422", "YBR_FULL", "RGB"})
    void pitfall15TheCodestreamSaysWhatItsSamplesAreAndNotTheHeader(String photometric) throws Exception {
        Attributes image = colour(photometric, 16, 16)
                .setFragments(Tag.PixelData, new Fragments(new byte[0], List.of(BulkData.ofBytes(jpeg(0x2040C0)))));
        FrameReader reader = PitfallImages.open(folder, image, TransferSyntax.JPEG_BASELINE);

        int seen = drawn(LoadedFrame.of(reader.load(0)))[17];

        assertTrue(isNear(seen, 0x20, 16) && isNear(seen, 0x40, 8) && isNear(seen, 0xC0, 0), Integer.toHexString(seen));
    }

    /** PS3.3 C.7.6.3.1.2: (76, 85, 255) is red in YBR_FULL; in 422 two pixels share their chroma (Y Y Cb Cr). */
    @Test
    void pitfall15UncompressedYbrIsTurnedByItsEquations() throws Exception {
        Attributes full = colour("YBR_FULL", 1, 2, bytes(76, 85, 255, 29, 255, 107));
        Attributes halved = colour("YBR_FULL_422", 1, 2, bytes(76, 76, 85, 255));

        assertArrayEquals(new int[] {0xFFFE0000, 0xFF0000FE}, drawn(load(folder, full)));
        assertArrayEquals(new int[] {0xFFFE0000, 0xFFFE0000}, drawn(load(folder, halved)));
    }

    /** Header YBR_RCT and codestream of G, B, R; header RGB and codestream with a transform: the peers' samples. */
    @ParameterizedTest
    @CsvSource({"pydicom+pydicom/GDCMJ2K_TextGBR.dcm", "pydicom+pydicom/SC_rgb_gdcm_KY.dcm"})
    void pitfall15Jpeg2000SamplesAreThoseOfThePeers(String file) throws Exception {
        PeerPixels.assertSame(file);
    }

    /** PS3.3 C.7.6.3.1.5–6: sixteen bits an entry show their upper eight; entry 0 of signed pixels may be below 0. */
    @Test
    void pitfall16PalettesOfSixteenBitsAndSignedIndices() throws Exception {
        Attributes image =
                palette(signedRow("US", -1, 0, 5), 2, 65535, words(0xFF00, 0), words(0, 0), words(0, 0xFFFF));

        assertArrayEquals(new int[] {RED, BLUE, BLUE}, drawn(load(folder, image)));
    }

    @Test
    void pitfall16ADescriptorOfZeroMeans65536Entries() throws Exception {
        byte[] ramp = words(IntStream.range(0, 65536).toArray());
        Attributes image = palette(
                row("US", 0, 65535, 0x8000)
                        .setNumbers(Tag.BitsStored, VR.US, 16)
                        .setNumbers(Tag.HighBit, VR.US, 15),
                0,
                0,
                ramp,
                ramp,
                ramp);

        assertArrayEquals(new int[] {0xFF000000, 0xFFFFFFFF, 0xFF808080}, drawn(load(folder, image)));
    }

    /** PS3.3 C.7.9.2: discrete (0) 1 entry 0, then linear (1) over 4 entries to 0x8000: 0x2000, 0x4000, 0x6000, 0x8000. */
    @Test
    void pitfall16SegmentedPalettesAreExpanded() throws Exception {
        byte[] rising = words(0, 1, 0, 1, 4, 0x8000);
        Attributes image = palette(row("US", 0, 1, 2, 3, 4), 5, 0, words(), words(), words())
                .remove(Tag.RedPaletteColorLookupTableData)
                .remove(Tag.GreenPaletteColorLookupTableData)
                .remove(Tag.BluePaletteColorLookupTableData)
                .setBytes(Tag.SegmentedRedPaletteColorLookupTableData, VR.OW, rising)
                .setBytes(SEGMENTED_GREEN, VR.OW, rising)
                .setBytes(SEGMENTED_BLUE, VR.OW, rising);

        assertArrayEquals(
                new int[] {0xFF000000, 0xFF202020, 0xFF404040, 0xFF606060, 0xFF808080}, drawn(load(folder, image)));
    }

    /** C.7.6.19: values from the first mapped one on are colours, all others pass the grayscale chain and the display. */
    @Test
    void pitfall16ASupplementalPaletteColoursSomeValuesOfAGreyImage() throws Exception {
        Attributes image = palette(
                        window(row("MR", 0, 1000, 3000, 3001), 500, 1000),
                        2,
                        3000,
                        words(0xFF00, 0),
                        words(0, 0),
                        words(0, 0xFF00))
                .set(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2")
                .set(Tag.PixelPresentation, VR.CS, "COLOR");
        LoadedFrame loaded = load(folder, image);

        int[] seen = drawn(loaded, DataPresentation.initial(loaded), REDDISH);

        assertArrayEquals(new int[] {0xFF100000, 0xFFF00000, RED, BLUE}, seen);
    }

    /** Between red and blue lies violet, and not what entry 1 holds; a lower resolution would mix the indices. */
    @Test
    void pitfall16IndicesAreNeverMixed() throws Exception {
        byte[] none = words(0, 0, 0);
        Attributes image =
                palette(row("US", 0, 2), 3, 0, words(0xFF00, 0, 0), words(0, 0xFF00, 0), words(0, 0, 0xFF00));
        LoadedFrame loaded = load(folder, image);
        RasterArgb raster = RasterArgb.ofSize(1, 1);
        ResolvedView between = new ResolvedView(new AffineMap(1, 0, 0.5, 0, 1, 0), new CanvasSize(1, 1));
        Renderer.ON_CALLER.render(
                new Picture(loaded, DataPresentation.initial(loaded), between), DisplayLut.IDENTITY, raster);
        FrameReader coded = PitfallImages.open(
                folder,
                image.setFragments(Tag.PixelData, new Fragments(new byte[0], List.of(BulkData.ofBytes(none)))),
                TransferSyntax.of(new Uid("1.2.840.10008.1.2.4.90")));

        assertEquals(0xFF800080, raster.argb(0, 0));
        assertFalse(coded.hasResolutions());
    }

    /** Pixel Representation 1 of colour means nothing: 200 is bright, not −56. */
    @Test
    void pitfall17ColourIsNeverSigned() throws Exception {
        Attributes image =
                colour("RGB", 1, 2, bytes(200, 100, 255, 0, 128, 127)).setNumbers(Tag.PixelRepresentation, VR.US, 1);

        assertArrayEquals(new int[] {0xFFC864FF, 0xFF00807F}, drawn(load(folder, image)));
    }

    /** PS3.14: greys are P-values and pass the table of the display once; nothing else is put on top. */
    @Test
    void pitfall35GreysPassTheDisplayTableAndColoursDoNot() throws Exception {
        LoadedFrame grey = load(folder, window(row("CT", 0, 4095), 2048, 4096));
        LoadedFrame colour = load(folder, colour("RGB", 1, 2, bytes(1, 2, 3, 128, 128, 128)));

        assertArrayEquals(new int[] {0xFF100000, 0xFFF00000}, drawn(grey, DataPresentation.initial(grey), REDDISH));
        assertArrayEquals(new int[] {0xFF010203, 0xFF808080}, drawn(colour, DataPresentation.initial(colour), REDDISH));
    }

    /** P-values are linear in the code of a display without calibration: no gamma in between. */
    @Test
    void pitfall35WithoutCalibrationTheCodeIsProportionalToThePValue() throws Exception {
        LoadedFrame all = load(folder, row("CT", IntStream.range(0, 4096).toArray()));
        DataPresentation whole = new DataPresentation(VoiWindow.linear(2048, 4096), Polarity.NORMAL);

        int[] expected = IntStream.range(0, 4096)
                .map(value -> (int) Math.round(Math.round(value * 65535 / 4095.0) * 255 / 65535.0))
                .toArray();

        assertArrayEquals(expected, PitfallImages.greys(all, whole));
    }

    /** Colours put in for greys come after the P-value, do not pass the display, and padding stays its black. */
    @Test
    void pitfall35PseudoColourIsNoGreyAndSaysSo() throws Exception {
        Attributes image = window(signedRow("PT", -7, 0, 255), 128, 256).setNumbers(Tag.PixelPaddingValue, VR.SS, -7);
        LoadedFrame loaded = load(folder, image);
        DataPresentation hot = DataPresentation.initial(loaded).with(ColourTable.HOT_IRON);

        assertArrayEquals(new int[] {0xFF000000, 0xFF000000, 0xFFFFFFFF}, drawn(loaded, hot, DisplayLut.IDENTITY));
        assertEquals(
                0xFFFF0000,
                drawn(loaded, hot.windowed(255 * 2 - 256 + 1.5, 512), REDDISH)[2] | 0,
                "half of the scale is full red");
        assertTrue(!hot.colours().isGrey());
    }

    private static Attributes palette(Attributes image, int count, int first, byte[] red, byte[] green, byte[] blue) {
        return image.set(Tag.PhotometricInterpretation, VR.CS, Photometric.PALETTE_COLOR.term())
                .setNumbers(Tag.RedPaletteColorLookupTableDescriptor, VR.US, count, first, 16)
                .setNumbers(Tag.GreenPaletteColorLookupTableDescriptor, VR.US, count, first, 16)
                .setNumbers(Tag.BluePaletteColorLookupTableDescriptor, VR.US, count, first, 16)
                .setBytes(Tag.RedPaletteColorLookupTableData, VR.OW, red)
                .setBytes(Tag.GreenPaletteColorLookupTableData, VR.OW, green)
                .setBytes(Tag.BluePaletteColorLookupTableData, VR.OW, blue);
    }

    private static byte[] jpeg(int rgb) throws IOException {
        BufferedImage picture = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 16 * 16; i++) {
            picture.setRGB(i % 16, i / 16, rgb);
        }
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpeg", stream);
        byte[] bytes = stream.toByteArray();
        return Arrays.copyOf(bytes, bytes.length + bytes.length % 2);
    }

    /** Lossy, of one colour: within three codes. */
    private static boolean isNear(int argb, int code, int shift) {
        return Math.abs((argb >> shift & 0xFF) - code) <= 3;
    }
}
