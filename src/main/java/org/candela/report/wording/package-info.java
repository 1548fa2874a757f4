/**
 * Spoken words becoming written text, and the words that are commands and never written.
 *
 * <p>Pure: no clock, no file, no thread. May use: dictation, base.
 *
 * <pre>{@code
 * SpokenCommands commands = SpokenCommands.of(Map.of("lungs", "f1"), List.of("normal chest"));
 * if (commands.read(words).isEmpty()) {
 *     WrittenText text = Wording.standard().write(words, "The lungs are clear.");
 * }
 * }</pre>
 */
@NullMarked
package org.candela.report.wording;

import org.jspecify.annotations.NullMarked;
