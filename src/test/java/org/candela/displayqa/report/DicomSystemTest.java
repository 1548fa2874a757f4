package org.candela.displayqa.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.candela.audit.AuditLog;
import org.candela.calibration.pattern.PatternRequest;
import org.candela.calibration.pattern.PatternSize;
import org.candela.calibration.pattern.VisualAnswer;
import org.candela.calibration.pattern.VisualConditions;
import org.candela.calibration.pattern.VisualResult;
import org.candela.calibration.pattern.VisualTest;
import org.candela.calibration.pattern.VisualTests;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomReader;
import org.candela.dicom.ReadOptions;
import org.candela.dicom.validate.Validation;
import org.candela.dicom.validate.Validator;
import org.candela.displayqa.ledger.QaLedger;
import org.candela.displayqa.ledger.QaRecord;
import org.candela.displayqa.ledger.Said;
import org.candela.displayqa.ledger.StoredRun;
import org.candela.displayqa.measure.Bench;
import org.candela.displayqa.measure.QaOutcome;
import org.candela.displayqa.measure.VisualSeen;
import org.candela.store.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DicomSystemTest {
    @TempDir
    private Path folder;

    // [utest->req~displayqa.report-dicom~1]
    @Test
    void luminancesRiseFromTheFirstLevelToTheLastWithAmbientLight() throws Exception {
        Attributes data =
                DicomReader.read(file(), "report", ReadOptions.standard()).dataSet();

        assertEquals("1.2.840.10008.5.1.1.40", data.string(0x00080016).orElseThrow());
        Attributes results = data.item(0x0028700F)
                .flatMap(item -> item.item(0x00287010))
                .flatMap(item -> item.item(0x00287011))
                .orElseThrow();
        Attributes luminance = results.item(0x00287024).orElseThrow();
        List<Attributes> points = luminance.items(0x0028701C);
        assertEquals(18, points.size());
        assertEquals(18, luminance.integer(0x0028701B).orElseThrow());
        assertEquals(0, points.get(0).integer(0x00287017).orElseThrow());
        assertEquals(255, points.get(17).integer(0x00287017).orElseThrow());
        for (int i = 1; i < points.size(); i++) {
            assertTrue(value(points.get(i)) > value(points.get(i - 1)), "level " + i);
        }
        assertEquals(1.02, value(points.get(0)), 0.01, "0.82 emitted and 0.2 of the room");
        assertEquals("PROVIDED", luminance.string(0x00287025).orElseThrow());
        assertEquals(
                "SIM-0",
                luminance.item(0x00287012).orElseThrow().string(0x00181000).orElseThrow());
        List<Attributes> verdicts = results.items(0x00287016);
        assertEquals("PASS", verdicts.get(0).string(0x00287029).orElseThrow(), "overall");
        assertTrue(
                verdicts.get(1).string(0x0028702A).orElseThrow().startsWith("MAXIMUM_LUMINANCE 360."),
                verdicts.get(1).toString());
        Attributes target = data.item(0x00287008).orElseThrow();
        assertEquals("GSDF", target.string(0x00287019).orElseThrow());
        assertEquals(360, target.number(0x0028701E).orElseThrow(), 1e-3);
    }

    // [utest->req~displayqa.report-dicom~1]
    @Test
    void theValidatorFindsNoError() throws Exception {
        Path file = Files.write(folder.resolve("display.dcm"), file());

        Validation report = Validator.validate(file);

        assertTrue(!report.hasErrors(), report.findings().toString());
    }

    // [utest->req~displayqa.report-dicom-visual~1]
    // [utest->req~displayqa.report-visual~1]
    @Test
    void visualTestsBearTheCodesOfMethodAndPattern() throws Exception {
        try (Database database = Database.open(folder.resolve("visual.db"), Bench.CLOCK)) {
            QaLedger ledger = new QaLedger(database, new AuditLog());
            VisualTest test = VisualTests.DAILY.tests().get(0);
            PatternRequest request = PatternRequest.of(new PatternSize(1536, 2048));
            VisualResult.Shown shown = new VisualResult.Shown(test.pattern().facts(), request, "SYNTHETIC");
            List<VisualAnswer> answers = test.questions().stream()
                    .map(question -> VisualAnswer.of(question, VisualAnswer.Outcome.FAIL, "not seen"))
                    .toList();
            VisualResult result = new VisualResult(
                    test,
                    shown,
                    VisualResult.PixelMatch.EXACT,
                    new VisualConditions("reader", 0, "as at work"),
                    answers);
            StoredRun run = ledger.keep(QaRecord.looked(
                    Bench.DISPLAY,
                    List.of(new VisualSeen(result)),
                    new QaOutcome.TableSeen("", true),
                    new Said(Bench.NOW, "reader")));
            SigningKey key = KeyFile.at(folder.resolve("key"));
            QaReport report =
                    QaReport.of(ledger, run, ReportOrder.usual(run), new QaReport.Signer(key, "reader", Bench.CLOCK));
            byte[] file = report.dicom();

            Attributes visual = DicomReader.read(file, "report", ReadOptions.standard())
                    .dataSet()
                    .item(0x0028700F)
                    .flatMap(item -> item.item(0x00287010))
                    .flatMap(item -> item.item(0x00287011))
                    .flatMap(item -> item.item(0x00287015))
                    .orElseThrow();
            Attributes seen = visual.item(0x00287028).orElseThrow();
            assertEquals("FAIL", seen.string(0x00287029).orElseThrow());
            assertEquals(
                    test.method().orElseThrow().value(),
                    seen.item(0x0028702E).orElseThrow().string(0x00080100).orElseThrow());
            assertEquals(
                    test.pattern().facts().code().orElseThrow().value(),
                    seen.item(0x0028702C).orElseThrow().string(0x00080100).orElseThrow());
            assertEquals(
                    "DCM",
                    seen.item(0x0028702C).orElseThrow().string(0x00080102).orElseThrow());
            Path kept = Files.write(folder.resolve("visual.dcm"), file);
            assertTrue(!Validator.validate(kept).hasErrors());
            assertTrue(text(report.pdf()).contains("not seen"), "the answer is printed");
            assertTrue(new String(report.csv(), java.nio.charset.StandardCharsets.UTF_8)
                    .contains("visual,1,answers/0/outcome,FAIL"));
        }
    }

    private static String text(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static double value(Attributes point) {
        return point.number(0x0028701F).orElseThrow();
    }

    private byte[] file() throws Exception {
        try (Database database = Database.open(folder.resolve("qa.db"), Bench.CLOCK)) {
            QaLedger ledger = new QaLedger(database, new AuditLog());
            StoredRun run = ledger.keepAndUse(Bench.record());
            SigningKey key = KeyFile.at(folder.resolve("key"));
            return QaReport.of(ledger, run, ReportOrder.usual(run), new QaReport.Signer(key, "reader", Bench.CLOCK))
                    .dicom();
        }
    }
}
