package org.candela.displayqa;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.candela.calibration.ProfileLimit;
import org.candela.calibration.device.DisplayDevice;
import org.candela.calibration.device.Edid;
import org.candela.calibration.device.Photometer;

/** A QA record as JSON: every number a report states, and every reading behind it. */
final class RecordJson {
    private static final JsonMapper CANONICAL = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private RecordJson() {}

    /** The one way of writing {@code node}: keys in the order made, no white space. */
    static String canonical(JsonNode node) {
        try {
            return CANONICAL.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of JSON nodes can always be written", e);
        }
    }

    /** Reads what {@link #canonical} wrote. */
    static JsonNode parse(String text) {
        try {
            return CANONICAL.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON: " + e.getOriginalMessage(), e);
        }
    }

    static ObjectNode of(QaRecord record) {
        ObjectNode json = NODES.objectNode();
        json.put("kind", record.outcome().kind().name());
        json.put("at", record.at().toString());
        json.put("operator", record.operator());
        json.put("simulated", record.isSimulated());
        json.set("display", display(record.display()));
        json.set("photometer", photometer(record.outcome().photometer()));
        json.putObject("conditions")
                .put(
                        "warmUpMinutes",
                        Duration.between(record.litSince(), record.at()).toMinutes())
                .put("ambientCdPerM2", record.room().ambient().cdPerM2())
                .put("ambientSource", record.room().source().name());
        json.setAll(OutcomeJson.of(record.outcome()));
        json.set("profile", profile(record));
        json.set("verdicts", verdicts(record));
        json.put("overall", record.overall().name());
        ArrayNode readings = json.putArray("readings");
        record.outcome().readings().forEach(reading -> readings.add(of(reading)));
        return json;
    }

    static ObjectNode of(Reading reading) {
        return NODES.objectNode()
                .put("rgb", reading.rgb())
                .put("cdPerM2", reading.luminance().cdPerM2())
                .put("accepted", reading.isAccepted());
    }

    private static ObjectNode display(DisplayDevice display) {
        ObjectNode json = NODES.objectNode();
        json.put("id", display.id().value());
        json.put("connector", display.connector());
        json.put("widthPixels", display.place().width());
        json.put("heightPixels", display.place().height());
        display.edid().ifPresent(edid -> addEdid(json, edid));
        return json;
    }

    private static void addEdid(ObjectNode json, Edid edid) {
        json.put("manufacturer", edid.manufacturer())
                .put("model", edid.name())
                .put("serial", edid.serialText())
                .put("year", edid.year())
                .put("widthMm", edid.widthMm())
                .put("heightMm", edid.heightMm());
    }

    private static ObjectNode photometer(Photometer.Identity meter) {
        ObjectNode json = NODES.objectNode();
        json.put("make", meter.make()).put("model", meter.model()).put("serial", meter.serial());
        json.put("simulated", meter.isSimulated());
        json.put("calibrationDue", meter.calibrationDue().map(Object::toString).orElse("unknown"));
        return json;
    }

    private static ObjectNode profile(QaRecord record) {
        return NODES.objectNode()
                .put("id", record.profile().id())
                .put("standard", record.profile().standard())
                .put("title", record.profile().title())
                .put("edition", record.profile().edition());
    }

    private static ArrayNode verdicts(QaRecord record) {
        ArrayNode json = NODES.arrayNode();
        for (Verdict verdict : record.verdicts()) {
            ProfileLimit limit = verdict.limit();
            ObjectNode row = json.addObject();
            row.put("quantity", limit.quantity().name())
                    .put("operator", limit.operator().sign());
            if (limit.isKnown()) {
                row.put("limit", limit.limit());
            }
            row.put("unit", limit.quantity().unit());
            if (!Double.isNaN(verdict.value())) {
                row.put("value", verdict.value());
            }
            row.put("result", verdict.result().name()).put("clause", limit.clause());
            row.put("source", limit.source()).put("verified", limit.isVerified());
        }
        return json;
    }
}
