package org.candela.pitfall;

import static org.candela.pitfall.PitfallImages.greys;
import static org.candela.pitfall.PitfallImages.load;
import static org.candela.pitfall.PitfallImages.open;
import static org.candela.pitfall.PitfallImages.row;
import static org.candela.pitfall.PitfallImages.signedRow;
import static org.candela.pitfall.PitfallImages.stored;
import static org.candela.pitfall.PitfallImages.window;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.dicom.VR;
import org.candela.dicom.image.FrameReader;
import org.candela.image.DisplayLut;
import org.candela.image.GrayscalePipeline;
import org.candela.image.ImagePoint;
import org.candela.image.PixelPadding;
import org.candela.image.Polarity;
import org.candela.image.Rescale;
import org.candela.image.VoiWindow;
import org.candela.measure.Figure;
import org.candela.measure.FigureKind;
import org.candela.measure.Magnitude;
import org.candela.measure.Measurer;
import org.candela.measure.Quantity;
import org.candela.measure.ValueField;
import org.candela.study.LoadedFrame;
import org.candela.viewer.picture.DataPresentation;
import org.candela.viewer.picture.Occlusion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stored values, padding, modality values. */
class ValuesPitfallsTest {
    private static final double EXACT = 1e-9;

    @TempDir
    private Path folder;

    /** PS3.5 8.1.1, PS3.3 C.7.6.3: the sign is the most significant stored bit, wherever it lies in the cell. */
    @Test
    void pitfall01TheSignIsThatOfTheHighBitNotOfTheCell() throws Exception {
        Attributes low = row("CT", 0x0FFF, 0x0800, 0x07FF, 0x0000).setNumbers(Tag.PixelRepresentation, VR.US, 1);
        Attributes high = row("CT", 0xFFF0, 0x8000, 0x7FF0, 0x0000)
                .setNumbers(Tag.PixelRepresentation, VR.US, 1)
                .setNumbers(Tag.HighBit, VR.US, 15);

        assertArrayEquals(new int[] {-1, -2048, 2047, 0}, stored(load(folder, low)));
        assertArrayEquals(new int[] {-1, -2048, 2047, 0}, stored(load(folder, high)));
    }

    /** Window 0.5/2049 reaches from −1024 to 1024; unsigned 0, 1024, 2048 less 1024 are its ends and its middle. */
    @Test
    void pitfall01UnsignedPixelsWithANegativeInterceptHaveNegativeValues() throws Exception {
        Attributes image = window(row("CT", 0, 1024, 2048), 0.5, 2049)
                .setNumbers(Tag.RescaleSlope, VR.DS, 1)
                .setNumbers(Tag.RescaleIntercept, VR.DS, -1024);

        LoadedFrame loaded = load(folder, image);

        assertEquals(-1024, loaded.description().rescale().apply(0));
        assertArrayEquals(new int[] {0, 128, 255}, greys(loaded));
    }

    /** PS3.5 8.1.2: what lies above the high bit is no part of the sample. */
    @Test
    void pitfall02BitsAboveTheHighBitAreMaskedOff() throws Exception {
        assertArrayEquals(
                new int[] {0x234, 0x234, 0xFFF, 0}, stored(load(folder, row("CT", 0x1234, 0xF234, 0xFFFF, 0xF000))));
    }

    /**
     * PS3.3 C.7.5.1.1.2: from padding value to range limit nothing is image: not windowed, not measured, and background
     * in either polarity. Over 100 to 200 the window is 150.5/101, so that 150 is 0.5
     * (P-value 32768, inverted 32767).
     */
    @Test
    void pitfall03PaddingIsLeftOutOfWindowAndStatisticsAndStaysBackground() throws Exception {
        Attributes image = signedRow("CT", -2000, -1995, -1990, 100, 150, 200)
                .setNumbers(Tag.PixelPaddingValue, VR.SS, -2000)
                .setNumbers(Tag.PixelPaddingRangeLimit, VR.SS, -1990);
        LoadedFrame loaded = load(folder, image);
        DataPresentation opening = DataPresentation.initial(loaded);

        assertEquals(VoiWindow.linear(150.5, 101), opening.voi());
        assertArrayEquals(new int[] {0, 0, 0, 0, 128, 255}, greys(loaded));
        assertArrayEquals(
                new int[] {0, 0, 0, 255, 127, 0},
                greys(loaded, new DataPresentation(opening.voi(), Polarity.INVERTED)));
        assertArrayEquals(
                new int[] {255, 255, 255, 255, 127, 0},
                greys(loaded, new DataPresentation(opening.voi(), Polarity.INVERTED).with(Occlusion.LIFTED)));
        assertEquals(150, value(statistics(loaded), Quantity.MEAN), EXACT);
    }

    /** The VR of the padding value follows Pixel Representation; writers use either for both. */
    @Test
    void pitfall03ThePaddingValueIsReadWithTheSignOfThePixels() throws Exception {
        Attributes unsigned = row("MR", 63536, 5)
                .setNumbers(Tag.BitsStored, VR.US, 16)
                .setNumbers(Tag.HighBit, VR.US, 15)
                .setNumbers(Tag.PixelPaddingValue, VR.SS, -2000);
        Attributes signed = signedRow("MR", -2000, 5).setNumbers(Tag.PixelPaddingValue, VR.US, 63536);

        assertEquals(
                PixelPadding.between(63536, 63536),
                load(folder, unsigned).description().padding());
        assertEquals(
                PixelPadding.between(-2000, -2000),
                load(folder, signed).description().padding());
    }

    /** C.7.6.24: floating point has a padding value of its own; what is no number is none either. (x − 2)/4 + 0.5. */
    @Test
    void pitfall03PaddingInFloatingPointIsBackground() throws Exception {
        Attributes image = floats(-9999, 1, 1.5f, 3, Float.NaN).setNumbers(Tag.FloatPixelPaddingValue, VR.FL, -9999);

        LoadedFrame loaded = load(folder, image);

        assertArrayEquals(new int[] {0, 64, 96, 191, 0}, greys(loaded, exactly(2, 4)));
    }

    /** PS3.3 C.7.6.3: optional, informative, and often those of another frame or of the allocated range. */
    @Test
    void pitfall04SmallestAndLargestPixelValueDecideNothing() throws Exception {
        Attributes image = row("MR", 100, 150, 200)
                .setNumbers(Tag.SmallestImagePixelValue, VR.US, 0)
                .setNumbers(Tag.LargestImagePixelValue, VR.US, 65535);

        assertArrayEquals(new int[] {0, 128, 255}, greys(load(folder, image)));
    }

    /** PS3.3 C.11.1, C.7.6.16.2.9: 100 is 200 in one frame and 45 in the other. */
    @Test
    void pitfall13RescaleBelongsToTheFrameAndNotToTheSeries() throws Exception {
        Attributes first = rescale(2, 0);
        Attributes second = rescale(0.5, -5);
        Attributes image = row("MR", 100, 100)
                .setNumbers(Tag.Columns, VR.US, 1)
                .setNumbers(Tag.NumberOfFrames, VR.IS, 2)
                .setItems(Tag.PerFrameFunctionalGroupsSequence, List.of(group(first), group(second)));
        FrameReader reader = open(folder, image);

        assertEquals(new Rescale(2, 0, "US"), reader.describe(0).rescale());
        assertEquals(45, LoadedFrame.of(reader.load(1)).description().rescale().apply(100));
    }

    /** PS3.5 6.2: DS and IS are what writers make of them. None of these is 0, and none of them shifts the others. */
    @Test
    void pitfall34JunkNumbersAreUnknownAndNotZero() throws Exception {
        Attributes numbers = new Attributes();
        for (String junk : new String[] {"1,5", "12 34", "--3", "0x10", "", "n/a"}) {
            numbers.set(Tag.RescaleSlope, VR.DS, junk);
            assertEquals(Optional.empty(), numbers.number(Tag.RescaleSlope), "\"" + junk + "\"");
        }
        assertEquals(
                List.of(),
                new Attributes().set(Tag.PixelSpacing, VR.DS, "0,5", "0.5").numbers(Tag.PixelSpacing));
        assertEquals(
                Optional.empty(),
                new Attributes().set(Tag.SeriesNumber, VR.IS, "99999999999").integer(Tag.SeriesNumber));
        assertEquals(
                1.5,
                new Attributes()
                        .set(Tag.RescaleSlope, VR.DS, " 1.5 ")
                        .number(Tag.RescaleSlope)
                        .orElseThrow());
    }

    @Test
    void pitfall34ARescaleOfJunkIsSaidAndAWindowOfJunkIsNone() throws Exception {
        Attributes image = row("CT", 100, 150, 200)
                .set(Tag.RescaleSlope, VR.DS, "1,0")
                .set(Tag.RescaleIntercept, VR.DS, "-1024")
                .set(Tag.WindowCenter, VR.DS, "40,0")
                .set(Tag.WindowWidth, VR.DS, "400");

        LoadedFrame loaded = load(folder, image);

        assertEquals(Rescale.IDENTITY, loaded.description().rescale());
        assertTrue(loaded.description().warnings().contains("rescale unusable, stored values shown"));
        assertEquals(List.of(), loaded.description().voi());
        assertArrayEquals(new int[] {0, 128, 255}, greys(loaded));
    }

    /**
     * Stored 10, 20, 30, 40 less 1024, of MONOCHROME1: mean −999, SD √(500/3) with n − 1, and no sign changed by the
     * inverse display.
     */
    @Test
    void pitfall37StatisticsAreOfModalityValuesOfStoredPixels() throws Exception {
        Attributes image = row("CR", 10, 20, 30, 40)
                .set(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME1")
                .setNumbers(Tag.RescaleSlope, VR.DS, 1)
                .setNumbers(Tag.RescaleIntercept, VR.DS, -1024);

        List<Magnitude> found = statistics(load(folder, image));

        assertEquals(-999, value(found, Quantity.MEAN), EXACT);
        assertEquals(Math.sqrt(500 / 3.0), value(found, Quantity.STANDARD_DEVIATION), EXACT);
        assertEquals(-1014, value(found, Quantity.MINIMUM), EXACT);
        assertEquals(-984, value(found, Quantity.MAXIMUM), EXACT);
    }

    /** 65536 values in a window over all of them are 65536 P-values: nothing is rounded to 8 bits on the way. */
    @Test
    void pitfall39NoStepBeforeTheDisplayRoundsToEightBits() throws Exception {
        LoadedFrame loaded = load(folder, signedRow("CT", 0));
        GrayscalePipeline whole = new GrayscalePipeline(
                loaded.frame().layout(),
                Rescale.IDENTITY,
                VoiWindow.linear(0, 65536),
                Polarity.NORMAL,
                PixelPadding.NONE);
        int[] seen = IntStream.rangeClosed(-32768, 32767).map(whole::pValue).toArray();

        assertArrayEquals(IntStream.rangeClosed(0, DisplayLut.MAX_P_VALUE).toArray(), seen);
    }

    /** Half precision would make 2048, 2052 and 4096 of them. */
    @Test
    void pitfall39FloatingPointValuesKeepWhatTheyHold() throws Exception {
        Attributes image = floats(2049, 2051, 4097, 2049.25f);

        LoadedFrame loaded = load(folder, image);
        double[] seen = Arrays.stream(stored(loaded))
                .mapToDouble(loaded.description().rescale()::apply)
                .toArray();

        double halfAStep = (4097 - 2049) / 65534.0 / 2;
        assertArrayEquals(new double[] {2049, 2051, 4097, 2049.25}, seen, halfAStep);
    }

    private static DataPresentation exactly(double center, double width) {
        return new DataPresentation(new VoiWindow(center, width, VoiWindow.Function.LINEAR_EXACT), Polarity.NORMAL);
    }

    private static Attributes floats(float... values) {
        ByteBuffer pixels = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            pixels.putFloat(value);
        }
        return row("MR", new int[values.length])
                .remove(Tag.PixelData)
                .setNumbers(Tag.BitsAllocated, VR.US, 32)
                .setBytes(Tag.FloatPixelData, VR.OF, pixels.array());
    }

    private static List<Magnitude> statistics(LoadedFrame loaded) {
        ValueField field = new ValueField(
                loaded.frame(),
                loaded.description().rescale(),
                loaded.description().padding());
        int columns = loaded.frame().layout().columns();
        Figure all = new Figure(
                FigureKind.POLYGON,
                List.of(
                        new ImagePoint(-0.5, -0.5),
                        new ImagePoint(columns - 0.5, -0.5),
                        new ImagePoint(columns - 0.5, 0.5),
                        new ImagePoint(-0.5, 0.5)));
        return new Measurer(loaded.description().place().spacing(), 1, field)
                .read(all)
                .magnitudes();
    }

    private static double value(List<Magnitude> found, Quantity quantity) {
        return found.stream()
                .filter(magnitude -> magnitude.quantity() == quantity)
                .findFirst()
                .orElseThrow()
                .value();
    }

    private static Attributes rescale(double slope, double intercept) {
        return new Attributes()
                .setNumbers(Tag.RescaleSlope, VR.DS, slope)
                .setNumbers(Tag.RescaleIntercept, VR.DS, intercept);
    }

    private static Attributes group(Attributes rescale) {
        return new Attributes().setItems(Tag.PixelValueTransformationSequence, List.of(rescale));
    }
}
