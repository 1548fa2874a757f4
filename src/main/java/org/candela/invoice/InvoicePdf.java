package org.candela.invoice;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.candela.base.Sha256;
import org.candela.paper.PdfArchive;
import org.candela.paper.PdfFlow;
import org.candela.paper.PdfSheet;
import org.candela.paper.PdfSheet.Style;
import org.candela.paper.PdfSheet.Weight;
import org.candela.paper.PdfTable;
import org.candela.paper.PdfTable.Cell;
import org.candela.paper.PdfTable.Column;
import org.candela.paper.PdfTable.Side;

/**
 * An invoice or a draft on paper (PDF/A-3), with the body it was issued as attached. What is not billed is the reader's own
 * matter and is not on it.
 */
public final class InvoicePdf {
    private static final Style TITLE = new Style(15, PdfSheet.INK, Weight.BOLD);
    private static final Style TOTAL = new Style(11.5f, PdfSheet.INK, Weight.BOLD);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final float NUMBER = 82;
    private static final float MOMENT = 84;

    private final JsonNode body;
    private final ZoneId zone;

    private InvoicePdf(JsonNode body) {
        this.body = body;
        this.zone = ZoneId.of(body.path("zone").asText());
    }

    /**
     * The file.
     *
     * @param body as {@link InvoiceJson} writes it
     */
    public static byte[] of(JsonNode body) throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            boolean isDraft = body.path("draft").asBoolean();
            String title = isDraft
                    ? "Draft of an invoice"
                    : "Invoice " + body.path("invoice").asText();
            Instant at = isDraft
                    ? Instant.EPOCH
                    : Instant.parse(body.path("issuedAt").asText());
            PdfArchive archive = new PdfArchive(
                    pdf,
                    new PdfArchive.Described(
                            title, "Reading for " + body.path("facility").asText(), at));
            archive.describe();
            archive.attach("invoice.json", body.toString().getBytes(StandardCharsets.UTF_8));
            new InvoicePdf(body).draw(pdf, title);
            return archive.bytes();
        }
    }

    private void draw(PDDocument pdf, String title) throws IOException {
        String hash = "Body " + Sha256.hex(body.toString());
        try (PdfFlow flow =
                new PdfFlow(pdf, List.of(title + " · studies by accession number; no patient is named", hash))) {
            flow.paragraph(TITLE, title);
            if (body.path("draft").asBoolean()) {
                flow.paragraph(Style.STRONG.in(PdfSheet.RED), "Not issued: nothing is owed for it");
            }
            flow.space(4);
            PdfTable.pairs(flow, head());
            lines(flow);
            flow.space(6);
            flow.paragraph(
                    TOTAL,
                    "Total " + body.path("currency").asText() + " "
                            + body.path("total").asText());
            studies(flow);
            hours(flow);
        }
    }

    private List<String[]> head() {
        List<String[]> head = new ArrayList<>();
        head.add(new String[] {"To", body.path("facility").asText()});
        if (body.has("by")) {
            head.add(new String[] {"From", body.path("by").asText()});
            head.add(new String[] {"Issued", moment(body.path("issuedAt"))});
        }
        head.add(new String[] {
            "Days", body.path("from").asText() + " to " + body.path("through").asText() + ", by the clock of " + zone
        });
        return head;
    }

    private void lines(PdfFlow flow) throws IOException {
        float what = PdfFlow.WIDTH - 4 * NUMBER;
        float left = PdfSheet.LEFT;
        List<Column> columns = List.of(
                new Column("Work", left, what, Side.LEFT),
                new Column("quantity", left + what, NUMBER, Side.RIGHT),
                new Column("unit", left + what + NUMBER + 12, NUMBER - 12, Side.LEFT),
                new Column("price", left + what + 2 * NUMBER, NUMBER, Side.RIGHT),
                new Column("amount", left + what + 3 * NUMBER, NUMBER, Side.RIGHT));
        List<List<Cell>> rows = new ArrayList<>();
        for (JsonNode line : body.path("lines")) {
            rows.add(cells(line, "what", "quantity", "unit", "price", "amount"));
        }
        flow.space(8);
        new PdfTable(flow, columns).draw(rows);
    }

    private void studies(PdfFlow flow) throws IOException {
        if (body.path("studies").isEmpty()) {
            return;
        }
        flow.heading("Studies, each with its final report acknowledged", 40);
        float left = PdfSheet.LEFT;
        float name = 110;
        float what = PdfFlow.WIDTH - name - 60 - 2 * MOMENT;
        List<Column> columns = List.of(
                new Column("accession", left, name, Side.LEFT),
                new Column("examination", left + name, what, Side.LEFT),
                new Column("performed", left + name + what, 60, Side.LEFT),
                new Column("final report", left + name + what + 60, MOMENT, Side.LEFT),
                new Column("acknowledged", left + name + what + 60 + MOMENT, MOMENT, Side.LEFT));
        List<List<Cell>> rows = new ArrayList<>();
        for (JsonNode study : body.path("studies")) {
            String accession = study.path("accession").asText();
            rows.add(List.of(
                    Cell.of(accession.isBlank() ? study.path("studyInstanceUid").asText() : accession),
                    Cell.of(study.path("modality").asText() + " "
                            + study.path("description").asText()),
                    Cell.of(study.path("performedOn").asText()),
                    Cell.of(moment(study.path("finalAt"))),
                    Cell.of(moment(study.path("acknowledgedAt")))));
        }
        new PdfTable(flow, columns).draw(rows);
    }

    private void hours(PdfFlow flow) throws IOException {
        if (body.path("hours").isEmpty()) {
            return;
        }
        flow.heading("Hours, as entered by the reader", 40);
        List<List<Cell>> rows = new ArrayList<>();
        for (JsonNode hours : body.path("hours")) {
            rows.add(List.of(
                    Cell.of(moment(hours.path("from"))),
                    Cell.of(moment(hours.path("until"))),
                    Cell.of(hours.path("note").asText())));
        }
        new PdfTable(flow, PdfTable.even(List.of("from", "until", "note"))).draw(rows);
    }

    private static List<Cell> cells(JsonNode line, String... names) {
        List<Cell> cells = new ArrayList<>();
        for (String name : names) {
            cells.add(Cell.of(line.path(name).asText()));
        }
        return cells;
    }

    private String moment(JsonNode instant) {
        return MINUTE.format(Instant.parse(instant.asText()).atZone(zone));
    }
}
