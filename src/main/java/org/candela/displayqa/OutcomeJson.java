package org.candela.displayqa;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.candela.calibration.ContrastResponse;
import org.candela.calibration.Uniformity;

/** The part of a record that differs by the kind of run. */
final class OutcomeJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int WHITE = 255;

    private OutcomeJson() {}

    static ObjectNode of(QaOutcome outcome) {
        return outcome.match(
                OutcomeJson::calibration, OutcomeJson::constancy, OutcomeJson::quickCheck, OutcomeJson::evenness);
    }

    private static ObjectNode calibration(Calibration done) {
        ObjectNode json = NODES.objectNode();
        json.putObject("target")
                .put("minimumCdPerM2", done.target().minimum().cdPerM2())
                .put("maximumCdPerM2", done.target().maximum().cdPerM2())
                .put("held", "render path")
                .put("palette", done.palette().name());
        json.putObject("prediction")
                .put("distinctLevels", done.prediction().distinctLevels())
                .put("kappaDelta", done.prediction().kappaDelta());
        json.put("lutSha256", LutBytes.sha256(done.lut()));
        json.put("rampSha256", done.rampSha256());
        json.set("before", response(done.before()));
        json.set("response", response(done.after()));
        return json;
    }

    private static ObjectNode constancy(Constancy done) {
        ObjectNode json = NODES.objectNode();
        json.put("lutSha256", done.lutSha256()).put("rampIntact", done.isRampIntact());
        json.set("response", response(done.response()));
        return json;
    }

    private static ObjectNode quickCheck(QuickCheck done) {
        ObjectNode json = NODES.objectNode();
        json.put("lutSha256", done.lutSha256()).put("rampIntact", done.isRampIntact());
        json.put("blackCdPerM2", done.black().cdPerM2());
        json.put("whiteCdPerM2", done.white().cdPerM2());
        return json;
    }

    private static ObjectNode evenness(Evenness done) {
        ObjectNode json = NODES.objectNode();
        json.put("lutSha256", done.lutSha256());
        ObjectNode uniformity = json.putObject("uniformity");
        uniformity.put("p", Evenness.P_VALUE / 257);
        ArrayNode places = uniformity.putArray("seenCdPerM2");
        for (int place = 0; place < Uniformity.SIDE * Uniformity.SIDE; place++) {
            places.add(done.uniformity().luminance(place / Uniformity.SIDE, place % Uniformity.SIDE));
        }
        uniformity.put("maximumLuminanceDeviation", done.uniformity().maximumLuminanceDeviation());
        uniformity.put("deviationFromMedian", done.uniformity().deviationFromMedian());
        return json;
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
            level.put("p", i * WHITE / response.steps());
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
}
