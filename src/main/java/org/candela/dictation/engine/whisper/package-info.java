/**
 * The second pass by whisper.cpp, which hears by a model file of the reader's. Untried with a real model: none was at hand.
 *
 * <p>May use: dictation, dictation.engine, base. The only room that knows whisper.cpp and its native library.
 *
 * <pre>{@code
 * SpeechEngine engine = new WhisperEngine(builtIn, Path.of("/home/me/ggml-small.en.bin"), 2);
 * }</pre>
 */
@NullMarked
package org.candela.dictation.engine.whisper;

import org.jspecify.annotations.NullMarked;
