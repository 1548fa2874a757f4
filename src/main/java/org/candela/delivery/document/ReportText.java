package org.candela.delivery.document;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.candela.delivery.ReportWords;
import org.candela.report.ReportSection;
import org.candela.report.SignedReport;

/** A signed version as plain text and as HTML, without a script, a style or a link. */
public final class ReportText {
    private ReportText() {}

    /** Lines divided by {@code \n}. */
    public static String plain(SignedReport report, ZoneId zone) {
        List<String> lines = new ArrayList<>();
        lines.add(ReportFacts.title(report));
        lines.add(ReportFacts.standing(report));
        lines.add("");
        ReportFacts.of(report).forEach(fact -> lines.add(fact.name() + ": " + fact.value()));
        for (ReportSection section : ReportWords.of(report, zone)) {
            lines.add("");
            lines.add(section.heading());
            lines.add(section.text());
        }
        lines.add("");
        lines.add(ReportFacts.signature(report, zone));
        lines.add(ReportFacts.identity(report));
        return String.join("\n", lines) + "\n";
    }

    /** A document of its own (HTML 5). */
    public static String html(SignedReport report, ZoneId zone) {
        StringBuilder html = new StringBuilder("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"UTF-8\"><title>")
                .append(escaped(ReportFacts.title(report)))
                .append("</title></head><body><h1>")
                .append(escaped(ReportFacts.title(report)))
                .append("</h1><p><strong>")
                .append(escaped(ReportFacts.standing(report)))
                .append("</strong></p><dl>");
        ReportFacts.of(report).forEach(fact -> html.append("<dt>")
                .append(escaped(fact.name()))
                .append("</dt><dd>")
                .append(escaped(fact.value()))
                .append("</dd>"));
        html.append("</dl>");
        for (ReportSection section : ReportWords.of(report, zone)) {
            html.append("<h2>").append(escaped(section.heading())).append("</h2>");
            section.text().lines().filter(line -> !line.isBlank()).forEach(line -> html.append("<p>")
                    .append(escaped(line))
                    .append("</p>"));
        }
        return html.append("<p>")
                .append(escaped(ReportFacts.signature(report, zone)))
                .append("</p><p>")
                .append(escaped(ReportFacts.identity(report)))
                .append("</p></body></html>\n")
                .toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
