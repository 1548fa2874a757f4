package org.candela.purge.paper;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

/** Prints what the document says. */
final class PurgeCertificatePdf {
    private static final float WHAT = 190;
    private static final float NUMBER = 80;

    private static final Map<String, String> WORDS = Map.of(
            "IMAGES", "Studies: images, marks, key images",
            "ROWS", "Studies: list, claims, orders, messages",
            "WORDS", "Other orders and messages",
            "DRAFT", "Drafts thrown away",
            "SOUND", "Reports whose dictation was kept",
            "RECORD", "Signed versions past their age",
            "FILE", "Copies, exports and leftover files",
            "ACCESS", "Addresses, settings and secrets");

    private PurgeCertificatePdf() {}

    /** The pages without a seal of their own, with the sealed document attached. */
    static byte[] print(JsonNode document, byte[] json, String fingerprint) throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            Instant at = Instant.parse(document.path("writtenAt").asText());
            PdfArchive archive = new PdfArchive(
                    pdf, new PdfArchive.Described("Certificate of deletion", "Patient data deleted", at));
            archive.describe();
            archive.attach(PurgeCertificate.ATTACHMENT, json);
            draw(pdf, document, fingerprint);
            return archive.bytes();
        }
    }

    private static void draw(PDDocument pdf, JsonNode document, String fingerprint) throws IOException {
        List<String> foot = List.of(
                text(document, "program") + " · workstation " + text(document, "workstation") + " · run "
                        + text(document, "run"),
                "Signed with key " + fingerprint + " · check with: candela purge verify FILE");
        try (PdfFlow flow = new PdfFlow(pdf, foot)) {
            flow.paragraph(new Style(15, PdfSheet.INK, Weight.BOLD), "Certificate of deletion");
            flow.space(4);
            boolean isEnded = !text(document, "endedAt").isEmpty();
            flow.paragraph(
                    new Style(11.5f, isEnded ? PdfSheet.GREEN : PdfSheet.RED, Weight.BOLD),
                    isEnded
                            ? "Deleted, and overwritten in the store of this workstation"
                            : "NOT FINISHED: the run goes on when it is begun again");
            flow.space(8);
            PdfTable.pairs(flow, head(document));
            flow.heading("What was deleted", 40);
            gone(flow, document);
            flow.heading("What was kept, and why", 40);
            kept(flow, document);
            flow.space(8);
            flow.paragraph(
                    Style.NOTE,
                    "The attached document lists each deletion by the SHA-256 of its identifier, so that whoever knows an"
                            + " identifier can find it. Digest of the list: "
                            + text(document, "digest"));
        }
    }

    private static List<String[]> head(JsonNode document) {
        List<String[]> rows = new ArrayList<>();
        rows.add(new String[] {"Facility", text(document, "facility")});
        rows.add(new String[] {
            "Why", (text(document, "kind").equals("AGE") ? "Age: " : "End of contract: ") + text(document, "reason")
        });
        rows.add(new String[] {"Begun", text(document, "begunAt") + " by " + text(document, "begunBy")});
        rows.add(new String[] {"Ended", text(document, "endedAt")});
        rows.add(new String[] {"Reader", text(document, "reader")});
        return rows;
    }

    private static void gone(PdfFlow flow, JsonNode document) throws IOException {
        List<List<Cell>> rows = new ArrayList<>();
        for (JsonNode sum : document.path("deleted")) {
            rows.add(List.of(
                    Cell.of(WORDS.getOrDefault(text(sum, "what"), text(sum, "what"))),
                    Cell.of(text(sum, "count")),
                    Cell.of(text(sum, "rows")),
                    Cell.of(text(sum, "bytes"))));
        }
        if (rows.isEmpty()) {
            flow.paragraph(Style.BODY, "Nothing: there was nothing left to delete.");
            return;
        }
        float left = PdfSheet.LEFT;
        new PdfTable(
                        flow,
                        List.of(
                                new Column("what", left, WHAT, Side.LEFT),
                                new Column("count", left + WHAT, NUMBER, Side.RIGHT),
                                new Column("rows", left + WHAT + NUMBER, NUMBER, Side.RIGHT),
                                new Column("bytes", left + WHAT + 2 * NUMBER, NUMBER, Side.RIGHT)))
                .draw(rows);
    }

    private static void kept(PdfFlow flow, JsonNode document) throws IOException {
        List<List<Cell>> rows = new ArrayList<>();
        for (JsonNode one : document.path("kept")) {
            rows.add(List.of(Cell.of(text(one, "what")), Cell.of(text(one, "why"))));
        }
        float left = PdfSheet.LEFT;
        new PdfTable(
                        flow,
                        List.of(
                                new Column("what", left, WHAT, Side.LEFT),
                                new Column("why", left + WHAT, PdfFlow.WIDTH - WHAT, Side.LEFT)))
                .draw(rows);
    }

    private static String text(JsonNode json, String member) {
        return json.path(member).asText();
    }
}
