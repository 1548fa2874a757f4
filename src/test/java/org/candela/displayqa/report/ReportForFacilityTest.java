package org.candela.displayqa.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.candela.audit.AuditLog;
import org.candela.base.CandelaException;
import org.candela.displayqa.LedgerDesk;
import org.candela.displayqa.ledger.QaLedger;
import org.candela.displayqa.ledger.RecordJson;
import org.candela.displayqa.ledger.StoredRun;
import org.candela.displayqa.measure.Bench;
import org.candela.displayqa.report.QaReport.Check;
import org.candela.facility.Facility;
import org.candela.facility.FacilityId;
import org.candela.store.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ReportForFacilityTest {
    private static final Facility GENERAL =
            Facility.of(new FacilityId("general"), "General Hospital", URI.create("https://general.example/dicom-web"));
    private static final Facility BREAST = Facility.of(
                    new FacilityId("breast"), "Breast Centre", URI.create("https://breast.example/dicom-web"))
            .withQaProfile("acr-aapm-siim-mammography");

    private static final java.util.List<ReportFormat> FORMATS =
            java.util.List.of(ReportFormat.PDF, ReportFormat.JSON, ReportFormat.CSV, ReportFormat.DICOM);

    @RegisterExtension
    final LedgerDesk desk = new LedgerDesk();

    @SuppressWarnings("NullAway.Init") // set before each test
    private StoredRun run;

    @BeforeEach
    void calibrate() throws Exception {
        run = desk.ledger().keepAndUse(Bench.record());
    }

    // [utest->req~displayqa.report-for-facility~1]
    @Test
    void twoFacilitiesGetTwoRightReportsOfOneMeasurement() throws Exception {
        JsonNode general = document(export(GENERAL, ReportFormat.JSON));
        JsonNode breast = document(export(BREAST, ReportFormat.JSON));

        assertEquals(general.path("record"), breast.path("record"), "one measurement");
        assertEquals("General Hospital", general.at("/facility/name").asText());
        assertEquals("Breast Centre", breast.at("/facility/name").asText());
        assertVerdict(general, "MAXIMUM_LUMINANCE", 350, "PASS");
        assertVerdict(breast, "MAXIMUM_LUMINANCE", 420, "FAIL");
        assertVerdict(general, "MINIMUM_LUMINANCE", 1.0, "PASS");
        assertVerdict(breast, "MINIMUM_LUMINANCE", 1.2, "FAIL");
        assertVerdict(general, "CONTRAST_DEVIATION", 0.1, "PASS");
        assertVerdict(breast, "CONTRAST_DEVIATION", 0.1, "PASS");
        assertEquals("PASS", general.at("/judgement/overall").asText());
        assertEquals("FAIL", breast.at("/judgement/overall").asText());
    }

    // [utest->req~displayqa.report-for-facility~1]
    @Test
    void theCityOfNewYorkGetsItsOwnLimitsOfTheSameMeasurement() throws Exception {
        JsonNode city = document(export(GENERAL.withQaProfile("nyc-pdm"), ReportFormat.JSON));

        assertEquals("nyc-pdm", city.at("/standard/id").asText());
        assertVerdict(city, "MAXIMUM_LUMINANCE", 350, "PASS");
        assertVerdict(city, "LUMINANCE_RATIO", 250, "PASS");
        assertEquals(run.record(), RecordJson.canonical(city.path("record")));
    }

    // [utest->req~displayqa.report-for-facility~1]
    @Test
    void whatAReportSaysIsInTheChain() throws Exception {
        JsonNode general = document(export(GENERAL, ReportFormat.JSON));
        JsonNode breast = document(export(BREAST, ReportFormat.JSON));
        export(BREAST, ReportFormat.JSON);

        StoredRun later = desk.ledger().about(run).get(0);
        assertEquals(1, desk.ledger().about(run).size(), "judged once, however often it is reported");
        assertEquals(run.sequence(), general.at("/judgement/entry").asLong(), "the run itself was judged so");
        assertEquals(later.sequence(), breast.at("/judgement/entry").asLong());
        assertEquals(later.hash(), breast.at("/judgement/hash").asText());
        assertEquals(later.hash(), breast.at("/chain/head/hash").asText());
        assertEquals(Optional.empty(), desk.ledger().firstFault());
    }

    // [utest->req~displayqa.report-csv~1]
    // [utest->req~displayqa.report-for-facility~1]
    @Test
    void theTableSaysWhatTheDocumentSays() throws Exception {
        List<List<String>> rows = CsvText.rows(Files.readString(export(BREAST, ReportFormat.CSV)));
        JsonNode document = document(export(BREAST, ReportFormat.JSON));

        assertTrue(rows.stream().allMatch(row -> row.size() == CsvText.COLUMNS.size()), "as many cells in every row");
        assertTrue(has(rows, "name", "/facility/name", "value", "Breast Centre"));
        JsonNode verdict = verdict(document, "MAXIMUM_LUMINANCE");
        assertTrue(has(rows, "name", "MAXIMUM_LUMINANCE", "limit", "420.0"));
        assertTrue(has(rows, "name", "MAXIMUM_LUMINANCE", "result", "FAIL"));
        assertTrue(has(
                rows,
                "name",
                "MAXIMUM_LUMINANCE",
                "value",
                verdict.path("value").asText()));
        assertEquals(
                document.at("/record/readings").size(),
                rows.stream().filter(row -> row.get(0).equals("reading")).count());
        assertEquals(
                18,
                rows.stream()
                        .filter(row -> row.get(0).equals("levels") && row.get(2).equals("18"))
                        .count());
    }

    // [utest->req~displayqa.report-for-facility~1]
    @Test
    void thePdfOfEachFacilityPrintsItsNameLimitsAndResults() throws Exception {
        String general = text(export(GENERAL, ReportFormat.PDF));
        String breast = text(export(BREAST, ReportFormat.PDF));

        assertTrue(general.contains("General Hospital") && general.contains("350.0"), general);
        assertTrue(general.contains("SIMULATED PASS"), general);
        assertTrue(breast.contains("Breast Centre") && breast.contains("420.0"), breast);
        assertTrue(breast.contains("SIMULATED FAIL"), breast);
        assertTrue(breast.contains(desk.ledger().head().orElseThrow().hash()), "head of the chain");
    }

    // [utest->req~displayqa.withdrawal~1]
    @Test
    void aReportOfAWithdrawnRunSaysSoAndAnEarlierOneIsFoundOut() throws Exception {
        Path before = export(GENERAL, ReportFormat.JSON);
        desk.ledger().withdraw(run, "the meter had slipped", Bench.NOW, "reader");
        Path kept = Files.move(before, desk.folder().resolve("before.json"));
        Path pdf = export(GENERAL, ReportFormat.PDF);
        Path json = export(GENERAL, ReportFormat.JSON);

        assertTrue(text(pdf).contains("WITHDRAWN"), text(pdf));
        assertTrue(text(pdf).contains("the meter had slipped"), text(pdf));
        assertEquals(
                ChainFinding.State.WITHDRAWN_SINCE,
                QaReport.verify(kept, desk.ledger()).state());
        assertEquals(
                ChainFinding.State.HELD, QaReport.verify(json, desk.ledger()).state());
        assertEquals(Check.UNCHANGED, QaReport.verify(kept).check());
    }

    // [utest->req~displayqa.report-chain~1]
    @Test
    void everyFormIsHeldAgainstTheChainOfItsLedgerAndNoOther() throws Exception {
        for (ReportFormat format : FORMATS) {
            Path file = export(BREAST, format);

            assertEquals(
                    ChainFinding.State.HELD,
                    QaReport.verify(file, desk.ledger()).state(),
                    format.word());
            try (Database other = Database.open(desk.folder().resolve(format + ".db"), Bench.CLOCK)) {
                QaLedger foreign = new QaLedger(other, new AuditLog());
                assertEquals(
                        ChainFinding.State.NOT_HELD,
                        QaReport.verify(file, foreign).state(),
                        format.word());
            }
        }
    }

    // [utest->req~displayqa.report~1]
    @Test
    void theSameDataGivesTheSameBytes() throws Exception {
        for (ReportFormat format : FORMATS) {
            byte[] first = Files.readAllBytes(export(GENERAL, format));

            assertArrayEquals(first, Files.readAllBytes(export(GENERAL, format)), format.word());
        }
    }

    // [utest->req~displayqa.report~1]
    @Test
    void timeZoneLocaleAndMomentDoNotChangeAByte() throws Exception {
        byte[] first = Files.readAllBytes(export(GENERAL, ReportFormat.PDF));
        TimeZone zone = TimeZone.getDefault();
        Locale locale = Locale.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));

            assertArrayEquals(first, Files.readAllBytes(export(GENERAL, ReportFormat.PDF)));
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
    }

    @Test
    void aJudgementIsNoRunToReport() throws Exception {
        StoredRun later = desk.ledger().withdraw(run, "slipped", Bench.NOW, "reader");

        CandelaException refused =
                assertThrows(CandelaException.class, () -> reportExport().export(later, desk.folder(), "x"));

        assertTrue(refused.toString().contains("is no run"), refused.toString());
    }

    private ReportExport reportExport() {
        return new ReportExport(desk.ledger(), desk.folder().resolve("key"), Bench.CLOCK);
    }

    private Path export(Facility facility, ReportFormat format) throws Exception {
        var wish = new ReportExport.Wish(
                ReportOrder.of(facility), List.of(format), desk.folder().resolve("out"), "reader");
        return reportExport().export(run, wish).files().values().iterator().next();
    }

    private static JsonNode document(Path json) throws Exception {
        return RecordJson.parse(Files.readString(json, StandardCharsets.UTF_8));
    }

    private static JsonNode verdict(JsonNode document, String quantity) {
        for (JsonNode verdict : document.at("/judgement/verdicts")) {
            if (verdict.path("quantity").asText().equals(quantity)) {
                return verdict;
            }
        }
        throw new AssertionError("no verdict on " + quantity);
    }

    private static void assertVerdict(JsonNode document, String quantity, double limit, String result) {
        JsonNode verdict = verdict(document, quantity);
        assertEquals(limit, verdict.path("limit").asDouble(), quantity);
        assertEquals(result, verdict.path("result").asText(), quantity);
        for (String member : new String[] {"operator", "clause", "edition", "source", "unit"}) {
            assertTrue(!verdict.path(member).asText().isBlank(), quantity + " " + member);
        }
    }

    private static boolean has(List<List<String>> rows, String key, String name, String column, String value) {
        return rows.stream()
                .anyMatch(row -> row.get(CsvText.COLUMNS.indexOf(key)).equals(name)
                        && row.get(CsvText.COLUMNS.indexOf(column)).equals(value));
    }

    private static String text(Path pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(Files.readAllBytes(pdf))) {
            return new PDFTextStripper().getText(document);
        }
    }
}
