package org.candela.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.candela.base.Uid;
import org.candela.facility.FacilityId;
import org.candela.facility.ReadingPriority;
import org.candela.store.StoreException;

/** How drafts and signed versions are stored: JSON written field by field, so that a renamed class changes no file. */
final class ReportJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ReportJson() {}

    static String ofDraft(ReportDraft draft) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("id", draft.id().value()).put("template", draft.templateId());
        json.set("study", study(draft.study()));
        ObjectNode texts = json.putObject("texts");
        new TreeMap<>(draft.texts()).forEach(texts::put);
        ArrayNode measurements = json.putArray("measurements");
        for (InsertedMeasurement inserted : draft.measurements()) {
            LinkedMeasurement measured = inserted.measurement();
            measurements
                    .addObject()
                    .put("field", inserted.fieldId())
                    .put("value", measured.value())
                    .put("unit", measured.unit().name())
                    .put("sopInstanceUid", measured.sopInstanceUid().value())
                    .put("frameIndex", measured.frameIndex())
                    .put("from", inserted.span().from())
                    .put("to", inserted.span().to());
        }
        SpokenJson.write(draft.spoken(), json);
        return json.toString();
    }

    static ReportDraft toDraft(String text) throws StoreException {
        JsonNode json = parse(text);
        Map<String, String> texts = new TreeMap<>();
        json.path("texts")
                .properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
        List<InsertedMeasurement> measurements = new ArrayList<>();
        for (JsonNode one : json.path("measurements")) {
            LinkedMeasurement measured = new LinkedMeasurement(
                    one.path("value").asDouble(),
                    LinkedMeasurement.Unit.valueOf(string(one, "unit")),
                    new Uid(string(one, "sopInstanceUid")),
                    one.path("frameIndex").asInt());
            TextSpan span = SpokenJson.span(one);
            measurements.add(new InsertedMeasurement(string(one, "field"), measured, span));
        }
        return new ReportDraft(
                new ReportId(string(json, "id")),
                toStudy(json.path("study")),
                string(json, "template"),
                texts,
                measurements,
                SpokenJson.read(json));
    }

    /** Everything of a signed version but its hash. */
    static String ofSigned(SignedReport report) {
        ObjectNode json = MAPPER.createObjectNode();
        json.set("study", study(report.study()));
        ArrayNode sections = json.putArray("sections");
        report.sections()
                .forEach(section ->
                        sections.addObject().put("heading", section.heading()).put("text", section.text()));
        Signature signature = report.signature();
        json.putObject("signature")
                .put("signer", signature.signer().id())
                .put("familyName", signature.signer().familyName())
                .put("givenName", signature.signer().givenName())
                .put("meaning", signature.meaning().name())
                .put("signedAt", signature.signedAt().toString());
        Lineage lineage = report.lineage();
        json.putObject("lineage")
                .put("form", lineage.form())
                .put("predecessor", lineage.predecessorSha256())
                .put("amendment", lineage.amendment().text())
                .put("told", lineage.amendment().told());
        return json.toString();
    }

    static SignedReport toSigned(ReportId id, int version, String sha256, String content) throws StoreException {
        JsonNode json = parse(content);
        List<ReportSection> sections = new ArrayList<>();
        for (JsonNode section : json.path("sections")) {
            sections.add(new ReportSection(string(section, "heading"), string(section, "text")));
        }
        JsonNode by = json.path("signature");
        Signature signature = new Signature(
                new Signer(string(by, "signer"), string(by, "familyName"), string(by, "givenName")),
                SignatureMeaning.valueOf(string(by, "meaning")),
                Instant.parse(string(by, "signedAt")));
        return new SignedReport(
                id, version, toStudy(json.path("study")), sections, signature, lineage(json.path("lineage")), sha256);
    }

    private static Lineage lineage(JsonNode json) {
        return json.isMissingNode()
                ? Lineage.UNNAMED
                : new Lineage(
                        json.path("form").asInt(),
                        string(json, "predecessor"),
                        new Amendment(string(json, "amendment"), string(json, "told")));
    }

    private static ObjectNode study(ReportedStudy study) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("facility", study.facility().value())
                .put("studyInstanceUid", study.studyInstanceUid().value());
        ReportedPatient patient = study.patient();
        json.putObject("patient")
                .put("name", patient.name())
                .put("id", patient.id())
                .put("issuer", patient.issuer())
                .put("birthDate", patient.birthDate())
                .put("sex", patient.sex());
        ReportedOrder order = study.order();
        json.putObject("order")
                .put("accessionNumber", order.accessionNumber())
                .put("placerOrderNumber", order.placerOrderNumber())
                .put("procedureCode", order.procedureCode())
                .put("referringPhysician", order.referringPhysician())
                .put("modality", order.examination().modality())
                .put("description", order.examination().description())
                .put("performedAt", order.examination().performedAt().toString())
                .put("priority", order.priority().name());
        PriorsJson.write(study.priors(), json);
        return json;
    }

    private static ReportedStudy toStudy(JsonNode json) {
        JsonNode patient = json.path("patient");
        return new ReportedStudy(
                new FacilityId(string(json, "facility")),
                new Uid(string(json, "studyInstanceUid")),
                new ReportedPatient(
                        string(patient, "name"),
                        string(patient, "id"),
                        string(patient, "issuer"),
                        string(patient, "birthDate"),
                        string(patient, "sex")),
                toOrder(json.path("order")),
                PriorsJson.read(json));
    }

    private static ReportedOrder toOrder(JsonNode json) {
        return new ReportedOrder(
                string(json, "accessionNumber"),
                string(json, "placerOrderNumber"),
                string(json, "procedureCode"),
                string(json, "referringPhysician"),
                new ReportedOrder.Examination(
                        string(json, "modality"),
                        string(json, "description"),
                        LocalDateTime.parse(string(json, "performedAt"))),
                ReadingPriority.valueOf(string(json, "priority")));
    }

    private static String string(JsonNode json, String name) {
        return json.path(name).asText();
    }

    private static JsonNode parse(String text) throws StoreException {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            // The parser's message quotes what it read, which may be report text.
            throw new StoreException("report.stored", "a stored report is not readable JSON");
        }
    }
}
