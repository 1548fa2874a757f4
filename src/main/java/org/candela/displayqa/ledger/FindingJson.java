package org.candela.displayqa.ledger;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.candela.calibration.ContrastResponse;
import org.candela.calibration.GreyColour;
import org.candela.calibration.LutBuilder;
import org.candela.calibration.Tristimulus;
import org.candela.calibration.Uniformity;
import org.candela.displayqa.measure.BacklightSeen;
import org.candela.displayqa.measure.Calibration;
import org.candela.displayqa.measure.ChangeSeen;
import org.candela.displayqa.measure.ColoursSeen;
import org.candela.displayqa.measure.DisplaysCompared;
import org.candela.displayqa.measure.EndsSeen;
import org.candela.displayqa.measure.FieldSeen;
import org.candela.displayqa.measure.Finding;
import org.candela.displayqa.measure.FunctionSeen;
import org.candela.displayqa.measure.LevelsSeen;
import org.candela.displayqa.measure.LutBytes;
import org.candela.displayqa.measure.MatchedTo;
import org.candela.displayqa.measure.RampSeen;
import org.candela.displayqa.measure.VisualSeen;

/** A finding as JSON; its member {@code type} tells which. */
final class FindingJson implements Finding.Cases<ObjectNode> {
    static final FindingJson WRITER = new FindingJson();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int WHITE = 255;

    private FindingJson() {}

    @Override
    public ObjectNode calibration(Calibration made) {
        ObjectNode json = typed("calibration");
        json.set("goal", CalibrationJson.goal(made.basis().goal()));
        json.set("native", CalibrationJson.nativeCurve(made.basis().nativeCurve()));
        json.set("target", HolderJson.target(made));
        json.putObject("weights")
                .put("red", made.weights().red())
                .put("green", made.weights().green())
                .put("blue", made.weights().blue());
        json.set("prediction", prediction(made.prediction()));
        ArrayNode plan = json.putArray("plan");
        made.plan()
                .choices()
                .forEach(choice -> plan.add(prediction(choice.prediction())
                        .put("held", choice.holder().description())));
        json.put("lutSha256", LutBytes.sha256(made.lut()));
        json.put("rampSha256", made.rampSha256());
        HolderJson.ramps(made).ifPresent(ramps -> json.set("ramp", ramps));
        made.tables().monitor().ifPresent(monitor -> json.put("monitorSha256", monitor.sha256()));
        json.set("table", CalibrationJson.table(made));
        json.set("before", response(NODES.objectNode(), made.before()));
        return json;
    }

    @Override
    public ObjectNode levels(LevelsSeen levels) {
        return response(typed("levels").put("count", levels.levels()), levels.response());
    }

    @Override
    public ObjectNode ends(EndsSeen ends) {
        ObjectNode json = typed("ends")
                .put("blackCdPerM2", ends.black().cdPerM2())
                .put("whiteCdPerM2", ends.white().cdPerM2());
        if (ends.blackReadings() > 0 && ends.whiteReadings() > 0) {
            json.put("blackReadings", ends.blackReadings()).put("whiteReadings", ends.whiteReadings());
        }
        return json;
    }

    @Override
    public ObjectNode field(FieldSeen field) {
        Uniformity uniformity = field.uniformity();
        ObjectNode json = typed("field").put("p", field.pValue());
        ArrayNode places = json.putArray("seenCdPerM2");
        for (int place = 0; place < Uniformity.SIDE * Uniformity.SIDE; place++) {
            places.add(uniformity.luminance(place / Uniformity.SIDE, place % Uniformity.SIDE));
        }
        json.put("maximumLuminanceDeviation", uniformity.maximumLuminanceDeviation());
        json.put("deviationFromMedian", uniformity.deviationFromMedian());
        if (!field.readings().isEmpty()) {
            ArrayNode readings = json.putArray("readings");
            field.readings().forEach(readings::add);
        }
        if (!field.colours().isEmpty()) {
            ArrayNode colours = json.putArray("colours");
            field.colours().forEach(light -> colour(colours.addObject(), light));
        }
        field.colourWithin().ifPresent(within -> json.put("colourWithin", within));
        return json;
    }

    @Override
    public ObjectNode colours(ColoursSeen colours) {
        ObjectNode json = typed("colours");
        ArrayNode greys = json.putArray("greys");
        for (ColoursSeen.Grey grey : colours.colours()) {
            colour(greys.addObject().put("p", grey.pValue()), grey.light());
        }
        GreyColour greyColour = GreyColour.of(colours.colours().stream()
                .map(grey -> new GreyColour.Level(grey.pValue(), grey.light()))
                .toList());
        greyColour.white().ifPresent(white -> json.put("whiteFromD65", white.fromD65())
                .put("strayFromWhite", greyColour.strayFromWhite()));
        return json;
    }

    private static void colour(ObjectNode row, Tristimulus light) {
        row.put("x", light.x()).put("y", light.y()).put("z", light.z());
        light.chromaticity()
                .ifPresent(colour -> row.put("uPrime", colour.uPrime()).put("vPrime", colour.vPrime()));
    }

    @Override
    public ObjectNode compared(DisplaysCompared compared) {
        ObjectNode json = typed("compared")
                .put("display", compared.other().value())
                .put("run", compared.run())
                .put("whiteDeviation", compared.whiteDeviation());
        if (!Double.isNaN(compared.whiteColourDistance())) {
            json.put("whiteColourDistance", compared.whiteColourDistance());
        }
        return json;
    }

    @Override
    public ObjectNode change(ChangeSeen change) {
        return typed("change")
                .put("run", change.run())
                .put("white", change.white())
                .put("black", change.black());
    }

    @Override
    public ObjectNode ramp(RampSeen ramp) {
        return typed("ramp")
                .put("effect", ramp.effect().name())
                .put("bits", ramp.bits())
                .put("neutralCdPerM2", ramp.neutral().cdPerM2())
                .put("testedCdPerM2", ramp.tested().cdPerM2());
    }

    @Override
    public ObjectNode function(FunctionSeen seen) {
        return typed("function")
                .put("function", "gamma")
                .put("exponent", seen.function().exponent())
                .put("count", seen.levels())
                .put("deviation", seen.deviation().largest())
                .put("fittedExponent", seen.deviation().exponent());
    }

    @Override
    public ObjectNode matched(MatchedTo matched) {
        ObjectNode json = typed("matched")
                .put("whiteCdPerM2", matched.white().cdPerM2())
                .put("dimmest", matched.dimmest().value());
        ArrayNode group = json.putArray("group");
        matched.group().forEach(display -> group.add(display.value()));
        return json;
    }

    @Override
    public ObjectNode backlight(BacklightSeen backlight) {
        return typed("backlight")
                .put("whites", backlight.whites())
                .put("largestChange", backlight.largestChange())
                .put("corrected", backlight.isCorrected());
    }

    @Override
    public ObjectNode visual(VisualSeen visual) {
        return VisualJson.of(visual.result());
    }

    private static ObjectNode prediction(LutBuilder.Prediction prediction) {
        return NODES.objectNode()
                .put("distinctLevels", prediction.distinctLevels())
                .put("kappaDelta", prediction.kappaDelta())
                .put("kappaDelta52", prediction.kappaDelta52())
                .put("kappaDelta256", prediction.kappaDelta256());
    }

    private static ObjectNode typed(String type) {
        return NODES.objectNode().put("type", type);
    }

    private static ObjectNode response(ObjectNode json, ContrastResponse response) {
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
