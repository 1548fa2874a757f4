package org.candela.viewer.yaml;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/**
 * Where the parts of a YAML text begin, so that an error can name the line.
 *
 * @param byPath number of the line, from 1, by path as {@link YamlNode} writes it
 */
public record YamlLines(Map<String, Integer> byPath) {
    public YamlLines {
        byPath = Map.copyOf(byPath);
    }

    /** Of a text that is YAML. */
    static YamlLines of(String text) {
        Map<String, Integer> lines = new HashMap<>();
        try (JsonParser parser = new YAMLFactory().createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                JsonStreamContext context = parser.getParsingContext();
                boolean isOpening = token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY;
                lines.putIfAbsent(
                        path(isOpening ? context.getParent() : context),
                        parser.currentTokenLocation().getLineNr());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new YamlLines(lines);
    }

    /** {@code " (line 7)"} for a path, or for what it would be part of; empty where nothing is known. */
    String near(String path) {
        String known = path;
        while (!known.isEmpty() && !byPath.containsKey(known)) {
            known = known.substring(0, Math.max(0, Math.max(known.lastIndexOf('.'), known.lastIndexOf('['))));
        }
        Integer line = byPath.get(known);
        return line == null || known.isEmpty() ? "" : " (line " + line + ")";
    }

    private static String path(JsonStreamContext context) {
        if (context == null || context.inRoot()) {
            return "";
        }
        String above = path(context.getParent());
        if (context.inArray()) {
            return above + "[" + context.getCurrentIndex() + "]";
        }
        String name = context.getCurrentName();
        return name == null ? above : above.isEmpty() ? name : above + "." + name;
    }
}
