/**
 * Speech becoming text: what is said, the ports that recorders, speech engines and detectors of speech fill, and dictation as
 * the report desk uses it.
 *
 * <p>May use: base. {@link org.candela.dictation.SpeechEngine#NONE} is a workstation without an engine.
 *
 * <pre>{@code
 * dictation.aim(draft.id().value(), listener);
 * dictation.talk();  // listener.began, partial, partial, said
 * dictation.hush();
 * }</pre>
 */
@NullMarked
package org.candela.dictation;

import org.jspecify.annotations.NullMarked;
