package org.candela.app;

import java.util.Map;
import java.util.TreeMap;
import org.candela.shell.Command;
import org.candela.shell.KeyMap;
import org.candela.shell.ViewerCommands;
import org.candela.ui.Messages;
import org.candela.viewer.ViewerActions;
import org.candela.viewer.WindowPresets;

/** What the reader can do in the open room beyond the windows themselves, and the keys for it. FX thread. */
final class RoomCommands {
    private static final Map<String, String> KEYS = Map.of(
            "worklist.next", "F9",
            "worklist.refresh", "F5",
            "case.close", "Ctrl+W",
            "report.write", "F8",
            "report.insert-measurement", "Ctrl+M",
            "images.focus", "F10",
            "readiness.check", "F6",
            "app.quit", "Ctrl+Q");

    private final OpenRoom open;
    private final Messages words = Messages.of(RoomCommands.class);

    private RoomCommands(OpenRoom open) {
        this.open = open;
    }

    /** The keys of the room, of these commands and of those on images. */
    static KeyMap keys() {
        Map<String, String> keys = new TreeMap<>(ViewerCommands.keys());
        keys.putAll(KEYS);
        return KeyMap.standard(keys);
    }

    /** Adds all of them; {@code leave} ends the workstation. */
    static void register(OpenRoom open, Runnable leave) {
        RoomCommands commands = new RoomCommands(open);
        commands.add("worklist.next", open::readNext);
        commands.add("worklist.refresh", open::refresh);
        commands.add("case.close", open.reading().cases()::close);
        commands.add("report.write", open.reading().report()::write);
        commands.add("report.insert-measurement", open.reading().report()::insertMeasurement);
        commands.add("images.focus", open.room()::focusImages);
        commands.add("readiness.check", open::check);
        commands.add("app.quit", leave);
        ViewerCommands.register(open.bus(), new ViewerActions(open.reading().session(), WindowPresets.bundled()));
    }

    private void add(String id, Runnable effect) {
        open.bus().register(Command.of(id, words.text("command." + id), effect));
    }
}
