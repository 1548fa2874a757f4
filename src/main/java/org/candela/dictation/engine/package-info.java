/**
 * What speech engines share: words they are to know, a second pass over an utterance, the detector of speech, sound files.
 *
 * <p>May use: dictation, dictation.language, base.
 *
 * <pre>{@code
 * Transcriber transcriber = new TwoPassTranscriber(streaming, secondPass);
 * }</pre>
 */
@NullMarked
package org.candela.dictation.engine;

import org.jspecify.annotations.NullMarked;
