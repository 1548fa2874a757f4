package org.candela.displayqa.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.candela.displayqa.LedgerDesk;
import org.candela.displayqa.ledger.StoredRun;
import org.candela.displayqa.measure.Bench;
import org.candela.displayqa.report.QaReport.Check;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TamperedReportTest {
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

    // [utest->req~displayqa.report-first-change~1]
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "\"limit\":350.0 | \"limit\":340.0 | /judgement/verdicts/0/limit is now 340.0",
                "\"overall\":\"PASS\" | \"overall\":\"FAIL\" | /judgement/overall is now \"FAIL\"",
                "\"operator\":\">=\" | \"operator\":\">\" | /judgement/verdicts/0/operator is now \">\"",
                "\"verified\":false | \"verified\":true | /judgement/verdicts/0/verified is now true",
                "\"simulated\":true | \"simulated\":false | /record/simulated is now false",
                "\"serial\":\"VIRT-1001\" | \"serial\":\"VIRT-1002\" | /record/display/serial is now \"VIRT-1002\"",
                "\"withdrawn\":[] | \"withdrawn\":[1] | /withdrawn/0 is now 1",
                "\"unit\":\"cd/m2\", | '' | a field is missing before /judgement/verdicts/0/result",
                "\"unit\":\"cd/m2\", | \"unit\":\"cd/m2\",\"a\":1, | /judgement/verdicts/0/a is now 1, which was not"
                        + " there",
                "\"id\":\"acr-aapm-siim-primary\" | \"id\":7 | /standard/id is now 7",
                "\"verdicts\":[ | \"verdicts\": [ | the spelling alone",
                "{\"candelaDisplayQaReport\":3 | {\"candelaDisplayQaReport\":1 | /candelaDisplayQaReport is now 1",
                "\"edition\":\"as | \"edition\":as | no JSON from byte",
                "\"sha256\":\"' | \"sha256\":\"0' | /seal"
            })
    void theFirstChangedFieldOfADocumentIsNamed(String from, String to, String named) throws Exception {
        String good = new String(report().json(), StandardCharsets.UTF_8);
        String bad = good.replaceFirst(java.util.regex.Pattern.quote(from.replace("'", "")), to.replace("'", ""));

        assertNamed(bad.getBytes(StandardCharsets.UTF_8), named);
    }

    // [utest->req~displayqa.report-first-change~1]
    @Test
    void everyFieldOfADocumentIsNamedWhenItAloneIsChanged() throws Exception {
        byte[] good = report().json();
        byte[] content = Seal.JSON.open(good).orElseThrow().content();
        String text = new String(content, StandardCharsets.UTF_8);
        String seal = new String(good, StandardCharsets.UTF_8).substring(text.length());
        var fields = JsonFields.ofOpen(content).fields();
        int from = 0;
        for (Field field : fields) {
            int at = text.indexOf(field.value(), from);
            from = at + field.value().length();
            if (field.value().startsWith("\"") && field.value().length() > 2) {
                String bad = text.substring(0, at + 1) + "~" + text.substring(at + 2) + seal;
                String found =
                        QaReport.verify(bad.getBytes(StandardCharsets.UTF_8)).firstChange();
                assertTrue(found.startsWith(field.place() + " is now \"~"), field + ": " + found);
            }
        }
        assertTrue(fields.size() > 500, "only " + fields.size());
    }

    // [utest->req~displayqa.report-first-change~1]
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ",420.0, | ,421.0, | row 28 (verdict), limit is now 421.0",
                ",PASS, | ,FAIL, | value is now FAIL",
                "reading,1, | reading,2, | (reading), row is now 2",
                "seal,,algorithm,Ed25519 | seal,,algorithm,RSA | the end of the file",
                "levels,3,before | levels,3,after | (levels), name is now after",
            })
    void theFirstChangedCellOfATableIsNamed(String from, String to, String named) throws Exception {
        String good = new String(report("acr-aapm-siim-mammography", "key").csv(), StandardCharsets.UTF_8);
        assertTrue(good.contains(from), from);

        String found = verify(good.replaceFirst(java.util.regex.Pattern.quote(from), to))
                .firstChange();

        assertTrue(found.replaceAll("row [0-9]+ ", "").contains(named.replaceAll("row [0-9]+ ", "")), found);
    }

    // [utest->req~displayqa.report-first-change~1]
    @Test
    void theFirstChangedLineOfAPdfIsNamed() throws Exception {
        byte[] good = report().pdf();
        // The pages of one report around the document of another one.
        byte[] swapped = PdfForgery.withAttachment(
                good, report("acr-aapm-siim-mammography", "key").json());

        String found = QaReport.verify(swapped).firstChange();

        assertTrue(
                found.startsWith("page 1, \"") && found.contains("stands where the attached document prints"), found);
    }

    // [utest->req~displayqa.report-first-change~1]
    // [utest->req~displayqa.report-dicom~1]
    @Test
    void theFirstChangedElementOfADicomFileIsNamed() throws Exception {
        String good = new String(report().dicom(), StandardCharsets.ISO_8859_1);

        assertNamed(
                good.replaceFirst("VIRT DIAG L", "VIRT DIAG M").getBytes(StandardCharsets.ISO_8859_1),
                "(0008,1090) ManufacturerModelName is now VIRT DIAG M");
        assertNamed(
                good.replaceFirst("PROVIDED", "MEASURED").getBytes(StandardCharsets.ISO_8859_1),
                "(0028,7008) TargetLuminanceCharacteristicsSequence[1]/(0028,7025) AmbientLightValueSource is now"
                        + " MEASURED");
        assertNamed(
                good.replaceFirst("sha256=.", "sha256=x").getBytes(StandardCharsets.ISO_8859_1),
                "element (0077,1010), the seal");
    }

    // [utest->req~displayqa.report-first-change~1]
    @Test
    void aChangedAttachmentOfAPdfIsNamedByItsField() throws Exception {
        String text = new String(report().pdf(), StandardCharsets.ISO_8859_1);

        assertNamed(
                text.replaceFirst("\"limit\":350.0", "\"limit\":340.0").getBytes(StandardCharsets.ISO_8859_1),
                "attached document: /judgement/verdicts/0/limit is now 340.0");
    }

    // [utest->req~displayqa.report-first-change~1]
    @Test
    void printedTextThatWasChangedIsNamed() throws Exception {
        byte[] bad = PdfForgery.withOtherPage(report().pdf());

        Verification found = QaReport.verify(bad);

        assertEquals(Check.CHANGED, found.check());
        assertTrue(found.firstChange().startsWith("page 1, \""), found.firstChange());
    }

    // [utest->req~displayqa.report-sealed~1]
    @Test
    void cutFilesAreToldFromOthers() throws Exception {
        for (byte[] good : new byte[][] {report().json(), report().csv(), report().pdf(), report().dicom()}) {
            Verification cut = QaReport.verify(Arrays.copyOf(good, good.length * 9 / 10));

            assertEquals(Check.CHANGED, cut.check());
            assertTrue(!cut.firstChange().isBlank(), cut.toString());
        }
    }

    // [utest->req~displayqa.report-sealed~1]
    @Test
    void everyFormNamesItsKey() throws Exception {
        String key = KeyFile.at(desk.folder().resolve("forger")).fingerprint();
        QaReport forged = report("acr-aapm-siim-primary", "forger");
        for (ReportFormat format : FORMATS) {
            assertEquals(Verification.unchanged(key), QaReport.verify(forged.bytes(format)), format.word());
        }
    }

    private static Verification verify(String file) {
        return QaReport.verify(file.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertNamed(byte[] bad, String named) {
        Verification found = QaReport.verify(bad);
        assertEquals(Check.CHANGED, found.check());
        assertTrue(found.firstChange().startsWith(named), found.firstChange());
    }

    private QaReport report() throws Exception {
        return report("acr-aapm-siim-primary", "key");
    }

    private QaReport report(String profile, String key) throws Exception {
        SigningKey signs = KeyFile.at(desk.folder().resolve(key));
        return QaReport.of(
                desk.ledger(), run, ReportOrder.of(profile), new QaReport.Signer(signs, "reader", Bench.CLOCK));
    }
}
