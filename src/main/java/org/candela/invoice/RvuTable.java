package org.candela.invoice;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.candela.base.Sha256;

/**
 * Work RVUs of procedures, from a table that the reader supplies: procedure codes are licensed, so none is shipped. A study
 * that it does not name has no value; none is guessed.
 *
 * @param sha256 of the text it was read from, which an invoice names; empty for no table
 */
public record RvuTable(Map<String, BigDecimal> byCode, Map<String, BigDecimal> byDescription, String sha256) {
    /** No table. */
    public static final RvuTable NONE = new RvuTable(Map.of(), Map.of(), "");

    private static final List<String> HEAD = List.of("code", "modality", "description", "wrvu");
    private static final int MOST_LINES = 100_000;

    public RvuTable {
        byCode = Map.copyOf(byCode);
        byDescription = Map.copyOf(byDescription);
    }

    /**
     * A table of CSV text with the columns {@code code,modality,description,wrvu}: a line gives a code, or a modality with
     * a description. Cells hold no commas.
     *
     * @throws InvoiceException {@code invoice.rvu-table}, naming the line
     */
    public static RvuTable read(String text) throws InvoiceException {
        List<String> lines = text.lines().toList();
        if (lines.isEmpty() || lines.size() > MOST_LINES || !cells(lines.get(0)).equals(HEAD)) {
            throw wrong(1, "the first line is " + String.join(",", HEAD));
        }
        Map<String, BigDecimal> byCode = new HashMap<>();
        Map<String, BigDecimal> byDescription = new HashMap<>();
        for (int line = 1; line < lines.size(); line++) {
            if (!lines.get(line).isBlank()) {
                Entry entry = entry(lines.get(line), line + 1);
                Map<String, BigDecimal> named = entry.isByCode() ? byCode : byDescription;
                if (named.putIfAbsent(entry.key(), entry.wrvu()) != null) {
                    throw wrong(line + 1, "a second value for the same procedure");
                }
            }
        }
        return new RvuTable(byCode, byDescription, Sha256.hex(text));
    }

    private record Entry(String code, String modality, String description, BigDecimal wrvu) {
        boolean isByCode() {
            return !code.isEmpty();
        }

        String key() {
            return isByCode() ? code : described(modality, description);
        }
    }

    private static Entry entry(String text, int line) throws InvoiceException {
        List<String> cells = cells(text);
        if (cells.size() != HEAD.size()) {
            throw wrong(line, "a line has " + HEAD.size() + " cells, not " + cells.size());
        }
        if (cells.get(0).isEmpty() && cells.get(2).isEmpty()) {
            throw wrong(line, "a line gives a code or a description");
        }
        if (!cells.get(3).matches("[0-9]{1,4}(\\.[0-9]{1,4})?")) {
            throw wrong(line, "a work RVU is as 1.74, not \"" + cells.get(3) + "\"");
        }
        return new Entry(cells.get(0), cells.get(1), cells.get(2), new BigDecimal(cells.get(3)));
    }

    private static List<String> cells(String line) {
        String text = line.startsWith("\uFEFF") ? line.substring(1) : line;
        return List.of(text.split(",", -1)).stream().map(String::strip).toList();
    }

    private static InvoiceException wrong(int line, String why) {
        return new InvoiceException("invoice.rvu-table", "line " + line + ": " + why);
    }

    private static String described(String modality, String description) {
        return modality.toUpperCase(Locale.ROOT) + " " + description.strip().toLowerCase(Locale.ROOT);
    }

    /** Its work RVUs: by its code, else by modality and description. */
    public Optional<BigDecimal> of(ReadStudy study) {
        return Optional.ofNullable(byCode.get(study.procedureCode()))
                .or(() -> Optional.ofNullable(byDescription.get(described(study.modality(), study.description()))));
    }
}
