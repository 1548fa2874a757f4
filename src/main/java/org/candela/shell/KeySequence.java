package org.candela.shell;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/**
 * One to three key combinations that are pressed one after the other; more than one is a chord.
 *
 * @param keys in the order they are pressed, 1..3
 */
public record KeySequence(List<KeyCombination> keys) {
    private static final int LONGEST = 3;

    public KeySequence {
        keys = List.copyOf(keys);
        if (keys.isEmpty() || keys.size() > LONGEST) {
            throw new IllegalArgumentException("a key sequence has 1 to " + LONGEST + " keys, not " + keys.size());
        }
    }

    /**
     * Reads {@code Ctrl+K, S}.
     *
     * @throws IllegalArgumentException naming the text when it holds no key, too many, or one that does not exist
     */
    public static KeySequence parse(String text) {
        List<KeyCombination> keys =
                Arrays.stream(text.split(",", -1)).map(part -> key(part, text)).toList();
        if (keys.size() > LONGEST) {
            throw new IllegalArgumentException(text.strip() + ": a chord has at most " + LONGEST + " keys");
        }
        return new KeySequence(keys);
    }

    private static KeyCombination key(String part, String text) {
        if (part.isBlank()) {
            throw new IllegalArgumentException(text.strip() + ": a key is missing");
        }
        try {
            KeyCombination key = KeyCombination.valueOf(part.strip());
            if (key instanceof KeyCodeCombination) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(text.strip() + ": no such key", e);
        }
        throw new IllegalArgumentException(text.strip() + ": no such key");
    }

    /** As {@link #parse} reads it. */
    public String text() {
        return keys.stream().map(KeyCombination::getName).collect(Collectors.joining(", "));
    }

    /** As the user reads it. */
    public String display() {
        return keys.stream()
                .map(key -> key.getDisplayText().replace("↵", "Enter"))
                .collect(Collectors.joining(", "));
    }

    /** Whether this is {@code other}, or the first keys of it. */
    public boolean begins(KeySequence other) {
        return keys.size() <= other.keys.size()
                && other.keys.subList(0, keys.size()).equals(keys);
    }

    /** Whether both cannot be used at once: one is the other, or the beginning of it. */
    public boolean hinders(KeySequence other) {
        return begins(other) || other.begins(this);
    }
}
