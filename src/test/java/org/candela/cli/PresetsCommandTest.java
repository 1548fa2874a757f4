package org.candela.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

// [utest->req~cli.presets~1]
class PresetsCommandTest {
    private static final String MINE = """
            schema: 1
            presets:
              - {name: Mine, modality: MR, center: 300, width: 600}
              - {name: Knee, modality: MR, bodyPart: KNEE, center: 500, width: 900}
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void whatIsImportedIsListedExportedAndForgotten() throws Exception {
        Path mine = Files.writeString(folder.resolve("mine.yaml"), MINE);

        assertEquals(0, run("import", mine.toString()), err.toString());
        assertTrue(isListed("MR", "own", "Mine"));
        assertTrue(isListed("CT", "shipped", "Lung"));
        Path exported = folder.resolve("exported.yaml");
        assertEquals(0, run("export", exported.toString()), err.toString());
        assertTrue(Files.readString(exported).contains("bodyPart: KNEE"), Files.readString(exported));
        assertFalse(Files.readString(exported).contains("Lung"));
        assertEquals(0, run("import", exported.toString()), err.toString());
        assertEquals(0, run("reset"), err.toString());

        assertFalse(isListed("MR", "own", "Mine"));
    }

    // [utest->req~cli.desk-texts~1]
    @Test
    void aTextThatIsNotUnderstoodChangesNothingAndSaysWhereAndAFileThatIsThereIsLeftAlone() throws Exception {
        Path wrong = Files.writeString(folder.resolve("wrong.yaml"), MINE.replace("width: 900", "width: 0"));

        assertEquals(2, run("import", wrong.toString()));
        assertTrue(err.toString().contains("wrong.yaml: presets[1] is no preset"), err.toString());
        assertFalse(isListed("MR", "own", "Mine"));
        assertEquals(2, run("export", "--all", wrong.toString()));

        assertTrue(err.toString().contains("is there already"), err.toString());
        assertTrue(Files.readString(wrong).contains("width: 0"));
    }

    private boolean isListed(String modality, String origin, String name) {
        out.getBuffer().setLength(0);
        assertEquals(0, run("list"), err.toString());
        return out.toString()
                .lines()
                .anyMatch(
                        line -> line.startsWith(modality + " ") && line.contains(origin) && line.endsWith(" " + name));
    }

    private int run(String... arguments) {
        CommandLine line = Candela.commandLine(
                () -> 0, List.of(new PresetsCommand(() -> folder.resolve("c.db"), Clock.systemUTC())));
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(
                Stream.concat(Stream.of("presets"), Arrays.stream(arguments)).toArray(String[]::new));
    }
}
