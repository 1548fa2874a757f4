package org.candela.shell;

import static java.util.Map.entry;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What commands are about, in the order of the help. */
enum CommandGroup {
    CASE,
    MOVE,
    LAYOUT,
    COMPARE,
    LOOK,
    MEASURE,
    KEY_IMAGES,
    DISPLAYS,
    WORKSTATION;

    /** By the beginning of the id, in the order of the help; the longest that fits says it. */
    private static final List<Map.Entry<String, CommandGroup>> BY_PREFIX = List.of(
            entry("worklist.next", CASE),
            entry("images.focus", CASE),
            entry("images.export", CASE),
            entry("images.print", CASE),
            entry("report.", CASE),
            entry("dictation.", CASE),
            entry("case.", CASE),
            entry("worklist.", CASE),
            entry("documents.", CASE),
            entry("critical.", CASE),
            entry("lock.", WORKSTATION),
            entry("shelf.series", LAYOUT),
            entry("shelf.priors", LAYOUT),
            entry("readiness.", DISPLAYS),
            entry("displays.", DISPLAYS),
            entry("screens.", DISPLAYS),
            entry("edit.", WORKSTATION),
            entry("app.keys", WORKSTATION),
            entry("app.commands", WORKSTATION),
            entry("app.mouse", WORKSTATION),
            entry("work.", WORKSTATION),
            entry("app.", WORKSTATION),
            entry("viewer.next-image", MOVE),
            entry("viewer.previous-image", MOVE),
            entry("viewer.page-", MOVE),
            entry("viewer.first-image", MOVE),
            entry("viewer.last-image", MOVE),
            entry("viewer.next-series", MOVE),
            entry("viewer.previous-series", MOVE),
            entry("viewer.next-place", MOVE),
            entry("viewer.previous-place", MOVE),
            entry("viewer.cine", MOVE),
            entry("viewer.tool.scroll", MOVE),
            entry("viewer.next-stage", LAYOUT),
            entry("viewer.previous-stage", LAYOUT),
            entry("viewer.enlarge", LAYOUT),
            entry("viewer.grid.", LAYOUT),
            entry("viewer.tiles.", LAYOUT),
            entry("viewer.next-tile", MOVE),
            entry("viewer.previous-tile", MOVE),
            entry("images.save-protocol", LAYOUT),
            entry("viewer.link.", COMPARE),
            entry("viewer.reference-lines", COMPARE),
            entry("viewer.tool.space-cursor", COMPARE),
            entry("viewer.next-voi", LOOK),
            entry("viewer.invert", LOOK),
            entry("viewer.overlays", LOOK),
            entry("viewer.interpolation", LOOK),
            entry("viewer.colours", LOOK),
            entry("viewer.occlusion", LOOK),
            entry("viewer.reset", LOOK),
            entry("viewer.one-to-one", LOOK),
            entry("viewer.true-size", LOOK),
            entry("viewer.next-state", LOOK),
            entry("viewer.regions", LOOK),
            entry("viewer.next-region", LOOK),
            entry("viewer.region-filling", LOOK),
            entry("viewer.turn", LOOK),
            entry("viewer.mirror", LOOK),
            entry("viewer.tool.window", LOOK),
            entry("viewer.tool.zoom", LOOK),
            entry("viewer.tool.pan", LOOK),
            entry("viewer.preset.", LOOK),
            entry("viewer.presets", LOOK),
            entry("viewer.window.", LOOK),
            entry("viewer.magnifier", LOOK),
            entry("viewer.histogram", LOOK),
            entry("viewer.tool.", MEASURE),
            entry("viewer.place-point", MEASURE),
            entry("viewer.cancel-drawing", MEASURE),
            entry("viewer.back-point", MEASURE),
            entry("viewer.next-mark", MEASURE),
            entry("viewer.previous-mark", MEASURE),
            entry("viewer.next-point", MEASURE),
            entry("viewer.mark-text", MEASURE),
            entry("viewer.remove-mark", MEASURE),
            entry("shelf.marks", MEASURE),
            entry("shelf.regions", MEASURE),
            entry("viewer.key-image", KEY_IMAGES),
            entry("viewer.next-key-image", KEY_IMAGES),
            entry("images.export-measurements", MEASURE),
            entry("images.export-", KEY_IMAGES));

    /** As the help lists commands: what is done first comes first. */
    static final Comparator<Command> ORDER = Comparator.comparingInt(
            command -> entryOf(command.id()).map(BY_PREFIX::indexOf).orElse(BY_PREFIX.size()));

    /** Where a command belongs; empty for one the table does not know. */
    static Optional<CommandGroup> of(String id) {
        return entryOf(id).map(Map.Entry::getValue);
    }

    private static Optional<Map.Entry<String, CommandGroup>> entryOf(String id) {
        return BY_PREFIX.stream()
                .filter(entry -> id.startsWith(entry.getKey()))
                .max(Comparator.comparingInt(entry -> entry.getKey().length()));
    }
}
