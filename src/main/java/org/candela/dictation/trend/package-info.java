/**
 * How well a reader is understood: what was dictated against what was signed, by day and engine, as figures without a word of
 * any report.
 *
 * <p>May use: dictation, dictation.keep, store, base. Compares with what the reader signed, which is not always what was said.
 *
 * <pre>{@code
 * trend.signed(draftId, finalText, day);
 * List<AccuracyDay> days = trend.days();
 * }</pre>
 */
@NullMarked
package org.candela.dictation.trend;

import org.jspecify.annotations.NullMarked;
