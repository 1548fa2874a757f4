package org.candela.shell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which keys run which command.
 *
 * @param keys by command id; an empty list for a command whose key was taken away
 */
// [impl->req~shell.own-keys~1]
public record KeyBindings(Map<String, List<KeySequence>> keys) {
    /** What gives a command several keys. */
    private static final String OR = ";";

    public KeyBindings {
        Map<String, List<KeySequence>> sorted = new TreeMap<>();
        keys.forEach((id, sequences) -> sorted.put(id, List.copyOf(sequences)));
        keys = Collections.unmodifiableMap(sorted);
    }

    /** Two commands that want a key each, and the key; the one sequence is the other or the beginning of it. */
    public record Conflict(KeySequence sequence, String command, String other) {
        /** One line that names both. */
        public String text() {
            return "key " + sequence.text() + " is given to both " + command + " and " + other;
        }
    }

    /** None of any command. */
    public static KeyBindings none() {
        return new KeyBindings(Map.of());
    }

    /**
     * Reads values as {@code F12; Ctrl+K, S} by command id.
     *
     * @throws IllegalArgumentException naming the command and a key that does not exist
     */
    public static KeyBindings parse(Map<String, String> textById) {
        Map<String, List<KeySequence>> keys = new TreeMap<>();
        textById.forEach((id, text) -> keys.put(id, sequences(id, text)));
        return new KeyBindings(keys);
    }

    private static List<KeySequence> sequences(String id, String text) {
        if (text.isBlank()) {
            return List.of();
        }
        try {
            return Arrays.stream(text.split(OR, -1)).map(KeySequence::parse).toList();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(id + " = " + e.getMessage(), e);
        }
    }

    /** As {@link #parse} reads it, by command id. */
    public Map<String, String> text() {
        Map<String, String> text = new TreeMap<>();
        keys.forEach((id, sequences) ->
                text.put(id, sequences.stream().map(KeySequence::text).collect(Collectors.joining(OR + " "))));
        return text;
    }

    /** The keys of a command; none for one that is not known. */
    public List<KeySequence> of(String id) {
        return keys.getOrDefault(id, List.of());
    }

    /** These with other keys for one command. */
    public KeyBindings with(String id, List<KeySequence> sequences) {
        Map<String, List<KeySequence>> changed = new TreeMap<>(keys);
        changed.put(id, sequences);
        return new KeyBindings(changed);
    }

    /** These without a word on one command. */
    public KeyBindings without(String id) {
        Map<String, List<KeySequence>> changed = new TreeMap<>(keys);
        changed.remove(id);
        return new KeyBindings(changed);
    }

    /** These, but for the commands that {@code own} speaks of; conflicts stay. */
    public KeyBindings with(KeyBindings own) {
        Map<String, List<KeySequence>> all = new TreeMap<>(keys);
        all.putAll(own.keys);
        return new KeyBindings(all);
    }

    /** As {@link #with(KeyBindings)}; where a key of these hinders one of {@code own}, the own one has it. */
    public KeyBindings yieldingTo(KeyBindings own) {
        Map<String, List<KeySequence>> all = new TreeMap<>(own.keys);
        keys.forEach((id, sequences) -> all.putIfAbsent(
                id,
                sequences.stream()
                        .filter(sequence -> own.holderOf(sequence, id).isEmpty())
                        .toList()));
        return new KeyBindings(all);
    }

    /** The command other than {@code id} that {@code sequence} cannot be used beside. */
    public Optional<String> holderOf(KeySequence sequence, String id) {
        return keys.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(id))
                .filter(entry -> entry.getValue().stream().anyMatch(sequence::hinders))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Gives {@code sequence} to {@code id} as its only key; whatever it hinders is lost by the other commands. */
    public KeyBindings taking(KeySequence sequence, String id) {
        Map<String, List<KeySequence>> changed = new TreeMap<>();
        keys.forEach((other, sequences) -> changed.put(
                other,
                sequences.stream().filter(each -> !each.hinders(sequence)).toList()));
        changed.put(id, List.of(sequence));
        return new KeyBindings(changed);
    }

    /** All pairs that hinder each other; also two sequences of one command. */
    public List<Conflict> conflicts() {
        List<Map.Entry<String, KeySequence>> all = keys.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(sequence -> Map.entry(entry.getKey(), sequence)))
                .toList();
        List<Conflict> conflicts = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                if (all.get(i).getValue().hinders(all.get(j).getValue())) {
                    conflicts.add(new Conflict(
                            all.get(i).getValue(),
                            all.get(i).getKey(),
                            all.get(j).getKey()));
                }
            }
        }
        return conflicts;
    }
}
