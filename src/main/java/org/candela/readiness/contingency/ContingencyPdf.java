package org.candela.readiness.contingency;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.candela.paper.PdfArchive;
import org.candela.paper.PdfFlow;
import org.candela.paper.PdfSheet;
import org.candela.paper.PdfSheet.Style;
import org.candela.paper.PdfSheet.Weight;

/** The sheet on paper, large enough to be read at arm's length in a dim room. */
// [impl->req~readiness.contingency~1]
public final class ContingencyPdf {
    private static final Style TITLE = new Style(18, PdfSheet.INK, Weight.BOLD);
    private static final Style NAME = new Style(10, PdfSheet.MUTED, Weight.REGULAR);
    private static final Style LINE = new Style(14, PdfSheet.INK, Weight.BOLD);
    private static final Style GAP = new Style(14, PdfSheet.RED, Weight.BOLD);

    private ContingencyPdf() {}

    /** The file. */
    public static byte[] of(ContingencySheet sheet, Instant at) throws IOException {
        String printed = "Printed " + at.truncatedTo(ChronoUnit.MINUTES);
        try (PDDocument pdf = new PDDocument()) {
            PdfArchive archive = new PdfArchive(
                    pdf, new PdfArchive.Described("Contingency sheet", "When link, machine or facility fails", at));
            archive.describe();
            try (PdfFlow flow = new PdfFlow(
                    pdf, List.of(printed, "Kept with the workstation; a critical call needs a phone alone"))) {
                flow.paragraph(TITLE, "When link, machine or facility fails");
                flow.space(8);
                for (String[] row : sheet.rows()) {
                    flow.space(6);
                    flow.paragraph(NAME, row[0]);
                    flow.paragraph(row[1].equals("not filled in") ? GAP : LINE, row[1]);
                }
            }
            return archive.bytes();
        }
    }
}
