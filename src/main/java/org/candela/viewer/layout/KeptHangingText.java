package org.candela.viewer.layout;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.candela.base.Uid;
import org.candela.image.ColourTable;
import org.candela.image.ImagePoint;
import org.candela.image.Interpolation;
import org.candela.image.Polarity;
import org.candela.image.VoiWindow;
import org.candela.study.FrameKey;
import org.candela.viewer.picture.Appearance;
import org.candela.viewer.picture.Edge;
import org.candela.viewer.picture.Magnification;
import org.candela.viewer.picture.Occlusion;
import org.candela.viewer.picture.OverlayInk;
import org.candela.viewer.picture.ViewState;
import org.candela.viewer.picture.VoiChoice;

/** A kept hanging as JSON text and back. A text that is not understood gives none: the study then hangs afresh. */
final class KeptHangingText {
    private static final ObjectMapper JSON = new ObjectMapper();

    private KeptHangingText() {}

    static String write(KeptHanging kept) {
        ObjectNode root = JSON.createObjectNode();
        ArrayNode grids = root.putArray("grids");
        kept.grids().forEach(grid -> grids.addArray().add(grid.rows()).add(grid.columns()));
        ArrayNode places = root.putArray("places");
        kept.hung().forEach((place, named) -> write(places.addObject(), place, named));
        return root.toString();
    }

    static Optional<KeptHanging> read(String text) {
        try {
            JsonNode root = JSON.readTree(text);
            List<Grid> grids = new ArrayList<>();
            root.path("grids")
                    .forEach(grid -> grids.add(
                            new Grid(grid.path(0).asInt(), grid.path(1).asInt())));
            Map<Place, KeptHanging.Named> hung = new TreeMap<>();
            root.path("places").forEach(node -> hung.put(place(node), named(node)));
            return grids.isEmpty() ? Optional.empty() : Optional.of(new KeptHanging(grids, hung));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static void write(ObjectNode node, Place place, KeptHanging.Named named) {
        node.put("panel", place.panel()).put("cell", place.cell());
        node.put("series", named.seriesUid().value());
        write(node.putObject("first"), named.first());
        write(node.putObject("shown"), named.shown());
        node.putArray("tiles").add(named.tiles().rows()).add(named.tiles().columns());
        Appearance look = named.appearance();
        ViewState view = look.view();
        node.put("zoom", view.zoom())
                .put("magnification", view.magnification().name())
                .put("shiftColumns", view.shift().column())
                .put("shiftRows", view.shift().row())
                .put("quarterTurns", view.quarterTurns())
                .put("mirrored", view.isMirrored())
                .put("edge", view.edge().name())
                .put("polarity", look.polarity().name())
                .put("overlays", look.ink().name())
                .put("interpolation", look.filling().interpolation().name())
                .put("colours", look.filling().colours().name())
                .put("occlusion", look.filling().occlusion().name());
        write(node.putObject("voi"), look.voi());
    }

    private static void write(ObjectNode node, FrameKey frame) {
        node.put("instance", frame.sopInstance().value()).put("frame", frame.frameIndex());
    }

    private static void write(ObjectNode node, VoiChoice choice) {
        if (choice instanceof VoiChoice.OfFile file) {
            node.put("number", file.number());
        } else if (choice instanceof VoiChoice.Moved moved) {
            node.put("number", moved.file().number());
            write(node.putObject("to"), moved.to());
        } else if (choice instanceof VoiChoice.ByReader chosen) {
            node.put("number", chosen.instead().number());
            write(node.putObject("window"), chosen.window());
        }
    }

    private static void write(ObjectNode node, VoiWindow window) {
        node.put("center", window.center())
                .put("width", window.width())
                .put("function", window.function().name());
    }

    private static Place place(JsonNode node) {
        return new Place(node.path("panel").asInt(-1), node.path("cell").asInt(-1));
    }

    private static KeptHanging.Named named(JsonNode node) {
        ViewState view = new ViewState(
                node.path("zoom").asDouble(),
                Magnification.valueOf(node.path("magnification").asText()),
                new ImagePoint(
                        node.path("shiftColumns").asDouble(),
                        node.path("shiftRows").asDouble()),
                node.path("quarterTurns").asInt(),
                node.path("mirrored").asBoolean(),
                Edge.valueOf(node.path("edge").asText()));
        Appearance look = new Appearance(
                view,
                voi(node.path("voi")),
                Polarity.valueOf(node.path("polarity").asText()),
                OverlayInk.valueOf(node.path("overlays").asText()),
                new Appearance.Filling(
                        Interpolation.valueOf(node.path("interpolation").asText()),
                        ColourTable.valueOf(node.path("colours").asText()),
                        Occlusion.valueOf(node.path("occlusion").asText())));
        return new KeptHanging.Named(
                new Uid(node.path("series").asText()),
                frame(node.path("first")),
                frame(node.path("shown")),
                look,
                tiles(node.path("tiles")));
    }

    /** What was kept before there were tiles has one image. */
    private static Grid tiles(JsonNode node) {
        return new Grid(node.path(0).asInt(1), node.path(1).asInt(1));
    }

    private static FrameKey frame(JsonNode node) {
        return new FrameKey(
                new Uid(node.path("instance").asText()), node.path("frame").asInt());
    }

    private static VoiChoice voi(JsonNode node) {
        VoiChoice.OfFile file = new VoiChoice.OfFile(node.path("number").asInt());
        if (node.has("to")) {
            return new VoiChoice.Moved(file, window(node.path("to")));
        }
        return node.has("window") ? new VoiChoice.ByReader(window(node.path("window")), file) : file;
    }

    private static VoiWindow window(JsonNode node) {
        return new VoiWindow(
                node.path("center").asDouble(),
                node.path("width").asDouble(),
                VoiWindow.Function.valueOf(node.path("function").asText()));
    }
}
