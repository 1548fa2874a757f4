package org.candela.readiness.link;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import org.candela.facility.FacilityId;
import org.candela.readiness.link.LinkMeasurement.Link;

/** A measurement as JSON: what was not measured is not there. */
public final class LinkJson {
    private LinkJson() {}

    /** Its values with their units in the names. */
    public static ObjectNode write(LinkMeasurement measurement) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("facility", measurement.facility().value())
                .put("link", measurement.link().name())
                .put("device", measurement.device())
                .put("at", measurement.at().toString());
        measurement.greeting().ifPresent(greeting -> json.set("greeting", write(greeting)));
        json.putObject("idle")
                .put("medianMillis", measurement.idle().medianMillis())
                .put("jitterMillis", measurement.idle().jitterMillis())
                .put("requests", measurement.idle().asked())
                .put("failed", measurement.idle().failed());
        measurement.down().ifPresent(down -> json.set("down", write(down)));
        measurement.up().ifPresent(up -> json.set("up", write(up)));
        return json.put("notes", measurement.notes());
    }

    private static ObjectNode write(Greeting greeting) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("address", greeting.address())
                .put("nameMillis", greeting.nameMillis())
                .put("connectMillis", greeting.connectMillis())
                .put("tlsMillis", greeting.tlsMillis());
        greeting.certificateEnds().ifPresent(end -> json.put("certificateEnds", end.toString()));
        return json;
    }

    private static ObjectNode write(Throughput rate) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("bitsPerSecond", rate.bitsPerSecond())
                .put("bytes", rate.bytes())
                .put("millis", rate.millis())
                .put("roundTripsPerMinute", rate.roundTripsPerMinute())
                .put("failures", rate.failures());
    }

    static LinkMeasurement read(JsonNode json) {
        JsonNode idle = json.required("idle");
        return new LinkMeasurement(
                new FacilityId(json.required("facility").asText()),
                Link.valueOf(json.required("link").asText()),
                json.required("device").asText(),
                Instant.parse(json.required("at").asText()),
                Optional.of(json.path("greeting")).filter(JsonNode::isObject).map(LinkJson::greeting),
                new Delay(
                        idle.required("medianMillis").asDouble(),
                        idle.required("jitterMillis").asDouble(),
                        idle.required("requests").asInt(),
                        idle.required("failed").asInt()),
                Optional.of(json.path("down")).filter(JsonNode::isObject).map(LinkJson::rate),
                Optional.of(json.path("up")).filter(JsonNode::isObject).map(LinkJson::rate),
                json.required("notes").asText());
    }

    private static Greeting greeting(JsonNode json) {
        return new Greeting(
                json.required("address").asText(),
                json.required("nameMillis").asDouble(),
                json.required("connectMillis").asDouble(),
                json.required("tlsMillis").asDouble(),
                Optional.of(json.path("certificateEnds").asText())
                        .filter(end -> !end.isEmpty())
                        .map(Instant::parse));
    }

    private static Throughput rate(JsonNode json) {
        return new Throughput(
                json.required("bitsPerSecond").asDouble(),
                json.required("bytes").asLong(),
                json.required("millis").asLong(),
                json.required("roundTripsPerMinute").asDouble(),
                json.required("failures").asInt());
    }
}
