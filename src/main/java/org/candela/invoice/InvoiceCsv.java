package org.candela.invoice;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.candela.base.CsvLine;

/** An invoice or a draft as CSV (RFC 4180): its lines, then what they are made of. */
public final class InvoiceCsv {
    private static final List<String> HEAD = List.of(
            "section",
            "what",
            "quantity",
            "unit",
            "price",
            "amount",
            "currency",
            "performed",
            "final",
            "acknowledged",
            "report_sha256",
            "note");

    private InvoiceCsv() {}

    /** @param body as {@link InvoiceJson} writes it */
    public static String of(JsonNode body) {
        StringBuilder csv = new StringBuilder(CsvLine.of(HEAD));
        String currency = body.path("currency").asText();
        body.path("lines")
                .forEach(line -> csv.append(row(
                        "line",
                        line.path("what"),
                        List.of(
                                line.path("quantity").asText(),
                                line.path("unit").asText(),
                                line.path("price").asText(),
                                line.path("amount").asText(),
                                currency))));
        csv.append(CsvLine.of(
                filled(List.of("total", "", "", "", "", body.path("total").asText(), currency))));
        body.path("studies").forEach(study -> csv.append(study("study", study, "")));
        body.path("hours")
                .forEach(hours -> csv.append(CsvLine.of(filled(List.of(
                        "hours",
                        hours.path("from").asText() + " to "
                                + hours.path("until").asText(),
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        hours.path("note").asText())))));
        body.path("notBilled")
                .forEach(study ->
                        csv.append(study("not billed", study, study.path("why").asText())));
        return csv.toString();
    }

    private static String row(String section, JsonNode what, List<String> cells) {
        List<String> row = new ArrayList<>(List.of(section, what.asText()));
        row.addAll(cells);
        return CsvLine.of(filled(row));
    }

    private static String study(String section, JsonNode study, String note) {
        String name = study.path("accession").asText();
        return CsvLine.of(List.of(
                section,
                (name.isBlank() ? study.path("studyInstanceUid").asText() : name) + " "
                        + study.path("modality").asText() + " "
                        + study.path("description").asText(),
                "",
                "",
                "",
                "",
                "",
                study.path("performedOn").asText(),
                study.path("finalAt").asText(),
                study.path("acknowledgedAt").asText(),
                study.path("reportSha256").asText(),
                note));
    }

    private static List<String> filled(List<String> cells) {
        List<String> row = new ArrayList<>(cells);
        while (row.size() < HEAD.size()) {
            row.add("");
        }
        return row;
    }
}
