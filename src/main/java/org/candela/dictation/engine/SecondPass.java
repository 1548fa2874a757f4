package org.candela.dictation.engine;

import org.candela.dictation.Pcm;
import org.candela.dictation.SpeechException;
import org.candela.dictation.Transcript;

/** Hears a whole utterance again, better than one can while it is spoken. One thread, the same as the first pass. */
public interface SecondPass extends AutoCloseable {
    /**
     * The words that stay; empty when nothing was understood. Takes as long as it needs, mostly less than the sound.
     *
     * @param before what the first pass heard: words that both hear are surer
     */
    Transcript listen(Pcm sound, Transcript before) throws SpeechException;

    @Override
    void close();
}
