package org.candela.critical.paper;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.candela.paper.PdfArchive;
import org.candela.paper.PdfFlow;
import org.candela.paper.PdfSheet;
import org.candela.paper.PdfSheet.Style;
import org.candela.paper.PdfSheet.Weight;
import org.candela.paper.PdfTable;
import org.candela.paper.PdfTable.Cell;
import org.candela.paper.PdfTable.Column;
import org.candela.paper.PdfTable.Side;

/** Prints what the document says. Nothing is judged here. */
final class EvidencePdf {
    private static final float WHEN = 110;
    private static final float WHO = 80;

    private EvidencePdf() {}

    /** The pages without a seal of their own, with the sealed document attached. */
    static byte[] print(JsonNode document, byte[] json, String fingerprint) throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            Instant at = Instant.parse(document.path("writtenAt").asText());
            PdfArchive archive =
                    new PdfArchive(pdf, new PdfArchive.Described("Critical result", "Record of a communication", at));
            archive.describe();
            archive.attach(EvidencePaper.ATTACHMENT, json);
            draw(pdf, document, fingerprint);
            return archive.bytes();
        }
    }

    private static void draw(PDDocument pdf, JsonNode document, String fingerprint) throws IOException {
        List<String> foot = List.of(
                text(document, "program") + " · workstation " + text(document, "workstation") + " · record "
                        + text(document, "id"),
                "Signed with key " + fingerprint + " · check with: candela critical verify FILE");
        try (PdfFlow flow = new PdfFlow(pdf, foot)) {
            flow.paragraph(new Style(15, PdfSheet.INK, Weight.BOLD), "Critical result: record of communication");
            flow.space(4);
            flow.paragraph(verdict(document), verdictWords(document));
            flow.space(8);
            PdfTable.pairs(flow, head(document));
            if (document.has("sentence")) {
                flow.heading("As the report says it", 30);
                flow.paragraph(Style.BODY, text(document, "sentence"));
            }
            flow.heading("What happened", 40);
            table(flow, document);
            flow.space(8);
            flow.paragraph(
                    Style.NOTE,
                    "Times are of the zone " + text(document, "zone")
                            + ". Entries are never changed; a correction is a further entry. This workstation has no"
                            + " secure messaging of its own: a message of another system is recorded as such.");
        }
    }

    private static Style verdict(JsonNode document) {
        boolean isTold = document.has("isWithinLimit");
        return new Style(
                11.5f,
                isTold && EvidencePaper.isWithin(document) ? PdfSheet.GREEN : isTold ? PdfSheet.AMBER : PdfSheet.RED,
                Weight.BOLD);
    }

    private static String verdictWords(JsonNode document) {
        if (!document.has("isWithinLimit")) {
            return text(document, "state").equals("WITHDRAWN")
                    ? "Withdrawn: nobody had to be told"
                    : "OPEN: nobody there was told when this was written";
        }
        String took = text(document, "tookMinutes") + " min after identification; the limit is "
                + text(document, "limitMinutes") + " min";
        return (EvidencePaper.isWithin(document) ? "Told within the limit, " : "Told AFTER the limit, ") + took;
    }

    private static List<String[]> head(JsonNode document) {
        List<String[]> rows = new ArrayList<>();
        rows.add(new String[] {"Facility", text(document, "facility")});
        boolean isByPatient = text(document, "accession").isBlank();
        rows.add(
                isByPatient
                        ? new String[] {"Patient number", text(document, "patientId")}
                        : new String[] {"Accession number", text(document, "accession")});
        rows.add(new String[] {"Examination", text(document, "examination")});
        rows.add(new String[] {"Finding", text(document, "finding")});
        rows.add(new String[] {"Category", text(document, "category")});
        rows.add(new String[] {"Identified", text(document, "identifiedAt")});
        rows.add(new String[] {"Reader", text(document, "reader")});
        String version = text(document, "policyVersion");
        rows.add(new String[] {
            "Policy", version.equals("0") ? "start values; the facility has entered none" : "version " + version
        });
        return rows;
    }

    private static void table(PdfFlow flow, JsonNode document) throws IOException {
        List<List<Cell>> rows = new ArrayList<>();
        for (JsonNode entry : document.path("entries")) {
            rows.add(List.of(
                    Cell.of(text(entry, "enteredAt")),
                    Cell.of(text(entry, "enteredBy")),
                    Cell.of(text(entry, "words"))));
        }
        float left = PdfSheet.LEFT;
        new PdfTable(
                        flow,
                        List.of(
                                new Column("entered", left, WHEN, Side.LEFT),
                                new Column("by", left + WHEN, WHO, Side.LEFT),
                                new Column("what", left + WHEN + WHO, PdfFlow.WIDTH - WHEN - WHO, Side.LEFT)))
                .draw(rows);
    }

    private static String text(JsonNode json, String member) {
        return json.path(member).asText();
    }
}
