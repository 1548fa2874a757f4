package org.candela.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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

// [utest->req~cli.templates~1]
// [utest->req~cli.macros~1]
class TemplateCommandTest {
    private static final String MINE = "<meta name=dcterms.identifier content='urn:test:mine'>"
            + "<meta name=dcterms.title content='Mine'><meta name=candela.modality content=CT>"
            + "<meta name=candela.body-parts content=chest><script>x</script>"
            + "<section data-section-name=Findings><textarea id=f>Normal.</textarea></section>";

    @TempDir
    private Path folder;

    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    @Test
    void aTemplateIsImportedListedShownExportedPreferredAndRetired() throws Exception {
        Path file = Files.writeString(folder.resolve("mine.html"), MINE);

        assertEquals(0, run("template", "import", file.toString()), err.toString());
        assertTrue(out.toString().contains("urn:test:mine#v1  Mine"), out.toString());
        assertTrue(out.toString().contains("1 script is never run"), out.toString());
        assertTrue(answer("template", "list").contains("personal   urn:test:mine#v1"));
        assertTrue(answer("template", "show", "Mine").contains("f: Normal."));
        assertTrue(answer("template", "default", "--modality", "CT", "--words", "CT CHEST")
                .contains("Mine"));
        answer("template", "default", "--modality", "CT", "--words", "chest", "--set", "CT pulmonary angiogram");
        assertTrue(answer("template", "default", "--modality", "CT", "--words", "CT CHEST")
                .contains("CT pulmonary"));
        answer("template", "default", "--modality", "CT", "--words", "chest", "--set", "-");
        Path exported = folder.resolve("again.html");
        answer("template", "export", "urn:test:mine", exported.toString());
        assertTrue(Files.readString(exported).contains("content=\"urn:test:mine\""), Files.readString(exported));
        answer("template", "retire", "urn:test:mine");

        assertFalse(answer("template", "list").contains("Mine"));
    }

    @Test
    void whatCannotBeDoneIsSaidInOneLineWithWhatToDo() throws Exception {
        Path wrong = Files.writeString(folder.resolve("wrong.html"), "<p>nothing</p>");

        assertEquals(2, run("template", "import", wrong.toString()));
        assertTrue(err.toString().contains("wrong.html: no <meta name=\"dcterms.identifier\">"), err.toString());
        assertEquals(2, run("template", "show", "nowhere"));
        assertTrue(err.toString().contains("see candela template list"), err.toString());
        assertEquals(2, run("macro", "add", "knee", "x", "--shortcut", "k"));
        assertTrue(err.toString().contains("a shortcut has 2 to 20"), err.toString());
        assertEquals(2, run("macro", "add", "normal knee", "{{macro:normal knee}}"));
        assertTrue(err.toString().contains("normal knee > normal knee"), err.toString());
    }

    @Test
    void aMacroIsAddedWithAdviceCarriedAndRemoved() throws Exception {
        assertTrue(answer("macro", "add", "left knee", "Normal.", "--shortcut", "lk")
                .contains("put the side last"));
        assertTrue(answer("macro", "list").contains("left knee"));
        Path file = folder.resolve("macros.txt");
        answer("macro", "export", file.toString());
        answer("macro", "remove", "left knee");
        assertFalse(answer("macro", "list").contains("left knee"));
        assertTrue(answer("macro", "import", file.toString(), "--facility", "fac_tx")
                .startsWith("1 macros"));

        assertFalse(answer("macro", "list").contains("left knee"), "it is the facility's now");
        assertTrue(answer("macro", "list", "--facility", "fac_tx").contains("left knee"));
    }

    private String answer(String... args) {
        out = new StringWriter();
        assertEquals(0, run(args), err.toString());
        return out.toString();
    }

    private int run(String... args) {
        err = new StringWriter();
        CommandLine line = Candela.commandLine(
                () -> 0,
                List.of(
                        new TemplateCommand(
                                new ReaderDesk(() -> folder.resolve("c.db"), Clock.systemUTC(), () -> "doe")),
                        new MacroCommand(
                                new ReaderDesk(() -> folder.resolve("c.db"), Clock.systemUTC(), () -> "doe"))));
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(args);
    }
}
