package org.candela.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/**
 * Which key runs which command; a table of {@code command = Key} that the user's own table may override. Immutable.
 *
 * <p>While text is typed, only function keys and combinations with Ctrl or Alt run commands, and those that every text
 * field has (undo, redo, select, cut, copy, paste) belong to the text.
 */
public final class KeyMap {
    private static final List<KeyCombination> EDITING = Stream.of(
                    "Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Y", "Ctrl+A", "Ctrl+X", "Ctrl+C", "Ctrl+V")
            .map(KeyCombination::valueOf)
            .toList();

    private final Map<KeyCombination, String> commands;
    private final Map<String, KeyCombination> keys;

    private KeyMap(Map<KeyCombination, String> commands, Map<String, KeyCombination> keys) {
        this.commands = commands;
        this.keys = keys;
    }

    /** The keys the workstation comes with, and {@code more} by command id. */
    public static KeyMap standard(Map<String, String> more) {
        Properties table = new Properties();
        try (InputStream text = Objects.requireNonNull(KeyMap.class.getResourceAsStream("keys.properties"))) {
            table.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> keys = new TreeMap<>(more);
        table.stringPropertyNames().forEach(id -> keys.put(id, table.getProperty(id)));
        return of(keys);
    }

    /**
     * Keys by command id, written as in {@code Ctrl+Shift+Z}.
     *
     * @throws IllegalArgumentException naming both commands when one key is given twice, or a key that does not exist
     */
    public static KeyMap of(Map<String, String> keysById) {
        Map<KeyCombination, String> commands = new LinkedHashMap<>();
        Map<String, KeyCombination> keys = new LinkedHashMap<>();
        keysById.forEach((id, key) -> {
            KeyCombination combination = KeyCombination.valueOf(key);
            String other = commands.putIfAbsent(combination, id);
            if (other != null) {
                throw new IllegalArgumentException("key " + key + " is given to both " + other + " and " + id);
            }
            keys.put(id, combination);
        });
        return new KeyMap(commands, keys);
    }

    /** How the key of a command is written for the user; empty when it has none. */
    public String keyOf(String id) {
        return Optional.ofNullable(keys.get(id))
                .map(KeyCombination::getDisplayText)
                .orElse("");
    }

    /**
     * Makes {@code scene} run commands of {@code bus} by key, before any control sees the key.
     *
     * @param isOffered which commands this scene offers now, by id; the keys of others go to its controls
     */
    public void install(Scene scene, CommandBus bus, Predicate<String> isOffered) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (isTyping(scene.getFocusOwner(), event)) {
                return;
            }
            commandFor(event).filter(isOffered).ifPresent(id -> {
                event.consume();
                bus.run(id);
            });
        });
    }

    Optional<String> commandFor(KeyEvent event) {
        return commands.entrySet().stream()
                .filter(entry -> entry.getKey().match(event))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static boolean isTyping(Node focused, KeyEvent event) {
        boolean isCommand =
                event.isControlDown() || event.isAltDown() || event.getCode().isFunctionKey();
        return focused instanceof TextInputControl
                && (!isCommand || EDITING.stream().anyMatch(combination -> combination.match(event)));
    }
}
