package org.candela.dicom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every form of a data set, and faults of real writers, byte by byte. */
class DicomReaderTest {
    private static final String DEFLATED = "1.2.840.10008.1.2.1.99";
    private static final String CODED_IN_UN = "08001011" + "554E0000";
    private static final String ITEM_OF_ONE_UID = "FEFF00E00C000000" + "0800501104000000" + "312E3200";

    // [utest->req~dicom.read~1]
    // [utest->req~dicom.write~1]
    @ParameterizedTest
    @ValueSource(
            strings = {"1.2.840.10008.1.2", "1.2.840.10008.1.2.1", "1.2.840.10008.1.2.2", "1.2.840.10008.1.2.1.99"})
    void everyFormIsWrittenAndReadWithTheSameElements(String syntax) throws Exception {
        Attributes dataSet = everyVr();

        byte[] bytes = written(dataSet, syntax);
        DicomFile read = DicomReader.read(bytes, "test", inMemory());

        assertEquals(List.of(), read.warnings());
        assertEquals(
                DicomJson.toJson(dataSet.copy().remove(Tag.PixelData)),
                DicomJson.toJson(read.dataSet().copy().remove(Tag.PixelData)));
        assertArrayEquals(bytes, written(read));
    }

    // [utest->req~dicom.deflated~1]
    @Test
    void pixelsOfADeflatedFileAreReadWhenAskedFor() throws Exception {
        Attributes dataSet = DicomFiles.sample().setBytes(Tag.PixelData, VR.OW, new byte[1 << 20]);

        DicomFile read = read(written(dataSet, "1.2.840.10008.1.2.1.99"));

        assertEquals(
                1 << 20, read.dataSet().bulkData(Tag.PixelData).orElseThrow().read().length);
    }

    // [utest->req~dicom.deflated~1]
    @Test
    void aLargeDeflatedFileIsReadFromOutsideTheHeap() throws Exception {
        byte[] pixels = new byte[20 << 20];
        for (int i = 0; i < pixels.length; i += 7) {
            pixels[i] = (byte) ((i * 31) >> 5);
        }
        byte[] bytes = written(new Attributes().setBytes(Tag.PixelData, VR.OW, pixels), "1.2.840.10008.1.2.1.99");

        BulkData read = read(bytes).dataSet().bulkData(Tag.PixelData).orElseThrow();

        assertArrayEquals(pixels, read.read());
        assertFalse(read.isInFile());
    }

    // [utest->req~dicom.deflated~1]
    @Test
    void aDeflatedFileThatInflatesBeyondAllMeasureIsRefused() throws Exception {
        byte[] bytes = written(new Attributes().setBytes(Tag.PixelData, VR.OB, new byte[160 << 20]), DEFLATED);

        DicomFormatException failure = assertThrows(DicomFormatException.class, () -> read(bytes));

        assertTrue(failure.toString().contains("inflates to more than"), failure.toString());
    }

    // [utest->req~dicom.deflated~1]
    @Test
    void aDeflatedFileThatBreaksOffIsRefusedOrGivesItsPrefix() throws Exception {
        byte[] whole = written(everyVr().setBytes(0x7FE10010, VR.OB, noise(3000)), DEFLATED);
        byte[] cut = Arrays.copyOf(whole, whole.length - 400);

        assertThrows(DicomFormatException.class, () -> read(cut));
        DicomFile prefix = DicomReader.read(cut, "cut", ReadOptions.standard().keepingPrefix());

        assertEquals(Optional.of("1.2.3"), prefix.dataSet().string(Tag.SOPInstanceUID));
        assertTrue(prefix.warnings().get(0).contains("breaks off"), prefix.warnings()::toString);
    }

    /** PS3.5 §6.2.2 note 2 and CP-246: items of a UN are in implicit form; they are written so again. */
    // [utest->req~dicom.read~1]
    @ParameterizedTest
    @ValueSource(strings = {"14000000" + ITEM_OF_ONE_UID, "FFFFFFFF" + ITEM_OF_ONE_UID + "FEFFDDE000000000"})
    void aSequenceCodedAsUnknownIsReadAndStaysUnknownInTheFile(String content) throws Exception {
        byte[] bytes = explicit(CODED_IN_UN + content);

        DicomFile read = read(bytes);

        assertEquals(
                Optional.of("1.2"),
                read.dataSet().item(0x00081110).orElseThrow().string(Tag.ReferencedSOPClassUID));
        assertEquals(Optional.of(VR.SQ), read.dataSet().vr(0x00081110));
        assertArrayEquals(bytes, written(read));
    }

    @Test
    void anUnknownThatHoldsNoItemsStaysBytes() throws Exception {
        DicomFile read = read(explicit(CODED_IN_UN + "04000000" + "01020304"));

        assertArrayEquals(
                new byte[] {1, 2, 3, 4}, read.dataSet().bytes(0x00081110).orElseThrow());
    }

    @Test
    void aKnownAttributeCodedAsUnknownHasItsValue() throws Exception {
        byte[] bytes = explicit("28001000" + "554E0000" + "02000000" + "0002");

        DicomFile read = read(bytes);

        assertEquals(Optional.of(512), read.dataSet().integer(Tag.Rows));
        assertArrayEquals(bytes, written(read));
    }

    /** The private table knows (0019,xx0C) of SIEMENS MR HEADER as IS, the b value. */
    @Test
    void aPrivateAttributeInImplicitFormHasTheVrItsMakerPublished() throws Exception {
        Attributes dataSet = new Attributes()
                .set(0x00190010, VR.LO, "SIEMENS MR HEADER")
                .set(0x0019100C, VR.IS, "1000")
                .set(0x0019107F, VR.LO, "?");

        Attributes read = read(written(dataSet, "1.2.840.10008.1.2")).dataSet();

        assertEquals(Optional.of(1000), read.integer(0x0019100C));
        assertEquals(Optional.of(VR.UN), read.vr(0x0019107F));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "odd length | 08006000 43530300 43540A | (0008,0060) has an odd length",
                "wrong VR | 08006000 4C4F0200 4354 | (0008,0060) has VR LO where PS3.6 has CS",
                "too many values | 08006000 43530600 43545C4D5220 | (0008,0060) has 2 values where PS3.6 has 1",
                "too many numbers | 28001000 55530400 00020002 | (0028,0010) has 2 values where PS3.6 has 1",
                "unknown VR | 08006000 5A5A0000 02000000 4354 | (0008,0060) has an unknown VR and is kept as UN",
                "no VR | 08006000 43530200 4354 08007000 02000000 4354 | (0008,0070) has no VR; read in implicit form",
                "order | 08007000 4C4F0200 4354 08006000 43530200 4354 | (0008,0060) is out of order",
                "twice | 08006000 43530200 4354 08006000 43530200 4354 | (0008,0060) stands twice",
                "order in an item | 08001011 53510000 1C000000 FEFF00E014000000 080070004C4F0200435408006000435302004354 "
                        + "| (0008,0060) is out of order",
                "no repertoire | 08007000 4C4F0200 C3A9 | (0008,0070) has bytes that are no characters of ISO_IR 6",
                "stray delimiter | 08006000 43530200 4354 FEFF0DE0 00000000 | (FFFE,E00D) stands outside a sequence",
                "rest | 08006000 43530200 4354 0000 | 2 bytes after the last element",
                "delimiter in a defined sequence | 08001011 53510000 10000000 FEFF00E000000000 FEFFDDE000000000 | ''"
            })
    void whatCanBeReadPastIsAWarningAndAnErrorWhenStrict(String name, String hex, String warning) throws Exception {
        byte[] bytes = explicit(hex.replace(" ", ""));

        assertEquals(
                warning.isEmpty() ? List.of() : List.of(warning), read(bytes).warnings());
        if (!warning.isEmpty()) {
            DicomFormatException failure = assertThrows(
                    DicomFormatException.class,
                    () -> DicomReader.read(
                            bytes, "a.dcm", ReadOptions.standard().strict()));
            assertTrue(failure.toString().contains("a.dcm, offset "), failure.toString());
        }
    }

    /** An implicit data set under a compressed syntax, as some write: OW is implied, and wrong for fragments (PS3.5 A.4). */
    // [utest->req~dicom.write~1]
    @Test
    void fragmentsOfAnImplicitDataSetAreWrittenAsOb() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(explicit(""));
        bytes.writeBytes(HexFormat.of()
                .parseHex(
                        "08006000 02000000 4354 E07F1000 FFFFFFFF FEFF00E0 00000000 FEFF00E0 02000000 0000 FEFFDDE0 00000000"
                                .replace(" ", "")));

        byte[] written = written(read(bytes.toByteArray()));

        assertTrue(HexFormat.of().withUpperCase().formatHex(written).contains("E07F10004F420000FFFFFFFF"));
    }

    // [utest->req~dicom.read~1]
    @ParameterizedTest
    @EnumSource(ElementForm.class)
    void aDataSetWithoutAnyHeaderIsReadInTheFormItHas(ElementForm form) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ElementWriter(bytes, form).write(everyVr());

        DicomFile read = read(bytes.toByteArray());

        assertEquals(Optional.of("1.2.3"), read.dataSet().string(Tag.SOPInstanceUID));
        assertEquals(form, ElementForm.of(read.transferSyntax()));
        assertEquals("no preamble", read.warnings().get(0));
    }

    @Test
    void bigEndianDeclaredAsLittleIsReadWithAWarning() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(explicit(""));
        new ElementWriter(bytes, ElementForm.EXPLICIT_BIG_ENDIAN).write(everyVr());

        DicomFile read = read(bytes.toByteArray());

        assertEquals(Optional.of(2), read.dataSet().integer(Tag.Rows));
        assertTrue(read.warnings().get(0).contains("not encoded as declared"));
    }

    @Test
    void aWrongGroupLengthOfTheMetaInformationIsAWarning() throws Exception {
        byte[] bytes = explicit("08006000" + "43530200" + "4354");
        bytes[140]++;

        DicomFile read = read(bytes);

        assertEquals(Optional.of("CT"), read.dataSet().string(Tag.Modality));
        assertTrue(read.warnings().get(0).startsWith("(0002,0000) says"), read.warnings()::toString);
    }

    // [utest->req~dicom.truncated~1]
    @Test
    void aFileCutWithinItsPixelsGivesItsWholeHeader() throws Exception {
        byte[] whole = written(everyVr(), "1.2.840.10008.1.2.1");
        byte[] cut = Arrays.copyOf(whole, whole.length - 1);

        assertThrows(DicomFormatException.class, () -> read(cut));
        assertEquals(
                Optional.of(2),
                DicomReader.read(cut, "cut", ReadOptions.header()).dataSet().integer(Tag.Rows));
    }

    // [utest->req~dicom.truncated~1]
    @Test
    void theReadablePrefixOfATruncatedFileIsKeptOnRequest() throws Exception {
        byte[] whole = written(everyVr(), "1.2.840.10008.1.2.1");

        for (int length = 400; length < whole.length; length++) {
            DicomFile read = DicomReader.read(
                    Arrays.copyOf(whole, length), "cut", ReadOptions.standard().keepingPrefix());
            assertTrue(read.dataSet().contains(Tag.SOPInstanceUID));
            assertFalse(read.dataSet().contains(Tag.PixelData));
        }
    }

    @Test
    void aDataSetOfAMessageIsReadWithoutAFile() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DicomWriter.writeDataSet(everyVr(), TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN, bytes);

        DicomFile read =
                DicomReader.readDataSet(bytes.toByteArray(), TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN, "message");

        assertEquals(Optional.of("1.2.3"), read.dataSet().string(Tag.SOPInstanceUID));
    }

    @Test
    void aLengthBeyondTheFileTakesNoMemory() throws Exception {
        byte[] bytes = explicit("08006000" + "55540000" + "F0FFFF7F" + "4354");

        DicomFormatException failure = assertThrows(DicomFormatException.class, () -> read(bytes));

        assertEquals(Tag.Modality, failure.tag());
        assertTrue(failure.toString().contains("declares 2147483632 bytes where 2 are left"), failure.toString());
    }

    // [utest->req~dicom.bad-input~1]
    @Test
    void faultsWithoutEndTakeLittleMemory() throws Exception {
        byte[] head = written(new Attributes(), "1.2.840.10008.1.2.1");
        byte[] again = HexFormat.of().parseHex("0800050043530000");
        byte[] bytes = Arrays.copyOf(head, head.length + (1 << 22));
        for (int at = head.length; at < bytes.length; at += again.length) {
            System.arraycopy(again, 0, bytes, at, again.length);
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());

        DicomFile file = read(bytes);

        long taken = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
        assertEquals(100, file.warnings().size());
        assertTrue(taken < 40L * bytes.length, "took " + taken + " bytes for " + bytes.length);
    }

    // [utest->req~dicom.write~1]
    @Test
    void deepSequencesAreWrittenInProportionToTheirSize() throws Exception {
        Attributes nested = new Attributes().set(Tag.StudyID, VR.SH, "1");
        for (int depth = 0; depth < 30; depth++) {
            nested = new Attributes().setItems(Tag.ReferencedStudySequence, List.of(nested));
        }
        Attributes deep = nested;

        byte[] bytes = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> written(deep, "1.2.840.10008.1.2.1"));

        assertEquals(deep.toString(), read(bytes).dataSet().toString());
    }

    private static Attributes everyVr() {
        Attributes item = new Attributes()
                .set(Tag.ReferencedSOPInstanceUID, VR.UI, "1.2.4")
                .setItems(0x00081111, List.of(new Attributes(), new Attributes().setNumbers(Tag.Rows, VR.US, 7)));
        return new Attributes()
                .set(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 100")
                .set(Tag.SOPInstanceUID, VR.UI, "1.2.3")
                .setItems(0x00081110, List.of(item))
                .set(0x00090010, VR.LO, "CANDELA TEST")
                .set(Tag.PatientName, VR.PN, "Zoë^A")
                .set(0x00180050, VR.DS, "1.5")
                .setNumbers(Tag.Rows, VR.US, 2)
                .set(0x00280009, VR.AT, "00181063")
                .setNumbers(0x00720082, VR.SV, -5)
                .setNumbers(0x00720083, VR.UV, 5)
                .setNumbers(0x00720074, VR.FD, Math.E)
                .setNumbers(0x00720076, VR.FL, 0.5)
                .setNumbers(0x00720078, VR.UL, 0xFFFFFFFFL)
                .setNumbers(0x0072007C, VR.SL, -70000)
                .setNumbers(0x0072007E, VR.SS, -7)
                .setBytes(0x00720065, VR.OB, new byte[] {1, 2})
                .setBytes(0x00720067, VR.OF, new byte[] {1, 2, 3, 4})
                .setBytes(0x00720069, VR.OW, new byte[] {1, 2, 3, 4})
                .setBytes(0x00720073, VR.OD, new byte[] {1, 2, 3, 4, 5, 6, 7, 8})
                .setBytes(0x00720075, VR.OL, new byte[] {1, 2, 3, 4})
                .setBytes(0x00720081, VR.OV, new byte[] {1, 2, 3, 4, 5, 6, 7, 8})
                .set(0x0072006F, VR.UC, "unlimited é")
                .set(0x00720071, VR.UR, "http://example.org/a")
                .set(0x0072006E, VR.ST, "text")
                .setBytes(Tag.PixelData, VR.OW, new byte[] {1, 2, 3, 4});
    }

    private static byte[] noise(int count) {
        byte[] bytes = new byte[count];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    /** An explicit little endian file whose data set is {@code hex}. */
    private static byte[] explicit(String hex) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(written(new Attributes(), "1.2.840.10008.1.2.1"));
        bytes.writeBytes(HexFormat.of().parseHex(hex));
        return bytes.toByteArray();
    }

    private static byte[] written(Attributes dataSet, String syntax) throws IOException {
        return written(DicomFile.of(dataSet, TransferSyntax.of(new org.candela.base.Uid(syntax))));
    }

    private static byte[] written(DicomFile file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DicomWriter.write(file, bytes);
        return bytes.toByteArray();
    }

    private static ReadOptions inMemory() {
        return ReadOptions.standard().withValuesInMemory(1 << 30);
    }

    private static DicomFile read(byte[] bytes) throws IOException, DicomFormatException {
        return DicomReader.read(bytes, "test", ReadOptions.standard());
    }
}
