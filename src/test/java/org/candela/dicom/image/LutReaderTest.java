package org.candela.dicom.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomFile;
import org.candela.dicom.DicomWriter;
import org.candela.dicom.Tag;
import org.candela.dicom.TransferSyntax;
import org.candela.dicom.VR;
import org.candela.image.LookupTable;
import org.candela.image.PresentationLut;
import org.candela.image.VoiLut;
import org.candela.image.VoiWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LutReaderTest {
    @TempDir
    private Path folder;

    // [utest->req~dicom-image.luts~1]
    @Test
    void aFirstMappedValueIsSignedAsTheInputsAre() throws Exception {
        Attributes item = lut(new double[] {3, 65535, 8}, new byte[] {1, 0, 2, 0, 3, 0});

        assertEquals(
                2,
                LutReader.read(item, LutDescriptor.Inputs.SIGNED).orElseThrow().value(0));
        assertEquals(
                1,
                LutReader.read(item, LutDescriptor.Inputs.UNSIGNED)
                        .orElseThrow()
                        .value(0));
    }

    @Test
    void bytesPackedIntoWordsAreUnpacked() throws Exception {
        LookupTable table = read(new double[] {4, 0, 8}, new byte[] {1, 2, 3, (byte) 255});

        assertEquals(2, table.value(1));
        assertEquals(1.0, table.fraction(3));
    }

    @Test
    void entriesWiderThanDeclaredWidenTheRange() throws Exception {
        LookupTable table = read(new double[] {2, 0, 8}, new byte[] {0, 0, (byte) 0xFF, 3});

        assertEquals(10, table.bits());
        assertEquals(1.0, table.fraction(1));
    }

    @Test
    void inputsOutsideTheTableGetItsEnds() throws Exception {
        LookupTable table = read(new double[] {2, 10, 8}, new byte[] {7, 0, 9, 0});

        assertEquals(7, table.value(-5));
        assertEquals(9, table.value(99));
        assertTrue(LutReader.read(new Attributes(), LutDescriptor.Inputs.SIGNED).isEmpty());
    }

    // [utest->req~dicom-image.luts~1]
    @Test
    void aModalityLutMakesTheValuesThatAreShown() throws Exception {
        Attributes image = new Attributes()
                .set(Tag.SOPClassUID, VR.UI, "1.2.840.10008.5.1.4.1.1.7")
                .set(Tag.SOPInstanceUID, VR.UI, "1.2.3")
                .set(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2")
                .setNumbers(Tag.Rows, VR.US, 1)
                .setNumbers(Tag.Columns, VR.US, 3)
                .setNumbers(Tag.BitsAllocated, VR.US, 8)
                .setNumbers(Tag.BitsStored, VR.US, 8)
                .setNumbers(Tag.PixelPaddingValue, VR.US, 2)
                .setItems(Tag.ModalityLUTSequence, List.of(lut(new double[] {3, 0, 12}, new byte[] {100, 0, 44, 1, 0, 4
                })))
                .setBytes(Tag.PixelData, VR.OB, new byte[] {1, 0, 2, 0});
        Path file = folder.resolve("lut.dcm");
        DicomWriter.write(DicomFile.of(image, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), file);

        DescribedFrame loaded = FrameReader.open(file).load(0);

        assertEquals(300, loaded.frame().value(0));
        assertEquals(100, loaded.frame().value(1));
        assertTrue(loaded.description().padding().contains(loaded.frame().value(2)));
        assertEquals(List.of(), loaded.description().warnings());
    }

    // [utest->req~dicom-image.luts~1]
    @Test
    void voiLutsFollowTheWindowsAndAreSignedAsTheModalityValuesAre() throws Exception {
        Attributes image = grey("MONOCHROME2")
                .setNumbers(Tag.RescaleSlope, VR.DS, 1)
                .setNumbers(Tag.RescaleIntercept, VR.DS, -10)
                .setNumbers(Tag.WindowCenter, VR.DS, 40)
                .setNumbers(Tag.WindowWidth, VR.DS, 400)
                .setItems(
                        Tag.VOILUTSequence,
                        List.of(
                                lut(new double[] {2, 65534, 8}, new byte[] {0, 0, (byte) 255, 0})
                                        .set(Tag.LUTExplanation, VR.LO, "NORMAL"),
                                new Attributes()));

        ImageDescription description = ImageReader.describe(image, 0);

        assertEquals(VoiWindow.linear(40, 400), description.voi().get(0));
        VoiLut lut = assertInstanceOf(VoiLut.class, description.voi().get(1));
        assertEquals("NORMAL", lut.explanation());
        assertEquals(0, lut.apply(-2));
        assertEquals(1, lut.apply(-1));
        assertEquals(List.of(LutReader.VOI_LUT_LEFT_OUT), description.warnings());
    }

    // [utest->req~dicom-image.presentation~1]
    @Test
    void aPresentationLutSequenceReplacesWhatThePhotometricInterpretationImplies() throws Exception {
        Attributes image = grey("MONOCHROME1")
                .setItems(
                        Tag.PresentationLUTSequence,
                        List.of(lut(new double[] {2, 0, 8}, new byte[] {0, 0, (byte) 255, 0})));

        assertEquals(
                65535, ImageReader.describe(image, 0).greys().presentation().pValue(1));
        assertEquals(
                0,
                ImageReader.describe(grey("MONOCHROME1"), 0)
                        .greys()
                        .presentation()
                        .pValue(1));
    }

    // [utest->req~dicom-image.presentation~1]
    @Test
    void aShapeAgainstThePhotometricInterpretationIsToldAndNotFollowed() throws Exception {
        ImageDescription description =
                ImageReader.describe(grey("MONOCHROME2").set(Tag.PresentationLUTShape, VR.CS, "INVERSE"), 0);

        assertEquals(PresentationLut.Shape.IDENTITY, description.greys().presentation());
        assertEquals(List.of("presentation LUT shape contradicts MONOCHROME2"), description.warnings());
    }

    private static Attributes grey(String photometric) {
        return new Attributes()
                .set(Tag.PhotometricInterpretation, VR.CS, photometric)
                .setNumbers(Tag.Rows, VR.US, 1)
                .setNumbers(Tag.Columns, VR.US, 3)
                .setNumbers(Tag.BitsAllocated, VR.US, 8)
                .setNumbers(Tag.BitsStored, VR.US, 8);
    }

    private static LookupTable read(double[] descriptor, byte[] data) throws Exception {
        return LutReader.read(lut(descriptor, data), LutDescriptor.Inputs.UNSIGNED)
                .orElseThrow();
    }

    private static Attributes lut(double[] descriptor, byte[] data) {
        return new Attributes().setNumbers(Tag.LUTDescriptor, VR.US, descriptor).setBytes(Tag.LUTData, VR.OW, data);
    }
}
