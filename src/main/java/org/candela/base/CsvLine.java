package org.candela.base;

import java.util.List;
import java.util.stream.Collectors;

/** Lines of comma-separated values (RFC 4180): comma, CRLF, quotation marks where needed. */
public final class CsvLine {
    private CsvLine() {}

    /** One line with its end. */
    public static String of(List<String> cells) {
        return cells.stream().map(CsvLine::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String cell(String text) {
        boolean isPlain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return isPlain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
