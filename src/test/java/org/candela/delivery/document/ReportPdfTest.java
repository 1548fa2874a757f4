package org.candela.delivery.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneOffset;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.candela.MovableClock;
import org.candela.report.ReportDraft;
import org.candela.report.ReportSamples;
import org.candela.report.SignatureMeaning;
import org.candela.report.SignedReport;
import org.junit.jupiter.api.Test;

// [utest->req~delivery.pdf~1]
class ReportPdfTest {
    private final ReportDraft draft = ReportSamples.draft();

    @Test
    void thePagesSayWhoWhatInWhichStateAndWhoSigned() throws Exception {
        SignedReport report = signed(SignatureMeaning.PRELIMINARY);

        String text = text(report);

        for (String words : new String[] {
            "CT CHEST",
            "PRELIMINARY REPORT, version 1",
            "Zebedee, Quillon",
            "MRN123",
            "AC99",
            "No acute disease.",
            "Signed as preliminary by John Doe (1999), 2026-11-24 01:30 +00:00",
            report.sha256().substring(0, 16)
        }) {
            assertTrue(text.contains(words), words + " in " + text);
        }
    }

    @Test
    void theSameVersionIsTheSameFile() throws Exception {
        SignedReport report = signed(SignatureMeaning.FINAL);

        assertArrayEquals(ReportPdf.of(report, ZoneOffset.UTC), ReportPdf.of(report, ZoneOffset.UTC));
    }

    @Test
    void aLongReportHasSeveralPages() throws Exception {
        SignedReport report = ReportSamples.signed(
                draft.withText("findings", "A line of findings.\n".repeat(120)),
                SignatureMeaning.FINAL,
                1,
                new MovableClock());

        try (PDDocument pdf = Loader.loadPDF(ReportPdf.of(report, ZoneOffset.UTC))) {
            assertTrue(pdf.getNumberOfPages() >= 3, "pages " + pdf.getNumberOfPages());
        }
    }

    @Test
    void textAndHtmlSayTheSameAndNothingOfTheTextBecomesMarkup() {
        SignedReport report = ReportSamples.signed(
                draft.withText("impression", "Lesion < 5 mm & \"stable\" <script>"),
                SignatureMeaning.FINAL,
                1,
                new MovableClock());

        String html = ReportText.html(report, ZoneOffset.UTC);

        assertTrue(ReportText.plain(report, ZoneOffset.UTC).contains("Lesion < 5 mm & \"stable\" <script>"));
        assertTrue(html.contains("Lesion &lt; 5 mm &amp; &quot;stable&quot; &lt;script&gt;"), html);
        assertFalse(html.contains("<script"), html);
        assertEquals(1, html.split("<h1>", -1).length - 1);
    }

    private SignedReport signed(SignatureMeaning meaning) {
        return ReportSamples.signed(draft, meaning, 1, new MovableClock());
    }

    private static String text(SignedReport report) throws Exception {
        try (PDDocument pdf = Loader.loadPDF(ReportPdf.of(report, ZoneOffset.UTC))) {
            return new PDFTextStripper().getText(pdf);
        }
    }
}
