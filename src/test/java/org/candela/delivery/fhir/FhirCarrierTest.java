package org.candela.delivery.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Set;
import java.util.TreeSet;
import org.candela.MovableClock;
import org.candela.delivery.Answer;
import org.candela.net.web.JsonService;
import org.candela.report.ReportDraft;
import org.candela.report.ReportSamples;
import org.candela.report.SignatureMeaning;
import org.candela.report.SignedReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// [utest->req~delivery.fhir~1]
class FhirCarrierTest {
    /** Elements of DiagnosticReport in FHIR R4, §10.2; all others would be refused by a server that validates. */
    private static final Set<String> ELEMENTS = Set.of(
            "resourceType",
            "identifier",
            "basedOn",
            "status",
            "category",
            "code",
            "subject",
            "effectiveDateTime",
            "issued",
            "resultsInterpreter",
            "imagingStudy",
            "conclusion",
            "presentedForm");

    private static final ReportDraft SAMPLE = ReportSamples.draft();

    private final MovableClock clock = new MovableClock();

    @ParameterizedTest
    @CsvSource({
        "PRELIMINARY, preliminary",
        "FINAL, final",
        "ADDENDUM, appended",
        "CORRECTED, corrected",
        "WITHDRAWN, entered-in-error"
    })
    void everyMeaningHasItsStatus(SignatureMeaning meaning, String status) throws Exception {
        assertEquals(status, resource(meaning).path("status").asText());
    }

    @Test
    void theReportIsOneResourceThatEachVersionUpdates() throws Exception {
        JsonNode first = bundle(SignatureMeaning.PRELIMINARY).path("entry").path(0);
        JsonNode last = bundle(SignatureMeaning.FINAL).path("entry").path(0);

        assertEquals("PUT", last.path("request").path("method").asText());
        assertEquals(first.path("request"), last.path("request"));
        String identifier =
                last.path("resource").path("identifier").path(0).path("value").asText();
        assertTrue(last.path("request").path("url").asText().endsWith("%7C" + identifier));
        assertEquals("transaction", bundle(SignatureMeaning.FINAL).path("type").asText());
    }

    @Test
    void orderStudyPatientAndInterpreterAreNamedByTheirNumbers() throws Exception {
        JsonNode report = resource(SignatureMeaning.FINAL);

        JsonNode order = report.path("basedOn").path(0);
        assertEquals("ServiceRequest", order.path("type").asText());
        assertEquals("AC99", order.path("identifier").path("value").asText());
        assertEquals(
                "ACSN",
                order.path("identifier")
                        .path("type")
                        .path("coding")
                        .path(0)
                        .path("code")
                        .asText());
        JsonNode study = report.path("imagingStudy").path(0).path("identifier");
        assertEquals("urn:dicom:uid", study.path("system").asText());
        assertEquals("urn:oid:" + ReportSamples.STUDY, study.path("value").asText());
        assertEquals(
                "MRN123",
                report.path("subject").path("identifier").path("value").asText());
        assertEquals(
                "John Doe",
                report.path("resultsInterpreter").path(0).path("display").asText());
        assertEquals("No acute disease.", report.path("conclusion").asText());
    }

    @Test
    void theReportComesAsHtmlAndAsPdf() throws Exception {
        JsonNode forms = resource(SignatureMeaning.FINAL).path("presentedForm");

        String html = decoded(forms.path(0));
        assertEquals(
                "text/html; charset=utf-8", forms.path(0).path("contentType").asText());
        assertTrue(html.contains("<p>No acute disease.</p>"), html);
        assertEquals("application/pdf", forms.path(1).path("contentType").asText());
        assertTrue(decoded(forms.path(1)).startsWith("%PDF-"));
        assertEquals(decoded(forms.path(1)).length(), forms.path(1).path("size").asInt());
    }

    @Test
    void itHasOnlyElementsOfTheStandardAndAllThatMustBe() throws Exception {
        JsonNode report = resource(SignatureMeaning.FINAL);
        Set<String> names = new TreeSet<>();
        report.fieldNames().forEachRemaining(names::add);

        assertTrue(ELEMENTS.containsAll(names), names::toString);
        assertTrue(names.contains("status") && names.contains("code"), "1..1 in R4");
        assertTrue(report.path("issued").asText().matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z"));
        assertTrue(report.path("effectiveDateTime").asText().matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "200; {\"type\":\"transaction-response\",\"entry\":[{\"response\":{\"status\":\"201\"}}]}; ACCEPTED",
                "200; {\"type\":\"transaction-response\",\"entry\":[{\"response\":{\"status\":\"409 Conflict\"}}]}; ERROR",
                "200; {\"type\":\"transaction-response\",\"entry\":[]}; ERROR",
                "200; <html>a portal's page</html>; ERROR",
                "200; '' ; ERROR",
                "400; {\"resourceType\":\"OperationOutcome\",\"issue\":[{\"diagnostics\":\"no such code\"}]}; REJECTED",
                "422; '' ; REJECTED",
                "404; '' ; REJECTED",
                "401; '' ; ERROR",
                "409; '' ; ERROR",
                "412; '' ; ERROR",
                "500; '' ; ERROR",
                "302; '' ; ERROR"
            })
    void onlyATransactionResponseThatSaysSoIsAnAcceptance(int status, String body, Answer.Kind kind) {
        assertEquals(
                kind, FhirCarrier.answer(new JsonService.Reply(status, body)).kind());
    }

    @Test
    void whatTheServerSaysIsShown() {
        Answer answer = FhirCarrier.answer(
                new JsonService.Reply(400, "{\"issue\":[{\"diagnostics\":\"no such code\"},{\"code\":\"invalid\"}]}"));

        assertEquals("HTTP status 400: no such code \u00b7 invalid", answer.words());
    }

    private JsonNode resource(SignatureMeaning meaning) throws Exception {
        return bundle(meaning).path("entry").path(0).path("resource");
    }

    private JsonNode bundle(SignatureMeaning meaning) throws Exception {
        SignedReport report = ReportSamples.signed(SAMPLE, meaning, 1, clock);
        return new ObjectMapper().readTree(new ReportBundle(ZoneOffset.UTC).of(report));
    }

    private static String decoded(JsonNode form) {
        return new String(
                Base64.getDecoder().decode(form.path("data").asText()),
                form.path("contentType").asText().startsWith("text")
                        ? StandardCharsets.UTF_8
                        : StandardCharsets.ISO_8859_1);
    }
}
