package org.candela.calibration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.candela.base.Sha256;

/** A mapping in a profile's YAML, read strictly: every complaint names file and key. */
record ProfileFile(String file, JsonNode node) {
    private static final JsonMapper CANONICAL = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    /** The outermost mapping of a file; a key that stands twice is refused. */
    static ProfileFile parse(String file, InputStream yaml) throws CalibrationException, IOException {
        YAMLMapper mapper = new YAMLMapper(YAMLFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build());
        try {
            return new ProfileFile(file, mapper.readTree(yaml));
        } catch (JsonProcessingException e) {
            throw new CalibrationException("calibration.profile-broken", file + ": " + e.getOriginalMessage(), e);
        }
    }

    /** SHA-256 of the content as JSON with sorted keys and no white space. */
    // [impl->req~calibration.profile-hash~1]
    String sha256() {
        try {
            Object content = CANONICAL.treeToValue(node, Map.class);
            return Sha256.hex(CANONICAL.writeValueAsString(content).getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of JSON nodes can always be written", e);
        }
    }

    boolean has(String key) {
        return node.has(key);
    }

    boolean is(String key, String word) {
        return node.path(key).isTextual() && node.path(key).asText().equals(word);
    }

    String text(String key) throws CalibrationException {
        JsonNode value = node.path(key);
        if (!value.isTextual() || value.asText().isBlank()) {
            throw broken(key, "must be a text");
        }
        return value.asText();
    }

    double number(String key) throws CalibrationException {
        JsonNode value = node.path(key);
        if (!value.isNumber()) {
            throw broken(key, "must be a number");
        }
        return value.asDouble();
    }

    double positive(String key) throws CalibrationException {
        double value = number(key);
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw broken(key, "must be greater than 0");
        }
        return value;
    }

    /** A whole number above 0, or 0 where the key is missing. */
    int countOrZero(String key) throws CalibrationException {
        if (!has(key)) {
            return 0;
        }
        if (!node.path(key).isInt() || node.path(key).asInt() < 1) {
            throw broken(key, "must be a whole number greater than 0");
        }
        return node.path(key).asInt();
    }

    /** A constant as a profile writes it: {@code half-year} for {@code HALF_YEAR}. */
    <E extends Enum<E>> E choice(String key, Class<E> type) throws CalibrationException {
        String word = text(key);
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> word(constant).equals(word))
                .findFirst()
                .orElseThrow(() -> broken(key, "must be one of " + words(type)));
    }

    ProfileFile child(String key) throws CalibrationException {
        if (!node.path(key).isObject()) {
            throw broken(key, "must have entries of its own");
        }
        return new ProfileFile(file, node.path(key));
    }

    JsonNode list(String key) throws CalibrationException {
        if (!node.path(key).isArray()) {
            throw broken(key, "must be a list");
        }
        return node.path(key);
    }

    List<ProfileFile> children(String key) throws CalibrationException {
        List<ProfileFile> children = new ArrayList<>();
        list(key).forEach(entry -> children.add(new ProfileFile(file, entry)));
        return children;
    }

    /** A misspelt key would silently drop a limit. */
    void refuseOtherKeys(Set<String> known) throws CalibrationException {
        Set<String> unknown = new TreeSet<>();
        node.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw broken(unknown.iterator().next(), "is no key of a profile");
        }
    }

    void refuse(String key, String why) throws CalibrationException {
        if (has(key)) {
            throw broken(key, why);
        }
    }

    CalibrationException broken(String key, String problem) {
        return new CalibrationException("calibration.profile-broken", file + ": " + key + " " + problem);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static <E extends Enum<E>> String words(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(ProfileFile::word).collect(Collectors.joining(", "));
    }
}
