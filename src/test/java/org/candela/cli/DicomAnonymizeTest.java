package org.candela.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomFile;
import org.candela.dicom.DicomReader;
import org.candela.dicom.DicomWriter;
import org.candela.dicom.Tag;
import org.candela.dicom.TransferSyntax;
import org.candela.dicom.UID;
import org.candela.dicom.VR;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DicomAnonymizeTest {
    @TempDir
    private Path folder;

    // [utest->req~cli.anonymize~1]
    @Test
    void eachFileIsWrittenUnderItsNewUidAndWhatCannotBeIsNamed() throws Exception {
        Path sources = Files.createDirectory(folder.resolve("in"));
        Path out = folder.resolve("out");
        write("1.2.3", "CT", sources.resolve("a.dcm"));
        write("1.2.4", "CT", sources.resolve("b.dcm"));
        Path letter = Files.writeString(sources.resolve("letter.txt"), "no picture");

        CommandRun run = CommandRun.dicom("anonymize", sources, "--out", out);

        assertEquals(1, run.exit(), run.err());
        assertEquals(
                "candela: " + letter + ": letter.txt, offset 0: not a DICOM file (no DICM at offset 128)\n", run.err());
        assertEquals("2 files written without the patient, 1 refused\n", run.out());
        List<Path> written = below(out);
        assertEquals(2, written.size());
        for (Path file : written) {
            Attributes copy = DicomReader.read(file).dataSet();
            assertEquals(copy.string(Tag.SOPInstanceUID).orElseThrow() + ".dcm", String.valueOf(file.getFileName()));
            assertFalse(List.of("1.2.3", "1.2.4")
                    .contains(copy.string(Tag.SOPInstanceUID).orElseThrow()));
            assertFalse(copy.strings(Tag.PatientName).contains("SYNTHETIC^ONE"));
        }
    }

    // [utest->req~cli.anonymize~1]
    @Test
    void pixelsThatMayHoldTextAreWarnedOfAndOthersAreNot() throws Exception {
        Path ultrasound = write("1.2.5", "US", folder.resolve("us.dcm"));
        Path tomography = write("1.2.6", "CT", folder.resolve("ct.dcm"));

        CommandRun warned = CommandRun.dicom("anonymize", ultrasound, "--out", folder.resolve("one"));
        CommandRun silent = CommandRun.dicom("anonymize", tomography, "--out", folder.resolve("two"));

        assertEquals(0, warned.exit(), warned.err());
        assertTrue(warned.err().contains("may hold burned-in text"), warned.err());
        assertEquals("", silent.err());
    }

    // [utest->req~cli.anonymize~1]
    // [utest->req~cli.bad-input~1]
    @Test
    void nothingIsWrittenWhenOneOfThePathsDoesNotExist() throws Exception {
        Path good = write("1.2.7", "CT", folder.resolve("ct.dcm"));
        Path out = folder.resolve("out");

        CommandRun run = CommandRun.dicom("anonymize", good, folder.resolve("nowhere"), "--out", out);

        assertEquals(2, run.exit());
        assertEquals("candela: " + folder.resolve("nowhere") + ": no such file\n", run.err());
        assertFalse(Files.exists(out));
    }

    private static List<Path> below(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static Path write(String uid, String modality, Path file) throws Exception {
        Attributes image = new Attributes()
                .set(Tag.SOPClassUID, VR.UI, UID.CTImageStorage.value())
                .set(Tag.SOPInstanceUID, VR.UI, uid)
                .set(Tag.Modality, VR.CS, modality)
                .set(Tag.PatientName, VR.PN, "SYNTHETIC^ONE");
        DicomWriter.write(DicomFile.of(image, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), file);
        return file;
    }
}
