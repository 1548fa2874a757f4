package org.candela.viewer.tool;

import java.util.Optional;
import java.util.function.Function;

/**
 * Something a reader is asked to type.
 *
 * @param key of the words that ask for it, in the texts of the viewer
 * @param text what stands in the field at first
 * @param answer takes what was typed; the key of the words that say why it will not do, empty when it was taken
 */
public record Question(String key, String text, Function<String, Optional<String>> answer) {}
