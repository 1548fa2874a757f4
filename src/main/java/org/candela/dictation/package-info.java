/**
 * Speech becoming text: the port that every speech engine fills, and what it hands over.
 *
 * <p>May use: base. No engine is shipped in this version; {@link org.candela.dictation.SpeechEngine#NONE} says so and
 * the report is typed.
 *
 * <pre>{@code
 * Optional<Transcriber> transcriber = engine.open();
 * transcriber.ifPresent(voice -> voice.start(listener));
 * }</pre>
 */
@NullMarked
package org.candela.dictation;

import org.jspecify.annotations.NullMarked;
