package org.candela.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

// [utest->req~wording.style-kept~1]
// [utest->req~spelling.own-words~1]
class WritingCommandTest {
    @TempDir
    private Path folder;

    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    @Test
    void theReaderAndAFacilitySayHowTheyWantItWritten() {
        assertEquals(0, run("writing", "dates", "iso"), err.toString());
        assertEquals(0, run("writing", "dates", "named", "--facility", "north"), err.toString());
        assertEquals(0, run("writing", "abbreviate", "computed tomography", "CT"), err.toString());
        run("writing", "show", "--facility", "north");
        assertTrue(out.toString().contains("north      dates                          NAMED"), out.toString());
        assertTrue(out.toString().contains("in force   dates                          ISO"), out.toString());
        assertTrue(out.toString().contains("computed tomography            CT"), out.toString());

        run("writing", "dates", "none");
        run("writing", "spell-out", "computed tomography");
        run("writing", "show", "--facility", "north");
        assertTrue(out.toString().contains("in force   dates                          NAMED"), out.toString());
        assertFalse(out.toString().contains("computed"), out.toString());
    }

    @Test
    void wordsAreAddedListedAndDropped() {
        run("writing", "words", "Osteophytosis", "clicky");
        run("writing", "words", "--drop", "clicky");
        run("writing", "words");

        assertEquals("osteophytosis", out.toString().strip());
    }

    @Test
    void whatIsRefusedSaysWhatToDo() {
        assertEquals(2, run("writing", "abbreviate", "no effusion", "effusion"));
        assertTrue(err.toString().contains("would hide \"no\""), err.toString());
        assertEquals(2, run("writing", "words", "12"));
        assertTrue(err.toString().contains("One word of at most 60 letters"), err.toString());
        assertEquals(2, run("writing", "dates", "french"));
        assertTrue(err.toString().contains("american, iso, named, none"), err.toString());
    }

    private int run(String... args) {
        out = new StringWriter();
        err = new StringWriter();
        CommandLine line = Candela.commandLine(
                () -> 0,
                List.of(new WritingCommand(
                        new ReaderDesk(() -> folder.resolve("c.db"), Clock.systemUTC(), () -> "doe"))));
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(args);
    }
}
