/**
 * One reader dictating: sound goes to the disk and, as fast as the engine can, to the engine; words go to the report they were
 * said for, now or when it is opened again.
 *
 * <p>May use: dictation, dictation.sound, dictation.keep, store, base.
 *
 * <pre>{@code
 * DictationSession dictation = new DictationSession(means, threads);
 * dictation.begin();                   // what an earlier process left is transcribed
 * dictation.choose(microphone);
 * dictation.aim(draftId, listener);
 * dictation.talk();
 * }</pre>
 */
@NullMarked
package org.candela.dictation.session;

import org.jspecify.annotations.NullMarked;
