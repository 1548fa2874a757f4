package org.candela.dicom.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.candela.base.Uid;
import org.candela.codec.jpeg2000.Jpeg2000Decoder;
import org.candela.dicom.Attributes;
import org.candela.dicom.BulkData;
import org.candela.dicom.DicomFile;
import org.candela.dicom.DicomWriter;
import org.candela.dicom.Fragments;
import org.candela.dicom.Tag;
import org.candela.dicom.TransferSyntax;
import org.candela.dicom.VR;
import org.candela.image.Frame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Frames whose bytes are read before they are decoded, and frames of lower resolution. */
class FetchedFrameTest {
    private static final int ROWS = 37;
    private static final int COLUMNS = 45;

    @TempDir
    Path folder;

    private static Attributes image() {
        return new Attributes()
                .set(Tag.SOPClassUID, VR.UI, "1.2.840.10008.5.1.4.1.1.7")
                .set(Tag.SOPInstanceUID, VR.UI, "1.2.3")
                .setNumbers(Tag.SamplesPerPixel, VR.US, 1)
                .set(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2")
                .setNumbers(Tag.Rows, VR.US, ROWS)
                .setNumbers(Tag.Columns, VR.US, COLUMNS)
                .setNumbers(Tag.BitsAllocated, VR.US, 16)
                .setNumbers(Tag.BitsStored, VR.US, 12)
                .setNumbers(Tag.HighBit, VR.US, 11)
                .setNumbers(Tag.PixelRepresentation, VR.US, 0);
    }

    private Path written(Attributes image, String syntax) throws IOException {
        Path file = folder.resolve("image.dcm");
        DicomWriter.write(DicomFile.of(image, TransferSyntax.of(new Uid(syntax))), file);
        return file;
    }

    private Path jpeg2000() throws IOException {
        Path stream = folder.resolve("stream.j2k");
        try (InputStream in = Jpeg2000Decoder.class.getResourceAsStream("all-modes.j2k")) {
            Files.write(stream, in.readAllBytes());
        }
        Fragments fragments = new Fragments(new byte[0], List.of(new BulkData(stream, 0, Files.size(stream), 1)));
        return written(image().setFragments(Tag.PixelData, fragments), "1.2.840.10008.1.2.4.90");
    }

    private Path plain(int frames) throws IOException {
        byte[] pixels = new byte[2 * ROWS * COLUMNS * frames];
        for (int i = 0; i < pixels.length; i += 2) {
            pixels[i] = (byte) (i / (2 * ROWS * COLUMNS) + 1);
        }
        Attributes image = image().setNumbers(Tag.NumberOfFrames, VR.IS, frames).setBytes(Tag.PixelData, VR.OW, pixels);
        return written(image, "1.2.840.10008.1.2.1");
    }

    // [utest->req~dicom-image.fetched~1]
    @Test
    void whatWasFetchedIsDecodedWithoutItsFile() throws Exception {
        Path file = jpeg2000();
        Frame expected = FrameReader.open(file).read(0);
        FrameReader fetched = FrameReader.open(file).fetched(0);
        Files.delete(file);

        assertArrayEquals(expected.samples(), fetched.load(0).frame().samples());
        assertTrue(fetched.fetchedBytes() > 0);
    }

    // [utest->req~dicom-image.fetched~1]
    @Test
    void otherFramesThanTheFetchedOneStillComeFromTheFile() throws Exception {
        FrameReader fetched = FrameReader.open(plain(3)).fetched(1);

        assertEquals(2, fetched.read(1).value(0));
        assertEquals(3, fetched.read(2).value(0));
        assertEquals(2L * ROWS * COLUMNS, fetched.fetchedBytes());
    }

    // [utest->req~dicom-image.reduced~1]
    @Test
    void aFrameOfLowerResolutionIsHalvedAsOftenAsAsked() throws Exception {
        FrameReader reader = FrameReader.open(jpeg2000());

        Frame half = reader.reducedBy(1).load(0).frame();

        assertTrue(reader.hasResolutions());
        assertEquals(19, half.layout().rows());
        assertEquals(23, half.layout().columns());
        assertEquals(ROWS, reader.load(0).frame().layout().rows());
    }

    // [utest->req~dicom-image.reduced~1]
    @Test
    void uncompressedFramesHaveOneResolution() throws Exception {
        FrameReader reader = FrameReader.open(plain(1));

        assertFalse(reader.hasResolutions());
        assertEquals(ROWS, reader.reducedBy(2).load(0).frame().layout().rows());
        assertSame(reader.fetched(0).dataSet(), reader.dataSet());
    }
}
