package org.candela.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.candela.audit.AuditVerifier;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.delivery.Outbox;
import org.candela.delivery.RetryPolicy;
import org.candela.facility.Facilities;
import org.candela.facility.Facility;
import org.candela.facility.ReadingPriority;
import org.candela.practice.PaperShelf;
import org.candela.report.Ledger;
import org.candela.report.ReportDraft;
import org.candela.report.ReportSamples;
import org.candela.report.SignatureMeaning;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

// [utest->req~invoice.once~1]
// [utest->req~cli.invoice~1]
class InvoiceCommandTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T17:00:00Z"), ZoneId.of("America/Chicago"));
    private static final String CLINIC = ReportSamples.CLINIC.value();
    private static final String NOVEMBER = " --month 2026-11";

    @TempDir
    private Path folder;

    private final ReportDraft first = ReportSamples.draft();
    private final ReportDraft other =
            ReportSamples.draft(ReportSamples.study(new Uid("2.25.987"), "AC100", ReadingPriority.ROUTINE));
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void twoSignedReportsOfWhichOneIsAcknowledged() throws Exception {
        Ledger ledger = ReportSamples.ledger(folder, CLOCK);
        try (Database database = ledger.database()) {
            Facilities facilities = new Facilities(database, ledger.audit(), CLOCK);
            facilities.add(Facility.of(ReportSamples.CLINIC, "County Clinic", URI.create("http://localhost/web")));
            Outbox outbox = new Outbox(ledger, facilities, RetryPolicy.START);
            var signing = ReportSamples.signing(ledger, outbox);
            for (ReportDraft draft : List.of(first, other)) {
                signing.sign(ReportSamples.request(draft, SignatureMeaning.FINAL));
            }
        }
        acknowledge(first);
    }

    private void acknowledge(ReportDraft draft) throws StoreException {
        try (Database database = Database.open(database(), CLOCK)) {
            database.change(tx -> tx.update(
                    "UPDATE outbox SET state = 'ACKED' WHERE report_id = ?",
                    draft.id().value()));
        }
    }

    private Path database() {
        return folder.resolve("candela.db");
    }

    private int run(String words) {
        return run(words.split(" "));
    }

    private int run(String... words) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        CommandLine line = Candela.commandLine(
                () -> 0,
                List.of(
                        new PapersCommand(this::database, CLOCK, () -> "reader", new NoDocuments(folder)),
                        InvoiceCommand.commandLine(
                                this::database, CLOCK, () -> folder.resolve("rvu.csv"), () -> "reader")));
        return line.setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(words);
    }

    private record NoDocuments(Path folder) implements PapersCommand.Documents {
        @Override
        public String keep(Path file) throws CandelaException {
            return new PaperShelf(folder).keep(file);
        }

        @Override
        public Path compactList() {
            return folder.resolve("compact.yaml");
        }
    }

    private JsonNode answer(String words) throws Exception {
        int code = run(words + " --json");
        assertEquals(0, code, err.toString());
        return new ObjectMapper().readTree(out.toString());
    }

    private void pay(String fields) {
        assertEquals(
                0,
                run("papers enter pay facility=" + CLINIC + " from=2026-01-01 through=2026-12-31 " + fields),
                err.toString());
    }

    @Test
    void onlyWhatTheFacilityAcknowledgedIsBilledAndThatOnce() throws Exception {
        pay("basis=per-study rate=20 rates/CT=35.50 rates/CR=35.50");

        JsonNode draft = answer("invoice draft " + CLINIC + NOVEMBER);
        assertEquals(1, draft.path("studies").size(), draft.toPrettyString());
        assertEquals(
                "the facility has not acknowledged the final report",
                draft.path("notBilled").path(0).path("why").asText());
        JsonNode one = answer("invoice issue " + CLINIC + NOVEMBER);
        assertEquals(CLINIC + "-2026-001", one.path("number").asText());
        assertEquals(64, one.path("sha256").asText().length());

        assertEquals(2, run("invoice issue " + CLINIC + NOVEMBER), "nothing is left to bill");
        assertTrue(err.toString().contains("there is nothing to bill"), err.toString());
        acknowledge(other);
        JsonNode second = answer("invoice issue " + CLINIC + NOVEMBER);
        assertEquals(CLINIC + "-2026-002", second.path("number").asText());
        assertEquals(1, second.path("body").path("studies").size());

        assertEquals(
                0, run(new String[] {"invoice", "void", CLINIC + "-2026-001", "--reason", "sent to the wrong office"}));
        assertEquals(2, run(new String[] {"invoice", "void", CLINIC + "-2026-001", "--reason", "again"}));
        JsonNode third = answer("invoice issue " + CLINIC + NOVEMBER);
        assertEquals(CLINIC + "-2026-003", third.path("number").asText(), "a number is not used again");
        assertEquals(one.path("body").path("studies"), third.path("body").path("studies"));
        try (Database database = Database.open(database(), CLOCK)) {
            assertTrue(AuditVerifier.verify(database).isIntact());
        }
    }

    @Test
    void noInvoiceNamesAPatient() throws Exception {
        pay("basis=per-study rate=20");
        Path csv = folder.resolve("invoice.csv");
        assertEquals(0, run("invoice issue " + CLINIC + NOVEMBER + " --csv " + csv), err.toString());
        Path pdf = folder.resolve("invoice.pdf");
        assertEquals(0, run("invoice show " + CLINIC + "-2026-001 --pdf " + pdf), err.toString());
        String patient = first.study().patient().name();
        String family = patient.substring(0, patient.indexOf('^'));

        for (String text : List.of(out.toString(), Files.readString(csv), words(pdf))) {
            assertFalse(text.contains(family), text);
            assertFalse(text.contains(first.study().patient().id()), text);
        }
        assertTrue(words(pdf).contains("Total USD 20.00") && words(pdf).contains("AC99"), words(pdf));
        assertTrue(Files.readString(csv).contains("total,,,,,20.00,USD"), Files.readString(csv));
        assertEquals(2, run("invoice show " + CLINIC + "-2026-001 --csv " + csv), "a file that is there stays");
    }

    private static String words(Path pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void anInvoiceIsNeverChangedAndOneThatWasIsTold() throws Exception {
        pay("basis=per-study rate=20");
        assertEquals(0, run("invoice issue " + CLINIC + NOVEMBER), err.toString());
        try (Database database = Database.open(database(), CLOCK)) {
            assertThrows(
                    StoreException.class, () -> database.change(tx -> tx.update("UPDATE invoice SET total = '1'")));
            database.change(tx -> {
                tx.update("DROP TRIGGER invoice_keeps_rows");
                tx.update("UPDATE invoice SET body = replace(body, '20.00', '90.00')");
            });
        }

        assertEquals(2, run("invoice show " + CLINIC + "-2026-001"));
        assertTrue(err.toString().contains("does not match its hash"), err.toString());
    }

    @Test
    void hoursAreEnteredOnceAndBilledOnce() throws Exception {
        pay("basis=hourly rate=300 minimumHours=2 afterHoursFactor=1.5 afterHoursFrom=18:00 afterHoursUntil=07:00"
                + " afterHoursZone=America/Chicago afterHoursDays=saturday,sunday");
        String hours = "invoice hours add " + CLINIC + " ";
        assertEquals(0, run(hours + "2026-11-03T17:00 2026-11-03T19:00"), err.toString());
        assertEquals(2, run(hours + "2026-11-03T18:59 2026-11-03T20:00"));
        assertTrue(err.toString().contains("entered already, as number 1"), err.toString());
        assertEquals(2, run(hours + "2026-11-01T01:30 2026-11-01T03:00"), "01:30 comes twice that night");
        assertTrue(err.toString().contains("no single moment"), err.toString());
        assertEquals(2, run(hours + "2026-11-03T21:00 2026-11-03T20:00"));
        assertEquals(0, run(hours + "2026-11-03T19:00 2026-11-03T19:30"), err.toString());

        JsonNode invoice = answer("invoice issue " + CLINIC + NOVEMBER).path("body");
        // 17 to 18 usual 300, 18 to 19 better 450; the second time better 225 and 1.5 h up to its minimum 450
        assertEquals("1425.00", invoice.path("total").asText(), invoice.toPrettyString());
        assertEquals(2, run("invoice hours withdraw 1"));
        assertTrue(err.toString().contains("are on an invoice"), err.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "basis=hourly | \"rate\" is an amount as 35.50, not \"\"",
                "basis=weekly rate=1 | \"basis\" is one of hourly, per-study, per-rvu, salary, not \"weekly\"",
                "basis=per-rvu rate=-4 | \"rate\" is an amount as 35.50, not \"-4\"",
                "basis=per-rvu rate=4 currency=DOLLAR | \"currency\" is a code as USD, not \"DOLLAR\"",
                "basis=per-study rate=1 rates/CT=1e9 | \"CT\" is an amount as 35.50, not \"1e9\"",
                "basis=per-rvu rate=4 afterHoursFactor=2 | \"afterHoursFrom\" is a time as 18:00, not \"\""
            })
    void aPayRuleThatIsWrongNamesItsField(String fields, String words) {
        assertEquals(2, run("papers enter pay facility=" + CLINIC + " from=2026-01-01 through=2026-12-31 " + fields));
        assertTrue(err.toString().contains(words), err.toString());
    }

    @Test
    void anUnknownFacilityAndDaysThatAreNoneAreTold() {
        assertEquals(2, run("invoice draft nowhere" + NOVEMBER));
        assertTrue(err.toString().contains("no facility \"nowhere\""), err.toString());
        assertEquals(2, run("invoice draft " + CLINIC + " --month 2026-13"));
        assertEquals(2, run("invoice draft " + CLINIC + " --from 2026-11-30 --through 2026-11-01"));
        assertTrue(err.toString().contains("before it begins"), err.toString());
        assertEquals(2, run("invoice draft " + CLINIC));
        assertEquals(2, run("invoice show nowhere-2026-001"));
    }
}
