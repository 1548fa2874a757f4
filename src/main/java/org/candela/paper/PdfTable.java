package org.candela.paper;

import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.candela.paper.PdfSheet.Style;

/** A table that goes over as many pages as it needs, with its head on each. */
public final class PdfTable {
    private static final float LEADING = 1.3f;
    private static final float PADDING = 4.4f;
    private static final float HEAD = 20;

    private final PdfFlow flow;
    private final List<Column> columns;

    /** Where the words of a column stand. */
    public enum Side {
        LEFT,
        RIGHT
    }

    /** A column from {@code x} on; lines break at its width. */
    public record Column(String head, float x, float width, Side side) {}

    /** A cell: text, and how it looks. */
    public record Cell(String text, Style style) {
        public static Cell of(String text) {
            return new Cell(text, Style.BODY);
        }
    }

    public PdfTable(PdfFlow flow, List<Column> columns) {
        this.flow = flow;
        this.columns = List.copyOf(columns);
    }

    /** Columns of equal width over the whole page, words at the right. */
    public static List<Column> even(List<String> heads) {
        float width = PdfFlow.WIDTH / heads.size();
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < heads.size(); i++) {
            columns.add(new Column(heads.get(i), PdfSheet.LEFT + i * width, width, Side.RIGHT));
        }
        return columns;
    }

    public void draw(List<List<Cell>> rows) throws IOException {
        head();
        for (List<Cell> row : rows) {
            row(row);
        }
    }

    private void head() throws IOException {
        float from = flow.take(HEAD);
        for (Column column : columns) {
            word(column, from + 11, new Cell(column.head(), Style.NOTE));
        }
        flow.sheet().pen(PdfSheet.INK, 0.6f, 0);
        flow.sheet().line(PdfSheet.LEFT, from + 16, PdfSheet.RIGHT, from + 16);
    }

    private void row(List<Cell> cells) throws IOException {
        List<List<String>> lines = new ArrayList<>();
        float height = 0;
        for (int i = 0; i < cells.size(); i++) {
            Style style = cells.get(i).style();
            List<String> wrapped = flow.sheet()
                    .wrapped(cells.get(i).text(), style, columns.get(i).width() - 6);
            lines.add(wrapped);
            height = Math.max(height, wrapped.size() * style.size() * LEADING);
        }
        if (!flow.fits(height + PADDING)) {
            flow.next();
            head();
        }
        float from = flow.take(height + PADDING);
        for (int i = 0; i < cells.size(); i++) {
            float y = from;
            for (String line : lines.get(i)) {
                y += cells.get(i).style().size() * LEADING;
                word(columns.get(i), y - 2, new Cell(line, cells.get(i).style()));
            }
        }
        flow.sheet().pen(PdfSheet.HAIRLINE, 0.4f, 0);
        flow.sheet().line(PdfSheet.LEFT, from + height + 2.2f, PdfSheet.RIGHT, from + height + 2.2f);
    }

    private void word(Column column, float baseline, Cell cell) throws IOException {
        if (column.side() == Side.RIGHT) {
            flow.sheet().textEnding(column.x() + column.width() - 3, baseline, cell.style(), cell.text());
        } else {
            flow.sheet().text(column.x(), baseline, cell.style(), cell.text());
        }
    }

    /** Rows of a label and a value that may be long. */
    public static void pairs(PdfFlow flow, List<String[]> rows) throws IOException {
        for (String[] row : rows) {
            List<String> lines = flow.sheet().wrapped(row[1], Style.BODY, PdfFlow.WIDTH - 118);
            for (int i = 0; i < lines.size(); i++) {
                float from = flow.take(13);
                if (i == 0) {
                    flow.sheet().text(PdfSheet.LEFT, from + 9, Style.BODY.in(muted()), row[0]);
                }
                flow.sheet().text(PdfSheet.LEFT + 118, from + 9, Style.BODY, lines.get(i));
            }
        }
    }

    private static Color muted() {
        return PdfSheet.MUTED;
    }
}
