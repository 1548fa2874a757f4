/**
 * Speech by Vosk, which hears by a model folder of the reader's. Untried with a real model: none was at hand.
 *
 * <p>May use: dictation, dictation.engine, base. The only room that knows Vosk and its native library.
 *
 * <pre>{@code
 * SpeechEngine engine = new VoskEngine(Path.of("/home/me/vosk-model-en-us-0.22"));
 * }</pre>
 */
@NullMarked
package org.candela.dictation.engine.vosk;

import org.jspecify.annotations.NullMarked;
