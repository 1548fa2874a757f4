/**
 * The panel of dictation below the report: microphone, level, engine, what waits, the last utterances, the reader's accuracy.
 *
 * <p>May use: dictation, dictation.session, dictation.sound, dictation.keep, dictation.trend, ui, base.
 *
 * <pre>{@code
 * DictationViewModel model = new DictationViewModel(session, devices, threads);
 * DictationView view = DictationView.under(report, model);
 * view.toggle();
 * }</pre>
 */
@NullMarked
package org.candela.dictation.ui;

import org.jspecify.annotations.NullMarked;
