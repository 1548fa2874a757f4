/**
 * Spelling of report texts: an English dictionary, a list of words of radiology, and words of the reader.
 *
 * <p>Pure but for reading its dictionary, which takes a moment: not on the FX thread. May use: base.
 *
 * <pre>{@code
 * Spelling spelling = Spelling.open(Set.of("candela"));
 * for (Misspelling one : spelling.check("The lugns are clear.")) {
 *     List<String> better = spelling.suggestions(one.word());
 * }
 * }</pre>
 */
@NullMarked
package org.candela.report.spelling;

import org.jspecify.annotations.NullMarked;
