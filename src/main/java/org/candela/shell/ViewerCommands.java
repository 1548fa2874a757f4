package org.candela.shell;

import java.util.Map;
import java.util.TreeMap;
import org.candela.viewer.ViewerAction;
import org.candela.viewer.ViewerActions;

/** What is done to images, as commands with the viewer's own keys. */
public final class ViewerCommands {
    /** Begins the id of every command on images. */
    static final String PREFIX = "viewer.";

    private ViewerCommands() {}

    /** Adds all actions on images to {@code bus}. */
    public static void register(CommandBus bus, ViewerActions actions) {
        for (ViewerAction action : ViewerAction.values()) {
            bus.register(new Command(action.id(), action.title(), () -> actions.run(action)));
        }
    }

    /** The default key of each, by command id. */
    public static Map<String, String> keys() {
        Map<String, String> keys = new TreeMap<>();
        for (ViewerAction action : ViewerAction.values()) {
            keys.put(action.id(), action.key());
        }
        return keys;
    }
}
