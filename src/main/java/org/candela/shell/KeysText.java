package org.candela.shell;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.candela.base.CandelaException;
import org.candela.viewer.MouseBindings;

/** Keys as text that can be edited and carried to another desk: a line {@code command = F12; Ctrl+K, S}
 * or {@code mouse.secondary = viewer.tool.window} each. */
// [impl->req~shell.own-keys~1]
public final class KeysText {
    private KeysText() {}

    /** As {@link #read} and {@link #readMouse} take it, in the order of ids. */
    public static String write(KeyBindings bindings, MouseBindings mouse) {
        Map<String, String> all = mouse.text();
        all.putAll(bindings.text());
        return all.entrySet().stream()
                .map(entry -> (entry.getKey() + " = " + entry.getValue()).strip() + "\n")
                .collect(Collectors.joining());
    }

    /**
     * Reads text; lines that begin with {@code #} say nothing, and commands it does not name keep their default.
     *
     * @param defaults the keys of all commands there are
     * @return what differs from the defaults
     * @throws CandelaException naming the command: one that does not exist, one with a key that does not, or two with one
     */
    public static KeyBindings read(String text, KeyBindings defaults) throws CandelaException {
        Map<String, String> table = table(text);
        table.keySet().removeIf(MouseBindings::isMouse);
        for (String id : table.keySet()) {
            if (!defaults.keys().containsKey(id)) {
                throw new CandelaException("shell.keys", id + ": no such command; see candela keys list");
            }
        }
        Map<String, List<KeySequence>> own = new TreeMap<>(parsed(table).keys());
        own.entrySet().removeIf(entry -> entry.getValue().equals(defaults.of(entry.getKey())));
        refuseConflicts(defaults.with(new KeyBindings(own)));
        return new KeyBindings(own);
    }

    /**
     * Reads what the text says of the mouse; what it does not say is as {@code usual}.
     *
     * @throws CandelaException naming a button or the wheel and what it cannot do
     */
    public static MouseBindings readMouse(String text, MouseBindings usual) throws CandelaException {
        Map<String, String> table = table(text);
        table.keySet().removeIf(id -> !MouseBindings.isMouse(id));
        return mouse(table, usual);
    }

    static MouseBindings mouse(Map<String, String> table, MouseBindings usual) throws CandelaException {
        try {
            return usual.with(table);
        } catch (IllegalArgumentException e) {
            throw new CandelaException("shell.keys", String.valueOf(e.getMessage()), e);
        }
    }

    /** Reads keys by command id that do not conflict. */
    static KeyBindings parsed(Map<String, String> table) throws CandelaException {
        try {
            KeyBindings bindings = KeyBindings.parse(table);
            refuseConflicts(bindings);
            return bindings;
        } catch (IllegalArgumentException e) {
            throw new CandelaException("shell.keys", String.valueOf(e.getMessage()), e);
        }
    }

    private static void refuseConflicts(KeyBindings bindings) throws CandelaException {
        List<KeyBindings.Conflict> conflicts = bindings.conflicts();
        if (!conflicts.isEmpty()) {
            throw new CandelaException("shell.keys", conflicts.get(0).text());
        }
    }

    static Map<String, String> table(String text) throws CandelaException {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IllegalArgumentException e) {
            throw new CandelaException("shell.keys", "not a table of keys: it has a broken \\u escape", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> table = new TreeMap<>();
        properties.stringPropertyNames().forEach(id -> table.put(id, properties.getProperty(id)));
        return table;
    }
}
