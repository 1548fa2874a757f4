package org.candela.displayqa.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.candela.displayqa.ledger.QuantityText;
import org.candela.displayqa.ledger.RecordJson;
import org.candela.displayqa.ledger.RecordView;
import org.candela.displayqa.measure.QaKind;
import org.candela.paper.PdfArchive;
import org.candela.paper.PdfFlow;
import org.candela.paper.PdfSheet.Style;
import org.candela.paper.PdfTable;
import org.candela.paper.PdfTable.Cell;

/** Prints what a sealed document says, and attaches it. Nothing is computed here; the same document is the same file. */
final class ReportPdf {
    static final String ATTACHMENT = "display-qa.json";
    /** How its title begins. */
    static final String TITLE = "Display QA report, run ";

    private static final int MOST_LEVELS = 52;

    private final JsonNode document;
    private final RecordView record;

    private ReportPdf(JsonNode document) {
        this.document = document;
        this.record = RecordView.of(document.path("record"));
    }

    /** The file without a seal of its own: whoever has the document can print the same bytes. */
    static byte[] render(byte[] json) throws IOException {
        return new ReportPdf(RecordJson.parse(new String(json, StandardCharsets.UTF_8))).print(json);
    }

    private byte[] print(byte[] json) throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            String kind = QaKind.valueOf(record.tree().path("kind").asText()).title();
            PdfArchive archive = new PdfArchive(
                    pdf,
                    new PdfArchive.Described(
                            TITLE + document.at("/chain/sequence").asText(),
                            kind + " of " + record.tree().at("/display/id").asText() + ": "
                                    + document.at("/judgement/overall").asText(),
                            Instant.parse(record.tree().path("at").asText())));
            archive.describe();
            archive.attach(ATTACHMENT, json);
            try (PdfFlow flow = new PdfFlow(pdf, foot())) {
                sections(flow);
            }
            return archive.bytes();
        }
    }

    private List<String> foot() {
        boolean isSimulated = record.tree().path("simulated").asBoolean();
        return List.of(
                (isSimulated ? "SIMULATED · " : "") + "Run "
                        + document.at("/chain/sequence").asText() + " · record hash "
                        + document.at("/chain/hash").asText(),
                "Signed with key " + fingerprint() + " · check with: candela qa verify FILE");
    }

    private String fingerprint() {
        return new PublicKeyHex(document.at("/seal/publicKey").asText()).fingerprint();
    }

    private void sections(PdfFlow flow) throws IOException {
        new ReportFront(flow, document).draw();
        VerdictTable.draw(flow, document);
        flow.heading("Workstation", 40);
        PdfTable.pairs(flow, new SiteRows(document).workstation());
        if (record.calibration().isPresent()) {
            TableSection.draw(flow, record.calibration().orElseThrow());
        }
        ProofSection.draw(flow, record);
        for (JsonNode seen : record.findings("visual").toList()) {
            VisualTable.draw(flow, seen);
        }
        for (JsonNode field : record.findings("field").toList()) {
            FieldMap.draw(flow, field);
        }
        for (JsonNode colours : record.findings("colours").toList()) {
            colours(flow, colours);
        }
        beside(flow);
        double ambient = record.tree().at("/conditions/ambientCdPerM2").asDouble();
        for (JsonNode levels : record.findings("levels").toList()) {
            ContrastPlot plot = new ContrastPlot(flow, document, levels);
            plot.draw();
            if (levels.path("levels").size() <= MOST_LEVELS) {
                LevelTable.draw(flow, levels, ambient);
            } else {
                flow.paragraph(Style.NOTE, "All levels stand in the attached document, and so do all readings.");
            }
        }
        closing(flow);
    }

    private static void colours(PdfFlow flow, JsonNode colours) throws IOException {
        List<List<Cell>> rows = new ArrayList<>();
        for (JsonNode grey : colours.path("greys")) {
            rows.add(List.of(
                    Cell.of(grey.path("p").asText()),
                    Cell.of(format("%.3f", grey.path("x"))),
                    Cell.of(format("%.3f", grey.path("y"))),
                    Cell.of(format("%.3f", grey.path("z"))),
                    Cell.of(grey.has("uPrime") ? format("%.4f", grey.path("uPrime")) : "no light"),
                    Cell.of(grey.has("vPrime") ? format("%.4f", grey.path("vPrime")) : "")));
        }
        flow.heading("Colours of greys, ambient light not included", 60);
        new PdfTable(flow, PdfTable.even(List.of("P", "X", "Y, cd/m²", "Z", "u'", "v'"))).draw(rows);
    }

    /** Beside other displays, and beside the same one after its calibration. */
    private void beside(PdfFlow flow) throws IOException {
        List<String[]> rows = new ArrayList<>();
        record.findings("compared")
                .forEach(found -> rows.add(new String[] {
                    "ΔL'max to",
                    found.path("display").asText() + " (run "
                            + found.path("run").asText() + "): "
                            + QuantityText.percent(found.path("whiteDeviation").asDouble())
                            + (found.has("whiteColourDistance")
                                    ? ", Δu'v' " + format("%.4f", found.path("whiteColourDistance"))
                                    : ", colour not measured")
                }));
        record.findings("change")
                .forEach(found -> rows.add(new String[] {
                    "Change since",
                    "calibration of run " + found.path("run").asText() + ": L'max "
                            + QuantityText.change(found.path("white").asDouble()) + ", L'min "
                            + QuantityText.change(found.path("black").asDouble())
                }));
        if (!rows.isEmpty()) {
            flow.heading("Beside other displays and earlier runs", 30);
            PdfTable.pairs(flow, rows);
        }
    }

    private void closing(PdfFlow flow) throws IOException {
        flow.heading("Chain and signature", 120);
        List<String[]> rows = new ArrayList<>();
        rows.add(new String[] {"Run", "entry " + document.at("/chain/sequence").asText()});
        rows.add(new String[] {"Hash before", document.at("/chain/previousHash").asText()});
        rows.add(new String[] {"Hash", document.at("/chain/hash").asText()});
        rows.add(new String[] {
            "Judgement",
            "entry " + document.at("/judgement/entry").asText() + ", hash "
                    + document.at("/judgement/hash").asText()
        });
        for (JsonNode later : document.at("/chain/later")) {
            JsonNode said = later.path("record");
            rows.add(new String[] {
                "Later entry " + later.path("sequence").asText(),
                QaKind.valueOf(said.path("kind").asText()).title() + " of "
                        + said.path("at").asText() + " by "
                        + said.path("operator").asText() + ": "
                        + (said.has("reason")
                                ? said.path("reason").asText()
                                : said.at("/judgements/0/profile/title").asText() + ", "
                                        + said.path("overall").asText().replace('_', ' '))
            });
        }
        rows.add(new String[] {
            "Head of the chain", "entry " + document.at("/chain/head/sequence").asText()
        });
        rows.add(new String[] {
            "Hash of the head", document.at("/chain/head/hash").asText()
        });
        rows.add(new String[] {
            "Public key", "Ed25519 " + document.at("/seal/publicKey").asText()
        });
        rows.add(new String[] {"Fingerprint", fingerprint()});
        rows.add(new String[] {"SHA-256", document.at("/seal/sha256").asText()});
        rows.add(new String[] {"Signature", document.at("/seal/signature").asText()});
        PdfTable.pairs(flow, rows);
        flow.space(4);
        flow.paragraph(
                Style.NOTE,
                "Key, SHA-256 and signature are those of the attached document, display-qa.json; this file bears a seal of"
                        + " its own. Both are checked by candela qa verify, which names the first field that was changed.");
    }

    private static String format(String pattern, JsonNode value) {
        return String.format(Locale.ROOT, pattern, value.asDouble());
    }
}
