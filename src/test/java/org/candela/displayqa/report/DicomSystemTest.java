package org.candela.displayqa.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.candela.audit.AuditLog;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomReader;
import org.candela.dicom.ReadOptions;
import org.candela.dicom.validate.Validation;
import org.candela.dicom.validate.Validator;
import org.candela.displayqa.ledger.QaLedger;
import org.candela.displayqa.ledger.StoredRun;
import org.candela.displayqa.measure.Bench;
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

    private static double value(Attributes point) {
        return point.number(0x0028701F).orElseThrow();
    }

    private byte[] file() throws Exception {
        try (Database database = Database.open(folder.resolve("qa.db"), Bench.CLOCK)) {
            QaLedger ledger = new QaLedger(database, new AuditLog());
            StoredRun run = ledger.keepAndUse(Bench.record());
            SigningKey key = SigningKey.loadOrCreate(folder.resolve("key"));
            return QaReport.of(ledger, run, ReportOrder.usual(run), new QaReport.Signer(key, "reader", Bench.CLOCK))
                    .dicom();
        }
    }
}
