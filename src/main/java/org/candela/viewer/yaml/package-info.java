/**
 * YAML texts that a reader edits and carries to another desk: read so that every slip is named by its place.
 *
 * <p>May use: base alone. Pure.
 *
 * <pre>{@code
 * YamlNode root = YamlText.read(text, "viewer.protocol-format").only("schema", "protocols");
 * }</pre>
 */
@NullMarked
package org.candela.viewer.yaml;

import org.jspecify.annotations.NullMarked;
