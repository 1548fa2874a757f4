package org.candela.viewer.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A node of a YAML text that knows its path, so that an error can name it.
 *
 * @param path from the root, as {@code "stages[0].name"}; empty for the root
 * @param code of its errors
 * @param lines where each path begins in the text
 */
public record YamlNode(String path, JsonNode node, String code, YamlLines lines) {
    private static final int LONGEST_LIST = 1000;

    /** What stands under a key; may be missing. */
    public YamlNode at(String key) {
        return new YamlNode(path.isEmpty() ? key : path + "." + key, node.path(key), code, lines);
    }

    /** Refuses keys that are none, since a slip of the pen would else silently mean "any". */
    public YamlNode only(String... keys) throws TextFormatException {
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

    /** The keys of a map in the order of the text; none of a missing one. */
    public List<String> keys() throws TextFormatException {
        if (!isThere()) {
            return List.of();
        }
        if (!node.isObject()) {
            throw error("must be a map of keys");
        }
        List<String> keys = new ArrayList<>();
        node.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    /** The items of a list; none of a missing one. */
    public List<YamlNode> items() throws TextFormatException {
        if (node.isMissingNode() || node.isNull()) {
            return List.of();
        }
        if (!node.isArray() || node.size() > LONGEST_LIST) {
            throw error("must be a list of at most " + LONGEST_LIST);
        }
        List<YamlNode> items = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            items.add(new YamlNode(path + "[" + i + "]", node.get(i), code, lines));
        }
        return items;
    }

    /** The texts of a list. */
    public List<String> words() throws TextFormatException {
        List<String> words = new ArrayList<>();
        for (YamlNode item : items()) {
            words.add(item.text());
        }
        return words;
    }

    /** Whether anything stands here. */
    public boolean isThere() {
        return !node.isMissingNode() && !node.isNull();
    }

    /** A text; empty where nothing stands. */
    public String text() throws TextFormatException {
        if (!isThere()) {
            return "";
        }
        if (!node.isValueNode()) {
            throw error("must be a text");
        }
        return node.asText();
    }

    /** True or false; false where nothing stands. */
    public boolean truth() throws TextFormatException {
        if (isThere() && !node.isBoolean()) {
            throw error("must be true or false");
        }
        return node.asBoolean(false);
    }

    /** A whole number from 0; empty where nothing stands. */
    public OptionalInt count() throws TextFormatException {
        if (!isThere()) {
            return OptionalInt.empty();
        }
        if (!node.canConvertToInt() || !node.isIntegralNumber() || node.asInt() < 0) {
            throw error("must be a whole number from 0");
        }
        return OptionalInt.of(node.asInt());
    }

    /** A number, which must be there. */
    public double number() throws TextFormatException {
        if (!node.isNumber()) {
            throw error("must be a number");
        }
        return node.asDouble();
    }

    /** One of the names of an enum, however it is capitalised; empty where nothing stands. */
    public <E extends Enum<E>> Optional<E> oneOf(Class<E> type) throws TextFormatException {
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

    /** The error that something here is wrong. */
    public TextFormatException error(String what) {
        return new TextFormatException(code, (path.isEmpty() ? "the text" : path) + " " + what + lines.near(path));
    }
}
