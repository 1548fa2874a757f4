package org.candela.critical.paper;

import static org.candela.critical.CriticalSamples.attempt;
import static org.candela.critical.CriticalSamples.later;
import static org.candela.critical.CriticalSamples.loop;
import static org.candela.critical.CriticalSamples.policy;
import static org.candela.critical.CriticalSamples.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.candela.MovableClock;
import org.candela.audit.AuditLog;
import org.candela.critical.CriticalLoop;
import org.candela.critical.Happening.Told;
import org.candela.displayqa.ledger.QaLedger;
import org.candela.displayqa.report.QaReport.Check;
import org.candela.displayqa.report.SigningKey;
import org.candela.displayqa.report.SigningKeys;
import org.candela.store.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~critical.evidence~1]
class EvidencePaperTest {
    private static final EvidencePaper.About ABOUT =
            new EvidencePaper.About("reader", "desk-1", "Candela", Instant.parse("2026-11-29T04:00:00Z"));

    @TempDir
    private Path folder;

    private SigningKey key;

    @BeforeEach
    void makeAKey() throws Exception {
        MovableClock clock = new MovableClock();
        try (Database database = Database.open(folder.resolve("candela.db"), clock)) {
            key = new SigningKeys(new QaLedger(database, new AuditLog()), folder.resolve("signing.key"), clock)
                    .current();
        }
    }

    private static EvidencePaper paper() throws Exception {
        CriticalLoop closed =
                loop().with(later(60, attempt("ED charge nurse", "0101"))).with(later(800, new Told(told())));
        return new EvidencePaper(closed, policy(), ABOUT);
    }

    private static String text(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    @Test
    void thePaperSaysWhoWasTriedAndToldWhenAndWithinWhichLimit() throws Exception {
        String text = text(paper().pdf(key));

        assertTrue(text.contains("Called ED charge nurse (0101) at 2026-11-28 21:21 CST: no answer"), text);
        assertTrue(text.contains("Received by Roe, Richard, ED attending at 2026-11-28 21:32 CST"), text);
        assertTrue(text.contains("Told within the limit, 12 min after identification; the limit is 20 min"), text);
        assertTrue(text.contains("ACC-0815"), text);
    }

    @Test
    void ofThePatientItHasTheAccessionNumberAlone() throws Exception {
        byte[] json = paper().json(key);
        String all = text(paper().pdf(key)) + new String(json, StandardCharsets.UTF_8);

        assertFalse(all.contains("DOE") || all.contains("MRN-4711"), all);
    }

    @Test
    void anOpenOneIsNoProofThatAnybodyWasTold() throws Exception {
        assertTrue(text(new EvidencePaper(loop(), policy(), ABOUT).pdf(key)).contains("OPEN: nobody there was told"));
    }

    @Test
    void aChangeAfterTheSignatureIsFound() throws Exception {
        byte[] json = paper().json(key);
        String changed = new String(json, StandardCharsets.UTF_8).replace("Roe, Richard", "Roe, Robert");

        assertEquals(Check.UNCHANGED, EvidencePaper.verify(json).check());
        assertEquals(Check.UNCHANGED, EvidencePaper.verify(paper().pdf(key)).check());
        assertEquals(
                Check.CHANGED,
                EvidencePaper.verify(changed.getBytes(StandardCharsets.UTF_8)).check());
    }
}
