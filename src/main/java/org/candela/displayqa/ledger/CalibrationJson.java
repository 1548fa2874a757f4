package org.candela.displayqa.ledger;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.List;
import org.candela.calibration.CalibrationGoal;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.LuminanceResponse;
import org.candela.calibration.LutHolder;
import org.candela.displayqa.measure.Calibration;
import org.candela.displayqa.measure.LutBytes;

/** What a table was made from, and the table itself, as JSON: enough to compute it anew. */
// [impl->req~displayqa.record-calibration~1]
final class CalibrationJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    /** Bits of each channel that the renderer hands to the system. */
    private static final int RENDERER_BITS = 8;

    private CalibrationJson() {}

    static ObjectNode goal(CalibrationGoal goal) {
        ObjectNode json = NODES.objectNode();
        if (goal.function() instanceof CalibrationGoal.Gamma gamma) {
            json.put("function", "GAMMA").put("exponent", gamma.exponent());
        } else {
            json.put("function", "GSDF");
        }
        return json.put("maximumCdPerM2", goal.maximum().cdPerM2())
                .put("minimumCdPerM2", goal.minimum().cdPerM2())
                .put("luminanceRatio", goal.luminanceRatio());
    }

    /** Pairs of drive level and emitted luminance, from dark to bright. */
    static ArrayNode nativeCurve(List<LuminanceResponse.Point> points) {
        ArrayNode json = NODES.arrayNode();
        points.forEach(point -> json.addObject()
                .put("ddl", point.drive())
                .put("cdPerM2", point.luminance().cdPerM2()));
        return json;
    }

    /** Entries as {@link LutBytes} lays them out, in Base64. */
    static ObjectNode table(Calibration made) {
        GammaRamp ramp = made.tables().ramp();
        ObjectNode json = NODES.objectNode()
                .put("entries", made.lut().size())
                .put("argb", Base64.getEncoder().encodeToString(LutBytes.of(made.lut())))
                .put("outputBits", outputBits(made.holder()));
        made.palette().ifPresent(palette -> json.put("paletteLevels", palette.size()));
        return json.put("rampEntries", ramp.size())
                .put("rampIsNeutral", ramp.equals(GammaRamp.identity(ramp.size())))
                .put("readBackEqual", made.basis().isReadBackEqual());
    }

    private static int outputBits(LutHolder holder) {
        if (holder instanceof LutHolder.Graphics graphics) {
            return graphics.outputBits();
        }
        return holder instanceof LutHolder.Monitor monitor ? monitor.bits() : RENDERER_BITS;
    }
}
