/**
 * The speech engine that is always there: CMU sphinx4 with its English voice out of Maven Central and Candela's own language of
 * radiology reports; no model is downloaded.
 *
 * <p>May use: dictation, dictation.engine, dictation.language, base. The only room that knows sphinx4.
 *
 * <pre>{@code
 * SpeechEngine engine = new SphinxEngine(words);
 * try (Transcriber transcriber = engine.open().orElseThrow()) { … }
 * }</pre>
 */
@NullMarked
package org.candela.dictation.engine.sphinx;

import org.jspecify.annotations.NullMarked;
