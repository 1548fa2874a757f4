package org.candela.displayqa.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import org.candela.calibration.CalibrationProfile;
import org.candela.calibration.ProfileLimit;
import org.candela.calibration.device.DisplayDevice;
import org.candela.calibration.device.Edid;
import org.candela.calibration.device.EdidBlock;
import org.candela.calibration.device.MeterCertificate;
import org.candela.calibration.device.Photometer;
import org.candela.displayqa.measure.Reading;
import org.candela.displayqa.measure.RoomIlluminance;
import org.candela.displayqa.measure.ToldConditions;

/** A QA record as JSON: every number a report states, and every reading behind it. */
public final class RecordJson {
    private static final JsonMapper CANONICAL = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();
    /**
     * Since 3 a record holds when and where a run was made, and what a table was made from; since 2 findings and judgements;
     * 1 had one outcome and one profile.
     */
    static final int SCHEMA = 3;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private RecordJson() {}

    /** The one way of writing {@code node}: keys in the order made, no white space. */
    public static String canonical(JsonNode node) {
        try {
            return CANONICAL.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of JSON nodes can always be written", e);
        }
    }

    /** Reads what {@link #canonical} wrote. */
    public static JsonNode parse(String text) {
        try {
            return CANONICAL.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON: " + e.getOriginalMessage(), e);
        }
    }

    static ObjectNode of(QaRecord record) {
        ObjectNode json = NODES.objectNode();
        json.put("schema", SCHEMA);
        json.put("kind", record.outcome().kind().name());
        json.put("at", record.at().toString());
        json.put("operator", record.operator());
        json.put("simulated", record.isSimulated());
        json.set("time", CircumstancesJson.time(record.circumstances()));
        json.set(
                "workstation",
                CircumstancesJson.workstation(record.circumstances().workstation()));
        ObjectNode display = display(record.display());
        CircumstancesJson.backlightHours(display, record.circumstances().monitor());
        display.set("monitor", CircumstancesJson.monitor(record.circumstances().monitor()));
        CircumstancesJson.ownSensor(display, record.circumstances());
        json.set("display", display);
        json.set("photometer", photometer(record.outcome().photometer()));
        json.set("conditions", conditions(record));
        record.aborted().ifPresent(why -> json.putObject("aborted")
                .put("of", why.of().name())
                .put("code", why.code())
                .put("reason", why.reason()));
        json.put("lutSha256", record.outcome().table().lutSha256());
        json.put("rampIntact", record.outcome().table().isRampIntact());
        ArrayNode findings = json.putArray("findings");
        record.outcome().findings().forEach(finding -> findings.add(finding.match(FindingJson.WRITER)));
        ObjectNode values = json.putObject("values");
        record.figures().byKey().forEach(values::put);
        if (!record.figures().missing().isEmpty()) {
            ObjectNode missing = json.putObject("missing");
            record.figures().missing().forEach(missing::put);
        }
        json.set("judgements", judgements(record.judgements()));
        json.put("overall", record.overall().name());
        ArrayNode readings = json.putArray("readings");
        record.outcome().readings().forEach(reading -> readings.add(of(reading)));
        return json;
    }

    private static ObjectNode conditions(QaRecord record) {
        ObjectNode json = NODES.objectNode()
                .put(
                        "warmUpMinutes",
                        Duration.between(record.litSince(), record.at()).toMinutes())
                .put("ambientCdPerM2", record.room().ambient().cdPerM2())
                .put("ambientSource", record.room().source().name());
        record.room().illuminance().ifPresent(light -> json.set("illuminance", illuminance(light)));
        ToldConditions told = record.circumstances().conditions();
        told.temperatureCelsius().ifPresent(celsius -> json.put("temperatureCelsius", celsius));
        told.isScreenCleaned().ifPresent(isCleaned -> json.put("screenCleaned", isCleaned));
        return json;
    }

    private static ObjectNode illuminance(RoomIlluminance light) {
        return NODES.objectNode()
                .put("lux", light.light().lux())
                .put("source", light.source().name())
                .put("at", light.at().toString())
                .put("by", light.by());
    }

    static ObjectNode of(Reading reading) {
        ObjectNode json = NODES.objectNode()
                .put("rgb", reading.rgb())
                .put("cdPerM2", reading.luminance().cdPerM2())
                .put("accepted", reading.isAccepted());
        reading.colour().ifPresent(light -> json.put("x", light.x()).put("z", light.z()));
        reading.taken().ifPresent(since -> json.put("ms", since.toMillis()));
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
        edid.block().ifPresent(block -> addBlock(json, edid, block));
    }

    private static void addBlock(ObjectNode json, Edid edid, EdidBlock block) {
        block.week().ifPresent(week -> json.put("week", week));
        block.bitsOfColour().ifPresent(bits -> json.put("bitsOfColour", bits));
        block.nativeHeight().ifPresent(rows -> json.put("nativeHeightPixels", rows));
        block.nativeWidth().ifPresent(columns -> {
            json.put("nativeWidthPixels", columns);
            if (edid.widthMm() > 0) {
                json.put("pitchMm", edid.widthMm() / (double) columns);
            }
        });
        json.put("edid", block.hex()).put("edidSha256", block.sha256());
    }

    private static ObjectNode photometer(Photometer.Identity meter) {
        ObjectNode json = NODES.objectNode();
        json.put("make", meter.make()).put("model", meter.model()).put("serial", meter.serial());
        json.put("firmware", meter.firmware()).put("aim", meter.aim().name());
        json.put("simulated", meter.isSimulated());
        json.put("calibrationDue", meter.calibrationDue().map(Object::toString).orElse("unknown"));
        meter.certificate().ifPresent(certificate -> json.set("certificate", of(certificate)));
        return json;
    }

    private static ObjectNode of(MeterCertificate certificate) {
        ObjectNode json = NODES.objectNode()
                .put("number", certificate.number())
                .put("issuer", certificate.issuer())
                .put("calibratedOn", certificate.calibratedOn().toString())
                .put("due", certificate.due().toString());
        if (!Double.isNaN(certificate.relativeUncertainty())) {
            json.put("relativeUncertainty", certificate.relativeUncertainty());
        }
        return json;
    }

    static ArrayNode judgements(List<Judgement> judgements) {
        ArrayNode json = NODES.arrayNode();
        for (Judgement judgement : judgements) {
            ObjectNode row = json.addObject();
            row.set("profile", profile(judgement.profile()));
            row.set("verdicts", verdicts(judgement.verdicts()));
            row.put("overall", judgement.overall().name());
        }
        return json;
    }

    // [impl->req~displayqa.record-limits~1]
    private static ObjectNode profile(CalibrationProfile profile) {
        return NODES.objectNode()
                .put("id", profile.id())
                .put("standard", profile.standard())
                .put("title", profile.title())
                .put("edition", profile.edition())
                .put("limitsSha256", profile.sha256());
    }

    private static ArrayNode verdicts(List<Verdict> verdicts) {
        ArrayNode json = NODES.arrayNode();
        for (Verdict verdict : verdicts) {
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
            row.put("result", verdict.result().name());
            if (!verdict.why().isEmpty()) {
                row.put("why", verdict.why());
            }
            row.put("clause", limit.clause());
            row.put("source", limit.source()).put("verified", limit.isVerified());
        }
        return json;
    }
}
