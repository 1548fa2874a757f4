package org.candela.viewer.yaml;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/** From a YAML text to its nodes and back. */
public final class YamlText {
    /** The only schema that any of the texts has. */
    public static final int SCHEMA = 1;

    /** What a reader keeps is a few kilobytes; more is no such text. */
    private static final int LONGEST = 1 << 20;

    private YamlText() {}

    /**
     * The root of a text of {@link #SCHEMA}, which has {@code keys} beside {@code schema} and no others.
     *
     * @param code of all errors in it
     */
    public static YamlNode read(String text, String code, String... keys) throws TextFormatException {
        if (text.length() > LONGEST) {
            throw new TextFormatException(code, "the text is longer than " + LONGEST + " characters");
        }
        String[] all = new String[keys.length + 1];
        System.arraycopy(keys, 0, all, 1, keys.length);
        all[0] = "schema";
        YamlNode root = new YamlNode("", tree(text, code), code, YamlLines.of(text)).only(all);
        if (root.at("schema").count().orElse(-1) != SCHEMA) {
            throw root.at("schema").error("must be " + SCHEMA);
        }
        return root;
    }

    /** The text of a tree, without quotes where none are needed. */
    public static String write(JsonNode tree) {
        try {
            return YAMLMapper.builder()
                    .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                    .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                    .build()
                    .writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode tree(String text, String code) throws TextFormatException {
        try {
            return new YAMLMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new TextFormatException(
                    code,
                    "the text is no YAML: line " + line(e) + ", "
                            + e.getOriginalMessage().lines().findFirst().orElse(""),
                    e);
        }
    }

    private static String line(JsonProcessingException e) {
        return e.getLocation() == null
                ? "unknown"
                : String.valueOf(e.getLocation().getLineNr());
    }
}
