package org.candela.displayqa.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.candela.calibration.Assessment;
import org.candela.paper.PdfFlow;
import org.candela.paper.PdfSheet;
import org.candela.paper.PdfSheet.Style;
import org.candela.paper.PdfTable;
import org.candela.paper.PdfTable.Cell;
import org.candela.paper.PdfTable.Column;
import org.candela.paper.PdfTable.Side;

/** What an observer was asked of one pattern, and what was answered. */
// [impl->req~displayqa.report-visual~1]
final class VisualTable {
    private static final List<Column> COLUMNS = List.of(
            new Column("Question", 48, 214, Side.LEFT),
            new Column("Passes when", 262, 150, Side.LEFT),
            new Column("Answer", 412, 52, Side.LEFT),
            new Column("Comment", 464, PdfSheet.RIGHT - 464, Side.LEFT));

    private VisualTable() {}

    static void draw(PdfFlow flow, JsonNode seen) throws IOException {
        JsonNode pattern = seen.path("pattern");
        flow.heading("Visual test: " + pattern.path("title").asText(), 60);
        flow.paragraph(
                Style.NOTE,
                "Version " + pattern.path("version").asText() + ", "
                        + pattern.path("statement").asText() + " Observer "
                        + seen.at("/conditions/observer").asText() + ", room "
                        + seen.at("/conditions/room").asText() + "; pixels "
                        + seen.path("match")
                                .asText()
                                .toLowerCase(java.util.Locale.ROOT)
                                .replace('_', ' ') + ".");
        List<List<Cell>> rows = new ArrayList<>();
        seen.path("answers").forEach(answer -> rows.add(row(answer)));
        new PdfTable(flow, COLUMNS).draw(rows);
    }

    private static List<Cell> row(JsonNode answer) {
        String outcome = answer.path("outcome").asText();
        Assessment result = outcome.equals("SKIP") ? Assessment.NOT_ASSESSED : Assessment.valueOf(outcome);
        String score = answer.has("right")
                ? answer.path("right").asText() + " of " + answer.path("trials").asText() + " right. "
                : "";
        return List.of(
                Cell.of(answer.path("text").asText()),
                new Cell(answer.path("passRule").asText(), Style.NOTE),
                new Cell(outcome, Style.STRONG.in(VerdictTable.color(result))),
                new Cell(score + answer.path("comment").asText(), Style.NOTE));
    }
}
