package org.candela.viewer.hanging;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.candela.image.Polarity;
import org.candela.image.VoiWindow;
import org.candela.viewer.layout.Grid;
import org.candela.viewer.stack.BodyPlane;
import org.candela.viewer.yaml.TextFormatException;
import org.candela.viewer.yaml.YamlNode;
import org.candela.viewer.yaml.YamlText;

/**
 * Protocols as YAML text, for a reader to keep, edit and carry to another desk.
 *
 * <pre>
 * schema: 1
 * protocols:
 *   - id: ct-prior
 *     name: CT beside its prior
 *     match: {modality: [CT], priors: 1}
 *     stages:
 *       - panels:
 *           - {grid: 1x1, cells: [{}]}
 *           - {grid: 1x1, cells: [{study: prior, alike: 0}]}
 * </pre>
 */
// [impl->req~viewer.protocols-yaml~1]
public final class ProtocolsYaml {
    private static final String CODE = "viewer.protocol-format";

    private static final Pattern GRID = Pattern.compile("([1-9])x([1-9])");
    private static final Pattern STUDY = Pattern.compile("current|prior( [1-9][0-9]?)?");

    private ProtocolsYaml() {}

    /** The protocols of a text; two with one id are refused, as is every key that is not known. */
    public static List<HangingProtocol> read(String text) throws TextFormatException {
        return of(YamlText.read(text, CODE, "protocols").at("protocols"));
    }

    /** The protocols of a list within another text. */
    public static List<HangingProtocol> of(YamlNode list) throws TextFormatException {
        List<HangingProtocol> protocols = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (YamlNode node : list.items()) {
            HangingProtocol protocol = protocol(node);
            if (!ids.add(protocol.id())) {
                throw node.at("id").error("is used twice: " + protocol.id());
            }
            protocols.add(protocol);
        }
        return protocols;
    }

    /** Adds protocols to a list within another text. */
    public static void write(ArrayNode list, List<HangingProtocol> protocols) {
        ProtocolTree.write(list, protocols);
    }

    /** The text of protocols; {@link #read} gives equal ones back. */
    public static String write(List<HangingProtocol> protocols) {
        return YamlText.write(ProtocolTree.of(protocols));
    }

    private static HangingProtocol protocol(YamlNode node) throws TextFormatException {
        node.only("id", "name", "match", "stages");
        List<StagePlan> stages = new ArrayList<>();
        for (YamlNode stage : node.at("stages").items()) {
            stages.add(stage(stage));
        }
        try {
            return new HangingProtocol(node.at("id").text(), node.at("name").text(), match(node.at("match")), stages);
        } catch (IllegalArgumentException e) {
            throw node.error("is no protocol: " + e.getMessage());
        }
    }

    private static StudyMatch match(YamlNode node) throws TextFormatException {
        if (!node.isThere()) {
            return StudyMatch.ANY;
        }
        node.only("modality", "bodyPart", "words", "priors");
        return new StudyMatch(
                node.at("modality").words(),
                node.at("bodyPart").words(),
                node.at("words").words(),
                node.at("priors").count().orElse(0));
    }

    private static StagePlan stage(YamlNode node) throws TextFormatException {
        node.only("name", "least", "panels");
        List<PanelPlan> panels = new ArrayList<>();
        for (YamlNode panel : node.at("panels").items()) {
            panels.add(panel(panel));
        }
        try {
            return new StagePlan(
                    node.at("name").text(), node.at("least").count().orElse(1), panels);
        } catch (IllegalArgumentException e) {
            throw node.error("is no stage: " + e.getMessage());
        }
    }

    private static PanelPlan panel(YamlNode node) throws TextFormatException {
        node.only("grid", "cells");
        Matcher grid = GRID.matcher(node.at("grid").text());
        if (!grid.matches()) {
            throw node.at("grid").error("must be rows x columns, as 2x3");
        }
        List<CellPlan> cells = new ArrayList<>();
        for (YamlNode cell : node.at("cells").items()) {
            cells.add(cell(cell));
        }
        try {
            return new PanelPlan(new Grid(Integer.parseInt(grid.group(1)), Integer.parseInt(grid.group(2))), cells);
        } catch (IllegalArgumentException e) {
            throw node.error("is no panel: " + e.getMessage());
        }
    }

    private static CellPlan cell(YamlNode node) throws TextFormatException {
        node.only(
                "study",
                "modality",
                "laterality",
                "view",
                "plane",
                "words",
                "position",
                "alike",
                "window",
                "inverted",
                "turns",
                "mirrored",
                "chestWallInside");
        StackSelector selector = new StackSelector(
                prior(node.at("study")),
                node.at("modality").text(),
                node.at("laterality").text(),
                node.at("view").text(),
                node.at("plane").oneOf(BodyPlane.class),
                node.at("words").words(),
                node.at("position").count(),
                node.at("alike").count());
        return new CellPlan(selector, look(node));
    }

    private static int prior(YamlNode node) throws TextFormatException {
        String text = node.text();
        if (text.isEmpty() || text.equals("current")) {
            return 0;
        }
        Matcher prior = STUDY.matcher(text);
        if (!prior.matches()) {
            throw node.error("must be current, prior, or prior and a number");
        }
        return prior.group(1) == null ? 1 : Integer.parseInt(prior.group(1).strip());
    }

    private static CellLook look(YamlNode node) throws TextFormatException {
        OptionalInt turns = node.at("turns").count();
        if (turns.orElse(0) > 3) {
            throw node.at("turns").error("must be 0 to 3 quarter turns");
        }
        return new CellLook(
                window(node.at("window")),
                node.at("inverted").truth() ? Polarity.INVERTED : Polarity.NORMAL,
                turns.orElse(0),
                node.at("mirrored").truth(),
                node.at("chestWallInside").truth());
    }

    private static Optional<VoiWindow> window(YamlNode node) throws TextFormatException {
        if (!node.isThere()) {
            return Optional.empty();
        }
        node.only("center", "width", "function");
        try {
            return Optional.of(new VoiWindow(
                    node.at("center").number(),
                    node.at("width").number(),
                    node.at("function").oneOf(VoiWindow.Function.class).orElse(VoiWindow.Function.LINEAR)));
        } catch (IllegalArgumentException e) {
            throw node.error("is no window: " + e.getMessage());
        }
    }
}
