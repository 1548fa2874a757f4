package org.candela.dicom.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomFile;
import org.candela.dicom.DicomReader;
import org.candela.dicom.DicomWriter;
import org.candela.dicom.Tag;
import org.candela.dicom.TransferSyntax;
import org.candela.dicom.VR;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeidentifierTest {
    private static final byte[] KEY = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] OTHER_KEY = "fedcba9876543210".getBytes(StandardCharsets.US_ASCII);
    private static final String CT = "1.2.840.10008.5.1.4.1.1.2";
    private static final int REFERENCED_IMAGES = 0x00081140;
    private static final int REFERENCED_INSTANCE = 0x00081155;
    private static final int CONTENT = 0x0040A730;
    private static final int SOURCE_IMAGES = 0x00082112;
    private static final List<String> VALUES =
            List.of("krause", "wilhelm", "kr-4711", "19530704", "20240229", "1.2.3.4", "clinic");

    private final Deidentifier deidentifier = new Deidentifier(KEY, Deidentifier.Dates.REMOVED);

    // [utest->req~dicom-object.deidentify~1]
    @Test
    void noValueOfThePatientSurvivesAtAnyDepth() throws Exception {
        String before = written(patient());
        String after = written(deidentifier.deidentify(patient()));

        for (String value : VALUES) {
            assertTrue(before.contains(value), value + " was never there");
            assertFalse(after.contains(value), value + " is still there");
        }
    }

    /** Type 2, type 1 text, and a sequence of type 2: what is missing would make the copy no object of its class. */
    // [utest->req~dicom-object.deidentify~1]
    @Test
    void whatTheObjectMustHaveIsEmptiedOrReplacedAndNotMissing() throws Exception {
        int deviceSerialNumber = 0x00181000;
        Attributes clean = deidentifier.deidentify(patient()
                .set(Tag.PositionReferenceIndicator, VR.LO, "Krause's SN")
                .set(deviceSerialNumber, VR.LO, "SN-12")
                .setItems(
                        Tag.AcquisitionContextSequence,
                        List.of(new Attributes().set(Tag.TextValue, VR.UT, "of Krause"))));

        assertEquals(List.of(), clean.strings(Tag.PositionReferenceIndicator));
        assertTrue(clean.contains(Tag.PositionReferenceIndicator));
        assertEquals(List.of("ANONYMIZED"), clean.strings(deviceSerialNumber));
        assertTrue(clean.contains(Tag.AcquisitionContextSequence));
        assertEquals(List.of(), clean.items(Tag.AcquisitionContextSequence));
    }

    // [utest->req~dicom-object.deidentify~1]
    @Test
    void shiftingDatesLeavesNoneAsItWas() throws Exception {
        String after = written(new Deidentifier(KEY, Deidentifier.Dates.SHIFTED).deidentify(patient()));

        for (String value : VALUES) {
            assertFalse(after.contains(value), value + " is still there");
        }
    }

    /** PS3.15 E.3.7: what describes a patient stays when it is asked for, and is named in the copy. */
    // [utest->req~dicom-object.characteristics~1]
    @Test
    void characteristicsAreKeptOnlyWhenTheyWereAskedFor() {
        int age = 0x00101010;
        int weight = 0x00101030;
        Attributes original = patient()
                .set(Tag.PatientSex, VR.CS, "M")
                .set(age, VR.AS, "071Y")
                .set(weight, VR.DS, "81");

        Attributes kept = new Deidentifier(KEY, Deidentifier.Dates.REMOVED, Deidentifier.Characteristics.RETAINED)
                .deidentify(original);
        Attributes removed = deidentifier.deidentify(original);

        assertEquals(
                List.of("M", "071Y", "81"),
                List.of(
                        kept.string(Tag.PatientSex).orElse(""),
                        kept.string(age).orElse(""),
                        kept.string(weight).orElse("")));
        assertEquals(
                List.of("113100", "113108"),
                kept.items(0x00120064).stream()
                        .map(code -> code.string(0x00080100).orElse(""))
                        .toList());
        assertFalse(removed.contains(age) || removed.contains(weight));
        assertEquals(List.of(), removed.strings(Tag.PatientSex));
        assertFalse(kept.strings(Tag.PatientName).contains("Krause^Wilhelm"));
    }

    // [utest->req~dicom-object.deidentify~1]
    @Test
    void aReferenceStillPointsToItsObject() {
        Attributes referring = deidentifier.deidentify(patient());
        Attributes referred = deidentifier.deidentify(instance("1.2.3.4.9"));

        assertEquals(
                referred.string(Tag.SOPInstanceUID),
                referring.items(REFERENCED_IMAGES).get(0).string(REFERENCED_INSTANCE));
        assertEquals(CT, referred.string(Tag.SOPClassUID).orElseThrow());
        assertNotEquals(
                referred.string(Tag.SOPInstanceUID),
                new Deidentifier(OTHER_KEY, Deidentifier.Dates.REMOVED)
                        .deidentify(instance("1.2.3.4.9"))
                        .string(Tag.SOPInstanceUID));
    }

    /** Retired group lengths go with the first change of a data set, and must not be looked for afterwards. */
    @Test
    void groupLengthsOfOldFilesAreNoObstacle(@TempDir Path folder) throws Exception {
        ByteArrayOutputStream old = new ByteArrayOutputStream();
        old.writeBytes(new byte[] {8, 0, 0, 0, 4, 0, 0, 0, 12, 0, 0, 0}); // (0008,0000) UL 12
        old.writeBytes(new byte[] {8, 0, 0x18, 0, 4, 0, 0, 0, '1', '.', '2', 0}); // (0008,0018)
        old.writeBytes(new byte[] {0x10, 0, 0, 0, 4, 0, 0, 0, 16, 0, 0, 0}); // (0010,0000) UL 16
        old.writeBytes(new byte[] {0x10, 0, 0x20, 0, 8, 0, 0, 0, 'K', 'R', '-', '4', '7', '1', '1', ' '});
        Path file = Files.write(folder.resolve("old.dcm"), old.toByteArray());
        Attributes original = DicomReader.read(file).dataSet();
        assertTrue(original.contains(0x00100000));

        Attributes clean = deidentifier.deidentify(original);

        assertTrue(clean.string(Tag.PatientID).isEmpty());
        assertFalse(clean.contains(0x00100000));
    }

    @Test
    void shiftedDatesKeepTheirIntervals() {
        Deidentifier shifting = new Deidentifier(KEY, Deidentifier.Dates.SHIFTED);

        Attributes one = shifting.deidentify(instance("1.2").set(Tag.StudyDate, VR.DA, "20240101"));
        Attributes other = shifting.deidentify(instance("1.3").set(Tag.StudyDate, VR.DA, "20240311"));

        assertEquals(
                70,
                ChronoUnit.DAYS.between(
                        one.date(Tag.StudyDate).orElseThrow(),
                        other.date(Tag.StudyDate).orElseThrow()));
        assertNotEquals("20240101", one.string(Tag.StudyDate).orElseThrow());
        assertEquals("MODIFIED", one.string(0x00280303).orElseThrow());
    }

    @Test
    void theMethodIsStatedAndTheOriginalIsLeftAsItWas() {
        Attributes original = patient();

        Attributes clean = deidentifier.deidentify(original);

        assertEquals("YES", clean.string(0x00120062).orElseThrow());
        assertEquals("113100", clean.items(0x00120064).get(0).string(0x00080100).orElseThrow());
        assertEquals("KRAUSE^WILHELM", original.string(Tag.PatientName).orElseThrow());
        assertTrue(clean.contains(Tag.PatientName));
        assertThrows(IllegalArgumentException.class, () -> new Deidentifier(new byte[4], Deidentifier.Dates.REMOVED));
    }

    private static Attributes instance(String uid) {
        return new Attributes().set(Tag.SOPClassUID, VR.UI, CT).set(Tag.SOPInstanceUID, VR.UI, uid);
    }

    private static Attributes patient() {
        byte[] name = "KRAUSE".getBytes(StandardCharsets.US_ASCII);
        Attributes nested = new Attributes()
                .set(REFERENCED_INSTANCE, VR.UI, "1.2.3.4.9")
                .set(0x00082111, VR.ST, "made for Wilhelm Krause")
                .set(Tag.PatientID, VR.LO, "KR-4711")
                .set(0x00290010, VR.LO, "CLINIC")
                .set(0x00291001, VR.LO, "KRAUSE");
        return instance("1.2.3.4.5")
                .set(Tag.StudyInstanceUID, VR.UI, "1.2.3.4.6")
                .set(Tag.PatientName, VR.PN, "KRAUSE^WILHELM")
                .set(Tag.PatientID, VR.LO, "KR-4711")
                .set(Tag.PatientBirthDate, VR.DA, "19530704")
                .set(Tag.StudyDate, VR.DA, "20240229")
                .set(0x00104000, VR.LT, "Mr Krause of the clinic")
                .set(0x00324000, VR.LT, "Krause")
                .set(0x0008103E, VR.LO, "Wilhelm's head")
                .set(Tag.Manufacturer, VR.LO, "built for Krause")
                .set(0x00180015, VR.CS, "KRAUSE")
                .set(0x00290010, VR.LO, "CLINIC")
                .setBytes(0x00291003, VR.UN, name)
                .setBytes(0x60003000, VR.OW, name)
                .setBytes(0x00420011, VR.OB, name)
                .setItems(REFERENCED_IMAGES, List.of(nested))
                .setItems(CONTENT, List.of(nested))
                .setItems(SOURCE_IMAGES, List.of(new Attributes().setItems(REFERENCED_IMAGES, List.of(nested))));
    }

    private static String written(Attributes dataSet) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DicomWriter.write(DicomFile.of(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), bytes);
        return bytes.toString(StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    }
}
