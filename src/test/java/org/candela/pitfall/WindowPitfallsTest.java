package org.candela.pitfall;

import static org.candela.pitfall.PitfallImages.greys;
import static org.candela.pitfall.PitfallImages.load;
import static org.candela.pitfall.PitfallImages.row;
import static org.candela.pitfall.PitfallImages.window;
import static org.candela.pitfall.PitfallImages.words;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.dicom.VR;
import org.candela.image.GrayscalePipeline;
import org.candela.image.PixelPadding;
import org.candela.image.Polarity;
import org.candela.image.PresentationLut;
import org.candela.image.Rescale;
import org.candela.image.StretchedVoiLut;
import org.candela.image.VoiLut;
import org.candela.image.VoiTransform;
import org.candela.image.VoiWindow;
import org.candela.study.LoadedFrame;
import org.candela.viewer.picture.DataPresentation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Modality LUT, VOI, presentation LUT. */
class WindowPitfallsTest {
    private static final double EXACT = 1e-12;

    @TempDir
    private Path folder;

    /** The examples of PS3.3 C.11.2.1.2.1 for LINEAR, and c, w as written for LINEAR_EXACT (C.11.2.1.3.2). */
    @ParameterizedTest
    @CsvSource({
        "LINEAR, 2048, 4096, 0, 0",
        "LINEAR, 2048, 4096, 2047.5, 0.5",
        "LINEAR, 2048, 4096, 4095, 1",
        "LINEAR, 2048, 1, 2047.5, 0",
        "LINEAR, 2048, 1, 2047.6, 1",
        "LINEAR, 0, 100, -50, 0",
        "LINEAR, 0, 100, -0.5, 0.5",
        "LINEAR, 0, 100, 49, 1",
        "LINEAR, 0, 1, -0.5, 0",
        "LINEAR, 0, 1, 0, 1",
        "LINEAR_EXACT, 2048, 4096, 0, 0",
        "LINEAR_EXACT, 2048, 4096, 2048, 0.5",
        "LINEAR_EXACT, 2048, 4096, 4096, 1",
        "LINEAR_EXACT, 0, 100, -50, 0",
        "LINEAR_EXACT, 0, 100, 25, 0.75",
        "LINEAR_EXACT, 0, 0.5, 0.125, 0.75"
    })
    void pitfall05LinearSubtractsAHalfAndOneButLinearExactDoesNot(
            VoiWindow.Function function, double center, double width, double input, double fraction) {
        assertEquals(fraction, new VoiWindow(center, width, function).apply(input), EXACT);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -100, 0.5})
    void pitfall05AWidthThatIsNoneIsSaidAndTheImageStillOpens(double width) throws Exception {
        LoadedFrame loaded = load(folder, window(row("CT", 100, 150, 200), 40, width));

        assertEquals(
                List.of("a window of the file is unusable"),
                loaded.description().warnings());
        assertArrayEquals(new int[] {0, 128, 255}, greys(loaded));
    }

    /** PS3.3 C.11.2.1.3.1: 1/(1 + e^(−4(x − c)/w)); for c = 0, w = 4 that is 1/(1 + e^(−x)). */
    @ParameterizedTest
    @CsvSource({
        "0, 0.5",
        "1, 0.7310585786300049",
        "-1, 0.2689414213699951",
        "2, 0.8807970779778823",
        "10, 0.9999546021312976"
    })
    void pitfall06SigmoidIsNotClippedAtTheEndsOfItsWindow(double input, double fraction) {
        assertEquals(fraction, new VoiWindow(0, 4, VoiWindow.Function.SIGMOID).apply(input), EXACT);
    }

    @Test
    void pitfall06SigmoidOfAFileIsDrawnAsSuch() throws Exception {
        Attributes image = window(row("MG", 0, 500, 1000), 500, 1000).set(Tag.VOILUTFunction, VR.CS, "SIGMOID");

        // 1/(1 + e^2) · 255 = 30.4; 127.5 rounds up; 1/(1 + e^−2) · 255 = 224.6
        assertArrayEquals(new int[] {30, 128, 225}, greys(load(folder, image)));
    }

    /** First mapped 64512 is −1024 where modality values can be negative, whatever the VR says (C.11.2.1.1). */
    @ParameterizedTest
    @EnumSource(
            value = VR.class,
            names = {"US", "OW"})
    void pitfall07AVoiLutStandsInThePlaceOfAWindowWhateverTheVrOfItsData(VR vr) throws Exception {
        Attributes image = row("DX", 0, 1, 2, 3, 900)
                .setNumbers(Tag.RescaleSlope, VR.DS, 1)
                .setNumbers(Tag.RescaleIntercept, VR.DS, -1024)
                .setItems(Tag.VOILUTSequence, List.of(lut(vr, 4, 64512, 8, words(0, 10, 100, 255))));

        assertArrayEquals(new int[] {0, 10, 100, 255, 255}, greys(load(folder, image)));
    }

    /** Where no value can be negative 64512 is 64512. */
    @Test
    void pitfall07TheFirstMappedValueIsUnsignedWhereModalityValuesAre() throws Exception {
        Attributes image = row("DX", 64511, 64513)
                .setNumbers(Tag.BitsStored, VR.US, 16)
                .setNumbers(Tag.HighBit, VR.US, 15)
                .setItems(Tag.VOILUTSequence, List.of(lut(VR.US, 2, 64512, 8, words(0, 255))));

        assertArrayEquals(new int[] {0, 255}, greys(load(folder, image)));
    }

    @Test
    void pitfall07ADescriptorOfZeroMeans65536AndBitsThatLieAreCorrected() throws Exception {
        byte[] all = words(IntStream.range(0, 65536).toArray());
        Attributes full = row("DX", 0, 32768, 65535)
                .setNumbers(Tag.BitsStored, VR.US, 16)
                .setNumbers(Tag.HighBit, VR.US, 15)
                .setItems(Tag.VOILUTSequence, List.of(lut(VR.OW, 0, 0, 16, all)));
        // Twelve bits are declared as eight: 4095 is the brightest, not cut off and not dark.
        Attributes lying =
                row("DX", 0, 1, 2).setItems(Tag.VOILUTSequence, List.of(lut(VR.US, 3, 0, 8, words(0, 1024, 4095))));

        assertArrayEquals(new int[] {0, 128, 255}, greys(load(folder, full)));
        assertArrayEquals(new int[] {0, 64, 255}, greys(load(folder, lying)));
    }

    /**
     * IHE RAD TF-2 4.16.4.2.2.1: of a table over 0 to 3 windowed to 0 to 6 the input 3 is half way between the entries for
     * 1 and 2; a line would make it 0.5.
     */
    @Test
    void pitfall08WindowingOnTopOfAVoiLutStretchesIt() throws Exception {
        Attributes image = row("MG", 0, 2, 3, 4, 6)
                .setItems(Tag.VOILUTSequence, List.of(lut(VR.US, 4, 0, 8, words(0, 10, 100, 255))));
        LoadedFrame loaded = load(folder, image);

        DataPresentation stretched = DataPresentation.initial(loaded).windowed(3.5, 7);

        assertInstanceOf(StretchedVoiLut.class, stretched.voi());
        assertArrayEquals(new int[] {0, 10, 55, 100, 255}, greys(loaded, stretched));
    }

    /** Both a table and windows are there to be chosen from (IHE RAD TF-2 4.16.4.2.2.1); none is mixed with another. */
    @Test
    void pitfall09WindowsAndTablesAreAlternativesWithTheirNames() throws Exception {
        Attributes image = row("CT", 0, 100)
                .setNumbers(Tag.WindowCenter, VR.DS, 40, -600)
                .setNumbers(Tag.WindowWidth, VR.DS, 400, 1500)
                .set(Tag.WindowCenterWidthExplanation, VR.LO, "MEDIASTINUM", "LUNG")
                .setItems(
                        Tag.VOILUTSequence,
                        List.of(lut(VR.US, 2, 0, 8, words(0, 255)).set(Tag.LUTExplanation, VR.LO, "BONE")));

        LoadedFrame loaded = load(folder, image);
        List<VoiTransform> offered = loaded.description().voi();

        assertEquals(List.of(VoiWindow.linear(40, 400), VoiWindow.linear(-600, 1500)), offered.subList(0, 2));
        assertInstanceOf(VoiLut.class, offered.get(2));
        assertEquals(
                List.of("MEDIASTINUM", "LUNG", "BONE"),
                loaded.description().greys().voiNames());
        assertEquals(VoiWindow.linear(40, 400), DataPresentation.initial(loaded).voi());
    }

    /** PS3.3 C.8.11.3.1.2: INVERSE goes with MONOCHROME1 and repeats it; IDENTITY beside it is told and not followed. */
    @ParameterizedTest
    @CsvSource({
        "MONOCHROME1, INVERSE, 255, 0",
        "MONOCHROME1, , 255, 0",
        "MONOCHROME1, IDENTITY, 255, 0",
        "MONOCHROME2, IDENTITY, 0, 255",
        "MONOCHROME2, INVERSE, 0, 255"
    })
    void pitfall10ShapeAndPhotometricInterpretationMakeOneInversionAtMost(
            String photometric, String shape, int ofLeast, int ofMost) throws Exception {
        Attributes image =
                window(row("DX", 0, 4095), 2048, 4096).set(Tag.PhotometricInterpretation, VR.CS, photometric);
        if (shape != null) {
            image.set(Tag.PresentationLUTShape, VR.CS, shape);
        }
        boolean doAgree = shape == null || shape.equals("INVERSE") == photometric.equals("MONOCHROME1");

        LoadedFrame loaded = load(folder, image);

        assertArrayEquals(new int[] {ofLeast, ofMost}, greys(loaded));
        assertEquals(doAgree, loaded.description().warnings().isEmpty());
    }

    /** PS3.3 C.11.6.1.2: the shape of a presentation state stands in the place of the photometric interpretation. */
    @ParameterizedTest
    @CsvSource({"INVERSE, 65535, 0", "IDENTITY, 0, 65535"})
    void pitfall10TheShapeOfAPresentationStateIsTheOnlyInversion(PresentationLut.Shape shape, int ofLeast, int ofMost)
            throws Exception {
        Attributes image = row("DX", 0, 4095).set(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME1");
        GrayscalePipeline chain = new GrayscalePipeline(
                load(folder, image).frame().layout(),
                Rescale.IDENTITY,
                VoiWindow.linear(2048, 4096),
                shape,
                Polarity.NORMAL,
                PixelPadding.NONE);

        assertEquals(ofLeast, chain.pValue(0));
        assertEquals(ofMost, chain.pValue(4095));
    }

    /** Window 100.5/101 reaches from 50 to 150: 1 − f, and 65535 − 32768 in the middle. Inverted before it all would be white. */
    @Test
    void pitfall11Monochrome1InvertsAfterTheWindow() throws Exception {
        Attributes image = window(row("CR", 50, 75, 100, 150, 4000), 100.5, 101)
                .set(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME1");

        assertArrayEquals(new int[] {255, 191, 127, 0, 0}, greys(load(folder, image)));
    }

    /** C.8.7.1.1.2: LOG and DISP of XA and XRF have a LUT that leads back to the beam, and not to the eye. */
    @ParameterizedTest
    @CsvSource({
        "1.2.840.10008.5.1.4.1.1.12.1, LOG, 0, 128, 255",
        "1.2.840.10008.5.1.4.1.1.12.2, DISP, 0, 128, 255",
        "1.2.840.10008.5.1.4.1.1.12.1, LIN, 255, 128, 0",
        "1.2.840.10008.5.1.4.1.1.1.1, LOG, 255, 128, 0"
    })
    void pitfall12TheModalityLutOfAnAngiogramIsAppliedByItsIntensityRelationship(
            String sopClass, String relationship, int first, int second, int third) throws Exception {
        Attributes image = row("XA", 0, 100, 200)
                .set(Tag.SOPClassUID, VR.UI, sopClass)
                .set(Tag.PixelIntensityRelationship, VR.CS, relationship)
                .setItems(Tag.ModalityLUTSequence, List.of(lut(VR.US, 201, 0, 16, falling(200))));

        assertArrayEquals(new int[] {first, second, third}, greys(load(folder, image)));
    }

    /** C.11.1: a table or a rescale, never one after the other. */
    @Test
    void pitfall12AModalityLutTakesThePlaceOfARescale() throws Exception {
        Attributes image = row("DX", 0, 200)
                .setNumbers(Tag.RescaleSlope, VR.DS, 7)
                .setNumbers(Tag.RescaleIntercept, VR.DS, 1000)
                .setItems(
                        Tag.ModalityLUTSequence,
                        List.of(lut(VR.US, 201, 0, 16, falling(200)).set(Tag.ModalityLUTType, VR.LO, "OD")));

        LoadedFrame loaded = load(folder, image);

        assertEquals(200, loaded.description().rescale().apply(loaded.frame().value(0)));
        assertEquals("OD", loaded.description().rescale().unit());
        assertTrue(loaded.description().warnings().isEmpty());
    }

    private static byte[] falling(int most) {
        return words(IntStream.rangeClosed(0, most).map(i -> most - i).toArray());
    }

    private static Attributes lut(VR vr, int count, int first, int bits, byte[] data) {
        return new Attributes()
                .setNumbers(Tag.LUTDescriptor, VR.US, count, first, bits)
                .setBytes(Tag.LUTData, vr, data);
    }
}
