package org.candela.dictation.engine.sphinx;

import org.candela.dictation.Pcm;
import org.candela.dictation.SpeechException;
import org.candela.dictation.Transcript;
import org.candela.dictation.engine.SecondPass;

/** The whole utterance again, by a wide search and with the mean of all its sound. */
final class SphinxSecondPass implements SecondPass {
    private final SphinxSearch search;
    private final WordTrust trust;

    SphinxSecondPass(SphinxSearch search, WordTrust trust) {
        this.search = search;
        this.trust = trust;
    }

    @Override
    public Transcript listen(Pcm sound, Transcript before) throws SpeechException {
        return SphinxFaults.guarded(() -> {
            search.begin();
            search.feedAll(sound.samples());
            return SphinxHearing.whole(search.end(), search.originMillis(), words -> trust.of(words, before));
        });
    }

    @Override
    public void close() {
        search.stop();
    }
}
