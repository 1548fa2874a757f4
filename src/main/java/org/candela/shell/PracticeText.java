package org.candela.shell;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.candela.viewer.MouseBindings;
import org.candela.viewer.hanging.HangingProtocol;
import org.candela.viewer.hanging.ProtocolsYaml;
import org.candela.viewer.practice.PracticeTexts.Kind;
import org.candela.viewer.window.PresetsYaml;
import org.candela.viewer.window.WindowPreset;
import org.candela.viewer.yaml.TextFormatException;
import org.candela.viewer.yaml.YamlNode;
import org.candela.viewer.yaml.YamlText;

/**
 * What a practice hands over to its readers, as one YAML text; each part may be left out.
 *
 * <pre>
 * schema: 1
 * practice: Northern Radiology
 * textSize: 125
 * keys: {viewer.invert: Shift+I, "worklist.next": "F9; Ctrl+K, N"}
 * mouse: {mouse.back: viewer.invert, wheel.shift: series}
 * presets: [{name: Lung, modality: CT, unit: HU, center: -600, width: 1500}]
 * protocols: []
 * </pre>
 *
 * @param name what the practice is called; may be empty
 * @param keys by command
 * @param mouse by button or wheel
 */
// [impl->req~practice.text~1]
public record PracticeText(
        String name,
        KeyBindings keys,
        Map<String, String> mouse,
        List<WindowPreset> presets,
        List<HangingProtocol> protocols,
        OptionalInt textSize) {
    private static final String CODE = "practice.format";
    private static final int LONGEST_NAME = 80;

    public PracticeText {
        mouse = Map.copyOf(mouse);
        presets = List.copyOf(presets);
        protocols = List.copyOf(protocols);
    }

    /**
     * Reads a text whole or not at all.
     *
     * @param shipped the keys of all commands there are
     * @throws TextFormatException naming line, place and what is wrong there
     */
    public static PracticeText read(String text, KeyBindings shipped) throws TextFormatException {
        YamlNode root = YamlText.read(text, CODE, "practice", "textSize", "keys", "mouse", "presets", "protocols");
        return new PracticeText(
                name(root.at("practice")),
                keys(root.at("keys"), shipped),
                mouse(root.at("mouse")),
                PresetsYaml.of(root.at("presets")),
                ProtocolsYaml.of(root.at("protocols")),
                size(root.at("textSize")));
    }

    /** The text; {@link #read} gives the same back. */
    public String write() {
        ObjectNode root = new ObjectMapper().createObjectNode().put("schema", YamlText.SCHEMA);
        root.put("practice", name);
        textSize.ifPresent(size -> root.put("textSize", size));
        ObjectNode keyNode = root.putObject("keys");
        keys.text().forEach(keyNode::put);
        ObjectNode mouseNode = root.putObject("mouse");
        new TreeMap<>(mouse).forEach(mouseNode::put);
        PresetsYaml.write(root.putArray("presets"), presets);
        ProtocolsYaml.write(root.putArray("protocols"), protocols);
        return YamlText.write(root);
    }

    /** How many things it says. */
    public int size() {
        return keys.keys().size() + mouse.size() + presets.size() + protocols.size() + (textSize.isPresent() ? 1 : 0);
    }

    /** Each part as it is kept; none of a part that says nothing. */
    Map<Kind, String> kept() {
        Map<Kind, String> kept = new EnumMap<>(Kind.class);
        kept.put(Kind.NAME, name);
        Map<String, String> lines = new TreeMap<>(mouse);
        lines.putAll(keys.text());
        if (!lines.isEmpty()) {
            kept.put(
                    Kind.KEYS,
                    lines.entrySet().stream()
                            .map(entry -> (entry.getKey() + " = " + entry.getValue()).strip() + "\n")
                            .collect(Collectors.joining()));
        }
        if (!presets.isEmpty()) {
            kept.put(Kind.PRESETS, PresetsYaml.write(presets));
        }
        if (!protocols.isEmpty()) {
            kept.put(Kind.PROTOCOLS, ProtocolsYaml.write(protocols));
        }
        textSize.ifPresent(percent -> kept.put(Kind.TEXT_SIZE, String.valueOf(percent)));
        return kept;
    }

    private static String name(YamlNode node) throws TextFormatException {
        String name = node.text().strip();
        if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw node.error("must be a name of at most " + LONGEST_NAME + " letters");
        }
        return name;
    }

    private static OptionalInt size(YamlNode node) throws TextFormatException {
        OptionalInt size = node.count();
        if (size.isPresent() && !TextSize.isOne(size.getAsInt())) {
            throw node.error("must be 100, 125, 150, 175 or 200");
        }
        return size;
    }

    private static KeyBindings keys(YamlNode node, KeyBindings shipped) throws TextFormatException {
        Map<String, List<KeySequence>> keys = new TreeMap<>();
        for (String id : node.keys()) {
            YamlNode one = node.at(id);
            if (!shipped.keys().containsKey(id)) {
                throw one.error("is no command; see candela keys list");
            }
            try {
                keys.putAll(KeyBindings.parse(Map.of(id, one.text())).keys());
            } catch (IllegalArgumentException e) {
                throw one.error("must be a key: " + e.getMessage());
            }
        }
        KeyBindings all = new KeyBindings(keys);
        List<KeyBindings.Conflict> conflicts = new ArrayList<>(all.conflicts());
        if (!conflicts.isEmpty()) {
            KeyBindings.Conflict first = conflicts.get(0);
            throw node.at(first.other()).error("is a second use: " + first.text());
        }
        return all;
    }

    private static Map<String, String> mouse(YamlNode node) throws TextFormatException {
        Map<String, String> mouse = new TreeMap<>();
        for (String id : node.keys()) {
            YamlNode one = node.at(id);
            try {
                MouseBindings.standard().with(Map.of(id, one.text()));
            } catch (IllegalArgumentException e) {
                throw one.error("is refused: " + e.getMessage());
            }
            mouse.put(id, one.text().strip());
        }
        return mouse;
    }
}
