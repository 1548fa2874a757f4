package org.candela.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

// [utest->req~cli.protocols~1]
class ProtocolsCommandTest {
    private static final String MINE = """
            schema: 1
            protocols:
              - id: mine
                name: Mine
                match: {modality: [CT]}
                stages: [{panels: [{grid: 1x2, cells: [{}, {}]}]}]
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void whatIsImportedIsListedExportedAndRemoved() throws Exception {
        Path mine = Files.writeString(folder.resolve("mine.yaml"), MINE);

        assertEquals(0, run("import", mine.toString()), err.toString());
        assertEquals(0, run("list"), err.toString());
        assertTrue(
                out.toString().lines().anyMatch(line -> line.startsWith("mine ") && line.contains("own")),
                out.toString());
        assertTrue(out.toString().contains("shipped"), out.toString());
        Path exported = folder.resolve("exported.yaml");
        assertEquals(0, run("export", exported.toString()), err.toString());
        assertTrue(Files.readString(exported).contains("id: mine"), Files.readString(exported));
        assertEquals(0, run("import", exported.toString()), err.toString());
        assertEquals(0, run("remove", "mine"), err.toString());

        assertEquals(2, run("remove", "mine"));
        assertTrue(err.toString().contains("mine: no protocol made here has this id"), err.toString());
    }

    @Test
    void aTextThatIsNotUnderstoodChangesNothingAndSaysWhere() throws Exception {
        Path wrong = Files.writeString(folder.resolve("wrong.yaml"), MINE.replace("grid", "gird"));

        assertEquals(2, run("import", wrong.toString()));

        assertTrue(
                err.toString().contains("wrong.yaml: protocols[0].stages[0].panels[0] has an unknown key: gird"),
                err.toString());
        run("list", "--json");
        assertTrue(!out.toString().contains("mine"), out.toString());
    }

    @Test
    void anExportOverwritesNothing() throws Exception {
        Path there = Files.writeString(folder.resolve("there.yaml"), "precious");

        assertEquals(2, run("export", there.toString(), "--all"));

        assertEquals("precious", Files.readString(there));
        assertTrue(err.toString().contains("is there already; choose another name"), err.toString());
    }

    private int run(String... args) {
        CommandLine line = Candela.commandLine(
                () -> 0, List.of(new ProtocolsCommand(() -> folder.resolve("candela.db"), Clock.systemUTC())));
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        String[] all = new String[args.length + 1];
        all[0] = "protocols";
        System.arraycopy(args, 0, all, 1, args.length);
        return line.execute(all);
    }
}
