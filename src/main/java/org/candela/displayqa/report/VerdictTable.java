package org.candela.displayqa.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.candela.calibration.Assessment;
import org.candela.calibration.Quantity;
import org.candela.displayqa.ledger.QuantityText;
import org.candela.paper.PdfFlow;
import org.candela.paper.PdfSheet;
import org.candela.paper.PdfSheet.Style;
import org.candela.paper.PdfTable;
import org.candela.paper.PdfTable.Cell;
import org.candela.paper.PdfTable.Column;
import org.candela.paper.PdfTable.Side;

/** One row for each limit: value, operator, limit, result, and where the number comes from. */
final class VerdictTable {
    private static final List<Column> COLUMNS = List.of(
            new Column("Quantity", 48, 106, Side.LEFT),
            new Column("Measured", 154, 62, Side.RIGHT),
            new Column("", 216, 16, Side.RIGHT),
            new Column("Limit", 232, 52, Side.RIGHT),
            new Column("Result", 292, 72, Side.LEFT),
            new Column("Clause and source (edition: see above)", 366, PdfSheet.RIGHT - 366, Side.LEFT));

    private VerdictTable() {}

    static Color color(Assessment result) {
        return switch (result) {
            case PASS -> PdfSheet.GREEN;
            case FAIL -> PdfSheet.RED;
            case NOT_ASSESSED -> PdfSheet.AMBER;
        };
    }

    static void draw(PdfFlow flow, JsonNode document) throws IOException {
        JsonNode standard = document.path("standard");
        flow.heading("Verdicts", 80);
        flow.paragraph(
                Style.NOTE,
                standard.path("standard").asText() + " – edition: "
                        + standard.path("edition").asText() + ". Profile "
                        + standard.path("id").asText() + ", judged "
                        + document.at("/judgement/at").asText() + " by "
                        + document.at("/judgement/operator").asText() + ", entry "
                        + document.at("/judgement/entry").asText() + " of the chain."
                        + (standard.has("limitsSha256")
                                ? " Table of limits: SHA-256 "
                                        + standard.path("limitsSha256").asText() + "."
                                : ""));
        List<List<Cell>> rows = new ArrayList<>();
        boolean isAnyUnverified = false;
        for (JsonNode verdict : document.at("/judgement/verdicts")) {
            rows.add(row(verdict));
            isAnyUnverified |= !verdict.path("verified").asBoolean();
        }
        new PdfTable(flow, COLUMNS).draw(rows);
        if (rows.isEmpty()) {
            flow.paragraph(Style.BODY, "This standard limits nothing that this run measured: not assessed.");
        }
        if (isAnyUnverified) {
            flow.space(3);
            flow.paragraph(
                    Style.NOTE,
                    "* unverified limit: nobody of this project has compared the number with the standard's own text. The"
                            + " operator is as the source has it: the limit itself passes with ≤ and ≥ and fails with < and >.");
        }
    }

    private static List<Cell> row(JsonNode verdict) {
        Quantity quantity = Quantity.valueOf(verdict.path("quantity").asText());
        Assessment result = Assessment.valueOf(verdict.path("result").asText());
        String mark = verdict.path("verified").asBoolean() ? "" : " * unverified limit";
        return List.of(
                Cell.of(QuantityText.label(quantity)),
                Cell.of(shown(quantity, verdict.path("value"))),
                Cell.of(verdict.path("operator").asText().replace(">=", "≥").replace("<=", "≤")),
                Cell.of(shown(quantity, verdict.path("limit"))),
                new Cell(result.name().replace('_', ' '), Style.STRONG.in(color(result))),
                new Cell(
                        verdict.path("clause").asText() + ". Source: "
                                + verdict.path("source").asText() + "." + mark,
                        Style.NOTE));
    }

    private static String shown(Quantity quantity, JsonNode value) {
        return value.isNumber() ? QuantityText.value(quantity, value.asDouble()) : value.asText();
    }
}
