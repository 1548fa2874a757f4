package org.candela.dicom.object;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** The attributes that are treated by name (PS3.15 Table E.1-1); all others are treated by their value representation. */
// [impl->req~dicom-object.statement~1]
final class ProfileTable {
    private static final String RESOURCE = "deidentification.tsv";
    private static final int HEX = 16;
    private static final Map<Integer, Action> ACTIONS = load();

    private ProfileTable() {}

    /** Actions of PS3.15 E.1 that do not depend on a value. */
    enum Action {
        REMOVE,
        EMPTY,
        /** Replaced by a word that says nothing, where an object must have a text. */
        DUMMY,
        KEEP
    }

    static Optional<Action> actionOf(int tag) {
        return Optional.ofNullable(ACTIONS.get(tag));
    }

    private static Map<Integer, Action> load() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(ProfileTable.class.getResourceAsStream(RESOURCE), RESOURCE),
                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .collect(Collectors.toUnmodifiableMap(
                            row -> Integer.parseUnsignedInt(row[0], HEX), row -> action(row[1])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Action action(String letter) {
        return switch (letter) {
            case "X" -> Action.REMOVE;
            case "Z" -> Action.EMPTY;
            case "D" -> Action.DUMMY;
            case "K" -> Action.KEEP;
            default -> throw new IllegalStateException("unknown action " + letter);
        };
    }
}
