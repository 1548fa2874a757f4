package org.candela.displayqa.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.candela.audit.AuditLog;
import org.candela.base.Cancellation;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomReader;
import org.candela.dicom.ReadOptions;
import org.candela.displayqa.DisplayQa;
import org.candela.displayqa.ledger.QaLedger;
import org.candela.displayqa.ledger.RecordJson;
import org.candela.displayqa.ledger.StoredRun;
import org.candela.displayqa.measure.Bench;
import org.candela.displayqa.measure.QaProgress;
import org.candela.displayqa.measure.Sites;
import org.candela.facility.Contact;
import org.candela.facility.Facility;
import org.candela.facility.FacilityId;
import org.candela.store.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run at a known place states stands in all four forms; leaves the PDF in target/pictures. */
class ReportOfKnownSiteTest {
    private static final Facility FACILITY = Facility.of(
                    new FacilityId("general"), "General Hospital", URI.create("https://general.example/dicom-web"))
            .withContact(new Contact(
                    "Radiology", "R 12", "Medical physics", "physics@general.example", "+1 555 0100", "QA office"));

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Database database;

    @SuppressWarnings("NullAway.Init") // set before each test
    private QaReport report;

    @BeforeEach
    void calibrate() throws Exception {
        database = Database.open(folder.resolve("qa.db"), Bench.CLOCK);
        QaLedger ledger = new QaLedger(database, new AuditLog());
        StoredRun run = new DisplayQa(ledger, Bench.CLOCK)
                .calibrate(new Bench().session().at(Sites.known()), new Cancellation(), QaProgress.NONE);
        SigningKey key = KeyFile.at(folder.resolve("key"));
        report = QaReport.of(ledger, run, ReportOrder.of(FACILITY), new QaReport.Signer(key, "reader", Bench.CLOCK));
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    // [utest->req~displayqa.report-contact~1]
    @Test
    void thePdfPrintsWhoIsResponsibleAndWhereItWasMeasured() throws Exception {
        byte[] bytes = report.pdf();
        Path pictures = Files.createDirectories(Path.of("target", "pictures"));
        Files.write(pictures.resolve("display-qa-known-site.pdf"), bytes);
        try (PDDocument document = Loader.loadPDF(bytes)) {
            String text = new PDFTextStripper().getText(document);
            PDFTextStripper first = new PDFTextStripper();
            first.setEndPage(1);
            String front = first.getText(document);

            for (String expected : new String[] {
                "Radiology · R 12",
                "Responsible: Medical physics · physics@general.example · +1 555 0100",
                "Report goes to: QA office",
                "LCD, active matrix, 1234 h, firmware 1.12",
                "luminance 80 (ddcutil 2.1.4 /dev/i2c-5)",
                "60 min, screen cleaned, 21.5 °C",
                "Verdicts",
                "L'max, cd/m²",
                "Table of limits: SHA-256"
            }) {
                assertTrue(front.contains(expected), expected + " is not on the first page: " + front);
            }
            for (String expected : new String[] {
                "Host reading-desk",
                "i915 of kernel 6.1",
                "Colour management not read: nobody looks",
                "began 24 November 2026, 02:30:00 +01:00, took ",
                "read back equal"
            }) {
                assertTrue(text.replaceAll("\\s+", " ").contains(expected), expected + " is missing in: " + text);
            }
        }
    }

    // [utest->req~displayqa.report-csv~1]
    @Test
    void theTableHasEveryFieldOfTheRecord() {
        String csv = new String(report.csv(), StandardCharsets.UTF_8);

        for (String expected : new String[] {
            "report,,/facility/responsible,Medical physics",
            "report,,/record/workstation/host,reading-desk",
            "report,,/record/workstation/colourManagement/notRead,nobody looks",
            "report,,/record/display/backlightHours,1234",
            "report,,/record/time/offset,+01:00",
            "report,,/record/conditions/screenCleaned,true",
            "calibration,1,goal/function,GSDF",
            "calibration,1,table/readBackEqual,true",
            "native,1,ddl,0.0"
        }) {
            assertTrue(csv.contains(expected), expected);
        }
        assertTrue(csv.lines().filter(line -> line.startsWith("reading,")).allMatch(line -> line.contains(",ms,")));
    }

    // [utest->req~displayqa.report-dicom~1]
    // [utest->req~displayqa.report-contact~1]
    @Test
    void theDicomObjectNamesDepartmentAndWhoIsResponsible() throws Exception {
        Attributes data = DicomReader.read(report.dicom(), "report", ReadOptions.standard())
                .dataSet();

        assertEquals("Radiology", data.string(0x00081040).orElseThrow());
        Attributes person = data.item(0x00287000).orElseThrow();
        assertEquals(
                "Medical physics",
                person.item(0x00401101).orElseThrow().string(0x00080104).orElseThrow());
        assertEquals("+1 555 0100", person.string(0x00401103).orElseThrow());
        Attributes results = data.item(0x0028700F).orElseThrow();
        assertEquals(1, results.integer(0x00287003).orElseThrow(), "the subsystem, as PS3.17 PPP.3 has it");
        assertEquals(
                1, results.item(0x00287010).orElseThrow().integer(0x0028700B).orElseThrow());
        assertTrue(results.item(0x00287010).orElseThrow().item(0x00287011).isPresent());
    }

    // [utest->req~displayqa.report-first-change~1]
    @Test
    void whatIsNewInARecordIsNamedWhenItIsChanged() {
        for (List<String> change : List.of(
                List.of("\"reading-desk\"", "\"another-desk\"", "/record/workstation/host"),
                List.of("\"backlightHours\":1234", "\"backlightHours\":12", "/record/display/backlightHours"),
                List.of("\"screenCleaned\":true", "\"screenCleaned\":false", "/record/conditions/screenCleaned"),
                List.of("\"offset\":\"+01:00\"", "\"offset\":\"+02:00\"", "/record/time/offset"),
                List.of("\"ms\":500", "\"ms\":501", "/record/readings/1/ms"),
                List.of("Medical physics", "Somebody", "/facility/responsible"),
                List.of("\"readBackEqual\":true", "\"readBackEqual\":false", "/table/readBackEqual"))) {
            String good = new String(report.json(), StandardCharsets.UTF_8);
            assertTrue(good.contains(change.get(0)), change.get(0));

            Verification found =
                    QaReport.verify(good.replace(change.get(0), change.get(1)).getBytes(StandardCharsets.UTF_8));

            assertTrue(found.firstChange().contains(change.get(2)), change + ": " + found.firstChange());
        }
    }

    // [utest->req~displayqa.report~1]
    @Test
    void theDocumentSaysItsVersion() {
        assertEquals(
                3,
                RecordJson.parse(new String(report.json(), StandardCharsets.UTF_8))
                        .path("candelaDisplayQaReport")
                        .asInt());
    }
}
