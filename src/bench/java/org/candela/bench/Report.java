package org.candela.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** All rows, and what could not be measured; printed as a table of Markdown, of tabs, or as JSON. */
final class Report {
    private final Map<String, String> machine;
    private final List<Row> rows = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    Report(Map<String, String> machine) {
        this.machine = machine;
    }

    /** How it is printed. */
    enum Form {
        MARKDOWN,
        TABS,
        JSON
    }

    void add(Row row) {
        rows.add(row);
        System.err.printf(
                Locale.ROOT,
                "%s, %s: %s%n",
                row.section(),
                row.what(),
                String.join(" | ", cells(row).subList(2, 8)));
    }

    /** Something that was left out, and why. */
    void note(String text) {
        notes.add(text);
        System.err.println(text);
    }

    void print(Form form, PrintStream out) throws IOException {
        switch (form) {
            case MARKDOWN -> printMarkdown(out);
            case TABS -> printTabs(out);
            case JSON ->
                out.println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(json()));
        }
    }

    private void printMarkdown(PrintStream out) {
        machine.forEach((name, value) -> out.println("- " + name + ": " + value));
        out.println("- load at the end: " + Machine.load());
        out.println();
        out.println("| what | of | ours | unit | beside | theirs | ratio | bar | |");
        out.println("|---|---|--:|---|---|--:|--:|---|---|");
        rows.forEach(row -> out.println("| " + String.join(" | ", cells(row)) + " |"));
        if (!notes.isEmpty()) {
            out.println();
            notes.forEach(note -> out.println("- " + note));
        }
    }

    private void printTabs(PrintStream out) {
        machine.forEach((name, value) -> out.println("# " + name + "\t" + value));
        out.println("what\tof\tours\tunit\tbeside\ttheirs\tratio\tbar\tverdict");
        rows.forEach(row -> out.println(String.join("\t", cells(row))));
        notes.forEach(note -> out.println("# " + note));
    }

    private static List<String> cells(Row row) {
        return List.of(
                row.section(),
                row.what(),
                number(row.ours()),
                row.unit(),
                row.peer(),
                row.theirsKnown().isPresent() ? number(row.theirs()) : "",
                row.ratioKnown().isPresent() ? String.format(Locale.ROOT, "%.2f", row.ratio()) : "",
                row.bar().text(),
                row.verdict());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 1000 ? "%.1f" : "%.0f", value);
    }

    private ObjectNode json() {
        ObjectNode json = new ObjectMapper().createObjectNode();
        machine.forEach(json.putObject("machine")::put);
        ArrayNode list = json.putArray("rows");
        for (Row row : rows) {
            ObjectNode node = list.addObject();
            node.put("what", row.section()).put("of", row.what()).put("unit", row.unit());
            node.put("ours", row.ours());
            row.theirsKnown().ifPresent(rate -> node.put("peer", row.peer()).put("theirs", rate));
            row.ratioKnown().ifPresent(ratio -> node.put("ratio", ratio));
            if (row.bar().least() > 0) {
                node.put("bar", row.bar().least()).put("verdict", row.verdict());
            }
        }
        notes.forEach(json.putArray("notes")::add);
        return json;
    }
}
