package org.candela.delivery.fhir;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.stream.Collectors;
import org.candela.base.CandelaException;
import org.candela.delivery.ReportWords;
import org.candela.delivery.document.ReportPdf;
import org.candela.delivery.document.ReportText;
import org.candela.report.ReportSection;
import org.candela.report.ReportedOrder;
import org.candela.report.ReportedPatient;
import org.candela.report.SignedReport;
import org.candela.report.Signer;

/**
 * A signed version as a FHIR R4 transaction Bundle (IHE IMR RAD-141): its DiagnosticReport, written by a conditional update
 * on the report's own identifier. So each version takes the place of the one before, and the same version sent twice
 * changes nothing. Patient, order, study and interpreter are logical references, by their numbers: the server knows them.
 */
// [impl->req~delivery.fhir~1]
public final class ReportBundle {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String TERMINOLOGY = "http://terminology.hl7.org/CodeSystem/";
    private static final String URI_SYSTEM = "urn:ietf:rfc:3986";
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

    private final ZoneId zone;

    /** @param zone of the examination and of times in documents */
    public ReportBundle(ZoneId zone) {
        this.zone = zone;
    }

    /** The Bundle in UTF-8. */
    public byte[] of(SignedReport report) throws CandelaException {
        ObjectNode bundle = JsonNodeFactory.instance
                .objectNode()
                .put("resourceType", "Bundle")
                .put("type", "transaction")
                .put("timestamp", report.signature().signedAt().toString());
        ObjectNode entry = bundle.putArray("entry").addObject();
        entry.put("fullUrl", urn(report));
        entry.set("resource", resource(report));
        entry.putObject("request")
                .put("method", "PUT")
                .put("url", "DiagnosticReport?identifier=" + URI_SYSTEM + "%7C" + urn(report));
        try {
            return MAPPER.writeValueAsBytes(bundle);
        } catch (JsonProcessingException e) {
            throw new CandelaException("delivery.fhir", "the report cannot be written as FHIR", e);
        }
    }

    private static String urn(SignedReport report) {
        return "urn:uuid:" + report.id().value();
    }

    private ObjectNode resource(SignedReport report) throws CandelaException {
        ReportedOrder order = report.study().order();
        ObjectNode resource = JsonNodeFactory.instance.objectNode().put("resourceType", "DiagnosticReport");
        resource.putArray("identifier").addObject().put("system", URI_SYSTEM).put("value", urn(report));
        if (!order.accessionNumber().isBlank()) {
            logical(resource.putArray("basedOn"), "ServiceRequest", coded("ACSN", order.accessionNumber()));
        }
        resource.put("status", status(report));
        resource.putArray("category").add(concept(TERMINOLOGY + "v2-0074", "RAD", "Radiology"));
        resource.set("code", code(order));
        subject(resource, report.study().patient());
        resource.put(
                "effectiveDateTime",
                LOCAL.format(order.examination().performedAt().atZone(zone)));
        resource.put("issued", report.signature().signedAt().toString());
        Signer signer = report.signature().signer();
        logical(resource.putArray("resultsInterpreter"), "Practitioner", value(signer.id()))
                .put("display", signer.printedName());
        logical(
                resource.putArray("imagingStudy"),
                "ImagingStudy",
                value("urn:oid:" + report.study().studyInstanceUid()).put("system", "urn:dicom:uid"));
        String conclusion = conclusion(report);
        if (!conclusion.isEmpty()) {
            resource.put("conclusion", conclusion);
        }
        presented(resource.putArray("presentedForm"), report);
        return resource;
    }

    /** FHIR R4 DiagnosticReportStatus. */
    private static String status(SignedReport report) {
        return switch (report.meaning()) {
            case PRELIMINARY -> "preliminary";
            case FINAL -> "final";
            case ADDENDUM -> "appended";
            case CORRECTED -> "corrected";
            case WITHDRAWN -> "entered-in-error";
        };
    }

    private static ObjectNode code(ReportedOrder order) {
        ObjectNode code = concept("http://loinc.org", "18748-4", "Diagnostic imaging study");
        String description = order.examination().description();
        return code.put("text", description.isBlank() ? order.examination().modality() : description);
    }

    private static void subject(ObjectNode resource, ReportedPatient patient) {
        ObjectNode subject = resource.putObject("subject").put("type", "Patient");
        ObjectNode identifier = coded("MR", patient.id().isBlank() ? "unknown" : patient.id());
        if (!patient.issuer().isBlank()) {
            identifier.putObject("assigner").put("display", patient.issuer());
        }
        subject.set("identifier", identifier);
        String name = patient.name()
                .split("=", 2)[0]
                .replace('^', ' ')
                .replaceAll("\\s+", " ")
                .strip();
        if (!name.isEmpty()) {
            subject.put("display", name);
        }
    }

    private String conclusion(SignedReport report) {
        return ReportWords.of(report, zone).stream()
                .filter(section -> section.isImpression() || ReportWords.isOfChange(section))
                .map(ReportSection::text)
                .collect(Collectors.joining("\n"));
    }

    private void presented(ArrayNode forms, SignedReport report) throws CandelaException {
        attach(
                forms,
                report,
                "text/html; charset=utf-8",
                ReportText.html(report, zone).getBytes(StandardCharsets.UTF_8));
        attach(forms, report, "application/pdf", ReportPdf.of(report, zone));
    }

    private static void attach(ArrayNode forms, SignedReport report, String type, byte[] bytes) {
        forms.addObject()
                .put("contentType", type)
                .put("language", "en")
                .put("data", Base64.getEncoder().encodeToString(bytes))
                .put("size", bytes.length)
                .put("title", "Radiology report, version " + report.version())
                .put("creation", report.signature().signedAt().toString());
    }

    private static ObjectNode concept(String system, String code, String display) {
        ObjectNode concept = JsonNodeFactory.instance.objectNode();
        concept.putArray("coding")
                .addObject()
                .put("system", system)
                .put("code", code)
                .put("display", display);
        return concept;
    }

    private static ObjectNode value(String value) {
        return JsonNodeFactory.instance.objectNode().put("value", value);
    }

    private static ObjectNode coded(String type, String value) {
        ObjectNode identifier = JsonNodeFactory.instance.objectNode();
        ObjectNode kind = identifier.putObject("type");
        kind.putArray("coding")
                .addObject()
                .put("system", TERMINOLOGY + "v2-0203")
                .put("code", type);
        return identifier.put("value", value);
    }

    private static ObjectNode logical(ArrayNode references, String type, ObjectNode identifier) {
        ObjectNode reference = references.addObject().put("type", type);
        reference.set("identifier", identifier);
        return reference;
    }
}
