package org.candela.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.candela.Peer;
import org.candela.dicom.object.ObjectFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DicomPrintTest {
    @TempDir
    private Path folder;

    // [utest->req~cli.print~1]
    @Test
    void filesArePrintedToANewPdfThatNamesThePatient() throws Exception {
        Peer.need("pdftotext");
        Path source = ObjectFiles.file(ObjectFiles.image("1.2.3.4.5"), folder, "sc.dcm");
        Path out = folder.resolve("x.pdf");

        CommandRun done = CommandRun.dicom("print", source, source, "--out", out, "--paper", "letter", "--grid", "1x2");

        assertEquals(0, done.exit(), done.err());
        assertEquals("1 sheet written to " + out + "\n", done.out());
        assertTrue(Peer.run(folder, java.util.List.of("pdftotext", out.toString(), "-"))
                .contains("SYNTHETIC, Zo\u00eb"));
    }

    // [utest->req~cli.print~1]
    @Test
    void withoutThePatientSuspectPixelsMustBeSeenFirst() throws Exception {
        Path source = ObjectFiles.file(ObjectFiles.image("1.2.3.4.5"), folder, "sc.dcm");
        Path out = folder.resolve("x.pdf");

        CommandRun refused = CommandRun.dicom("print", source, "--out", out, "--without-patient");
        assertEquals(1, refused.exit(), refused.err());
        assertTrue(refused.err().contains("add --pixels-seen"), refused.err());
        assertFalse(Files.exists(out));

        CommandRun done = CommandRun.dicom("print", source, "--out", out, "--without-patient", "--pixels-seen");
        assertEquals(0, done.exit(), done.err());
    }

    // [utest->req~cli.print~1]
    // [utest->req~cli.bad-input~1]
    @Test
    void aPrinterThatIsNotThereIsNamedWithThoseThatAre() throws Exception {
        Path source = ObjectFiles.file(ObjectFiles.image("1.2.3.4.5"), folder, "sc.dcm");

        CommandRun run = CommandRun.dicom("print", source, "--printer", "no-such-printer");

        assertEquals(2, run.exit());
        assertTrue(run.err().contains("no printer no-such-printer here"), run.err());
    }
}
