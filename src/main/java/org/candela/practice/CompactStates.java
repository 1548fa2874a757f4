package org.candela.practice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which states issue licences by the Interstate Medical Licensure Compact, as a dated file says: advice on the quicker way,
 * never whether one may read.
 *
 * @param uncertain members whose standing is changing, with the reason
 */
// [impl->req~licence.compact~1]
public record CompactStates(
        LocalDate asOf,
        Set<Jurisdiction> members,
        Set<Jurisdiction> notPrincipal,
        Map<Jurisdiction, String> uncertain) {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final long OLD_AFTER_DAYS = 90;

    public CompactStates {
        members = Set.copyOf(members);
        notPrincipal = Set.copyOf(notPrincipal);
        uncertain = Map.copyOf(uncertain);
    }

    /** The list that this version came with. */
    public static CompactStates shipped() {
        try (InputStream in =
                Objects.requireNonNull(CompactStates.class.getResourceAsStream("compact.yaml"), "resource")) {
            return read(YAML.readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The list of a file that the reader keeps, else the one of this version.
     *
     * @throws PracticeException {@code practice.compact-list}, naming the file and what is wrong in it
     */
    public static CompactStates of(Path file) throws PracticeException {
        if (!Files.exists(file)) {
            return shipped();
        }
        try {
            return read(YAML.readTree(file.toFile()));
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("unreadable");
            throw new PracticeException("practice.compact-list", file + ": " + message, e);
        }
    }

    private static CompactStates read(JsonNode yaml) {
        Map<Jurisdiction, String> uncertain = new TreeMap<>();
        yaml.path("uncertain")
                .properties()
                .forEach(entry -> uncertain.put(
                        Jurisdiction.of(entry.getKey()), entry.getValue().asText()));
        return new CompactStates(
                LocalDate.parse(yaml.path("as-of").asText()),
                states(yaml.path("members")),
                states(yaml.path("not-principal")),
                uncertain);
    }

    private static Set<Jurisdiction> states(JsonNode codes) {
        Set<Jurisdiction> states = new HashSet<>();
        codes.forEach(code -> states.add(Jurisdiction.of(code.asText())));
        return states;
    }

    /** The way to a licence of a state, for people. */
    public String way(Jurisdiction state) {
        String doubt = uncertain.containsKey(state) ? " (" + uncertain.get(state) + ")" : "";
        return (members.contains(state) ? "by the compact" : "directly at its board, which is outside the compact")
                + doubt;
    }

    /** Whether the list should be looked up anew. */
    public boolean isOld(LocalDate today) {
        return ChronoUnit.DAYS.between(asOf, today) > OLD_AFTER_DAYS;
    }
}
