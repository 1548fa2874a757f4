package org.candela.invoice;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.candela.invoice.Statement.Line;

/** A statement as JSON: of a draft, and as the body of an invoice. Names no patient. */
public final class InvoiceJson {
    private InvoiceJson() {}

    /** A draft, without a number. */
    public static ObjectNode draft(Statement statement) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("draft", true);
        return fill(json, statement);
    }

    static ObjectNode of(Statement statement, String number, Issue issue) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("invoice", number)
                .put("issuedAt", issue.at().toString())
                .put("by", issue.by());
        return fill(json, statement);
    }

    /** When and by whom. */
    record Issue(Instant at, String by) {}

    private static ObjectNode fill(ObjectNode json, Statement statement) {
        Scope scope = statement.scope();
        json.put("facility", scope.facility().value())
                .put("from", scope.period().from().toString())
                .put("through", scope.period().through().toString())
                .put("zone", scope.zone().getId())
                .put("currency", statement.currency().getCurrencyCode())
                .put("total", statement.total().toPlainString());
        if (!statement.rvuTable().isEmpty()) {
            json.put("rvuTableSha256", statement.rvuTable());
        }
        statement.lines().forEach(line -> write(json.withArray("lines").addObject(), line));
        ArrayNode studies = json.putArray("studies");
        statement.studies().forEach(study -> write(studies.addObject(), study));
        ArrayNode hours = json.putArray("hours");
        statement.hours().forEach(one -> write(hours.addObject(), one));
        ArrayNode left = json.putArray("notBilled");
        statement.left().forEach(one -> write(left.addObject().put("why", one.why()), one.study()));
        Statement.Work work = statement.work();
        json.putObject("work")
                .put("studies", work.studies())
                .put("wrvu", work.wrvu().toPlainString())
                .put("studiesWithoutRvu", work.unvalued())
                .put("minutes", work.minutes());
        return json;
    }

    private static void write(ObjectNode json, Line line) {
        json.put("what", line.what())
                .put("quantity", line.quantity().toPlainString())
                .put("unit", line.unit())
                .put("price", line.price().toPlainString())
                .put("amount", line.amount().toPlainString());
    }

    private static void write(ObjectNode json, ReadStudy study) {
        json.put("accession", study.accessionNumber())
                .put("studyInstanceUid", study.uid().value())
                .put("modality", study.modality())
                .put("description", study.description())
                .put("procedureCode", study.procedureCode())
                .put("performedOn", study.performedOn().toString())
                .put("reportedAt", study.reportedAt().toString())
                .put("finalAt", study.finalAt().toString())
                .put("reportSha256", study.reportSha256());
        study.acknowledgedAt().ifPresent(at -> json.put("acknowledgedAt", at.toString()));
    }

    private static void write(ObjectNode json, WorkedHours hours) {
        json.put("number", hours.number())
                .put("from", hours.from().toString())
                .put("until", hours.until().toString())
                .put("note", hours.note());
    }
}
