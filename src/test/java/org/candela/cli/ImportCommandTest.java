package org.candela.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.candela.audit.AuditLog;
import org.candela.base.AppPaths;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.store.Database;
import org.candela.study.ImportReport;
import org.candela.study.SmallStudies;
import org.candela.study.StudyImport;
import org.candela.study.StudyLibrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

// [utest->req~cli.import~1]
class ImportCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        CommandLine command = Candela.commandLine(() -> 0, List.of(new ImportCommand(this::take)));
        return command.setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(args);
    }

    private ImportReport take(List<Path> sources) throws CandelaException {
        AppPaths home = AppPaths.under(folder.resolve("home"));
        try (Database database = Database.open(home.database(), Clock.systemUTC())) {
            StudyLibrary library = new StudyLibrary(database, new AuditLog(), home, Clock.systemUTC());
            return new StudyImport(library).importAll(sources, StudyImport.LOCAL, new Cancellation());
        }
    }

    @Test
    void aFolderIsTakenWhole() throws Exception {
        SmallStudies.writeStudy(5, 3, folder.resolve("disc/a/b"));

        int exit = run("import", folder.resolve("disc").toString());

        assertEquals(0, exit, err.toString());
        assertTrue(out.toString().startsWith("3 objects taken, 0 already here, 1 studies"), out.toString());
    }

    @Test
    void aRefusedFileIsNamedAndTheExitCodeIsOne() throws Exception {
        SmallStudies.writeStudy(5, 1, folder.resolve("disc"));
        Path letter = Files.writeString(folder.resolve("disc/letter.txt"), "no picture");

        int exit = run("import", "--json", folder.resolve("disc").toString());

        assertEquals(1, exit, err.toString());
        JsonNode json = new ObjectMapper().readTree(out.toString());
        assertEquals(1, json.get("admitted").asInt());
        assertEquals("1.2.5", json.get("studies").get(0).asText());
        assertEquals(letter.toString(), json.get("refused").get(0).get("file").asText());
    }

    @Test
    void aSourceThatIsNotThereIsBadInput() {
        int exit = run("import", folder.resolve("nowhere").toString());

        assertEquals(2, exit);
        assertTrue(err.toString().endsWith("nowhere: no such file\n"), err.toString());
    }
}
