package org.candela.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomFile;
import org.candela.dicom.DicomWriter;
import org.candela.dicom.Tag;
import org.candela.dicom.TransferSyntax;
import org.candela.dicom.VR;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DicomValidateTest {
    /** Modality Worklist, no storage class: nothing but its identity is asked of it. */
    private static final String NO_STORAGE = "1.2.840.10008.5.1.4.31";

    @TempDir
    private Path folder;

    // [utest->req~cli.validate~1]
    @Test
    void aLineAFindingSaysWhereAndWhat() throws Exception {
        Path bad = write(new Attributes().set(Tag.Modality, VR.CS, "ct"), folder.resolve("bad.dcm"));
        Path letter = Files.writeString(folder.resolve("letter.txt"), "no picture");

        CommandRun run = CommandRun.dicom("validate", folder);

        assertEquals(1, run.exit(), run.err());
        String[] lines = run.out().split("\n", -1);
        assertTrue(
                lines[0].matches("\\Q" + bad + "\\E: \\d+: \\(0008,0060\\): error: has a value that is not of upper.*"),
                lines[0]);
        assertEquals(letter + ": 0: -: error: not a DICOM file (no DICM at offset 128)", lines[1]);
        assertEquals("2 files, 2 of them with errors\n", run.err());
    }

    // [utest->req~cli.validate~1]
    @Test
    void aFileWithoutErrorsIsExitZeroAndAPathThatIsNotThereIsTwo() throws Exception {
        Path good = write(new Attributes().set(Tag.Modality, VR.CS, "CT"), folder.resolve("good.dcm"));

        assertEquals(0, CommandRun.dicom("validate", good).exit());
        assertEquals(2, CommandRun.dicom("validate", folder.resolve("nowhere")).exit());
    }

    // [utest->req~cli.validate~1]
    @Test
    void jsonHasTheSameFindings() throws Exception {
        Path bad = write(new Attributes().set(Tag.Modality, VR.CS, "ct"), folder.resolve("bad.dcm"));

        CommandRun run = CommandRun.dicom("validate", bad, "--json");

        JsonNode file = JsonMapper.builder().build().readTree(run.out()).get(0);
        assertEquals(1, file.get("errors").asInt());
        assertEquals("00080060", file.get("findings").get(0).get("tag").asText());
        assertEquals("error", file.get("findings").get(0).get("severity").asText());
    }

    private static Path write(Attributes dataSet, Path file) throws Exception {
        dataSet.set(Tag.SOPClassUID, VR.UI, NO_STORAGE).set(Tag.SOPInstanceUID, VR.UI, "1.2.3");
        DicomWriter.write(DicomFile.of(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), file);
        return file;
    }
}
