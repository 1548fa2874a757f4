package org.candela.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomFile;
import org.candela.dicom.DicomWriter;
import org.candela.dicom.Tag;
import org.candela.dicom.TransferSyntax;
import org.candela.dicom.UID;
import org.candela.dicom.VR;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DicomDumpTest {
    @TempDir
    private Path folder;

    // [utest->req~cli.dump~1]
    // [utest->req~dicom.truncated~1]
    @Test
    void whatStandsBeforeADefectIsShownAndTheDefectIsOneLine() throws Exception {
        Path whole = folder.resolve("whole.dcm");
        DicomWriter.write(DicomFile.of(text(), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), whole);
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = Files.write(folder.resolve("cut.dcm"), Arrays.copyOf(bytes, bytes.length - 10));

        CommandRun run = CommandRun.dicom("dump", cut);

        assertEquals(1, run.exit(), run.err());
        assertTrue(run.out().contains("\"00100020\""), run.out());
        assertFalse(run.out().contains("\"00204000\""), run.out());
        String last = run.err().lines().reduce((first, second) -> second).orElse("");
        assertTrue(last.matches("candela: cut\\.dcm, offset \\d+, \\(0020,4000\\): declares 20 bytes .*"), run.err());
    }

    // [utest->req~cli.dump~1]
    @Test
    void aWholeFileIsShownWithExitZero() throws Exception {
        Path whole = folder.resolve("whole.dcm");
        DicomWriter.write(DicomFile.of(text(), TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN), whole);

        CommandRun run = CommandRun.dicom("dump", whole);

        assertEquals(0, run.exit(), run.err());
        assertEquals("", run.err());
        assertTrue(run.out().contains("\"00204000\""), run.out());
    }

    private static Attributes text() {
        return new Attributes()
                .set(Tag.SOPClassUID, VR.UI, UID.CTImageStorage.value())
                .set(Tag.SOPInstanceUID, VR.UI, "1.2.3")
                .set(Tag.PatientID, VR.LO, "SYN-1")
                .set(Tag.ImageComments, VR.LT, "twenty characters...");
    }
}
