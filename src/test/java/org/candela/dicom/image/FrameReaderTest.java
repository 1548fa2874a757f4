package org.candela.dicom.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.codec.jpeg2000.Jpeg2000Decoder;
import org.candela.dicom.Attributes;
import org.candela.dicom.BulkData;
import org.candela.dicom.DicomFile;
import org.candela.dicom.DicomFormatException;
import org.candela.dicom.DicomWriter;
import org.candela.dicom.Fragments;
import org.candela.dicom.Tag;
import org.candela.dicom.TransferSyntax;
import org.candela.dicom.VR;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrameReaderTest {
    @TempDir
    private Path folder;

    /** PS3.5 8.1.1: frames of 3 pixels of 1 bit follow one another without a gap; 101 011 110 from the lowest bit. */
    // [utest->req~dicom-image.pixels~1]
    @Test
    void framesOfOneBitShareBytes() throws Exception {
        Attributes image = image(1, 3, 1).setBytes(Tag.PixelData, VR.OB, new byte[] {(byte) 0b11110101, 0});
        image.setNumbers(Tag.NumberOfFrames, VR.IS, 3);

        FrameReader reader = open(image);

        assertArrayEquals(new byte[] {1, 0, 1}, reader.readStored(0).littleEndian());
        assertArrayEquals(new byte[] {0, 1, 1}, reader.readStored(1).littleEndian());
        assertArrayEquals(new byte[] {1, 1, 0}, reader.readStored(2).littleEndian());
    }

    // [utest->req~dicom-image.wide~1]
    @Test
    void aWideFrameIsShownWithItsModalityValues() throws Exception {
        Attributes dose = image(32, 2, 1).setBytes(Tag.PixelData, VR.OW, new byte[] {0, 0, 1, 0, 2, 0, 1, 0});
        dose.setNumbers(Tag.RescaleSlope, VR.DS, 2).setNumbers(Tag.RescaleIntercept, VR.DS, 5);

        DescribedFrame loaded = open(dose).load(0);

        assertEquals(
                2 * 65536 + 5,
                loaded.description().rescale().apply(loaded.frame().value(0)),
                1e-9);
        assertEquals(
                2 * 65538 + 5,
                loaded.description().rescale().apply(loaded.frame().value(1)),
                1e-9);
        assertThrows(UnsupportedImageException.class, () -> open(dose).read(0));
    }

    // [utest->req~dicom-image.wide~1]
    @Test
    void floatingPointPixelsAreRead() throws Exception {
        Attributes map = image(32, 1, 1).setBytes(Tag.FloatPixelData, VR.OF, new byte[] {0, 0, (byte) 0x80, 0x3F});

        assertEquals("<f4", open(map).readStored(0).sampleType().code());
        assertEquals(1.0, open(map).load(0).description().rescale().apply(1));
    }

    // [utest->req~dicom-image.refuse~1]
    @Test
    void transformsOfCodestreamsAreRefusedWhereThereIsNone() throws Exception {
        Attributes image = image(8, 1, 1).setBytes(Tag.PixelData, VR.OB, new byte[] {1, 2, 3, 0});
        image.setNumbers(Tag.SamplesPerPixel, VR.US, 3).set(Tag.PhotometricInterpretation, VR.CS, "YBR_ICT");

        assertThrows(CandelaException.class, () -> open(image).readStored(0));
    }

    // [utest->req~dicom-image.refuse~1]
    @Test
    void aRefusedFrameNamesItsFile() throws Exception {
        Attributes wide = image(32, 1, 1).setBytes(Tag.PixelData, VR.OW, new byte[12]);
        wide.setNumbers(Tag.SamplesPerPixel, VR.US, 3).set(Tag.PhotometricInterpretation, VR.CS, "RGB");

        UnsupportedImageException refused =
                assertThrows(UnsupportedImageException.class, () -> open(wide).load(0));
        assertEquals("image.dcm: colour of more than 16 bits a sample cannot be shown", refused.getMessage());
    }

    // [utest->req~dicom-image.refuse~1]
    @Test
    void whatIsNoTermIsNotQuoted() throws Exception {
        Attributes image = image(8, 1, 1).setBytes(Tag.PixelData, VR.OB, new byte[2]);

        assertEquals("image.dcm: photometric interpretation not supported: HSV", refusal(image, "HSV"));
        assertEquals("image.dcm: photometric interpretation not supported: no term", refusal(image, "SECRET\nNAME"));
    }

    private String refusal(Attributes image, String term) {
        image.setBytes(Tag.PhotometricInterpretation, VR.CS, term.getBytes(StandardCharsets.US_ASCII));
        return String.valueOf(
                assertThrows(UnsupportedImageException.class, () -> open(image).describe(0))
                        .getMessage());
    }

    // [utest->req~dicom-image.bounded~1]
    @Test
    void moreFramesThanThePixelsHaveBitsAreRefused() throws Exception {
        Attributes image = image(1, 1, 1).setBytes(Tag.PixelData, VR.OB, new byte[] {1, 0});

        assertEquals(
                16, open(image.copy().setNumbers(Tag.NumberOfFrames, VR.IS, 16)).frameCount());
        DicomFormatException refused = assertThrows(
                DicomFormatException.class,
                () -> open(image.copy().setNumbers(Tag.NumberOfFrames, VR.IS, Integer.MAX_VALUE)));
        assertEquals(Tag.NumberOfFrames, refused.tag());
    }

    // [utest->req~dicom-image.bounded~1]
    @Test
    void framesTooManyToBePlacedStayInTheOrderOfTheFile() throws Exception {
        Attributes image = image(8, 1, 1).setBytes(Tag.PixelData, VR.OB, new byte[1 << 17]);
        image.setNumbers(Tag.NumberOfFrames, VR.IS, 1 << 17)
                .setNumbers(Tag.ImagePositionPatient, VR.DS, 0, 0, 0)
                .setNumbers(Tag.ImageOrientationPatient, VR.DS, 1, 0, 0, 0, 1, 0)
                .setNumbers(Tag.PixelSpacing, VR.DS, 1, 1)
                .setItems(
                        Tag.PerFrameFunctionalGroupsSequence,
                        List.of(new Attributes().setNumbers(Tag.FrameTime, VR.DS, 1)));

        FrameReader reader = open(image);

        List<Integer> frames = assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> FrameOrder.of(reader).frames());
        assertEquals(1 << 17, frames.size());
    }

    // [utest->req~dicom-image.parts~1]
    @Test
    void helpersTakePartsOfAFrameAndChangeNoSample() throws Exception {
        Path stream = folder.resolve("stream.j2k");
        try (InputStream in = Jpeg2000Decoder.class.getResourceAsStream("all-modes.j2k")) {
            Files.write(stream, in.readAllBytes());
        }
        Attributes image = image(16, 45, 37)
                .setNumbers(Tag.BitsStored, VR.US, 12)
                .setNumbers(Tag.HighBit, VR.US, 11)
                .setFragments(
                        Tag.PixelData,
                        new Fragments(new byte[0], List.of(new BulkData(stream, 0, Files.size(stream), 1))));
        Path file = folder.resolve("coded.dcm");
        DicomWriter.write(DicomFile.of(image, TransferSyntax.of(new Uid("1.2.840.10008.1.2.4.90"))), file);
        AtomicInteger asked = new AtomicInteger();
        Executor helper = part -> {
            asked.incrementAndGet();
            part.run();
        };

        FrameReader reader = FrameReader.open(file);

        assertArrayEquals(
                reader.read(0).samples(), reader.helpedBy(helper, 2).read(0).samples());
        assertTrue(asked.get() > 1, "nobody was asked for help");
    }

    // [utest->req~dicom-image.bounded~1]
    @Test
    void vectorsOfNuclearFramesAreReadOnceForAllFrames() throws Exception {
        int count = 30_000;
        Attributes image = image(8, 1, 1).setBytes(Tag.PixelData, VR.OB, new byte[count]);
        image.setNumbers(Tag.NumberOfFrames, VR.IS, count)
                .setBytes(Tag.FrameIncrementPointer, VR.AT, new byte[] {0x54, 0, (byte) 0x80, 0})
                .setBytes(Tag.SliceVector, VR.US, new byte[2 * count]);

        FrameReader reader = open(image);

        List<Integer> frames = assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> FrameOrder.of(reader).frames());
        assertEquals(count, frames.size());
    }

    private FrameReader open(Attributes image) throws Exception {
        Path file = folder.resolve("image.dcm");
        DicomWriter.write(DicomFile.of(image, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), file);
        return FrameReader.open(file);
    }

    private static Attributes image(int bits, int columns, int rows) {
        return new Attributes()
                .set(Tag.SOPClassUID, VR.UI, "1.2.840.10008.5.1.4.1.1.7")
                .set(Tag.SOPInstanceUID, VR.UI, "1.2.3")
                .set(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2")
                .setNumbers(Tag.SamplesPerPixel, VR.US, 1)
                .setNumbers(Tag.Rows, VR.US, rows)
                .setNumbers(Tag.Columns, VR.US, columns)
                .setNumbers(Tag.BitsAllocated, VR.US, bits)
                .setNumbers(Tag.BitsStored, VR.US, bits)
                .setNumbers(Tag.HighBit, VR.US, bits - 1)
                .setNumbers(Tag.PixelRepresentation, VR.US, 0);
    }
}
