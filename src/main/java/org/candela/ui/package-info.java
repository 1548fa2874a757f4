/**
 * The kit every view is built from: look, words, formats, dialogs and the one way onto the FX thread.
 *
 * <p>May use: {@code base}. Knows no feature.
 *
 * <pre>{@code
 * Messages words = Messages.of(WorklistView.class);
 * Label late = StatusMark.of(Tone.CAUTION, words.text("worklist.row.late", Formats.span(overdue)));
 * Theme.dress(scene);
 * }</pre>
 */
@NullMarked
package org.candela.ui;

import org.jspecify.annotations.NullMarked;
