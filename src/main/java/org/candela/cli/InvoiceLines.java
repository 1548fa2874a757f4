package org.candela.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.candela.invoice.Invoice;

/** Invoices in lines for a terminal. */
final class InvoiceLines {
    private InvoiceLines() {}

    static DeskText.Line line(Invoice invoice) {
        String voided = invoice.voided().isPresent() ? "  VOID" : "";
        return new DeskText.Line(
                invoice.number() + "  " + invoice.period() + "  " + invoice.currency() + " " + invoice.total()
                        + "  issued " + invoice.issuedAt() + voided,
                json(invoice));
    }

    static ObjectNode json(Invoice invoice) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("number", invoice.number())
                .put("facility", invoice.facility().value())
                .put("from", invoice.period().from().toString())
                .put("through", invoice.period().through().toString())
                .put("currency", invoice.currency().getCurrencyCode())
                .put("total", invoice.total().toPlainString())
                .put("issuedAt", invoice.issuedAt().toString())
                .put("sha256", invoice.sha256());
        invoice.voided().ifPresent(voiding -> json.put("voided", voiding.reason()));
        return json;
    }

    /** What {@link org.candela.invoice.InvoiceJson} wrote, for a person. */
    static String text(JsonNode body) {
        List<String> lines = new ArrayList<>();
        String title = body.path("draft").asBoolean()
                ? "DRAFT"
                : "Invoice " + body.path("invoice").asText();
        lines.add(title + ", " + body.path("facility").asText() + ", "
                + body.path("from").asText() + " to " + body.path("through").asText() + " ("
                + body.path("zone").asText() + ")");
        body.path("lines")
                .forEach(line -> lines.add(String.format(
                        "  %-32s %10s %-8s x %10s = %12s",
                        line.path("what").asText(),
                        line.path("quantity").asText(),
                        line.path("unit").asText(),
                        line.path("price").asText(),
                        line.path("amount").asText())));
        lines.add("  total " + body.path("currency").asText() + " "
                + body.path("total").asText());
        JsonNode work = body.path("work");
        lines.add("  " + work.path("studies").asInt() + " final reports, "
                + work.path("wrvu").asText() + " work RVUs ("
                + work.path("studiesWithoutRvu").asInt() + " studies have none in the table), "
                + work.path("minutes").asLong() + " minutes worked");
        body.path("notBilled")
                .forEach(left ->
                        lines.add("  not billed: " + left.path("accession").asText() + " "
                                + left.path("modality").asText() + ": "
                                + left.path("why").asText()));
        return String.join(System.lineSeparator(), lines);
    }
}
