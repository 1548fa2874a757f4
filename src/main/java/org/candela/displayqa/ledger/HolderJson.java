package org.candela.displayqa.ledger;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.candela.calibration.CalibrationGoal;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.LutHolder;
import org.candela.displayqa.measure.Calibration;

/** What a table was made for and where it is held, as JSON. */
final class HolderJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private HolderJson() {}

    static ObjectNode target(Calibration made) {
        ObjectNode json = NODES.objectNode();
        if (made.target().function() instanceof CalibrationGoal.Gamma gamma) {
            json.put("function", "gamma").put("exponent", gamma.exponent());
        } else {
            json.put("function", "gsdf");
        }
        json.put("minimumCdPerM2", made.target().minimum().cdPerM2())
                .put("maximumCdPerM2", made.target().maximum().cdPerM2())
                .put("held", place(made.holder()));
        made.palette().ifPresent(palette -> json.put("palette", palette.name()));
        if (made.palette().isEmpty()) {
            json.put("holder", made.holder().description());
        }
        return json;
    }

    /** Content of the graphics LUT where it holds the table. */
    static Optional<ObjectNode> ramps(Calibration made) {
        return made.holder() instanceof LutHolder.Graphics
                ? Optional.of(json(made.tables().ramp()))
                : Optional.empty();
    }

    private static ObjectNode json(GammaRamp ramp) {
        ObjectNode json = NODES.objectNode();
        ArrayNode red = json.putArray("red");
        ArrayNode green = json.putArray("green");
        ArrayNode blue = json.putArray("blue");
        for (int input = 0; input < ramp.size(); input++) {
            red.add(ramp.red(input));
            green.add(ramp.green(input));
            blue.add(ramp.blue(input));
        }
        return json;
    }

    private static String place(LutHolder holder) {
        if (holder instanceof LutHolder.Graphics) {
            return "graphics LUT";
        }
        return holder instanceof LutHolder.Monitor ? "monitor LUT" : "render path";
    }
}
