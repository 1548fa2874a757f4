package org.candela.readiness.card;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.Color;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
import org.candela.readiness.ReadinessGroup;
import org.candela.readiness.ReadinessItem.Status;

/** Prints what a card says on one page, in the largest letters that fit. Nothing is judged here. */
final class CardPdf {
    /** Sizes that are tried, points; at the last it may take further pages. */
    private static final float[] SIZES = {8.5f, 7.5f, 6.8f, 6.2f, 5.6f};

    private static final float STATUS = 78;
    private static final float TITLE = 118;
    private static final float READ = 112;

    private final JsonNode card;
    private final float size;

    private CardPdf(JsonNode card, float size) {
        this.card = card;
        this.size = size;
    }

    /** The page without a seal of its own, with the sealed document attached. */
    static byte[] print(JsonNode card, byte[] json, String fingerprint) throws IOException {
        byte[] last = {};
        for (float size : SIZES) {
            try (PDDocument pdf = new PDDocument()) {
                Instant at = Instant.parse(card.path("at").asText());
                PdfArchive archive = new PdfArchive(
                        pdf,
                        new PdfArchive.Described(
                                "Readiness card",
                                "Pre-shift readiness of " + card.path("reader").asText(),
                                at));
                archive.describe();
                archive.attach(CardPaper.ATTACHMENT, json);
                new CardPdf(card, size).draw(pdf, fingerprint);
                last = archive.bytes();
                if (pdf.getNumberOfPages() == 1) {
                    break;
                }
            }
        }
        return last;
    }

    private void draw(PDDocument pdf, String fingerprint) throws IOException {
        List<String> foot = List.of(
                card.path("program").asText() + " · limits of "
                        + card.path("limits").asText(),
                "Signed with key " + fingerprint + " · check with: candela check --verify FILE");
        try (PdfFlow flow = new PdfFlow(pdf, foot)) {
            flow.paragraph(new Style(15, PdfSheet.INK, Weight.BOLD), "Readiness card");
            flow.paragraph(
                    Style.NOTE,
                    moment(card.path("at").asText()) + " · reader "
                            + card.path("reader").asText() + " · workstation "
                            + card.path("workstation").asText());
            answer(flow);
            for (ReadinessGroup group : ReadinessGroup.values()) {
                section(flow, group);
            }
        }
    }

    private void answer(PdfFlow flow) throws IOException {
        boolean isAllowed = card.path("primaryReadingAllowed").asBoolean();
        boolean isPlain = card.path("worst").asText().equals(Status.READY.name());
        String words = isAllowed
                ? isPlain ? "Ready for primary reading" : "Primary reading is allowed; look at what is marked"
                : "Not for primary reading";
        Color color = isAllowed ? isPlain ? PdfSheet.GREEN : PdfSheet.AMBER : PdfSheet.RED;
        flow.space(3);
        flow.paragraph(new Style(11.5f, color, Weight.BOLD), words);
    }

    private void section(PdfFlow flow, ReadinessGroup group) throws IOException {
        List<List<Cell>> rows = new ArrayList<>();
        for (JsonNode item : card.path("items")) {
            if (item.path("group").asText().equals(group.name())) {
                rows.add(row(item));
            }
        }
        if (rows.isEmpty()) {
            return;
        }
        float left = PdfSheet.LEFT;
        float found = PdfFlow.WIDTH - STATUS - TITLE - READ;
        new PdfTable(
                        flow,
                        List.of(
                                new Column(group.title(), left, STATUS, Side.LEFT),
                                new Column("", left + STATUS, TITLE, Side.LEFT),
                                new Column("found", left + STATUS + TITLE, found, Side.LEFT),
                                new Column("read", left + STATUS + TITLE + found, READ, Side.LEFT)))
                .draw(rows);
    }

    private List<Cell> row(JsonNode item) {
        Style body = new Style(size, PdfSheet.INK, Weight.REGULAR);
        Style status = new Style(size, color(item), Weight.BOLD);
        return List.of(
                new Cell(CardPaper.words(item), status),
                new Cell(item.path("title").asText(), body),
                new Cell(item.path("reason").asText(), body),
                new Cell(read(item), body.in(PdfSheet.MUTED)));
    }

    private static Color color(JsonNode item) {
        return switch (Status.valueOf(item.path("status").asText())) {
            case BLOCKED, FAILED -> PdfSheet.RED;
            case WARNING -> PdfSheet.AMBER;
            case NOT_ASSESSED -> PdfSheet.MUTED;
            case READY -> PdfSheet.GREEN;
        };
    }

    private static String read(JsonNode item) {
        String basis = item.path("basis").asText();
        String how =
                switch (basis) {
                    case "READ" -> "now";
                    case "MISSING" -> "not measured";
                    case "SIMULATED" -> "SIMULATED";
                    default -> basis.toLowerCase(Locale.ROOT);
                };
        String at = item.has("readAt") ? " " + moment(item.path("readAt").asText()) : "";
        return how + at;
    }

    private static String moment(String instant) {
        return Instant.parse(instant)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString()
                .replace("T", " ")
                .replace(":00Z", " UTC")
                .replace("Z", " UTC");
    }
}
