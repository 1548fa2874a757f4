/**
 * Whether one can dictate, before a shift: the microphone and its level, the engine, the seal of what is said, the pedal.
 *
 * <p>May use: dictation, dictation.sound, dictation.session, readiness, base.
 *
 * <pre>{@code
 * ReadinessItem item = new DictationCheck(desk, clock).evaluate();
 * }</pre>
 */
@NullMarked
package org.candela.dictation.check;

import org.jspecify.annotations.NullMarked;
