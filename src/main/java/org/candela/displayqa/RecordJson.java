package org.candela.displayqa;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.candela.calibration.ContrastResponse;
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

    static ObjectNode of(QaRecord record) {
        ObjectNode json = NODES.objectNode();
        json.put("kind", "calibration");
        json.put("at", record.at().toString());
        json.put("simulated", record.isSimulated());
        json.set("display", display(record.display()));
        json.set("photometer", photometer(record.calibration().photometer()));
        json.putObject("conditions")
                .put("ambientCdPerM2", record.room().ambient().cdPerM2())
                .put("ambientSource", record.room().source().name());
        json.set("target", target(record));
        json.set("prediction", prediction(record));
        json.set("before", response(record.calibration().before()));
        json.set("after", response(record.calibration().after()));
        json.set("profile", profile(record));
        json.set("verdicts", verdicts(record));
        json.put("overall", record.overall().name());
        json.set("readings", readings(record));
        return json;
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

    private static ObjectNode target(QaRecord record) {
        return NODES.objectNode()
                .put("minimumCdPerM2", record.calibration().target().minimum().cdPerM2())
                .put("maximumCdPerM2", record.calibration().target().maximum().cdPerM2())
                .put("held", "render path")
                .put("palette", record.calibration().palette().name());
    }

    private static ObjectNode prediction(QaRecord record) {
        return NODES.objectNode()
                .put("distinctLevels", record.calibration().prediction().distinctLevels())
                .put("kappaDelta", record.calibration().prediction().kappaDelta());
    }

    private static ObjectNode response(ContrastResponse response) {
        ObjectNode json = NODES.objectNode();
        json.put("kappaDelta", response.kappaDelta());
        json.put("meanJndPerStep", response.meanJnds());
        json.put("fitSlope", response.fitSlope());
        json.put("lum", response.lum());
        ArrayNode levels = json.putArray("levels");
        for (int i = 0; i <= response.steps(); i++) {
            ObjectNode level = levels.addObject();
            level.put("p", i * 255 / response.steps());
            level.put("seenCdPerM2", response.luminance(i));
            level.put("gsdfCdPerM2", response.idealLuminance(i));
            if (i < response.steps()) {
                level.put("contrastPerJnd", response.contrast(i));
                level.put("gsdfContrastPerJnd", response.idealContrast(i));
                level.put("deviation", response.deviation(i));
            }
        }
        return json;
    }

    private static ObjectNode profile(QaRecord record) {
        return NODES.objectNode()
                .put("id", record.profile().id())
                .put("standard", record.profile().standard())
                .put("edition", record.profile().edition());
    }

    private static ArrayNode verdicts(QaRecord record) {
        ArrayNode json = NODES.arrayNode();
        for (Verdict verdict : record.verdicts()) {
            ProfileLimit limit = verdict.limit();
            ObjectNode row = json.addObject();
            row.put("quantity", limit.quantity().name())
                    .put("operator", limit.operator().sign());
            row.put("limit", limit.limit()).put("unit", limit.quantity().unit());
            if (!Double.isNaN(verdict.value())) {
                row.put("value", verdict.value());
            }
            row.put("result", verdict.result().name()).put("clause", limit.clause());
            row.put("source", limit.source()).put("verified", limit.isVerified());
        }
        return json;
    }

    private static ArrayNode readings(QaRecord record) {
        ArrayNode json = NODES.arrayNode();
        for (Reading reading : record.calibration().readings()) {
            json.addObject()
                    .put("rgb", String.format("%06X", reading.argb() & 0xFFFFFF))
                    .put("cdPerM2", reading.luminance().cdPerM2())
                    .put("accepted", reading.isAccepted());
        }
        return json;
    }
}
