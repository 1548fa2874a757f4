package org.candela.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.candela.base.CandelaException;
import org.candela.report.ReportId;
import org.candela.report.ReportVerifier;
import org.candela.report.Reports;
import org.candela.report.SignedReport;
import org.candela.report.VersionDiff;
import org.candela.report.template.Templates;
import org.candela.store.Database;

/** Signed versions of reports as text and for programs. */
final class ReportHistory {
    private final Reports reports;
    private final Database database;

    ReportHistory(Database database) throws CandelaException {
        this.database = database;
        this.reports = new Reports(database, Templates.shipped());
    }

    /** What a command prints, and how it ends. */
    record Answer(com.fasterxml.jackson.databind.JsonNode json, String text, int code) {}

    Answer versions(Optional<String> report) throws CandelaException {
        List<ReportId> ids = report.isPresent() ? List.of(new ReportId(report.orElseThrow())) : reports.signed();
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        StringBuilder text = new StringBuilder();
        for (ReportId id : ids) {
            for (SignedReport version : reports.versions(id)) {
                json.add(json(version));
                text.append(line(version)).append(System.lineSeparator());
            }
        }
        String words = text.toString().stripTrailing();
        return new Answer(
                json, words.isEmpty() ? "No report was signed here." : words, words.isEmpty() ? Candela.NO : 0);
    }

    /** The changes between two versions; by default of the newest from the one before it. */
    Answer diff(String report, int from, int to) throws CandelaException {
        List<SignedReport> versions = reports.versions(new ReportId(report));
        int last = to == 0 ? versions.size() : to;
        int first = from == 0 ? last - 1 : from;
        if (first < 1 || last > versions.size() || first == last) {
            throw new CandelaException(
                    "report.no-such-version",
                    "report " + report + " has " + versions.size() + " signed versions; two of them are compared");
        }
        SignedReport before = versions.get(first - 1);
        SignedReport after = versions.get(last - 1);
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        StringBuilder text = new StringBuilder("from version " + first + " to version " + last);
        for (VersionDiff.Section section : VersionDiff.between(before, after)) {
            if (!section.isSame()) {
                text.append(System.lineSeparator())
                        .append(section.heading())
                        .append(": ")
                        .append(marked(section));
                ObjectNode one = json.addObject().put("section", section.heading());
                ArrayNode pieces = one.putArray("pieces");
                section.pieces().forEach(piece -> pieces.addObject()
                        .put("kind", piece.kind().name())
                        .put("text", piece.text()));
            }
        }
        return new Answer(json, json.isEmpty() ? "The text of both versions is the same." : text.toString(), 0);
    }

    Answer verify() throws CandelaException {
        ReportVerifier.Found found = ReportVerifier.verify(database);
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("versions", found.versions());
        ArrayNode faults = json.putArray("faults");
        found.faults().forEach(faults::add);
        return new Answer(
                json,
                found.faults().isEmpty()
                        ? "intact: " + found.versions() + " signed versions"
                        : found.faults().stream()
                                .map(fault -> "BROKEN: " + fault)
                                .collect(Collectors.joining(System.lineSeparator())),
                found.faults().isEmpty() ? 0 : Candela.NO);
    }

    /** {@code kept [-gone-] {+new+}}, as word differences are commonly written. */
    private static String marked(VersionDiff.Section section) {
        StringBuilder text = new StringBuilder();
        for (VersionDiff.Piece piece : section.pieces()) {
            switch (piece.kind()) {
                case KEPT -> text.append(piece.text());
                case REMOVED -> text.append(" [-").append(piece.text().strip()).append("-]");
                case ADDED -> text.append(" {+").append(piece.text().strip()).append("+}");
            }
        }
        return text.toString().strip();
    }

    private static String line(SignedReport version) {
        String told = version.amendment().isEmpty()
                ? ""
                : "; " + version.amendment().text()
                        + (version.amendment().told().isEmpty()
                                ? ""
                                : "; told: " + version.amendment().told());
        return version.id() + " version " + version.version() + " "
                + version.meaning().name().toLowerCase(Locale.ROOT) + ", "
                + version.signature().signer().printedName() + ", "
                + version.signature().signedAt() + ", "
                + version.sha256().substring(0, 12) + told;
    }

    private static ObjectNode json(SignedReport version) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("report", version.id().value())
                .put("version", version.version())
                .put("meaning", version.meaning().name())
                .put("signer", version.signature().signer().printedName())
                .put("signedAt", version.signature().signedAt().toString())
                .put("sha256", version.sha256())
                .put("predecessor", version.lineage().predecessorSha256())
                .put("amendment", version.amendment().text())
                .put("told", version.amendment().told());
    }
}
