package org.candela.dicom.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.candela.Peer;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomFile;
import org.candela.dicom.DicomReader;
import org.candela.dicom.DicomWriter;
import org.candela.dicom.Tag;
import org.candela.dicom.TransferSyntax;
import org.candela.dicom.VR;
import org.candela.image.OverlayPlane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Overlays in bits 12 and 15 of cells that others have coded: shown as they were, or told as not shown. */
// [utest->req~dicom-image.overlays~1]
// [utest->req~codec.whole-cells~1]
class EmbeddedOverlayTest {
    private static final int EDGE = 16;

    @TempDir
    private Path folder;

    @Test
    void cellsOfRleKeepTheirOverlays() throws Exception {
        Peer.need("dcmcrle");

        assertEquals(List.of(EDGE, 2 * EDGE), marks(coded("dcmcrle")));
    }

    @Test
    void cellsThatJpegLsCodesWholeKeepTheirOverlays() throws Exception {
        Peer.need("dcmcjpls");

        assertShownOrTold(coded("dcmcjpls"));
        assertShownOrTold(coded("dcmcjpls", "+en", "+md", "3"));
    }

    @Test
    void whatOtherCodersKeepIsShownAndTheRestIsTold() throws Exception {
        Peer.need("dcmcjpeg", "gdcmconv");

        assertShownOrTold(coded("dcmcjpeg", "+e1"));
        assertShownOrTold(coded("dcmcjpeg", "+el"));
        for (String way : List.of("--jpeg", "--jpegls", "--j2k", "--rle")) {
            assertShownOrTold(coded("gdcmconv", way));
        }
    }

    /** Signed samples: of a stream of 12 bits the upper four are the sign, and no overlay. */
    @Test
    void theSignOfASampleIsNeverTakenForAnOverlay() throws Exception {
        Peer.need("gdcmconv", "dcmcjpls");
        for (List<String> command : List.of(List.of("gdcmconv", "--j2k"), List.of("gdcmconv", "--jpegls"))) {
            Attributes image = image().setNumbers(Tag.PixelRepresentation, VR.US, 1);
            assertShownOrTold(coded(image, command.toArray(String[]::new)));
        }
    }

    /** A stream that holds all 16 bits, which none of the coders here writes of 12 stored ones. */
    @Test
    void jpeg2000OfWholeCellsKeepsItsOverlays() throws Exception {
        Peer.need("gdcmconv");
        Attributes wide = image().setNumbers(Tag.BitsStored, VR.US, 16).setNumbers(Tag.HighBit, VR.US, 15);
        for (String way : List.of("--j2k", "--jpegls", "--jpeg")) {
            Path coded = coded(wide, "gdcmconv", way);
            DicomFile file = DicomReader.read(coded);
            file.dataSet().setNumbers(Tag.BitsStored, VR.US, 12).setNumbers(Tag.HighBit, VR.US, 11);
            DicomWriter.write(file, coded);

            assertEquals(List.of(EDGE, 2 * EDGE), marks(coded), way);
        }
    }

    private void assertShownOrTold(Path file) throws Exception {
        DescribedFrame loaded = FrameReader.open(file).load(0);
        if (loaded.overlays().isEmpty()) {
            assertTrue(loaded.description().warnings().contains(OverlayReader.LEFT_OUT));
            return;
        }
        assertEquals(List.of(EDGE, 2 * EDGE), marks(file));
    }

    /** How many bits of each overlay are set; that the samples are as they were is asserted. */
    private List<Integer> marks(Path file) throws Exception {
        DescribedFrame loaded = FrameReader.open(file).load(0);
        DescribedFrame source = FrameReader.open(folder.resolve("native.dcm")).load(0);
        boolean isExact = !loaded.description().isLossy();
        for (int i = 0; i < EDGE * EDGE && isExact; i++) {
            assertEquals(source.frame().value(i) & 0xFFF, loaded.frame().value(i) & 0xFFF);
        }
        return loaded.overlays().stream()
                .map(OverlayPlane::bits)
                .map(bits -> bits.cardinality())
                .toList();
    }

    private Path coded(String... command) throws Exception {
        return coded(image(), command);
    }

    private Path coded(Attributes image, String... command) throws Exception {
        Path plain = folder.resolve("native.dcm");
        Path coded = folder.resolve("coded.dcm");
        DicomWriter.write(DicomFile.of(image, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), plain);
        List<String> words = new ArrayList<>(List.of(command));
        words.addAll(List.of(plain.toString(), coded.toString()));
        Peer.run(folder, words);
        return coded;
    }

    /** A diagonal in bit 12 and two columns in bit 15 over a ramp of 12 bits. */
    private static Attributes image() {
        byte[] cells = new byte[2 * EDGE * EDGE];
        for (int i = 0; i < EDGE * EDGE; i++) {
            int x = i % EDGE;
            int cell = i * 16 % 4096 | (x == i / EDGE ? 1 << 12 : 0) | (x < 2 ? 1 << 15 : 0);
            cells[2 * i] = (byte) cell;
            cells[2 * i + 1] = (byte) (cell >> 8);
        }
        Attributes image = new Attributes()
                .set(Tag.SOPClassUID, VR.UI, "1.2.840.10008.5.1.4.1.1.7")
                .set(Tag.SOPInstanceUID, VR.UI, "1.2.3")
                .set(Tag.StudyInstanceUID, VR.UI, "1.2.1")
                .set(Tag.SeriesInstanceUID, VR.UI, "1.2.2")
                .set(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2")
                .setNumbers(Tag.SamplesPerPixel, VR.US, 1)
                .setNumbers(Tag.Rows, VR.US, EDGE)
                .setNumbers(Tag.Columns, VR.US, EDGE)
                .setNumbers(Tag.BitsAllocated, VR.US, 16)
                .setNumbers(Tag.BitsStored, VR.US, 12)
                .setNumbers(Tag.HighBit, VR.US, 11)
                .setNumbers(Tag.PixelRepresentation, VR.US, 0)
                .setBytes(Tag.PixelData, VR.OW, cells);
        overlay(image, 0, 12);
        overlay(image, 2 << 16, 15);
        return image;
    }

    private static void overlay(Attributes image, int group, int position) {
        image.setNumbers(Tag.OverlayRows + group, VR.US, EDGE)
                .setNumbers(Tag.OverlayColumns + group, VR.US, EDGE)
                .set(Tag.OverlayType + group, VR.CS, "G")
                .setNumbers(Tag.OverlayOrigin + group, VR.SS, 1, 1)
                .setNumbers(0x60000100 + group, VR.US, 16)
                .setNumbers(Tag.OverlayBitPosition + group, VR.US, position);
    }
}
