package org.candela.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.candela.base.AppPaths;
import org.candela.codec.video.FfmpegSearch.Places;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

// [utest->req~cli.practice~1]
class PracticeCommandTest {
    private static final String TEXT = """
            schema: 1
            practice: Northern Radiology
            keys: {viewer.invert: Shift+F7}
            presets: [{name: Lung, modality: CT, unit: HU, center: -500, width: 1400}]
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void wishesAreTakenListedAsThePracticesHandedOnAndForgotten() throws Exception {
        Path file = Files.writeString(folder.resolve("practice.yaml"), TEXT);

        assertEquals(0, run("practice", "import", file.toString()), err.toString());
        assertSays("2 wishes of the practice hold when the workstation is started next");
        assertEquals(0, run("practice", "show"));
        assertSays("Northern Radiology");
        assertEquals(0, run("keys", "list"));
        assertTrue(
                out.toString().lines().anyMatch(line -> line.matches("viewer.invert +practice +Shift\\+F7")), said());
        assertEquals(0, run("presets", "list"));
        assertTrue(out.toString().lines().anyMatch(line -> line.matches("CT +practice .*Lung")), said());

        Path next = folder.resolve("next.yaml");
        assertEquals(0, run("practice", "export", next.toString()), err.toString());
        assertTrue(Files.readString(next).contains("viewer.invert: Shift+F7"), Files.readString(next));
        assertEquals(0, run("practice", "forget"));
        assertEquals(0, run("keys", "list"));
        assertTrue(out.toString().lines().noneMatch(line -> line.contains(" practice ")), said());
        assertEquals(0, run("practice", "import", next.toString()), err.toString());
    }

    @Test
    void aWrongFileIsNamedWithItsLineAndNothingIsTaken() throws Exception {
        Path file = Files.writeString(folder.resolve("practice.yaml"), TEXT.replace("Shift+F7", "Sh"));

        assertEquals(2, run("practice", "import", file.toString()));

        assertTrue(err.toString().contains("practice.yaml: keys.viewer.invert must be a key"), err.toString());
        assertTrue(err.toString().contains("(line 3)"), err.toString());
        assertEquals(0, run("practice", "show"));
        assertSays("no practice");
    }

    private String said() {
        return out.toString();
    }

    private void assertSays(String words) {
        assertTrue(said().contains(words), said());
    }

    private int run(String... arguments) {
        Config config = new Config(AppPaths.under(folder.resolve("home")), "", true, Places.NONE, "reader-1", 30, 0);
        CommandLine line = new Wiring(config, Clock.systemUTC()).commandLine();
        out.getBuffer().setLength(0);
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }
}
