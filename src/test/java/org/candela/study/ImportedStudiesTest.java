package org.candela.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.candela.base.Cancellation;
import org.candela.base.Uid;
import org.candela.facility.FacilityId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~study.imported-listed~1]
class ImportedStudiesTest {
    private static final LocalDate TOMORROW = LocalDate.of(2999, 1, 1);

    @Test
    void whatWasImportedIsListedWhateverItsDateAndNothingElseIs(@TempDir Path folder) throws Exception {
        try (Desk desk = new Desk(folder.resolve("home"))) {
            SmallStudies.writeStudy(5, 3, folder.resolve("disc"));
            SmallStudies.writeStudy(6, 1, folder.resolve("north"));
            StudyImport imports = new StudyImport(desk.library);
            imports.importAll(List.of(folder.resolve("disc")), StudyImport.LOCAL, new Cancellation());
            imports.importAll(List.of(folder.resolve("north")), new FacilityId("north"), new Cancellation());
            ImportedStudies imported = new ImportedStudies(desk.library, Runnable::run);

            List<StudySummary> listed =
                    imported.studiesSince(TOMORROW, new Cancellation()).join();

            assertEquals(
                    List.of("1.2.5"),
                    listed.stream().map(study -> study.uid().value()).toList());
            assertEquals(3, listed.get(0).instanceCount());
            assertTrue(imported.retrieve(listed.get(0).uid(), (here, total) -> {}, new Cancellation())
                    .join()
                    .isComplete());
        }
    }

    @Test
    void whatIsNotHereIsSaidToBeMissing(@TempDir Path folder) throws Exception {
        try (Desk desk = new Desk(folder)) {
            ImportedStudies imported = new ImportedStudies(desk.library, Runnable::run);

            CompletionException failure = assertThrows(CompletionException.class, () -> imported.retrieve(
                            new Uid("1.2.9"), (here, total) -> {}, new Cancellation())
                    .join());

            assertTrue(
                    String.valueOf(failure.getCause()).endsWith("the study is not in the library"), failure.toString());
        }
    }
}
