package org.candela.delivery.document;

import java.awt.Color;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.candela.base.CandelaException;
import org.candela.delivery.ReportWords;
import org.candela.paper.PdfArchive;
import org.candela.paper.PdfFlow;
import org.candela.paper.PdfSheet;
import org.candela.paper.PdfSheet.Style;
import org.candela.paper.PdfSheet.Weight;
import org.candela.report.ReportSection;
import org.candela.report.SignatureMeaning;
import org.candela.report.SignedReport;

/** A signed version on A4, as PDF/A-3b. */
// [impl->req~delivery.pdf~1]
public final class ReportPdf {
    private static final Style TITLE = new Style(16, PdfSheet.INK, Weight.BOLD);
    private static final Style TEXT = new Style(11, PdfSheet.INK, Weight.REGULAR);
    private static final Style FACT = new Style(10, PdfSheet.INK, Weight.REGULAR);
    private static final Style SIGNED = new Style(10, PdfSheet.INK, Weight.BOLD);
    private static final PdfFlow.Banner UNFINISHED = new PdfFlow.Banner(
            new Style(12, PdfSheet.AMBER, Weight.BOLD),
            new Style(10, PdfSheet.INK, Weight.REGULAR),
            new Color(0xFBF3E4));

    private ReportPdf() {}

    /**
     * The file; the same bytes whenever it is made of the same version.
     *
     * @param zone of the times on it
     */
    public static byte[] of(SignedReport report, ZoneId zone) throws CandelaException {
        try (PDDocument pdf = new PDDocument()) {
            PdfArchive archive = new PdfArchive(
                    pdf,
                    new PdfArchive.Described(
                            "Radiology report",
                            report.id().value(),
                            report.signature().signedAt()));
            archive.describe();
            try (PdfFlow flow = new PdfFlow(pdf, List.of(ReportFacts.identity(report), ReportFacts.standing(report)))) {
                fill(flow, report, zone);
            }
            return archive.bytes();
        } catch (IOException e) {
            throw new CandelaException("delivery.pdf", "the report cannot be written as PDF", e);
        } catch (IllegalArgumentException e) { // PDFBox tells so of a letter that the font has not
            throw new CandelaException(
                    "delivery.pdf", "the report has a character that cannot be printed; write it otherwise", e);
        }
    }

    private static void fill(PdfFlow flow, SignedReport report, ZoneId zone) throws IOException {
        flow.paragraph(TITLE, ReportFacts.title(report));
        flow.space(6);
        if (report.meaning() != SignatureMeaning.FINAL) {
            flow.banner(UNFINISHED, ReportFacts.standing(report), "Another version may follow or precede this one.");
        }
        for (ReportFacts.Fact fact : ReportFacts.of(report)) {
            flow.paragraph(FACT, fact.name() + ": " + fact.value());
        }
        for (ReportSection section : ReportWords.of(report, zone)) {
            flow.heading(section.heading(), 30);
            for (String line : section.text().split("\n", -1)) {
                flow.paragraph(TEXT, line.isBlank() ? " " : line);
            }
        }
        flow.space(14);
        flow.paragraph(SIGNED, ReportFacts.signature(report, zone));
    }
}
