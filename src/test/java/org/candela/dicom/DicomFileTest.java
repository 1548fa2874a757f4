package org.candela.dicom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.candela.base.CandelaException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DicomFileTest {
    @TempDir
    private Path folder;

    // [utest->req~dicom.read~1]
    // [utest->req~dicom.write~1]
    @ParameterizedTest
    @ValueSource(strings = {"1.2.840.10008.1.2", "1.2.840.10008.1.2.1"})
    void aFileWrittenAndReadHasTheSameElements(String uid) throws Exception {
        Path file = written(DicomFiles.sample(), uid);

        DicomFile read = DicomReader.read(file);

        assertEquals(List.of(), read.warnings());
        assertEquals("SYNTHETIC^Zoë=山田", read.dataSet().string(Tag.PatientName).orElseThrow());
        assertEquals(List.of(-120.5, 33.0, 0.125), read.dataSet().numbers(Tag.ImagePositionPatient));
        assertEquals(1, read.dataSet().items(Tag.ReferencedStudySequence).size());
        assertArrayEquals(
                new byte[] {1, 2, 3, 4},
                read.dataSet().bulkData(Tag.PixelData).orElseThrow().read());
    }

    @Test
    void writingWhatWasReadGivesTheSameBytes() throws Exception {
        Path file = written(DicomFiles.sample(), "1.2.840.10008.1.2.1");

        ByteArrayOutputStream again = new ByteArrayOutputStream();
        DicomWriter.write(DicomReader.read(file), again);

        assertArrayEquals(Files.readAllBytes(file), again.toByteArray());
    }

    @Test
    void theHeaderEndsBeforeThePixels() throws Exception {
        Path file = written(DicomFiles.sample(), "1.2.840.10008.1.2.1");

        DicomFile header = DicomReader.readHeader(file);

        assertFalse(header.dataSet().contains(Tag.PixelData));
        assertTrue(header.dataSet().contains(Tag.Rows));
    }

    @Test
    void privateElementsAreFoundByTheirCreator() throws Exception {
        Attributes read = DicomReader.read(written(DicomFiles.sample(), "1.2.840.10008.1.2.1"))
                .dataSet();

        int tag = read.privateTag("CANDELA TEST", 0x0009, 0x01).orElseThrow();

        assertEquals(List.of(Math.PI), read.numbers(tag));
    }

    // [utest->req~dicom.bad-input~1]
    @Test
    void whatIsNoDicomIsRefusedByName() throws IOException {
        Path file = Files.writeString(folder.resolve("letter.txt"), "Dear colleague, ".repeat(20));

        DicomFormatException failure = assertThrows(DicomFormatException.class, () -> DicomReader.read(file));

        assertEquals("letter.txt, offset 0: not a DICOM file (no DICM at offset 128)", failure.getMessage());
    }

    @Test
    void aTruncatedValueIsRefusedWithOffsetAndTag() throws Exception {
        Path file = written(DicomFiles.sample(), "1.2.840.10008.1.2.1");
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 2));

        DicomFormatException failure = assertThrows(DicomFormatException.class, () -> DicomReader.read(file));

        assertEquals(Tag.PixelData, failure.tag());
        assertEquals(bytes.length - 16, failure.offset());
    }

    // [utest->req~dicom.bad-input~1]
    @Test
    void brokenBytesGiveAResultOrAnErrorAndNothingElse() throws Exception {
        byte[] good = Files.readAllBytes(written(DicomFiles.sample(), "1.2.840.10008.1.2.1"));
        Random random = new Random(20261124);

        for (int round = 0; round < 3000; round++) {
            byte[] bad = Arrays.copyOf(good, 132 + random.nextInt(good.length - 132));
            for (int i = 0; i < 3; i++) {
                bad[132 + random.nextInt(Math.max(1, bad.length - 132)) - (bad.length == 132 ? 1 : 0)] =
                        (byte) random.nextInt();
            }
            readOrRefuse(Files.write(folder.resolve("bad.dcm"), bad));
        }
    }

    private static void readOrRefuse(Path file) throws IOException {
        try {
            Attributes read = DicomReader.read(file).dataSet();
            read.tags().forEach(read::strings);
            DicomJson.toJson(read);
        } catch (CandelaException expected) {
            assertFalse(expected.code().isBlank());
        }
    }

    private Path written(Attributes dataSet, String uid) throws IOException {
        Path file = folder.resolve("sample.dcm");
        DicomWriter.write(DicomFile.of(dataSet, TransferSyntax.of(new org.candela.base.Uid(uid))), file);
        return file;
    }

    /** PS3.5 §7.5: an explicit sequence and item of undefined length, as many scanners write them. */
    // [utest->req~dicom.write~1]
    @Test
    void undefinedLengthsAreWrittenAsTheyWereRead() throws Exception {
        Path file = written(new Attributes(), "1.2.840.10008.1.2.1");
        byte[] sequence = HexFormat.of()
                .parseHex("08001011" + "53510000FFFFFFFF" + "FEFF00E0FFFFFFFF" + "0800501155490400312E3200"
                        + "FEFF0DE000000000" + "FEFFDDE000000000");
        Files.write(file, sequence, StandardOpenOption.APPEND);

        ByteArrayOutputStream again = new ByteArrayOutputStream();
        DicomWriter.write(DicomReader.read(file), again);

        assertArrayEquals(Files.readAllBytes(file), again.toByteArray());
    }

    // [utest->req~dicom.read~1]
    @Test
    void aDataSetInAnotherFormThanDeclaredIsReadWithAWarning() throws Exception {
        Path file = written(new Attributes(), "1.2.840.10008.1.2.1");
        ByteArrayOutputStream implicit = new ByteArrayOutputStream();
        new ElementWriter(implicit, ElementForm.IMPLICIT_LITTLE_ENDIAN).write(DicomFiles.sample());
        Files.write(file, implicit.toByteArray(), StandardOpenOption.APPEND);

        DicomFile read = DicomReader.read(file);

        assertEquals("1.2.840.10008.1.2.1", read.transferSyntax().uid().value());
        assertEquals(2, read.dataSet().integer(Tag.Rows).orElseThrow());
        assertTrue(
                read.warnings().get(0).contains("not encoded as declared"),
                read.warnings().toString());
    }

    @Test
    void anUnknownCharacterSetIsAWarningAndUnreadableTextIsMarked() throws Exception {
        Attributes dataSet = new Attributes()
                .setBytes(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 999".getBytes(StandardCharsets.US_ASCII))
                .setBytes(Tag.PatientName, VR.PN, "A^B=\u00e9".getBytes(StandardCharsets.ISO_8859_1));

        DicomFile read = DicomReader.read(written(dataSet, "1.2.840.10008.1.2.1"));

        assertEquals("A^B=\uFFFD", read.dataSet().string(Tag.PatientName).orElseThrow());
        assertTrue(
                read.warnings().get(0).contains("character set"),
                read.warnings().toString());
    }

    // [utest->req~dicom.bad-input~1]
    @Test
    void sequencesNestedWithoutEndAreRefused() throws Exception {
        Path file = written(new Attributes(), "1.2.840.10008.1.2.1");
        byte[] level = HexFormat.of().parseHex("0800101153510000FFFFFFFFFEFF00E0FFFFFFFF");
        for (int i = 0; i < 5000; i++) {
            Files.write(file, level, StandardOpenOption.APPEND);
        }

        DicomFormatException failure = assertThrows(DicomFormatException.class, () -> DicomReader.read(file));

        assertTrue(failure.toString().contains("nested more than"), failure.toString());
    }
}
