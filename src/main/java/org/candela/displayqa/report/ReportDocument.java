package org.candela.displayqa.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.candela.calibration.Quantity;
import org.candela.displayqa.ledger.RecordJson;
import org.candela.displayqa.ledger.StoredRun;
import org.candela.displayqa.measure.QaKind;
import org.candela.facility.Contact;
import org.candela.facility.Facility;

/** The document that every form of a report says. Since 3 it holds a record of schema 3 and who is responsible. */
// [impl->req~displayqa.report~1]
final class ReportDocument {
    /** First member of the document. */
    static final String VERSION_MEMBER = "candelaDisplayQaReport";

    static final String NOT_KNOWN = "not known";
    static final String NOT_MEASURED = "not measured";
    static final int VERSION = 3;

    private final ReportMatter matter;

    private ReportDocument(ReportMatter matter) {
        this.matter = matter;
    }

    /** The document without a seal. */
    static ObjectNode of(ReportMatter matter) {
        return new ReportDocument(matter).document();
    }

    private ObjectNode document() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put(VERSION_MEMBER, VERSION);
        matter.facility().ifPresent(facility -> document.set("facility", facility(facility)));
        document.set("standard", matter.judgement().path("profile"));
        document.set("judgement", judgement());
        ArrayNode withdrawals = document.putArray("withdrawn");
        matter.later().stream()
                .filter(entry -> entry.kind() == QaKind.WITHDRAWAL)
                .forEach(entry -> withdrawals.add(withdrawal(entry)));
        document.set("record", RecordJson.parse(matter.run().record()));
        document.set("chain", chain());
        return document;
    }

    /** What nobody told is left out. */
    // [impl->req~displayqa.report-contact~1]
    private static ObjectNode facility(Facility facility) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", facility.id().toString())
                .put("name", facility.name());
        Contact contact = facility.contact();
        put(json, "department", contact.department());
        put(json, "room", contact.room());
        put(json, "responsible", contact.responsible());
        put(json, "mail", contact.mail());
        put(json, "phone", contact.phone());
        put(json, "exportRecipient", contact.exportRecipient());
        return json;
    }

    private static void put(ObjectNode json, String member, String value) {
        if (!value.isBlank()) {
            json.put(member, value);
        }
    }

    private ObjectNode judgement() {
        JsonNode from = matter.judgedIn().recordTree();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("entry", matter.judgedIn().sequence());
        json.put("hash", matter.judgedIn().hash());
        json.put("at", from.path("at").asText());
        json.put("operator", from.path("operator").asText());
        json.put("overall", matter.judgement().path("overall").asText());
        ArrayNode verdicts = json.putArray("verdicts");
        matter.judgement().path("verdicts").forEach(verdict -> verdicts.add(verdict(verdict)));
        return json;
    }

    /** Every number that decides, and where it comes from; what is not there is said in words. */
    private ObjectNode verdict(JsonNode said) {
        Quantity quantity = Quantity.valueOf(said.path("quantity").asText());
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.put("quantity", quantity.name()).put("symbol", quantity.symbol());
        copy(said, "value", row, NOT_MEASURED);
        row.set("operator", said.path("operator"));
        copy(said, "limit", row, NOT_KNOWN);
        row.set("unit", said.path("unit"));
        row.set("result", said.path("result"));
        row.set("clause", said.path("clause"));
        row.set("edition", matter.judgement().path("profile").path("edition"));
        row.set("source", said.path("source"));
        row.set("verified", said.path("verified"));
        return row;
    }

    private static void copy(JsonNode from, String member, ObjectNode to, String absent) {
        if (from.has(member)) {
            to.set(member, from.path(member));
        } else {
            to.put(member, absent);
        }
    }

    private static ObjectNode withdrawal(StoredRun entry) {
        JsonNode record = entry.recordTree();
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("entry", entry.sequence());
        for (String member : new String[] {"at", "operator", "reason"}) {
            json.set(member, record.path(member));
        }
        return json;
    }

    private ObjectNode chain() {
        ObjectNode chain = link(matter.run());
        chain.putObject("head")
                .put("sequence", matter.head().sequence())
                .put("hash", matter.head().hash());
        ArrayNode later = chain.putArray("later");
        matter.later().forEach(entry -> later.add(link(entry).set("record", entry.recordTree())));
        return chain;
    }

    private static ObjectNode link(StoredRun entry) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("sequence", entry.sequence())
                .put("previousHash", entry.previousHash())
                .put("hash", entry.hash());
    }
}
