package org.candela.dicom.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.candela.Corpus;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomFile;
import org.candela.dicom.DicomWriter;
import org.candela.dicom.Tag;
import org.candela.dicom.TransferSyntax;
import org.candela.dicom.VR;
import org.candela.image.OverlayPlane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~dicom-image.overlays~1]
class OverlayReaderTest {
    @TempDir
    private Path folder;

    @Test
    void marksInUnusedBitsAreAPlaneAndNoPartOfTheValues() throws Exception {
        Attributes image = image(2, 1)
                .setNumbers(Tag.OverlayRows, VR.US, 1)
                .setNumbers(Tag.OverlayColumns, VR.US, 2)
                .setNumbers(Tag.OverlayBitPosition, VR.US, 12)
                .setBytes(Tag.PixelData, VR.OW, new byte[] {0x34, 0x02, 0x34, 0x12});

        DescribedFrame loaded = load(image, 0);

        assertEquals(0x234, loaded.frame().value(0));
        assertEquals(0x234, loaded.frame().value(1));
        OverlayPlane plane = loaded.overlays().get(0);
        assertFalse(plane.isSet(0, 0));
        assertTrue(plane.isSet(0, 1));
    }

    @Test
    void aPlaneOfItsOwnHasOriginKindAndLabel() throws Exception {
        Attributes image = separate(new byte[] {0b0110, 0})
                .set(Tag.OverlayType, VR.CS, "R")
                .set(Tag.OverlayLabel, VR.LO, "Lesion")
                .setNumbers(Tag.OverlayOrigin, VR.SS, 2, -1);

        OverlayPlane plane = load(image, 0).overlays().get(0);

        assertEquals(OverlayPlane.Kind.REGION_OF_INTEREST, plane.kind());
        assertEquals("Lesion", plane.label());
        assertEquals(List.of(1, -2), List.of(plane.originRow(), plane.originColumn()));
        assertTrue(plane.isSet(1, -1));
    }

    /** C.9.3: frames without a gap between them, the first over Image Frame Origin. */
    @Test
    void framesOfAnOverlayLieOverTheirFramesAlone() throws Exception {
        Attributes image = separate(new byte[] {(byte) 0b1000_0001, 0})
                .setNumbers(Tag.NumberOfFrames, VR.IS, 4)
                .setNumbers(Tag.NumberOfFramesInOverlay, VR.IS, 2)
                .setNumbers(Tag.ImageFrameOrigin, VR.US, 2)
                .setBytes(Tag.PixelData, VR.OW, new byte[32]);

        assertEquals(List.of(), load(image, 0).overlays());
        assertTrue(load(image, 1).overlays().get(0).isSet(0, 0));
        assertFalse(load(image, 1).overlays().get(0).isSet(0, 3));
        assertTrue(load(image, 2).overlays().get(0).isSet(0, 3));
        assertEquals(List.of(), load(image, 3).overlays());
        assertEquals(List.of(), load(image, 3).description().warnings());
    }

    @Test
    void whatCannotBeReadIsTold() throws Exception {
        Attributes tooShort = separate(new byte[0]);
        Attributes inUsedBits = image(2, 1)
                .setNumbers(Tag.OverlayRows, VR.US, 1)
                .setNumbers(Tag.OverlayColumns, VR.US, 2)
                .setNumbers(Tag.OverlayBitPosition, VR.US, 3);

        for (Attributes image : List.of(tooShort, inUsedBits)) {
            assertEquals(List.of(), load(image, 0).overlays());
            assertEquals(
                    List.of(OverlayReader.LEFT_OUT),
                    load(image, 0).description().warnings());
        }
    }

    @Test
    void sizesThatTheFileCannotHoldAreToldAndTakeNoMemory() throws Exception {
        Attributes image = separate(new byte[8])
                .setNumbers(Tag.OverlayRows, VR.US, 65535)
                .setNumbers(Tag.OverlayColumns, VR.US, 65535)
                .setNumbers(Tag.NumberOfFrames, VR.IS, 4)
                .setNumbers(Tag.NumberOfFramesInOverlay, VR.IS, 2_000_000_000)
                .setNumbers(Tag.ImageFrameOrigin, VR.US, 0)
                .setBytes(Tag.PixelData, VR.OW, new byte[32]);

        assertEquals(
                List.of(OverlayReader.LEFT_OUT), load(image, 3).description().warnings());
    }

    @Test
    void realOverlaysOfBothFormsAreRead() throws Exception {
        Path corpus = Corpus.folder();

        assertTrue(marks(corpus.resolve("dcm4che+dcm4che/ovly_p01.dcm")) > 2000);
        assertTrue(marks(corpus.resolve("pydicom+pydicom/examples_overlay.dcm")) > 200);
    }

    private static int marks(Path file) throws Exception {
        return FrameReader.open(file).load(0).overlays().stream()
                .mapToInt(plane -> plane.bits().cardinality())
                .sum();
    }

    private DescribedFrame load(Attributes image, int frameIndex) throws Exception {
        Path file = folder.resolve("overlay.dcm");
        DicomWriter.write(DicomFile.of(image, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), file);
        return FrameReader.open(file).load(frameIndex);
    }

    private static Attributes separate(byte[] bits) {
        return image(4, 1)
                .setNumbers(Tag.OverlayRows, VR.US, 1)
                .setNumbers(Tag.OverlayColumns, VR.US, 4)
                .setBytes(Tag.OverlayData, VR.OW, bits);
    }

    private static Attributes image(int columns, int rows) {
        return new Attributes()
                .set(Tag.SOPClassUID, VR.UI, "1.2.840.10008.5.1.4.1.1.7")
                .set(Tag.SOPInstanceUID, VR.UI, "1.2.3")
                .set(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2")
                .setNumbers(Tag.Rows, VR.US, rows)
                .setNumbers(Tag.Columns, VR.US, columns)
                .setNumbers(Tag.BitsAllocated, VR.US, 16)
                .setNumbers(Tag.BitsStored, VR.US, 12)
                .setNumbers(Tag.HighBit, VR.US, 11)
                .setBytes(Tag.PixelData, VR.OW, new byte[2 * rows * columns]);
    }
}
