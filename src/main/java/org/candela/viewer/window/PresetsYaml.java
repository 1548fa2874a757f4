package org.candela.viewer.window;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.candela.image.VoiWindow;
import org.candela.viewer.yaml.TextFormatException;
import org.candela.viewer.yaml.YamlNode;
import org.candela.viewer.yaml.YamlText;

/**
 * Presets as YAML text, in the order of their keys.
 *
 * <pre>
 * schema: 1
 * presets:
 *   - {name: Lung, modality: CT, unit: HU, center: -600, width: 1500}
 *   - {name: Petrous bone, modality: CT, bodyPart: HEAD, unit: HU, center: 700, width: 4000}
 * </pre>
 */
public final class PresetsYaml {
    private static final String CODE = "viewer.preset-format";

    private PresetsYaml() {}

    /** The presets of a text; two of one modality with one name are refused, as is every key that is not known. */
    // [impl->req~viewer.window-presets~1]
    public static List<WindowPreset> read(String text) throws TextFormatException {
        return of(YamlText.read(text, CODE, "presets").at("presets"));
    }

    /** The presets of a list within another text. */
    public static List<WindowPreset> of(YamlNode list) throws TextFormatException {
        List<WindowPreset> presets = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (YamlNode node : list.items()) {
            WindowPreset preset = preset(node);
            if (!names.add(preset.modality() + ' ' + preset.name())) {
                throw node.at("name").error("is used twice for " + preset.modality() + ": " + preset.name());
            }
            presets.add(preset);
        }
        return presets;
    }

    /** The text of presets; {@link #read} gives equal ones back. */
    public static String write(List<WindowPreset> presets) {
        ObjectNode root = new ObjectMapper().createObjectNode().put("schema", YamlText.SCHEMA);
        write(root.putArray("presets"), presets);
        return YamlText.write(root);
    }

    /** Adds presets to a list within another text. */
    public static void write(ArrayNode list, List<WindowPreset> presets) {
        presets.forEach(preset -> write(list.addObject(), preset));
    }

    private static void write(ObjectNode node, WindowPreset preset) {
        node.put("name", preset.name()).put("modality", preset.modality());
        if (!preset.bodyPart().isEmpty()) {
            node.put("bodyPart", preset.bodyPart());
        }
        if (!preset.unit().isEmpty()) {
            node.put("unit", preset.unit());
        }
        VoiWindow window = preset.window();
        node.put("center", window.center()).put("width", window.width());
        if (window.function() != VoiWindow.Function.LINEAR) {
            node.put("function", window.function().name());
        }
    }

    private static WindowPreset preset(YamlNode node) throws TextFormatException {
        node.only("name", "modality", "bodyPart", "unit", "center", "width", "function");
        try {
            return new WindowPreset(
                    node.at("name").text(),
                    node.at("modality").text(),
                    node.at("bodyPart").text(),
                    node.at("unit").text(),
                    new VoiWindow(
                            node.at("center").number(),
                            node.at("width").number(),
                            node.at("function").oneOf(VoiWindow.Function.class).orElse(VoiWindow.Function.LINEAR)));
        } catch (IllegalArgumentException e) {
            throw node.error("is no preset: " + e.getMessage());
        }
    }
}
