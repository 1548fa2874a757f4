package org.candela.dicom.validate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.BulkData;
import org.candela.dicom.DicomFile;
import org.candela.dicom.DicomWriter;
import org.candela.dicom.Fragments;
import org.candela.dicom.SpecificCharacterSet;
import org.candela.dicom.Tag;
import org.candela.dicom.TransferSyntax;
import org.candela.dicom.VR;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ValidatorTest {
    private static final TransferSyntax RLE = TransferSyntax.of(new Uid("1.2.840.10008.1.2.5"));

    @TempDir
    private Path folder;

    // [utest->req~dicom-validate.findings~1]
    @ParameterizedTest
    @CsvSource({"1.2.840.10008.1.2", "1.2.840.10008.1.2.1", "1.2.840.10008.1.2.2", "1.2.840.10008.1.2.1.99"})
    void ofAFileThatIsRightNothingIsSaid(String syntax) throws Exception {
        Path file = ValidFiles.write(ValidFiles.enhanced(), TransferSyntax.of(new Uid(syntax)), folder);

        assertEquals(List.of(), Validator.validate(file).findings());
    }

    /** Values by VR, as PS3.5 Table 6.2-1 has them; {@code ~} is NUL, {@code _} a space. */
    // [utest->req~dicom-validate.findings~1]
    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "00080060 | CS | CT |",
                "00080060 | CS | ct | has a value that is not of upper case letters",
                "00080060 | CS | SEVENTEEN_LETTERS | has a value of more than 16 characters",
                "00080055 | AE | A CALLED AE |",
                "00101010 | AS | 042Y |",
                "00101010 | AS | 42 | has a value that is not three digits and D",
                "00080020 | DA | 20240229 |",
                "00080020 | DA | 20230229 | has a value that is not a date",
                "00080020 | DA | 2024.02.29 | has a value of more than 8 characters",
                "00180050 | DS | -1.25e-3 |",
                "00180050 | DS | 0.66666668653488 |",
                "00180050 | DS | 0.666666686534882 | has a value of more than 16 characters",
                "00180050 | DS | 1,25 | has a value that is not a decimal number",
                "0008002A | DT | 20241124101500.123456+0100 |",
                "0008002A | DT | 2024 |",
                "0008002A | DT | 202413 | has a value that is not a date and time",
                "00200013 | IS | +2147483647_ |",
                "00200013 | IS | 2147483648 | has a value that is not an integer of 32 bits",
                "00200013 | IS | 1.5 | has a value that is not an integer of 32 bits",
                "00080070 | LO | Maker |",
                "00080070 | LO | Ma%09ker | has a value that is not free of control characters",
                "00204000 | LT | two%0D%0Alines\\one value |",
                "00204000 | LT | bell%07 | has a value that is not free of controls but TAB",
                "00100010 | PN | A^B^C^D^E=I=P |",
                "00100010 | PN | A^B^C^D^E^F | has a value that is not a name of at most 3 groups",
                "00100010 | PN | A=B=C=D | has a value that is not a name of at most 3 groups",
                "00080050 | SH | A1234567890123456 | has a value of more than 16 characters",
                "00080030 | TM | 235960.5 |",
                "00080030 | TM | 2460 | has a value that is not a time",
                "00080030 | TM | 10:15 | has a value that is not a time",
                "00080018 | UI | 1.2.3.4~ |",
                "00080018 | UI | 1.02.3 | has a value that is not a UID",
                "00080018 | UI | 3.2.3 | has a value that is not a UID",
                "00080018 | UI | 1.2.3.4_ | is padded with a space where UI has NUL",
                "00080070 | LO | Maker1~~ | is padded with NUL where LO has a space",
                "0040E010 | UR | http://a.example/b |",
                "0040E010 | UR | _http://a | has a value that is not a URI",
                "00080005 | CS | ISO_IR 192 |",
                "00080005 | CS | ISO-IR 192 | value 1 is no defined term",
                "00080005 | CS | ISO_IR 100\\ISO 2022 IR 87 | value 1 is a term without code extensions"
            })
    void valuesAreOfTheFormOfTheirVr(String tag, VR vr, String text, String problem) throws Exception {
        String value = text.replace('~', '\0').replace("_", vr == VR.CS ? "_" : " ");
        for (String code : List.of("07", "09", "0A", "0D")) {
            value = value.replace("%" + code, String.valueOf((char) Integer.parseInt(code, 16)));
        }
        int number = Integer.parseUnsignedInt(tag, 16);
        Attributes image = ValidFiles.image().setBytes(number, vr, value.getBytes(StandardCharsets.ISO_8859_1));

        List<String> found = problems(image, number);

        if (problem == null) {
            assertEquals(List.of(), found);
        } else {
            assertTrue(found.stream().anyMatch(line -> line.startsWith(problem)), found::toString);
        }
    }

    /** Each spoils a good image in one way. */
    // [utest->req~dicom-validate.findings~1]
    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void whatIsWrongWithAnImageIsFound(String finding, UnaryOperator<Attributes> fault) throws Exception {
        Attributes image = finding.contains("52009") || finding.contains("(5200") || finding.contains("(0020,9")
                ? ValidFiles.enhanced()
                : ValidFiles.image();

        Validation validation = Validator.validate(ValidFiles.write(fault.apply(image), folder));

        List<String> found = validation.findings().stream()
                .map(Finding::toString)
                .map(line -> line.substring(line.indexOf(' ') + 1))
                .toList();
        assertTrue(found.contains(finding), found::toString);
        assertEquals(finding.contains(": error: "), validation.hasErrors());
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("(0020,000D): error: StudyInstanceUID (type 1) is missing", a -> a.remove(Tag.StudyInstanceUID)),
                fault(
                        "(0020,000E): error: SeriesInstanceUID (type 1) is empty",
                        a -> a.set(Tag.SeriesInstanceUID, VR.UI)),
                fault("(0010,0040): error: PatientSex (type 2) is missing", a -> a.remove(Tag.PatientSex)),
                fault("(0028,0101): error: BitsStored (type 1) is missing", a -> a.remove(Tag.BitsStored)),
                fault("(0028,0102): error: is 10 where 12 bits are stored", us(Tag.HighBit, 10)),
                fault("(0028,0101): error: is 17 of 16 allocated", us(Tag.BitsStored, 17)),
                fault("(0028,0100): error: is 12, neither 1 nor a multiple of 8", us(Tag.BitsAllocated, 12)),
                fault("(0028,0010): error: is not positive", us(Tag.Rows, 0)),
                fault("(0028,0103): error: is neither 0 nor 1", us(Tag.PixelRepresentation, 2)),
                fault(
                        "(0028,0002): error: is 3 where the photometric interpretation has 1",
                        us(Tag.SamplesPerPixel, 3)),
                fault(
                        "(0028,0006): error: is missing although a pixel has several samples",
                        us(Tag.SamplesPerPixel, 3)),
                fault(
                        "(0028,0004): error: is no defined term",
                        a -> a.set(Tag.PhotometricInterpretation, VR.CS, "GREY")),
                fault(
                        "(0028,1102): error: is no descriptor of a palette, which PALETTE COLOR needs",
                        a -> a.set(Tag.PhotometricInterpretation, VR.CS, "PALETTE COLOR")),
                fault("(7FE0,0010): error: has 8 bytes where its description asks for 12", us(Tag.Rows, 3)),
                fault("(7FE0,0010): warning: has 8 bytes where its description asks for 4", us(Tag.Rows, 1)),
                fault(
                        "(7FE0,0010): error: is OB where more than 8 bits need OW",
                        a -> a.setBytes(Tag.PixelData, VR.OB, new byte[8])),
                fault(
                        "(0019,1001): error: is private and has no creator at (0019,0010)",
                        a -> a.set(0x00191001, VR.LO, "?")),
                fault(
                        "(0019,0010): error: reserves a private block without naming a creator",
                        a -> a.set(0x00190010, VR.LO)),
                fault("(0019,0001): error: is private and of no block", a -> a.set(0x00190001, VR.LO, "?")),
                fault("(0007,0010): error: is of a group that PS3.5 7.1 forbids", a -> a.set(0x00070010, VR.LO, "?")),
                fault("(0008,0040): note: DataSetType is retired", a -> a.setNumbers(0x00080040, VR.US, 0)),
                fault(
                        "(0008,0002): warning: is no attribute of PS3.6 as known here",
                        a -> a.set(0x00080002, VR.LO, "?")),
                fault(
                        "(0020,0032): error: has 2 values where PS3.6 has 3",
                        a -> a.setNumbers(Tag.ImagePositionPatient, VR.DS, 1, 2)),
                fault(
                        "(0028,0009): error: has 2 bytes, no multiple of the 4 of AT",
                        a -> a.setBytes(Tag.FrameIncrementPointer, VR.AT, new byte[2])),
                fault(
                        "(0020,0032): error: has 4 values where PS3.6 has 3",
                        a -> a.setNumbers(Tag.ImagePositionPatient, VR.DS, 1, 2, 3, 4)),
                fault(
                        "(5200,9230): error: has 1 items for 2 frames",
                        a -> a.setItems(Tag.PerFrameFunctionalGroupsSequence, List.of(ValidFiles.frame()))),
                fault(
                        "(5200,9229): error: has 0 items where one must be",
                        a -> a.remove(Tag.SharedFunctionalGroupsSequence)),
                fault(
                        "(0020,9113): error: PlanePositionSequence is neither shared nor of frame 2",
                        a -> a.setItems(
                                Tag.PerFrameFunctionalGroupsSequence, List.of(ValidFiles.frame(), new Attributes()))),
                fault(
                        "(0020,9111): error: FrameContentSequence is both shared and of frames",
                        a -> a.setItems(Tag.SharedFunctionalGroupsSequence, List.of(ValidFiles.frame()))));
    }

    private static Arguments fault(String finding, UnaryOperator<Attributes> fault) {
        return Arguments.of(finding, fault);
    }

    private static UnaryOperator<Attributes> us(int tag, int value) {
        return image -> image.setNumbers(tag, VR.US, value);
    }

    // [utest->req~dicom-validate.findings~1]
    @Test
    void aDescriptionOfMorePixelsThanCanBeCountedIsNoCrash() throws Exception {
        Attributes image = ValidFiles.image();
        for (int tag : new int[] {Tag.Rows, Tag.Columns, Tag.SamplesPerPixel, Tag.BitsAllocated}) {
            image.setNumbers(tag, VR.US, 0xFFFF);
        }

        assertTrue(Validator.validate(ValidFiles.write(image, folder)).hasErrors());
    }

    // [utest->req~dicom-validate.findings~1]
    @Test
    void fragmentsMustBeEnoughAndTheTablePointAtThem() throws Exception {
        Attributes image = ValidFiles.image().set(Tag.NumberOfFrames, VR.IS, "2");

        assertEquals(List.of(), problems(fragments(image, new byte[0], 2)));
        assertEquals(List.of(), problems(fragments(image, new byte[] {0, 0, 0, 0, 18, 0, 0, 0}, 2)));
        assertEquals(List.of("has 1 fragments for 2 frames"), problems(fragments(image, new byte[0], 1)));
        assertEquals(
                List.of("has an offset table of 4 bytes for 2 frames"),
                problems(fragments(image, new byte[] {0, 0, 0, 0}, 2)));
        assertEquals(
                List.of("entry 2 of the offset table points at no fragment, or not on"),
                problems(fragments(image, new byte[] {0, 0, 0, 0, 17, 0, 0, 0}, 2)));
    }

    /** Eight bytes a frame are 2³² for so many: no table of that size is made. */
    // [utest->req~dicom-validate.findings~1]
    @Test
    void anEmptyExtendedOffsetTableOfCountlessFramesTakesNoMemory() throws Exception {
        Attributes image = ValidFiles.image()
                .set(Tag.NumberOfFrames, VR.IS, "536870912")
                .setBytes(Tag.ExtendedOffsetTable, VR.OV, new byte[0])
                .setBytes(Tag.ExtendedOffsetTableLengths, VR.OV, new byte[0]);

        assertTrue(problems(fragments(image, new byte[0], 1)).contains("or its lengths are not of 536870912 frames"));
    }

    // [utest->req~dicom-validate.findings~1]
    @Test
    void nativePixelsInAnEncapsulatedSyntaxAreFound() throws Exception {
        Path file = ValidFiles.write(ValidFiles.image(), RLE, folder);

        assertEquals(
                List.of("is not in fragments, which the transfer syntax needs"),
                Validator.validate(file).findings().stream().map(Finding::what).toList());
    }

    // [utest->req~dicom-validate.findings~1]
    @Test
    void metaInformationMustNameTheObjectAndAKnownSyntax() throws Exception {
        Path file = ValidFiles.write(ValidFiles.image(), folder);
        byte[] bytes = Files.readAllBytes(file);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int instance = text.indexOf("1.2.3.4");
        int syntax = text.indexOf("1.2.840.10008.1.2.1\0");
        bytes[instance] = '2';
        bytes[syntax + 18] = '7';
        Files.write(file, bytes);

        List<String> found = Validator.validate(file).findings().stream()
                .map(Finding::toString)
                .toList();

        assertEquals(2, found.size(), found::toString);
        assertTrue(
                found.get(0).endsWith("(0002,0003): error: differs from (0008,0018) of the data set"), found::toString);
        assertTrue(found.get(1).endsWith("(0002,0010): error: names no transfer syntax of PS3.6"), found::toString);
    }

    // [utest->req~dicom-validate.findings~1]
    @Test
    void theDamageOfACutFileIsAFindingWithItsPlace() throws Exception {
        Path file = ValidFiles.write(ValidFiles.image(), folder);
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 4));

        List<Finding> found = Validator.validate(file).findings();

        Finding damage = found.get(found.size() - 1);
        assertEquals(bytes.length - 20, damage.offset());
        assertEquals(Tag.PixelData, damage.tag());
        assertEquals("declares 8 bytes where 4 are left", damage.what());
    }

    // [utest->req~dicom-validate.findings~1]
    @Test
    void noFindingHoldsAValue() throws Exception {
        Attributes image = ValidFiles.image()
                .set(Tag.PatientName, VR.PN, "KRAUSE^A^B^C^D^E^F")
                .set(Tag.PatientBirthDate, VR.DA, "19530799")
                .set(Tag.PatientID, VR.LO, "KR-4711\tX");

        String found =
                Validator.validate(ValidFiles.write(image, folder)).findings().toString();

        assertTrue(found.contains("(0010,0010)") || found.contains("tag=1048592"), found);
        for (String value : List.of("KRAUSE", "19530799", "KR-4711")) {
            assertFalse(found.contains(value), found);
        }
    }

    @Test
    void moreFindingsThanAListHoldsAreCounted() throws Exception {
        Attributes image = ValidFiles.image();
        for (int i = 0; i < Report.MOST + 10; i++) {
            image.set(0x00191000 + (i % 256) + ((i / 256) << 17), VR.LO, "?");
        }

        Validation validation = Validator.validate(ValidFiles.write(image, folder));

        assertEquals(Report.MOST + 1, validation.findings().size());
        assertEquals(
                "-: -: error: 10 more findings are not listed",
                validation.findings().get(Report.MOST).toString());
    }

    // [utest->req~dicom.character-sets~1]
    @Test
    void everyDefinedTermIsReadable() {
        for (String term : SpecificCharacterSet.DEFINED_TERMS) {
            assertTrue(SpecificCharacterSet.of(List.of(term)).isSupported(), term);
        }
    }

    private List<String> problems(Attributes dataSet, int tag) throws Exception {
        return Validator.validate(ValidFiles.write(dataSet, folder)).findings().stream()
                .filter(finding -> finding.tag() == tag)
                .map(Finding::what)
                .toList();
    }

    private List<String> problems(DicomFile file) throws Exception {
        Path path = folder.resolve("fragments.dcm");
        DicomWriter.write(file, path);
        return Validator.validate(path).findings().stream().map(Finding::what).toList();
    }

    private static DicomFile fragments(Attributes image, byte[] table, int count) {
        List<BulkData> items = Stream.generate(() -> BulkData.ofBytes(new byte[10]))
                .limit(count)
                .toList();
        return DicomFile.of(image.copy().setFragments(Tag.PixelData, new Fragments(table, items)), RLE);
    }
}
