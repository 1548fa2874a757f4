package org.candela.displayqa.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.candela.base.CsvLine;

/**
 * Rows of the CSV form of a report (RFC 4180: comma, CRLF, quotation marks where needed, as many cells in every row).
 * The columns {@code section} and {@code name} tell which of the others a row fills. The columns never change: the seal of an
 * older file has as many cells.
 */
final class CsvText {
    static final List<String> COLUMNS = List.of(
            "section",
            "row",
            "name",
            "value",
            "unit",
            "operator",
            "limit",
            "result",
            "clause",
            "edition",
            "source",
            "verified",
            "p",
            "cd_per_m2",
            "gsdf_cd_per_m2",
            "contrast_per_jnd",
            "gsdf_contrast_per_jnd",
            "deviation",
            "x",
            "z",
            "rgb",
            "accepted");

    private CsvText() {}

    /** The first row: names of the columns. */
    static String head() {
        return CsvLine.of(COLUMNS);
    }

    /** A row with these cells; the others are empty. */
    static String row(Map<String, String> cells) {
        if (!COLUMNS.containsAll(cells.keySet())) {
            throw new IllegalArgumentException("no such column: " + cells.keySet());
        }
        return CsvLine.of(
                COLUMNS.stream().map(column -> cells.getOrDefault(column, "")).toList());
    }

    /** A row of the seal, whose value may be a place to be filled. */
    static String sealRow(String name, String value) {
        return row(Map.of("section", "seal", "name", name, "value", value));
    }

    /** The cells of a text, row by row; whatever is not as {@link #row} writes it still gives some cells. */
    static List<List<String>> rows(String text) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean isQuoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                boolean isDoubled = isQuoted && i + 1 < text.length() && text.charAt(i + 1) == '"';
                if (isDoubled) {
                    cell.append('"');
                    i++;
                } else {
                    isQuoted = !isQuoted;
                }
            } else if (!isQuoted && (c == ',' || c == '\n')) {
                row.add(c == '\n' ? withoutReturn(cell) : cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            } else {
                cell.append(c);
            }
        }
        if (!row.isEmpty() || cell.length() > 0) {
            row.add(cell.toString());
            rows.add(row);
        }
        return rows;
    }

    private static String withoutReturn(StringBuilder cell) {
        int last = cell.length() - 1;
        return last >= 0 && cell.charAt(last) == '\r' ? cell.substring(0, last) : cell.toString();
    }

    /** Every cell that is not empty, with its row (1 is the head) and the name of its column. */
    static FieldList fields(byte[] csv) {
        List<Field> fields = new ArrayList<>();
        List<List<String>> rows = rows(new String(csv, StandardCharsets.UTF_8));
        for (int row = 0; row < rows.size(); row++) {
            List<String> cells = rows.get(row);
            for (int column = 0; column < cells.size(); column++) {
                if (!cells.get(column).isEmpty()) {
                    fields.add(new Field(place(row, column, cells), cells.get(column)));
                }
            }
        }
        return FieldList.whole(fields);
    }

    private static String place(int row, int column, List<String> cells) {
        String name = column < COLUMNS.size() ? COLUMNS.get(column) : "column " + (column + 1);
        String section = column == 0 || row == 0 ? "" : " (" + cells.get(0) + ")";
        return "row " + (row + 1) + section + ", " + name;
    }
}
