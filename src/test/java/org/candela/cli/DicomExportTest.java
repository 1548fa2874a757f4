package org.candela.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.candela.dicom.DicomReader;
import org.candela.dicom.Tag;
import org.candela.dicom.VR;
import org.candela.dicom.object.ObjectFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DicomExportTest {
    private static final int BURNED_IN = 0x00280301;

    @TempDir
    private Path folder;

    // [utest->req~cli.export~1]
    @Test
    void nothingIsWrittenUntilSomebodySaysThatThePixelsWereSeen() throws Exception {
        Path source = ObjectFiles.file(ObjectFiles.image("1.2.3.4.5"), folder, "sc.dcm");
        Path out = folder.resolve("out");

        CommandRun refused = CommandRun.dicom("export", source, "--out", out, "--as", "png");
        CommandRun done = CommandRun.dicom("export", source, "--out", out, "--as", "png", "--pixels-seen");

        assertEquals(1, refused.exit(), refused.err());
        assertTrue(refused.err().contains("does not say whether text is burned"), refused.err());
        assertEquals(0, done.exit(), done.err());
        assertEquals("1 PNG file written to " + out.resolve("candela-export-20261124-013012") + "\n", done.out());
        assertEquals(List.of("image-0001.png"), names(out.resolve("candela-export-20261124-013012")));
    }

    // [utest->req~cli.export~1]
    @Test
    void anObjectThatDeniesTextInItsPixelsLeavesWithoutBeingAskedFor() throws Exception {
        Path source = ObjectFiles.file(
                ObjectFiles.image("1.2.3.4.5")
                        .set(Tag.SOPClassUID, VR.UI, "1.2.840.10008.5.1.4.1.1.2")
                        .set(Tag.Modality, VR.CS, "CT")
                        .remove(Tag.ConversionType)
                        .set(BURNED_IN, VR.CS, "NO"),
                folder,
                "ct.dcm");
        Path out = folder.resolve("out");

        CommandRun done = CommandRun.dicom(
                "export", source, "--out", out, "--as", "dicom", "--keep-characteristics", "--shift-dates");

        assertEquals(0, done.exit(), done.err());
        Path copies = out.resolve("candela-export-20261124-013012");
        var copy = DicomReader.read(copies.resolve(names(copies).get(0))).dataSet();
        assertEquals("F", copy.string(Tag.PatientSex).orElse(""));
        assertFalse(copy.strings(Tag.PatientName).contains("SYNTHETIC^Zoë"));
    }

    // [utest->req~cli.export~1]
    // [utest->req~cli.bad-input~1]
    @Test
    void aFileThatIsNoImageIsNamedAndNothingIsWritten() throws Exception {
        Path letter = Files.writeString(folder.resolve("letter.txt"), "no picture");
        Path out = folder.resolve("out");

        CommandRun run = CommandRun.dicom("export", letter, "--out", out, "--as", "png", "--pixels-seen");

        assertEquals(2, run.exit());
        assertTrue(run.err().contains("letter.txt"), run.err());
        assertFalse(Files.exists(out));
    }

    private static List<String> names(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }
}
