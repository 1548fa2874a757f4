package org.candela.viewer.hanging;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** A node of a YAML text that knows its path, so that an error can name it. */
record YamlNode(String path, JsonNode node) {
    private static final int LONGEST_LIST = 1000;

    YamlNode at(String key) {
        return new YamlNode(path.isEmpty() ? key : path + "." + key, node.path(key));
    }

    /** Refuses keys that are none, since a slip of the pen would else silently mean "any". */
    YamlNode only(String... keys) throws ProtocolFormatException {
        if (!node.isObject()) {
            throw error("must be a map of keys");
        }
        Set<String> known = Set.of(keys);
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name)) {
                throw error("has an unknown key: " + name);
            }
        }
        return this;
    }

    List<YamlNode> items() throws ProtocolFormatException {
        if (node.isMissingNode() || node.isNull()) {
            return List.of();
        }
        if (!node.isArray() || node.size() > LONGEST_LIST) {
            throw error("must be a list of at most " + LONGEST_LIST);
        }
        List<YamlNode> items = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            items.add(new YamlNode(path + "[" + i + "]", node.get(i)));
        }
        return items;
    }

    List<String> words() throws ProtocolFormatException {
        List<String> words = new ArrayList<>();
        for (YamlNode item : items()) {
            words.add(item.text());
        }
        return words;
    }

    boolean isThere() {
        return !node.isMissingNode() && !node.isNull();
    }

    String text() throws ProtocolFormatException {
        if (!isThere()) {
            return "";
        }
        if (!node.isValueNode()) {
            throw error("must be a text");
        }
        return node.asText();
    }

    boolean truth() throws ProtocolFormatException {
        if (isThere() && !node.isBoolean()) {
            throw error("must be true or false");
        }
        return node.asBoolean(false);
    }

    OptionalInt count() throws ProtocolFormatException {
        if (!isThere()) {
            return OptionalInt.empty();
        }
        if (!node.canConvertToInt() || !node.isIntegralNumber() || node.asInt() < 0) {
            throw error("must be a whole number from 0");
        }
        return OptionalInt.of(node.asInt());
    }

    double number() throws ProtocolFormatException {
        if (!node.isNumber()) {
            throw error("must be a number");
        }
        return node.asDouble();
    }

    <E extends Enum<E>> Optional<E> oneOf(Class<E> type) throws ProtocolFormatException {
        String text = text();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        for (E value : type.getEnumConstants()) {
            if (value.name().equalsIgnoreCase(text)) {
                return Optional.of(value);
            }
        }
        throw error("must be one of " + List.of(type.getEnumConstants()));
    }

    ProtocolFormatException error(String what) {
        return new ProtocolFormatException((path.isEmpty() ? "the text" : path) + " " + what);
    }
}
