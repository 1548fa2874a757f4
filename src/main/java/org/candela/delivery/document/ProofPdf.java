package org.candela.delivery.document;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.candela.base.CandelaException;
import org.candela.delivery.Proof;
import org.candela.paper.PdfArchive;
import org.candela.paper.PdfFlow;
import org.candela.paper.PdfSheet;
import org.candela.paper.PdfSheet.Style;
import org.candela.paper.PdfSheet.Weight;

/** Proofs of delivery on paper; they name the report by its id and its hash, and no patient. */
// [impl->req~delivery.proof-export~1]
public final class ProofPdf {
    private static final Style TITLE = new Style(16, PdfSheet.INK, Weight.BOLD);
    private static final int LONGEST_ANSWER = 4000;

    private ProofPdf() {}

    /** The file. */
    public static byte[] of(List<Proof> proofs, Instant at) throws CandelaException {
        try (PDDocument pdf = new PDDocument()) {
            PdfArchive archive =
                    new PdfArchive(pdf, new PdfArchive.Described("Proof of delivery", "Acknowledged reports", at));
            archive.describe();
            String printed = "Printed " + at.truncatedTo(ChronoUnit.SECONDS);
            try (PdfFlow flow = new PdfFlow(pdf, List.of(printed, "What was kept was checked against its hashes"))) {
                flow.paragraph(TITLE, "Proof of delivery");
                for (Proof proof : proofs) {
                    fill(flow, proof);
                }
            }
            return archive.bytes();
        } catch (IOException e) {
            throw new CandelaException("delivery.pdf", "the proof cannot be written as PDF", e);
        }
    }

    private static void fill(PdfFlow flow, Proof proof) throws IOException {
        flow.heading(proof.version().meaning() + ", version " + proof.version().number(), 60);
        line(flow, "Report", proof.version().report().value());
        line(flow, "SHA-256 of the signed version", proof.version().sha256());
        line(
                flow,
                "To",
                proof.route().facility() + " by " + proof.route().channel() + ", "
                        + proof.route().address());
        line(flow, "Control id", proof.route().controlId());
        line(flow, "SHA-256 of the bytes sent", proof.parcelSha256());
        line(flow, "Sent", proof.receipt().sentAt().toString());
        line(flow, "Acknowledged", proof.receipt().receivedAt().toString());
        line(flow, "SHA-256 of the answer", proof.receipt().answerSha256());
        boolean isWhole = proof.check() == Proof.Check.WHOLE;
        flow.paragraph(
                Style.STRONG.in(isWhole ? PdfSheet.GREEN : PdfSheet.RED),
                isWhole ? "All of it fits its hashes" : "What is kept does not fit its hashes");
        String answer = proof.receipt().answer();
        for (String segment :
                answer.substring(0, Math.min(LONGEST_ANSWER, answer.length())).split("[\\r\\n]+", -1)) {
            flow.paragraph(Style.NOTE, segment.isBlank() ? " " : segment.replaceAll("[^\\x20-\\x7e]", "?"));
        }
    }

    private static void line(PdfFlow flow, String name, String value) throws IOException {
        flow.paragraph(Style.BODY, name + ": " + (value.isBlank() ? "not kept" : value));
    }
}
