package org.candela.viewer.hanging;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.candela.image.Polarity;
import org.candela.image.VoiWindow;
import org.candela.viewer.yaml.YamlText;

/** Protocols as a tree to be written; what is as usual is left out, so that a reader sees what matters. */
final class ProtocolTree {
    private ProtocolTree() {}

    static ObjectNode of(List<HangingProtocol> protocols) {
        ObjectNode root = new ObjectMapper().createObjectNode();
        root.put("schema", YamlText.SCHEMA);
        write(root.putArray("protocols"), protocols);
        return root;
    }

    static void write(ArrayNode list, List<HangingProtocol> protocols) {
        protocols.forEach(protocol -> write(list.addObject(), protocol));
    }

    private static void write(ObjectNode node, HangingProtocol protocol) {
        node.put("id", protocol.id()).put("name", protocol.name());
        StudyMatch match = protocol.match();
        ObjectNode criteria = node.putObject("match");
        words(criteria, "modality", match.modalities());
        words(criteria, "bodyPart", match.bodyParts());
        words(criteria, "words", match.words());
        if (match.leastPriors() > 0) {
            criteria.put("priors", match.leastPriors());
        }
        ArrayNode stages = node.putArray("stages");
        for (StagePlan stage : protocol.stages()) {
            ObjectNode written = stages.addObject();
            text(written, "name", stage.name());
            if (stage.least() > 1) {
                written.put("least", stage.least());
            }
            ArrayNode panels = written.putArray("panels");
            stage.panels().forEach(panel -> write(panels.addObject(), panel));
        }
    }

    private static void write(ObjectNode node, PanelPlan panel) {
        node.put("grid", panel.grid().rows() + "x" + panel.grid().columns());
        ArrayNode cells = node.putArray("cells");
        for (CellPlan cell : panel.cells()) {
            ObjectNode written = cells.addObject();
            write(written, cell.selector());
            write(written, cell.look());
        }
    }

    private static void write(ObjectNode node, StackSelector selector) {
        if (selector.prior() > 0) {
            node.put("study", selector.prior() == 1 ? "prior" : "prior " + selector.prior());
        }
        text(node, "modality", selector.modality());
        text(node, "laterality", selector.laterality());
        text(node, "view", selector.viewPosition());
        selector.plane().ifPresent(plane -> node.put("plane", plane.name().toLowerCase(Locale.ROOT)));
        words(node, "words", selector.words());
        count(node, "position", selector.position());
        count(node, "alike", selector.alike());
    }

    private static void write(ObjectNode node, CellLook look) {
        look.window().ifPresent(window -> write(node.putObject("window"), window));
        flag(node, "inverted", look.polarity() == Polarity.INVERTED);
        if (look.quarterTurns() > 0) {
            node.put("turns", look.quarterTurns());
        }
        flag(node, "mirrored", look.isMirrored());
        flag(node, "chestWallInside", look.isChestWallInside());
    }

    private static void write(ObjectNode node, VoiWindow window) {
        node.put("center", window.center()).put("width", window.width());
        if (window.function() != VoiWindow.Function.LINEAR) {
            node.put("function", window.function().name());
        }
    }

    private static void text(ObjectNode node, String key, String text) {
        if (!text.isEmpty()) {
            node.put(key, text);
        }
    }

    private static void words(ObjectNode node, String key, List<String> words) {
        if (!words.isEmpty()) {
            ArrayNode list = node.putArray(key);
            words.forEach(list::add);
        }
    }

    private static void count(ObjectNode node, String key, OptionalInt count) {
        count.ifPresent(number -> node.put(key, number));
    }

    private static void flag(ObjectNode node, String key, boolean isSet) {
        if (isSet) {
            node.put(key, true);
        }
    }
}
