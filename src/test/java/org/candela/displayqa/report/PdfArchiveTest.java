package org.candela.displayqa.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.candela.audit.AuditLog;
import org.candela.displayqa.ledger.QaLedger;
import org.candela.displayqa.ledger.StoredRun;
import org.candela.displayqa.measure.Bench;
import org.candela.facility.Facility;
import org.candela.facility.FacilityId;
import org.candela.paper.SrgbProfile;
import org.candela.store.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfArchiveTest {
    private static final String LONG_NAME = "Krankenhaus & <Institut> ".repeat(5) + "X".repeat(75);

    @TempDir
    private Path folder;

    /** Rules of ISO 19005-3 that a slip would break; the whole was held against veraPDF 1.26.1, which is no part of it. */
    // [utest->req~displayqa.report-archive~1]
    @Test
    void thePdfHasWhatAnArchiveAsksFor() throws Exception {
        byte[] bytes = pdf();
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        assertTrue(text.endsWith("%%EOF\n"), "nothing follows the end");
        for (String forbidden : new String[] {"/FlateDecode", "/SMask", "/Encrypt", "/JavaScript", "/ca ", "/CA "}) {
            assertFalse(text.contains(forbidden), forbidden);
        }
        try (PDDocument document = Loader.loadPDF(bytes)) {
            var catalog = document.getDocumentCatalog();
            String xmp = new String(catalog.getMetadata().toByteArray(), StandardCharsets.UTF_8);
            assertTrue(xmp.contains("<pdfaid:part>3</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>"), xmp);
            assertEquals(1, catalog.getOutputIntents().size());
            var file =
                    catalog.getCOSObject().getCOSArray(COSName.getPDFName("AF")).getObject(0);
            assertTrue(file.toString().contains("AFRelationship"), file.toString());
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    assertTrue(page.getResources().getFont(name).isEmbedded(), name.getName());
                }
            }
            assertNotNull(document.getDocument().getDocumentID());
        }
    }

    // [utest->req~displayqa.report-archive~1]
    @Test
    void theColourSpaceIsTheOneThatJavaCallsSrgb() {
        ICC_ColorSpace ours = new ICC_ColorSpace(ICC_Profile.getInstance(SrgbProfile.bytes()));
        for (float[] colour : new float[][] {{1, 1, 1}, {0, 0, 0}, {0.5f, 0.5f, 0.5f}, {0.9f, 0.2f, 0.4f}}) {
            float[] seen = ours.toRGB(colour);
            for (int i = 0; i < 3; i++) {
                assertEquals(colour[i], seen[i], 0.01, "channel " + i);
            }
        }
    }

    // [utest->req~displayqa.report~1]
    @Test
    void aLongNameOfAFacilityIsPrintedWhole() throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf())) {
            String text = new PDFTextStripper().getText(document).replaceAll("\\s", "");

            assertTrue(text.contains(LONG_NAME.replace(" ", "")), text);
        }
    }

    private byte[] pdf() throws Exception {
        try (Database database = Database.open(folder.resolve("qa.db"), Bench.CLOCK)) {
            QaLedger ledger = new QaLedger(database, new AuditLog());
            StoredRun run = ledger.keep(Bench.record());
            Facility facility =
                    Facility.of(new FacilityId("long"), LONG_NAME, URI.create("https://long.example/dicom"));
            SigningKey key = KeyFile.at(folder.resolve("key"));
            return QaReport.of(ledger, run, ReportOrder.of(facility), new QaReport.Signer(key, "reader", Bench.CLOCK))
                    .pdf();
        }
    }
}
