package org.candela.delivery.fhir;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What a FHIR server says of itself (R4 §7.4 CapabilityStatement), as far as it is about reports.
 *
 * @param version as {@code "4.0.1"}; empty where it says none
 * @param takesTransactions whether it says that it takes transactions
 * @param knowsReports whether it says that it has DiagnosticReport
 */
public record FhirCapabilities(String version, boolean takesTransactions, boolean knowsReports) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** What the text says; empty when it is no CapabilityStatement. */
    public static Optional<FhirCapabilities> read(String json) {
        try {
            JsonNode statement = MAPPER.readTree(json);
            if (statement == null || !statement.path("resourceType").asText().equals("CapabilityStatement")) {
                return Optional.empty();
            }
            JsonNode rest = statement.path("rest");
            return Optional.of(new FhirCapabilities(
                    statement.path("fhirVersion").asText(),
                    codes(rest, "interaction", "code").anyMatch("transaction"::equals),
                    codes(rest, "resource", "type").anyMatch("DiagnosticReport"::equals)));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static Stream<String> codes(JsonNode rest, String list, String field) {
        return each(rest).flatMap(one -> each(one.path(list))).map(entry -> entry.path(field)
                .asText());
    }

    private static Stream<JsonNode> each(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
