package org.candela.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.candela.base.Cancellation;
import org.candela.dicom.Tag;
import org.candela.dicom.VR;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~study.import-report~1]
class StudyImportTest {
    @TempDir
    Path folder;

    @Test
    void takesWhatIsWholeAndSaysWhyTheRestWasRefused() throws Exception {
        Path source = folder.resolve("disc");
        SmallStudies.writeStudy(1, 3, source.resolve("a"));
        SmallStudies.writeStudy(2, 2, source.resolve("b/c"));
        Files.writeString(source.resolve("README.txt"), "This disc holds images.");
        Files.createFile(source.resolve("empty"));
        SmallStudies.write(
                SmallStudies.slice(2, 0).set(Tag.ImageComments, VR.LT, "changed"), source.resolve("changed"));
        Path missing = folder.resolve("missing");
        try (Desk desk = new Desk(folder.resolve("home"))) {
            StudyImport imports = new StudyImport(desk.library);

            ImportReport report = imports.importAll(List.of(source, missing), StudyImport.LOCAL, new Cancellation());

            assertEquals(5, report.admitted());
            assertEquals(2, report.studies().size());
            Map<String, String> reasons = report.refused().stream()
                    .collect(Collectors.toMap(
                            refusal -> source.relativize(refusal.file()).toString(), ImportReport.Refusal::code));
            assertEquals("study.different-bytes", reasons.get("changed/1.2.2.1.1.dcm"), reasons.toString());
            assertEquals("study.unreadable", reasons.get("../missing"));
            assertTrue(String.valueOf(reasons.get("README.txt")).startsWith("dicom."), reasons.toString());
            assertTrue(String.valueOf(reasons.get("empty")).startsWith("dicom."), reasons.toString());
        }
    }

    @Test
    void importingAgainFindsAllOfItHere() throws Exception {
        SmallStudies.writeStudy(1, 3, folder.resolve("in"));
        try (Desk desk = new Desk(folder.resolve("home"))) {
            StudyImport imports = new StudyImport(desk.library);
            List<Path> sources = List.of(folder.resolve("in"));
            imports.importAll(sources, StudyImport.LOCAL, new Cancellation());

            ImportReport again = imports.importAll(sources, StudyImport.LOCAL, new Cancellation());

            assertEquals(0, again.admitted());
            assertEquals(3, again.alreadyHere());
            assertEquals(List.of(), again.refused());
        }
    }

    @Test
    void stopsWhenCancelled() throws Exception {
        SmallStudies.writeStudy(1, 3, folder.resolve("in"));
        Cancellation cancellation = new Cancellation();
        cancellation.cancel();
        try (Desk desk = new Desk(folder.resolve("home"))) {
            StudyImport imports = new StudyImport(desk.library);

            assertThrows(
                    CancellationException.class,
                    () -> imports.importAll(List.of(folder.resolve("in")), StudyImport.LOCAL, cancellation));
        }
    }
}
