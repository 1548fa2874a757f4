package org.candela.readiness.stamp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.candela.readiness.Evidence;

/** Conditions as JSON. */
final class ConditionsJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ConditionsJson() {}

    static String write(Map<String, Evidence> conditions) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        conditions.forEach((name, evidence) -> {
            ObjectNode one = json.putObject(name)
                    .put("value", evidence.value().isEmpty() ? "not measured" : evidence.value())
                    .put("basis", evidence.basis().name())
                    .put("source", evidence.source());
            evidence.at().ifPresent(at -> one.put("at", at.toString()));
        });
        return json.toString();
    }

    static JsonNode read(String body) {
        try {
            return MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no conditions: " + e.getOriginalMessage(), e);
        }
    }
}
