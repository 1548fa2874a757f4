package org.candela.displayqa.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Function;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.text.PDFTextStripper;
import org.candela.audit.AuditLog;
import org.candela.displayqa.DisplayQa;
import org.candela.displayqa.ledger.QaLedger;
import org.candela.displayqa.ledger.RecordJson;
import org.candela.displayqa.ledger.StoredRun;
import org.candela.displayqa.measure.Bench;
import org.candela.displayqa.report.QaReport.Check;
import org.candela.store.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QaReportTest {
    /** Behind this many bytes from the end lies what the hash covers; before it, the seal itself. */
    private static final int SEAL_LENGTH = 340;

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Database database;

    @SuppressWarnings("NullAway.Init") // set before each test
    private QaReport report;

    @SuppressWarnings("NullAway.Init") // set before each test
    private StoredRun run;

    @BeforeEach
    void calibrate() throws Exception {
        database = Database.open(folder.resolve("qa.db"), Bench.CLOCK);
        run = new QaLedger(database, new AuditLog()).keepAndUse(Bench.record());
        report = report(run, "key");
    }

    private QaReport report(StoredRun of, String key) throws Exception {
        QaLedger ledger = new QaLedger(database, new AuditLog());
        SigningKey signs = KeyFile.at(folder.resolve(key));
        return QaReport.of(ledger, of, ReportOrder.usual(of), new QaReport.Signer(signs, "reader", Bench.CLOCK));
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    // [utest->req~displayqa.report-sealed~1]
    @Test
    void untouchedReportsAreUnchangedAndNameTheirKey() throws Exception {
        String key = KeyFile.at(folder.resolve("key")).fingerprint();
        Path json = Files.write(folder.resolve("r.json"), report.json());
        Path pdf = Files.write(folder.resolve("r.pdf"), report.pdf());

        assertEquals(Verification.unchanged(key), QaReport.verify(json));
        assertEquals(Verification.unchanged(key), QaReport.verify(pdf));
    }

    // [utest->req~displayqa.report-sealed~1]
    @Test
    void anyChangedByteOfTheJsonShows() {
        assertChangesShow(report.json(), file -> QaReport.verify(file).check());
    }

    // [utest->req~displayqa.report-sealed~1]
    @Test
    void anyChangedByteOfThePdfShows() throws Exception {
        byte[] good = report.pdf();

        // Which line was changed costs a page printed anew; that something was changed is asked of the seal alone.
        assertChangesShow(good, file -> Seal.PDF
                .check(file, content -> FieldList.whole(java.util.List.of()))
                .check());
        Random random = new Random(5);
        for (int round = 0; round < 12; round++) {
            byte[] bad = good.clone();
            bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
            assertNotEquals(Check.UNCHANGED, QaReport.verify(bad).check());
        }
    }

    // [utest->req~displayqa.report-sealed~1]
    @Test
    void anyChangedByteOfTheTableShows() {
        assertChangesShow(report.csv(), file -> QaReport.verify(file).check());
    }

    /** Two bits of each byte of the seal (bit 5 is the case of a letter), and bytes all over the rest. */
    private static void assertChangesShow(byte[] good, Function<byte[], Check> verify) {
        for (int at = good.length - SEAL_LENGTH; at < good.length; at++) {
            assertChanged(good, at, 0, verify);
            assertChanged(good, at, 5, verify);
        }
        for (int at = 0; at < good.length; at += Math.max(97, good.length / 100)) {
            assertChanged(good, at, at % 8, verify);
        }
        Random random = new Random(3);
        for (int round = 0; round < 100; round++) {
            assertChanged(good, random.nextInt(good.length), random.nextInt(8), verify);
        }
    }

    private static void assertChanged(byte[] good, int at, int bit, Function<byte[], Check> verify) {
        byte[] bad = good.clone();
        bad[at] ^= (byte) (1 << bit);

        assertNotEquals(Check.UNCHANGED, verify.apply(bad), "bit " + bit + " of byte " + at);
    }

    // [utest->req~displayqa.report-sealed~1]
    @Test
    void aCutOrLengthenedReportShows() throws Exception {
        for (byte[] good : new byte[][] {report.json(), report.pdf()}) {
            for (int length : new int[] {0, 1, 10, 300, good.length / 2, good.length - 1, good.length + 1}) {
                assertNotEquals(
                        Check.UNCHANGED,
                        QaReport.verify(Arrays.copyOf(good, length)).check(),
                        "length " + length);
            }
        }
    }

    /** Whoever edits and signs anew is found out by the fingerprint alone. */
    // [utest->req~displayqa.report-sealed~1]
    @Test
    void aForgedReportBearsAnotherKey() throws Exception {
        SigningKey forger = KeyFile.at(folder.resolve("forger"));
        byte[] forged = report(run, "forger").json();

        Verification found = QaReport.verify(forged);

        assertEquals(Verification.unchanged(forger.fingerprint()), found);
        assertNotEquals(KeyFile.at(folder.resolve("key")).fingerprint(), found.keyFingerprint());
    }

    /** A seal cut from one report and put under another of the same key. */
    // [utest->req~displayqa.report-sealed~1]
    @Test
    void theSealOfOneFileDoesNotFitAnother() throws Exception {
        byte[] json = report.json();
        String other = new String(json, StandardCharsets.UTF_8).replace("\"reader\"", "\"leader\"");

        assertEquals(
                Check.CHANGED,
                QaReport.verify(other.getBytes(StandardCharsets.UTF_8)).check());
    }

    // [utest->req~displayqa.report-sealed~1]
    @Test
    void reportsOfEarlierVersionsStillVerify() throws Exception {
        for (String name : new String[] {
            "version-1.json", "version-1.pdf", "version-2.json", "version-2.pdf", "version-2.csv", "version-2.dcm"
        }) {
            byte[] good = resource(name);
            byte[] bad = good.clone();
            bad[700] ^= 1;

            assertEquals(Check.UNCHANGED, QaReport.verify(good).check(), name);
            assertEquals(Check.CHANGED, QaReport.verify(bad).check(), name);
        }
    }

    private static byte[] resource(String name) throws Exception {
        try (var stream = QaReportTest.class.getResourceAsStream(name)) {
            return java.util.Objects.requireNonNull(stream).readAllBytes();
        }
    }

    @Test
    void otherFilesAreNoReports() throws Exception {
        for (String text : new String[] {"", "{\"a\":1}", "%PDF-1.7 of somebody else", "hello"}) {
            Path file = Files.writeString(folder.resolve("x"), text);

            assertEquals(Check.NOT_A_REPORT, QaReport.verify(file).check(), text);
        }
    }

    // [utest->req~displayqa.report~1]
    @Test
    void theJsonHoldsTheRecordThatTheChainCovers() {
        var document = RecordJson.parse(new String(report.json(), StandardCharsets.UTF_8));

        String record = RecordJson.canonical(document.path("record"));
        assertEquals(run.record(), record);
        assertEquals(
                document.path("chain").path("hash").asText(),
                StoredRun.hash(document.path("chain").path("previousHash").asText(), record));
    }

    // [utest->req~displayqa.report~1]
    // [utest->req~displayqa.simulated~1]
    @Test
    void thePdfSaysWhatTheRecordSays() throws Exception {
        byte[] bytes = report.pdf();
        try (PDDocument document = Loader.loadPDF(bytes)) {
            String text = new PDFTextStripper().getText(document);

            for (String expected : new String[] {
                "SIMULATED PASS",
                "no clinical meaning",
                "CDL-0D1A-VIRT-1001",
                "VIRT DIAG L",
                "SIM-0",
                "0.20 cd/m², PROVIDED",
                "κδ",
                "≥",
                "≤",
                "unverified",
                run.hash(),
                "Page 2 of 4",
                "PS3.14"
            }) {
                assertTrue(text.contains(expected), expected + " is missing in: " + text);
            }
            assertEquals(5, text.split("SIMULATED · Run 1|SIMULATED –").length - 1, "banner and all feet");
            assertArrayEquals(report.json(), attachment(document));
        }
    }

    // [utest->req~displayqa.report~1]
    @Test
    void aQuickCheckHasAShortReport() throws Exception {
        Bench bench = new Bench();
        bench.testBench().ramp().load(org.candela.calibration.GammaRamp.identity(256));
        QaLedger ledger = new QaLedger(database, new AuditLog());
        StoredRun quick =
                new DisplayQa(ledger, Bench.CLOCK).checkQuickly(bench.session(), new org.candela.base.Cancellation());

        byte[] bytes = report(quick, "key").pdf();

        try (PDDocument document = Loader.loadPDF(bytes)) {
            assertTrue(document.getNumberOfPages() <= 2);
            assertTrue(new PDFTextStripper().getText(document).contains("The graphics LUT is the one"));
        }
    }

    // [utest->req~displayqa.report~1]
    @Test
    void aUniformityReportShowsItsPlaces() throws Exception {
        Bench bench = new Bench();
        bench.testBench().ramp().load(org.candela.calibration.GammaRamp.identity(256));
        QaLedger ledger = new QaLedger(database, new AuditLog());
        StoredRun even = new DisplayQa(ledger, Bench.CLOCK)
                .testUniformity(bench.session(), (row, column) -> {}, new org.candela.base.Cancellation());

        byte[] bytes = report(even, "key").pdf();

        try (PDDocument document = Loader.loadPDF(bytes)) {
            String text = new PDFTextStripper().getText(document);
            assertTrue(text.contains("at P-value 204"), text);
            assertTrue(text.contains("MLD 0."), text);
        }
    }

    private static byte[] attachment(PDDocument document) throws Exception {
        PDComplexFileSpecification file = document.getDocumentCatalog()
                .getNames()
                .getEmbeddedFiles()
                .getNames()
                .get("display-qa.json");
        return java.util.Objects.requireNonNull(file).getEmbeddedFile().toByteArray();
    }
}
