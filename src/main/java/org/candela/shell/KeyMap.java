package org.candela.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Which key sequence runs which command: bindings without a conflict, looked up from the key. Immutable. */
public final class KeyMap {
    private final KeyBindings bindings;
    private final Map<KeySequence, String> commands = new LinkedHashMap<>();

    private KeyMap(KeyBindings bindings) {
        this.bindings = bindings;
        bindings.keys().forEach((id, sequences) -> sequences.forEach(sequence -> commands.put(sequence, id)));
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
     * Keys by command id, written as in {@code Ctrl+Shift+Z}, {@code F12; Ctrl+K, S}.
     *
     * @throws IllegalArgumentException naming both commands when one key is given twice, or a key that does not exist
     */
    public static KeyMap of(Map<String, String> keysById) {
        return of(KeyBindings.parse(keysById));
    }

    /** @throws IllegalArgumentException naming both commands when keys hinder each other */
    public static KeyMap of(KeyBindings bindings) {
        bindings.conflicts().stream().findFirst().ifPresent(conflict -> {
            throw new IllegalArgumentException(conflict.text());
        });
        return new KeyMap(bindings);
    }

    /** The keys of all commands. */
    public KeyBindings bindings() {
        return bindings;
    }

    /** How the keys of a command are written for the user; empty when it has none. */
    public String keyOf(String id) {
        return bindings.of(id).stream().map(KeySequence::display).collect(Collectors.joining("  or  "));
    }

    /** What runs when exactly these keys were pressed. */
    public Optional<String> commandFor(KeySequence pressed) {
        return Optional.ofNullable(commands.get(pressed));
    }

    /** Whether more keys would make these a key of a command that is offered. */
    public boolean isBeginning(KeySequence pressed, Predicate<String> isOffered) {
        return commands.entrySet().stream()
                .anyMatch(entry -> pressed.begins(entry.getKey())
                        && !pressed.equals(entry.getKey())
                        && isOffered.test(entry.getValue()));
    }
}
