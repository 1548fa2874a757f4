package org.candela.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.stream.Stream;
import org.candela.base.AppPaths;
import org.candela.codec.video.FfmpegSearch.Places;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

// [utest->req~cli.keys~1]
class KeysCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void whatIsExportedAndEditedIsUsedAfterImport() throws Exception {
        Path file = folder.resolve("my.keys");
        assertEquals(0, run("export", file.toString()), err.toString());
        String edited = Files.readString(file).replace("worklist.next = F9\n", "worklist.next = Ctrl+K, S\n");
        Files.writeString(file, edited);

        assertEquals(0, run("import", file.toString()), err.toString());

        Path again = folder.resolve("again.keys");
        assertEquals(0, run("export", again.toString()), err.toString());
        assertEquals(edited, Files.readString(again));
        assertTrue(edited.contains("Ctrl+K, S"), edited);
        assertListed("worklist.next", "own", "Ctrl+K, S");
        assertListed("case.close", "shipped", "Ctrl+W");
    }

    @Test
    void theMouseIsInTheSameText() throws Exception {
        Path mine = Files.writeString(folder.resolve("my.keys"), "mouse.back = viewer.invert\nwheel = zoom\n");
        Path wrong = Files.writeString(folder.resolve("wrong.keys"), "wheel = sing\n");

        assertEquals(0, run("import", mine.toString()), err.toString());
        assertEquals(2, run("import", wrong.toString()));

        assertTrue(err.toString().contains("wrong.keys: wheel = sing: the wheel cannot do that"), err.toString());
        assertListed("mouse.back", "own", "viewer.invert");
        assertListed("wheel", "own", "zoom");
        assertListed("mouse.secondary", "shipped", "viewer.tool.window");
    }

    @Test
    void resetGivesBackWhatTheWorkstationComesWith() throws Exception {
        Path mine = Files.writeString(folder.resolve("my.keys"), "# mine\nworklist.next = Shift+F7\n");
        assertEquals(0, run("import", mine.toString()), err.toString());

        assertEquals(0, run("reset"), err.toString());

        assertListed("worklist.next", "shipped", "F9");
    }

    @Test
    void aConflictIsRefusedWithBothCommandsAndChangesNothing() throws Exception {
        Path mine = Files.writeString(folder.resolve("my.keys"), "worklist.next = Ctrl+W, S\n");

        assertEquals(2, run("import", mine.toString()));

        assertTrue(
                err.toString().contains("my.keys: key Ctrl+W is given to both case.close and worklist.next"),
                err.toString());
        assertListed("worklist.next", "shipped", "F9");
    }

    @Test
    void unknownCommandsAndKeysAreRefusedByName() throws Exception {
        Path command = Files.writeString(folder.resolve("a.keys"), "worklist.nxt = F7\n");
        Path key = Files.writeString(folder.resolve("b.keys"), "worklist.next = F77\n");

        assertEquals(2, run("import", command.toString()));
        assertTrue(err.toString().contains("a.keys: worklist.nxt: no such command"), err.toString());
        assertEquals(2, run("import", key.toString()));
        assertTrue(err.toString().contains("b.keys: worklist.next = F77: no such key"), err.toString());
    }

    private void assertListed(String id, String origin, String keys) {
        out.getBuffer().setLength(0);
        assertEquals(0, run("list"), err.toString());
        assertTrue(
                out.toString()
                        .lines()
                        .anyMatch(line -> line.startsWith(id + " ") && line.contains(origin) && line.endsWith(keys)),
                out.toString());
    }

    private int run(String... arguments) {
        Config config = new Config(AppPaths.under(folder.resolve("home")), "", true, Places.NONE, "reader-1", 30, 0);
        CommandLine line = new Wiring(config, Clock.systemUTC()).commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(
                Stream.concat(Stream.of("keys"), Arrays.stream(arguments)).toArray(String[]::new));
    }
}
