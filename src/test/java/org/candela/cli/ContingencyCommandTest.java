package org.candela.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.candela.MovableClock;
import org.candela.audit.AuditLog;
import org.candela.facility.Facilities;
import org.candela.facility.Facility;
import org.candela.facility.FacilityId;
import org.candela.readiness.ReadinessItem;
import org.candela.readiness.ReadinessItem.Status;
import org.candela.readiness.contingency.ContingencyBook;
import org.candela.readiness.contingency.ContingencyCheck;
import org.candela.readiness.journal.Journal;
import org.candela.store.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ContingencyCommandTest {
    private static final Facility CLINIC =
            Facility.of(new FacilityId("clinic"), "Clinic", URI.create("http://localhost/web"));

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final MovableClock clock = new MovableClock();

    @BeforeEach
    void aClinic() throws Exception {
        try (Database database = Database.open(folder.resolve("candela.db"), clock)) {
            new Facilities(database, new AuditLog(), clock).add(CLINIC);
        }
    }

    private int run(String... words) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        CommandLine line = Candela.commandLine(
                () -> 0, List.of(new ContingencyCommand(() -> folder.resolve("candela.db"), clock, () -> "reader")));
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(words);
    }

    private ReadinessItem item() throws Exception {
        try (Database database = Database.open(folder.resolve("candela.db"), clock)) {
            ContingencyBook book = new ContingencyBook(new Journal(database, new AuditLog(), clock));
            return new ContingencyCheck(book, List.of(CLINIC), 6, clock).evaluate();
        }
    }

    private void fillIn() {
        run("contingency", "set", "it-contact=Dana, +1 555 0100", "backup-provider=Cellular router on the shelf");
        run("contingency", "set", "second-workstation=Laptop in the study");
        run("contingency", "set", "--facility", "clinic", "critical-phone=+1 555 0101", "facility-it=+1 555 0102");
    }

    // [utest->req~readiness.contingency~1]
    @Test
    void theSheetIsThereFilledInAndNotOld() throws Exception {
        assertEquals("There is none.", item().reason());
        assertEquals(Candela.NO, run("contingency", "set", "it-contact=Dana, +1 555 0100"));
        assertEquals(Status.WARNING, item().status());
        assertEquals(
                "Not filled in: Backup provider; Second workstation; Critical results, Clinic and 1 more.",
                item().reason());

        fillIn();
        assertEquals(Status.READY, item().status(), item().reason());

        clock.advance(Duration.ofDays(181)); // 24 May: six months after 24 November
        assertEquals(Status.READY, item().status(), item().reason());
        clock.advance(Duration.ofDays(1));
        assertEquals(Status.WARNING, item().status(), item().reason());
    }

    // [utest->req~cli.contingency~1]
    // [utest->req~readiness.contingency~1]
    @Test
    void theSheetIsShownAndPrintedWithoutANetwork() throws Exception {
        fillIn();
        Path file = folder.resolve("sheet.pdf");

        assertEquals(0, run("contingency", "show"));
        assertTrue(out.toString().contains("+1 555 0101"), out.toString());
        assertEquals(0, run("contingency", "print", file.toString()));

        try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
            String text = new PDFTextStripper().getText(pdf);
            assertEquals(1, pdf.getNumberOfPages());
            assertTrue(text.contains("Clinic, Critical results"), text);
            assertTrue(text.contains("+1 555 0101"), text);
        }
        assertEquals(Candela.BAD_INPUT, run("contingency", "print", file.toString()), "nothing is written over");
    }

    // [utest->req~cli.contingency~1]
    @Test
    void whatIsNoLineOfTheSheetIsRefused() {
        assertEquals(Candela.BAD_INPUT, run("contingency", "set", "coffee=yes"));
        assertTrue(err.toString().contains("\"coffee\" is no line of the sheet"), err.toString());
        assertEquals(Candela.BAD_INPUT, run("contingency", "set", "critical-phone=1"));
        assertEquals(Candela.BAD_INPUT, run("contingency", "set", "--facility", "nowhere", "critical-phone=1"));
        assertEquals(Candela.BAD_INPUT, run("contingency", "set", "it-contact= "));
    }
}
