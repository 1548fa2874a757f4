package org.candela.displayqa.ledger;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.candela.calibration.device.MonitorSettings;
import org.candela.calibration.device.VcpFeature;
import org.candela.calibration.device.VcpValue;
import org.candela.displayqa.measure.Circumstances;
import org.candela.displayqa.measure.Fact;
import org.candela.displayqa.measure.MonitorState;
import org.candela.displayqa.measure.Workstation;

/** When and where a run was made, as JSON. What could not be read says why: a member {@code notRead} instead of a value. */
// [impl->req~displayqa.record-site~1]
// [impl->req~displayqa.record-time~1]
final class CircumstancesJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String NOT_READ = "notRead";

    private CircumstancesJson() {}

    static ObjectNode time(Circumstances circumstances) {
        ObjectNode json = NODES.objectNode()
                .put("began", circumstances.began().toString())
                .put("offset", circumstances.offset().getId());
        circumstances.lasted().map(Duration::toMillis).ifPresent(millis -> json.put("lastedMs", millis));
        return json;
    }

    static ObjectNode workstation(Workstation workstation) {
        ObjectNode json = NODES.objectNode();
        put(json, "host", workstation.host());
        put(json, "system", workstation.system());
        put(json, "program", workstation.program());
        put(json, "gpu", workstation.gpu());
        put(json, "gpuDriver", workstation.gpuDriver());
        put(json, "uiScale", workstation.uiScale());
        put(json, "colourManagement", workstation.colourManagement());
        return json;
    }

    private static void put(ObjectNode json, String member, Fact fact) {
        fact.value().ifPresentOrElse(value -> json.put(member, value), () -> json.putObject(member)
                .put(NOT_READ, fact.whyNot()));
    }

    /** Controls by their names; one that the monitor has not is left out. */
    static ObjectNode monitor(MonitorState state) {
        if (state.told().isEmpty()) {
            return NODES.objectNode().put(NOT_READ, state.whyNot());
        }
        MonitorState.Told told = state.told().orElseThrow();
        ObjectNode json = NODES.objectNode().put("channel", told.channel());
        told.technology().ifPresent(value -> json.put("technology", technology(value)));
        told.settings().firmware().ifPresent(version -> json.put("firmware", version));
        ObjectNode controls = json.putObject("controls");
        for (Map.Entry<VcpFeature, Optional<VcpValue>> control :
                told.settings().values().entrySet()) {
            boolean isShownElsewhere =
                    control.getKey() == VcpFeature.FIRMWARE || control.getKey() == VcpFeature.USAGE_HOURS;
            if (!isShownElsewhere) {
                control.getValue()
                        .ifPresent(value -> controls.set(
                                control.getKey().name(),
                                NODES.objectNode()
                                        .put("value", control.getKey().significant(value.current()))
                                        .put("maximum", value.maximum())));
            }
        }
        return json;
    }

    /** Both lights, where the monitor has a sensor of its own. */
    static void ownSensor(ObjectNode display, Circumstances circumstances) {
        circumstances.ownSensor().ifPresent(seen -> display.putObject("ownSensor")
                .put("cdPerM2", seen.own().cdPerM2())
                .put("externalCdPerM2", seen.external().cdPerM2()));
    }

    /** Hours of the backlight stand beside the display's other members, where trends look for them. */
    static void backlightHours(ObjectNode display, MonitorState state) {
        state.told()
                .map(MonitorState.Told::settings)
                .map(MonitorSettings::usageHours)
                .ifPresent(hours -> hours.ifPresent(count -> display.put("backlightHours", count)));
    }

    /** Names of MCCS 2.2a, VCP B6. */
    private static String technology(VcpValue value) {
        int code = VcpFeature.TECHNOLOGY.significant(value.current());
        return switch (code) {
            case 1 -> "CRT, shadow mask";
            case 2 -> "CRT, aperture grill";
            case 3 -> "LCD, active matrix";
            case 4 -> "LCoS";
            case 5 -> "plasma";
            case 6 -> "OLED";
            case 7 -> "EL";
            case 8 -> "dynamic MEM";
            case 9 -> "static MEM";
            default -> "code " + code;
        };
    }
}
