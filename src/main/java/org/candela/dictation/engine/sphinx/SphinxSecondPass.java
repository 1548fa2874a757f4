package org.candela.dictation.engine.sphinx;

import org.candela.dictation.Pcm;
import org.candela.dictation.SpeechException;
import org.candela.dictation.Transcript;
import org.candela.dictation.engine.SecondPass;

/** The whole utterance again, by a wide search and with the mean of all its sound. */
final class SphinxSecondPass implements SecondPass {
    private final SphinxSearch search;

    SphinxSecondPass(SphinxSearch search) {
        this.search = search;
    }

    @Override
    public Transcript listen(Pcm sound) throws SpeechException {
        return SphinxFaults.guarded(() -> {
            search.begin();
            search.feedAll(sound.samples());
            return SphinxHearing.whole(search.end(), search.originMillis());
        });
    }

    @Override
    public void close() {
        search.stop();
    }
}
